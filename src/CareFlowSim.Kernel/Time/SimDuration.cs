namespace CareFlowSim.Kernel;

/// <summary>A length of simulated time in whole seconds; may be negative. Not a point on the clock (see <see cref="SimTime"/>).</summary>
/// <param name="Seconds">Whole seconds.</param>
public readonly record struct SimDuration(long Seconds) : IComparable<SimDuration>
{
    /// <summary>No time at all.</summary>
    public static SimDuration Zero => default;

    /// <summary>The length in minutes.</summary>
    public double TotalMinutes => (double)Seconds / Clock.SecondsPerMinute;

    /// <summary>The length in hours.</summary>
    public double TotalHours => (double)Seconds / Clock.SecondsPerHour;

    /// <summary>The length in days of 24 hours.</summary>
    public double TotalDays => (double)Seconds / Clock.SecondsPerDay;

    /// <summary>A length in seconds.</summary>
    public static SimDuration FromSeconds(long seconds) => new(seconds);

    /// <summary>A length in minutes, rounded to the nearest second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or too long to hold.</exception>
    public static SimDuration FromMinutes(double minutes) => FromUnits(minutes, Clock.SecondsPerMinute, nameof(minutes));

    /// <summary>A length in hours, rounded to the nearest second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or too long to hold.</exception>
    public static SimDuration FromHours(double hours) => FromUnits(hours, Clock.SecondsPerHour, nameof(hours));

    /// <summary>A length in days of 24 hours, rounded to the nearest second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or too long to hold.</exception>
    public static SimDuration FromDays(double days) => FromUnits(days, Clock.SecondsPerDay, nameof(days));

    /// <inheritdoc/>
    public int CompareTo(SimDuration other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Adds two lengths.</summary>
    public static SimDuration operator +(SimDuration left, SimDuration right) => new(checked(left.Seconds + right.Seconds));

    /// <summary>Subtracts one length from another.</summary>
    public static SimDuration operator -(SimDuration left, SimDuration right) => new(checked(left.Seconds - right.Seconds));

    /// <summary>The same length the other way.</summary>
    public static SimDuration operator -(SimDuration length) => new(checked(-length.Seconds));

    /// <summary>A multiple, rounded to the nearest second.</summary>
    public static SimDuration operator *(SimDuration length, double factor) => FromUnits(factor, length.Seconds, nameof(factor));

    /// <summary>How many times one length goes into another.</summary>
    public static double operator /(SimDuration left, SimDuration right) => (double)left.Seconds / right.Seconds;

    /// <summary>Shorter.</summary>
    public static bool operator <(SimDuration left, SimDuration right) => left.Seconds < right.Seconds;

    /// <summary>Longer.</summary>
    public static bool operator >(SimDuration left, SimDuration right) => left.Seconds > right.Seconds;

    /// <summary>Not longer.</summary>
    public static bool operator <=(SimDuration left, SimDuration right) => left.Seconds <= right.Seconds;

    /// <summary>Not shorter.</summary>
    public static bool operator >=(SimDuration left, SimDuration right) => left.Seconds >= right.Seconds;

    private static SimDuration FromUnits(double count, long secondsPerUnit, string name)
    {
        double seconds = Math.Round(count * secondsPerUnit);
        if (!(Math.Abs(seconds) < 9e18))
        {
            throw new ArgumentOutOfRangeException(name, count, "The length must be finite and fit into 64-bit seconds.");
        }

        return new SimDuration((long)seconds);
    }
}
