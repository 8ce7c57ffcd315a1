using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Dates and hours of a scenario in seconds of its run.</summary>
internal sealed class PathwayEpoch
{
    private readonly SimEpoch _epoch;

    public PathwayEpoch(PathwayScenario scenario)
    {
        _epoch = new SimEpoch(scenario.FirstDate, scenario.BankHolidays);
        Days = scenario.TotalDays;
        WarmUpDays = scenario.Period.WarmUpDays;
    }

    public int Days { get; }

    public int WarmUpDays { get; }

    public int End => Days * Clock.SecondsPerDay;

    /// <summary>Seconds of a moment; beyond the clock when it lies too far away.</summary>
    public long SecondsOf(DateTime moment) => (long)Math.Floor((moment - _epoch.Origin.ToDateTime(TimeOnly.MinValue)).TotalSeconds);

    public long SecondsOf(DateOnly date) => (long)_epoch.DayOf(date) * Clock.SecondsPerDay;

    /// <summary>Day of the week, Monday 0.</summary>
    public int WeekdayOf(int day) => ((int)_epoch.WeekdayOf(day) + 6) % 7;

    public bool Holds(WorkingHours hours, int day) => hours.Days.Contains(_epoch.WeekdayOf(day)) && (hours.OnBankHolidays || !_epoch.IsBankHoliday(day));

    public static int OpenSecond(WorkingHours hours) => (int)Math.Round(hours.OpenHour * Clock.SecondsPerHour);

    public static int CloseSecond(WorkingHours hours) => (int)Math.Round(hours.CloseHour * Clock.SecondsPerHour);

    /// <summary>The open moments of working hours; a week beyond the run, so that who is let in last still knows when.</summary>
    public WorkCurve Curve(WorkingHours hours) =>
        new([.. Enumerable.Range(0, Days).Select(d => Holds(hours, d) ? 1.0 : 0)], OpenSecond(hours), CloseSecond(hours));

    /// <summary>Capacity over the run, in units times <paramref name="scale"/>.</summary>
    public CapacitySteps Steps(PlaceCapacity capacity, int scale)
    {
        SortedSet<int> moments = [0];
        foreach (PathwayCapacityStep step in capacity.Steps)
        {
            if (step.From is { } date && SecondsOf(date) is > 0 and long at && at < End)
            {
                moments.Add((int)at);
            }
        }

        foreach (CapacityInHours hours in capacity.Hours)
        {
            for (int day = 0; day < Days; day++)
            {
                if (Holds(hours.When, day))
                {
                    moments.Add((day * Clock.SecondsPerDay) + OpenSecond(hours.When));
                    moments.Add((day * Clock.SecondsPerDay) + CloseSecond(hours.When));
                }
            }
        }

        List<(int At, int Capacity)> steps = [];
        foreach (int at in moments.Where(m => m < End || m == 0))
        {
            int units = (int)Math.Round(UnitsAt(capacity, at) * scale);
            if (steps.Count == 0 || steps[^1].Capacity != units)
            {
                steps.Add((at, units));
            }
        }

        return new CapacitySteps(steps);
    }

    /// <summary>The cumulated rate of a stream, up to the end of the run.</summary>
    public RateCurve Curve(VaryingRate rate, double factor)
    {
        SortedSet<int> moments = [0];
        foreach (RatePoint point in rate.Levels)
        {
            if (point.From is { } from && SecondsOf(from) is > 0 and long at && at < End)
            {
                moments.Add((int)at);
            }
        }

        bool hourly = rate.HourFactors.Count > 0;
        for (int at = 0; (hourly || rate.WeekdayFactors.Count > 0) && at < End; at += hourly ? Clock.SecondsPerHour : Clock.SecondsPerDay)
        {
            moments.Add(at);
        }

        long[] froms = [.. rate.Levels.Select(l => l.From is { } from ? SecondsOf(from) : long.MinValue)];
        double phase = (double)WarmUpDays * Clock.SecondsPerDay;
        return new RateCurve(
            [.. moments.Select(at => (at, LevelAt(rate, froms, at) * factor))],
            End,
            [.. rate.Waves.Select(w => new RateWave(w.Amplitude, w.PeriodDays * Clock.SecondsPerDay, phase + (w.PhaseDays * Clock.SecondsPerDay)))]);
    }

    private double UnitsAt(PlaceCapacity capacity, int at)
    {
        int day = at / Clock.SecondsPerDay;
        int second = at - (day * Clock.SecondsPerDay);
        foreach (CapacityInHours hours in capacity.Hours)
        {
            if (Holds(hours.When, day) && second >= OpenSecond(hours.When) && second < CloseSecond(hours.When))
            {
                return hours.Units;
            }
        }

        double units = capacity.Steps[0].Units;
        foreach (PathwayCapacityStep step in capacity.Steps)
        {
            units = step.From is { } date && SecondsOf(date) <= at ? step.Units : units;
        }

        return units;
    }

    private double LevelAt(VaryingRate rate, long[] froms, int at)
    {
        int found = Array.BinarySearch(froms, at);
        double level = rate.Levels[Math.Max(0, found >= 0 ? found : ~found - 1)].PerDay;
        int day = at / Clock.SecondsPerDay;
        double weekday = rate.WeekdayFactors.Count > 0 ? rate.WeekdayFactors[WeekdayOf(day)] : 1;
        double hour = rate.HourFactors.Count > 0 ? rate.HourFactors[at / Clock.SecondsPerHour % 24] : 1;
        return level * weekday * hour;
    }
}
