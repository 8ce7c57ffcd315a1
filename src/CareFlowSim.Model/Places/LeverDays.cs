namespace CareFlowSim.Model;

/// <summary>Which levers hold in an arm on a day: the policy's own from its start, the scenario's baseline levers before it and for every lever that the policy leaves alone.</summary>
internal sealed class LeverDays(Setup setup, Levers baseline, Levers? policy, int from)
{
    /// <summary>The lever that holds on a day, and the day on which it started.</summary>
    public T? Find<T>(int day, Func<Levers, T?> of, out int start)
        where T : class
    {
        if (policy is not null && day >= from && of(policy) is { } own)
        {
            start = from;
            return own;
        }

        start = 0;
        return of(baseline);
    }

    /// <summary>The same for a lever that is a number or a choice.</summary>
    public T? Value<T>(int day, Func<Levers, T?> of)
        where T : struct => policy is not null && day >= from && of(policy) is { } own ? own : of(baseline);

    /// <summary>What is there of something that starts on a date of its own, or with its lever, and grows in a straight line: 0 to 1.</summary>
    public double Ramp(int day, int leverStart, DateOnly? from, int rampUpDays)
    {
        int start = from is { } date ? setup.Epoch.DayOf(date) : leverStart;
        return day < start ? 0 : rampUpDays <= 0 ? 1 : Math.Min(1, (day - start + 1.0) / rampUpDays);
    }

    /// <summary>Years since something started, the day itself counted.</summary>
    public double Years(int day, int leverStart, DateOnly? from)
    {
        int start = from is { } date ? setup.Epoch.DayOf(date) : leverStart;
        return day < start ? 0 : (day - start + 1) / 365.25;
    }
}
