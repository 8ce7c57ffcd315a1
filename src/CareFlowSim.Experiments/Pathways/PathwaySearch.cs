using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>The capacity search of a pathway scenario, each combination run on the same people and the same luck.</summary>
public static class PathwaySearch
{
    /// <summary>Searches; the scenario's policies are passed over.</summary>
    /// <param name="scenario">A scenario with a search and without faults.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="evaluated">Told of each combination evaluated.</param>
    /// <param name="stop">Stops before the next combination.</param>
    public static CapacitySearchResult Run(PathwayScenario scenario, RunOptions options, Action<SearchCell>? evaluated = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        CapacitySearch search = scenario.Search ?? throw new ArgumentException("The scenario has nothing to search for.", nameof(scenario));
        PathwayScenario bare = scenario with { Policies = [], Replications = new PathwayReplications { Number = search.Replications } };
        return CapacitySearchRunner.Run(search, units => Read(bare, search, units, options, stop), evaluated, stop);
    }

    /// <summary>The most combinations that a search can try.</summary>
    public static int MostCombinations(CapacitySearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        double all = search.Places.Aggregate(1.0, (product, p) => product * (((p.Highest - p.Lowest) / p.Step) + 1));
        return (int)Math.Max(1, Math.Min(all, search.MostEvaluations));
    }

    private static SearchReading? Read(PathwayScenario scenario, CapacitySearch search, IReadOnlyList<int> units, RunOptions options, CancellationToken stop)
    {
        PathwayResult result = PathwayRunner.Run(
            scenario.With(search.Places.Zip(units).ToDictionary(p => p.First.Place, p => p.Second)), options, null, stop);
        return result.Replications < search.Replications
            ? null
            : new SearchReading(
                result.Values(0, result.RowOf(null), PathwayMeasure.Cost),
                [.. search.ServiceLevels.Select(l => (IReadOnlyList<double>)result.Values(0, result.RowOf(l.Place), l.Measure))]);
    }
}
