using System.Globalization;

namespace CareFlowSim.Model;

/// <summary>What the arrivals of a pathway must obey.</summary>
internal static class ArrivalRules
{
    /// <summary>How far a sum of shares or probabilities may be from 1: what is lost by writing six places.</summary>
    public const double SumTolerance = 1e-6;

    /// <summary>Notes everything that is wrong with the streams.</summary>
    public static void Check(PathwayScenario scenario, PathwayFaults faults)
    {
        if (scenario.Arrivals.Count == 0 && scenario.Start.Census.All(c => c.InPlace + c.Waiting == 0))
        {
            faults.Add("arrivals", "has no stream, and nobody is there at the start", "a stream of arrivals or a census with people");
        }

        // A stream may be switched off, but not all of them.
        bool anybody = scenario.Start.Census.Any(c => c.InPlace + c.Waiting > 0) || scenario.Arrivals.Any(a => a.Process is not PoissonArrivals p || !Never(p.Rate, faults));
        for (int i = 0; i < scenario.Arrivals.Count; i++)
        {
            if (!anybody)
            {
                faults.Add($"arrivals[{i}].process.rate", "is 0 throughout, so nobody ever comes", "a rate above 0 at some time of the run");
            }

            ArrivalStream stream = scenario.Arrivals[i];
            string path = $"arrivals[{i}]";
            if (stream.To is { } to)
            {
                faults.Place(path + ".to", to);
            }
            else if (!scenario.Routes.Any(r => r.From == stream.Name))
            {
                faults.Add(path, $"has neither a first place nor a route from '{stream.Name}'", $"a place in 'to', or a route from '{stream.Name}'");
            }

            CheckShares(path + ".shares", stream.Shares, faults);
            CheckBatch(path + ".batch", stream, faults);
            CheckProcess(path + ".process", stream.Process, faults);
        }
    }

    /// <summary>Notes a sum that is not 1.</summary>
    public static void SumsToOne(string path, double sum, string of, PathwayFaults faults)
    {
        if (!(Math.Abs(sum - 1) <= SumTolerance))
        {
            faults.Add(path, $"has {of} that sum to {PathwayFaults.Show(sum)}", $"{of} that sum to 1");
        }
    }

    private static void CheckShares(string path, IReadOnlyList<ClassShare> shares, PathwayFaults faults)
    {
        bool holds = true;
        for (int i = 0; i < shares.Count; i++)
        {
            holds &= faults.Class($"{path}[{i}].class", shares[i].Class);
            holds &= faults.Share($"{path}[{i}].share", shares[i].Share);
        }

        foreach (IGrouping<string, ClassShare> twice in shares.GroupBy(s => s.Class).Where(g => g.Count() > 1))
        {
            faults.Add(path, $"names class '{twice.Key}' {twice.Count()} times", "each class once");
            holds = false;
        }

        if (holds && shares.Count > 0)
        {
            SumsToOne(path, shares.Sum(s => s.Share), "shares", faults);
        }
    }

    private static void CheckBatch(string path, ArrivalStream stream, PathwayFaults faults)
    {
        if (stream.Process is PopulationArrivals && stream.Batch.Count > 0)
        {
            faults.Add(path, "is given for a population, whose people come one by one", "no batch, or another process");
        }

        bool holds = true;
        for (int i = 0; i < stream.Batch.Count; i++)
        {
            holds &= faults.Holds($"{path}[{i}].people", stream.Batch[i].People, stream.Batch[i].People >= 1, "1 or more");
            holds &= faults.NotNegative($"{path}[{i}].weight", stream.Batch[i].Weight);
        }

        if (holds && stream.Batch.Count > 0 && !stream.Batch.Any(b => b.Weight > 0))
        {
            faults.Add(path, "has no size with a weight", "at least one size with a weight above 0");
        }
    }

    private static void CheckProcess(string path, ArrivalProcess process, PathwayFaults faults)
    {
        switch (process)
        {
            case PoissonArrivals p:
                CheckRate(path + ".rate", p.Rate, faults);
                break;
            case PopulationArrivals p:
                faults.Holds(path + ".people", p.People, p.People >= 1, "1 or more");
                if (CheckRate(path + ".hazard", p.Hazard, faults) && Never(p.Hazard, faults))
                {
                    faults.Add(path + ".hazard", "is 0 throughout, so nobody of the population ever comes", "a hazard above 0 at some time of the run");
                }

                break;
            case ListedArrivals l when !l.At.Any(t => Within(t, faults)):
                faults.Add(path + ".at", l.At.Count == 0 ? "lists no moment" : $"lists no moment in the simulated days, {faults.Days}", "at least one moment in the simulated days");
                break;
            case RegularArrivals r:
                faults.Holds(path + ".every_hours", r.EveryHours, r.EveryHours * 3_600 >= 1 && double.IsFinite(r.EveryHours), "a second (1/3600) or more");
                if (r.First is { } first && DateOnly.FromDateTime(first) > faults.Last)
                {
                    faults.Add(path + ".first", string.Create(CultureInfo.InvariantCulture, $"is {first:yyyy-MM-dd HH:mm}, after the simulated days, {faults.Days}"), "a moment not after the last day");
                }

                break;
        }
    }

    private static bool Within(DateTime at, PathwayFaults faults) => DateOnly.FromDateTime(at) >= faults.First && DateOnly.FromDateTime(at) <= faults.Last;

    private static bool CheckRate(string path, VaryingRate rate, PathwayFaults faults)
    {
        bool holds = true;
        if (rate.Levels.Count == 0)
        {
            faults.Add(path + ".levels", "has no level", "at least one level");
            holds = false;
        }

        for (int i = 0; i < rate.Levels.Count; i++)
        {
            holds &= faults.NotNegative($"{path}.levels[{i}].per_day", rate.Levels[i].PerDay);
            if (i > 0 && (rate.Levels[i].From is not { } from || from <= (rate.Levels[i - 1].From ?? DateTime.MinValue)))
            {
                faults.Add($"{path}.levels[{i}].from", rate.Levels[i].From is null ? "is left out" : "is not after the one before", "moments in rising order; only the first may be left out");
                holds = false;
            }
        }

        holds &= CheckFactors(path + ".weekday_factors", rate.WeekdayFactors, 7, "Monday to Sunday", faults);
        holds &= CheckFactors(path + ".hour_factors", rate.HourFactors, 24, "the hours 0 to 23", faults);
        for (int i = 0; i < rate.Waves.Count; i++)
        {
            holds &= faults.Share($"{path}.waves[{i}].amplitude", rate.Waves[i].Amplitude);
            holds &= faults.Positive($"{path}.waves[{i}].period_days", rate.Waves[i].PeriodDays);
            holds &= faults.Holds($"{path}.waves[{i}].phase_days", rate.Waves[i].PhaseDays, double.IsFinite(rate.Waves[i].PhaseDays), "a number");
        }

        double amplitude = rate.Waves.Sum(w => w.Amplitude);
        if (holds && amplitude > 1 + 1e-12)
        {
            faults.Add(path + ".waves", $"has amplitudes that sum to {PathwayFaults.Show(amplitude)}, so the rate would fall below 0", "amplitudes that sum to 1 at most");
            holds = false;
        }

        return holds;
    }

    private static bool CheckFactors(string path, IReadOnlyList<double> factors, int number, string of, PathwayFaults faults)
    {
        if (factors.Count > 0 && factors.Count != number)
        {
            faults.Add(path, $"has {factors.Count} factors", $"{number} factors, one for each of {of}");
            return false;
        }

        bool holds = true;
        for (int i = 0; i < factors.Count; i++)
        {
            holds &= faults.NotNegative($"{path}[{i}]", factors[i]);
        }

        return holds;
    }

    private static bool Never(VaryingRate rate, PathwayFaults faults)
    {
        DateTime end = faults.Last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        DateTime start = faults.First.ToDateTime(TimeOnly.MinValue);
        bool level = rate.Levels.Where((l, i) =>
            l.PerDay > 0
            && (i == 0 || l.From < end)
            && (i + 1 == rate.Levels.Count || rate.Levels[i + 1].From > start)).Any();
        bool weekday = rate.WeekdayFactors.Count == 0
            || rate.WeekdayFactors.Count != 7 || Enumerable.Range(0, Math.Min(7, faults.Last.DayNumber - faults.First.DayNumber + 1)).Any(d => rate.WeekdayFactors[((int)faults.First.AddDays(d).DayOfWeek + 6) % 7] > 0);
        bool hour = rate.HourFactors.Count == 0 || rate.HourFactors.Any(f => f > 0);
        return !(level && weekday && hour);
    }
}
