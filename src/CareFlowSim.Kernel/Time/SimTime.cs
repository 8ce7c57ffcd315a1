namespace CareFlowSim.Kernel;

/// <summary>A point on the simulated clock: whole seconds since the epoch's midnight. Not a calendar date (see <see cref="SimEpoch"/>) and not a length of time.</summary>
/// <param name="Seconds">Whole seconds since the epoch's midnight; negative before it.</param>
public readonly record struct SimTime(long Seconds) : IComparable<SimTime>
{
    /// <summary>The epoch's midnight.</summary>
    public static SimTime Epoch => default;

    /// <summary>The day the point lies in; day 0 begins at the epoch.</summary>
    public int Day => (int)Math.Floor((double)Seconds / Clock.SecondsPerDay);

    /// <summary>Whole seconds since the midnight at which <see cref="Day"/> began.</summary>
    public int SecondOfDay => (int)(Seconds - ((long)Day * Clock.SecondsPerDay));

    /// <summary>The midnight at which a day begins.</summary>
    /// <param name="day">Days since the epoch; may be negative.</param>
    public static SimTime StartOfDay(int day) => new((long)day * Clock.SecondsPerDay);

    /// <inheritdoc/>
    public int CompareTo(SimTime other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Moves a point later.</summary>
    public static SimTime operator +(SimTime time, SimDuration length) => new(checked(time.Seconds + length.Seconds));

    /// <summary>Moves a point earlier.</summary>
    public static SimTime operator -(SimTime time, SimDuration length) => new(checked(time.Seconds - length.Seconds));

    /// <summary>The length between two points; negative when <paramref name="left"/> is the earlier.</summary>
    public static SimDuration operator -(SimTime left, SimTime right) => new(checked(left.Seconds - right.Seconds));

    /// <summary>Earlier.</summary>
    public static bool operator <(SimTime left, SimTime right) => left.Seconds < right.Seconds;

    /// <summary>Later.</summary>
    public static bool operator >(SimTime left, SimTime right) => left.Seconds > right.Seconds;

    /// <summary>Not later.</summary>
    public static bool operator <=(SimTime left, SimTime right) => left.Seconds <= right.Seconds;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(SimTime left, SimTime right) => left.Seconds >= right.Seconds;
}
