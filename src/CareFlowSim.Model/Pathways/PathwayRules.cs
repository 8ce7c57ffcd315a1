using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>What a scenario of a pathway must obey beyond the form of its file.</summary>
public static class PathwayRules
{
    /// <summary>All faults, in the order of the scenario; empty when it can be run.</summary>
    public static IReadOnlyList<PathwayFault> Check(PathwayScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        PathwayFaults faults = new(scenario);
        if (CheckAll(scenario, arm: false, faults))
        {
            PolicyRules.Check(scenario, faults);
        }

        return faults.All;
    }

    /// <summary>All faults of one arm, policies left out. A policy may leave a place to which nobody comes any more.</summary>
    internal static IReadOnlyList<PathwayFault> CheckArm(PathwayScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        PathwayFaults faults = new(scenario);
        _ = CheckAll(scenario, arm: true, faults);
        return faults.All;
    }

    private static bool CheckAll(PathwayScenario scenario, bool arm, PathwayFaults faults)
    {
        if (!CheckPeriod(scenario.Period, faults))
        {
            // Without days there is no telling what is ever open; the rest waits until the period is mended.
            return false;
        }

        PathwayStudyRules.CheckReplications(scenario.Replications, scenario, faults);
        CheckNames(scenario, faults);
        ArrivalRules.Check(scenario, faults);
        PlaceRules.Check(scenario, faults);
        RouteRules.Check("routes", scenario.Routes, scenario, faults);
        RouteRules.CheckFlow(arm, scenario, faults);
        StartRules.Check(scenario, faults);
        faults.NotNegative("costs.pounds_per_death", scenario.Costs.PoundsPerDeath);
        faults.NotNegative("costs.pounds_per_turned_away", scenario.Costs.PoundsPerTurnedAway);
        faults.NotNegative("costs.pounds_per_left", scenario.Costs.PoundsPerLeft);
        if (scenario.Search is { } search)
        {
            PathwayStudyRules.CheckSearch(search, scenario, faults);
        }

        return true;
    }

    private static bool CheckPeriod(Period period, PathwayFaults faults)
    {
        bool holds = true;
        if (period.Days < 1)
        {
            faults.Add("period.days", $"is {period.Days}", "1 day or more");
            holds = false;
        }

        if (period.WarmUpDays < 0)
        {
            faults.Add("period.warm_up_days", $"is {period.WarmUpDays}", "0 days or more");
            holds = false;
        }

        if (holds && (long)period.Days + period.WarmUpDays > Clock.MaxDays)
        {
            faults.Add("period.days", $"is {period.Days}, with the warm-up {(long)period.Days + period.WarmUpDays}", $"at most {Clock.MaxDays} days in all, the longest that the clock can tell");
            holds = false;
        }

        if (holds && ((long)period.Start.DayNumber - period.WarmUpDays < 0 || (long)period.Start.DayNumber + period.Days > DateOnly.MaxValue.DayNumber))
        {
            faults.Add("period", "leaves the calendar", "a first and a last day between the years 1 and 9999");
            holds = false;
        }

        return holds;
    }

    private static void CheckNames(PathwayScenario scenario, PathwayFaults faults)
    {
        if (scenario.Classes.Count == 0)
        {
            faults.Add("classes", "names no class", "at least one class of people");
        }

        faults.Unlike("classes", scenario.Classes, "class");
        Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (string end in PathwayEnds.All)
        {
            taken[end] = "an end that is always there";
        }

        List<(string Path, string Name, string What)> names =
        [
            .. scenario.Arrivals.Select((a, i) => ($"arrivals[{i}].name", a.Name, "a stream of arrivals")),
            .. scenario.Places.Select((p, i) => ($"places[{i}].name", p.Name, "a place")),
            .. scenario.Ends.Select((e, i) => ($"ends[{i}]", e, "an end")),
        ];
        foreach ((string path, string name, string what) in names)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                faults.Add(path, "is empty", "a name");
            }
            else if (!taken.TryAdd(name, what))
            {
                faults.Add(path, $"is '{name}', the name of {taken[name]}", "a name that no stream, place or end has yet");
            }
        }

        if (scenario.Places.Count == 0)
        {
            faults.Add("places", "has no place", "at least one place");
        }
    }
}
