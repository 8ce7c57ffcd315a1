namespace CareFlowSim.Kernel;

/// <summary>Lengths of the ordinary units of time in whole seconds, for code that keeps time as raw seconds.</summary>
public static class Clock
{
    /// <summary>Seconds in a minute.</summary>
    public const int SecondsPerMinute = 60;

    /// <summary>Seconds in an hour.</summary>
    public const int SecondsPerHour = 3_600;

    /// <summary>Seconds in a day. The clock has no summer time: every day is equally long.</summary>
    public const int SecondsPerDay = 86_400;

    /// <summary>Longest horizon in days whose seconds fit into an <see cref="int"/>.</summary>
    public const int MaxDays = int.MaxValue / SecondsPerDay;

    /// <summary>The day a time lies in: time 0 is the first second of day 0; times before it lie on negative days.</summary>
    /// <param name="time">Seconds since the epoch's midnight.</param>
    public static int DayOf(int time) => time >= 0 ? time / SecondsPerDay : ((time + 1) / SecondsPerDay) - 1;
}
