namespace CareFlowSim.Model;

/// <summary>What the number of replications and the search of a pathway must obey.</summary>
internal static class PathwayStudyRules
{
    /// <summary>Notes everything that is wrong with the replications.</summary>
    public static void CheckReplications(PathwayReplications replications, PathwayScenario scenario, PathwayFaults faults)
    {
        faults.Holds("replications.number", replications.Number, replications.Number >= 1, "1 or more");
        for (int i = 0; i < replications.Precision.Count; i++)
        {
            PrecisionGoal<PathwayMeasure> goal = replications.Precision[i];
            string path = $"replications.precision[{i}]";
            faults.Positive(path + ".half_width", goal.HalfWidth);
            faults.Holds(path + ".at_least", goal.AtLeast, goal.AtLeast >= 3, "3 or more");
            faults.Holds(path + ".at_most", goal.AtMost, goal.AtMost >= goal.AtLeast, $"at least the fewest, {goal.AtLeast}");
            faults.Holds(path + ".alpha", goal.Alpha, goal.Alpha is > 0 and < 1, "between 0 and 1");
            faults.Holds(path + ".look_ahead", goal.LookAhead, goal.LookAhead >= 0, "0 or more");
            if (goal.Of == PrecisionOf.Change && scenario.Policies.Count == 0)
            {
                faults.Add(path + ".of", "is the change, and there is no policy", "the baseline, or a policy");
            }

            CheckMeasure(path, goal.Place, goal.Measure, scenario, faults);
        }
    }

    /// <summary>Notes everything that is wrong with the search.</summary>
    public static void CheckSearch(CapacitySearch search, PathwayScenario scenario, PathwayFaults faults)
    {
        if (search.Places.Count == 0)
        {
            faults.Add("search.places", "names no place", "at least one place whose capacity is sought");
        }

        bool holds = true;
        HashSet<string> seen = [];
        for (int i = 0; i < search.Places.Count; i++)
        {
            SearchRange range = search.Places[i];
            string path = $"search.places[{i}]";
            faults.Place(path + ".place", range.Place);
            if (!seen.Add(range.Place))
            {
                faults.Add(path + ".place", $"is '{range.Place}', which is there already", "each place once");
            }

            holds &= faults.Holds(path + ".lowest", range.Lowest, range.Lowest >= 0, "0 or more");
            holds &= faults.Holds(path + ".highest", range.Highest, range.Highest >= range.Lowest && range.Highest > 0, $"at least the lowest, {range.Lowest}, and above 0");
            holds &= faults.Holds(path + ".step", range.Step, range.Step >= 1, "1 or more");
        }

        faults.Holds("search.replications", search.Replications, search.Replications >= 2, "2 or more, for without there is no interval");
        holds &= faults.Holds("search.most_evaluations", search.MostEvaluations, search.MostEvaluations >= 1, "1 or more");
        double combinations = holds ? search.Places.Aggregate(1.0, (n, r) => n * (((r.Highest - (long)r.Lowest) / r.Step) + 1)) : 0;
        if (search.Method == SearchMethod.Grid && combinations > search.MostEvaluations)
        {
            faults.Add(
                "search.method", $"is the grid, and the ranges have {PathwayFaults.Show(combinations)} combinations, more than the most evaluations, {search.MostEvaluations}",
                "wider steps, narrower ranges, more evaluations, or the method of Nelder and Mead");
        }

        if (search.Method == SearchMethod.GoldenSection && search.Places.Count > 1)
        {
            faults.Add("search.method", $"is the golden section, and {search.Places.Count} capacities are sought", "one place, or another method");
        }

        CheckObjective(search, scenario, faults);
        for (int i = 0; i < search.ServiceLevels.Count; i++)
        {
            string path = $"search.service_levels[{i}]";
            faults.NotNegative(path + ".at_most", search.ServiceLevels[i].AtMost);
            CheckMeasure(path, search.ServiceLevels[i].Place, search.ServiceLevels[i].Measure, Limited(search, scenario), faults);
        }
    }

    /// <summary>The scenario as it is searched: each place that is sought has a limit.</summary>
    private static PathwayScenario Limited(CapacitySearch search, PathwayScenario scenario) =>
        scenario.With(search.Places.GroupBy(r => r.Place).ToDictionary(g => g.Key, g => g.First().Highest));

    private static void CheckObjective(CapacitySearch search, PathwayScenario scenario, PathwayFaults faults)
    {
        if (search.Objective == SearchObjective.LeastCapacity && search.ServiceLevels.Count == 0)
        {
            faults.Add("search.service_levels", "is empty, so that no capacity at all would be best", "at least one service level that must be met");
        }

        bool costs = scenario.Costs is not { PoundsPerDeath: 0, PoundsPerLeft: 0, PoundsPerTurnedAway: 0 } || scenario.Places.Any(p => p.Costs != new PlaceCosts());
        if (search.Objective == SearchObjective.LeastCost && !costs)
        {
            faults.Add("search.objective", "is the least cost, and nothing has a cost", "a cost of a place or of the path, or the least capacity");
        }
    }

    private static void CheckMeasure(string path, string? place, PathwayMeasure measure, PathwayScenario scenario, PathwayFaults faults)
    {
        if (!Enum.IsDefined(measure))
        {
            faults.Add(path + ".measure", $"is {(int)measure}, which is not a measure", $"one of {PathwayFaults.Show(Enum.GetNames<PathwayMeasure>())}");
        }

        if (place is null && (measure is PathwayMeasure.MeanInUse or PathwayMeasure.Utilisation or PathwayMeasure.Occupied95))
        {
            faults.Add(path, "does not say of which place; the whole path has no such measure", $"one of {PathwayFaults.Show(scenario.Places.Select(p => p.Name))} as the place");
        }

        if (place is null || !faults.Place(path + ".place", place) || scenario.Places.FirstOrDefault(p => p.Name == place) is not { } named)
        {
            return;
        }

        if (measure == PathwayMeasure.Utilisation && named.Capacity.IsUnlimited)
        {
            faults.Add(path + ".measure", $"is the utilisation of '{place}', which has no limit", "another measure, or a place with a limit");
        }

        if (measure == PathwayMeasure.Visits && named.Kind != PlaceKind.Visits)
        {
            faults.Add(path + ".measure", $"is the visits of '{place}', which counts none", "another measure, or a place of the kind 'visits'");
        }
    }
}
