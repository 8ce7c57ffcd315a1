using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Theory;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class PathwaySearchTests
{
    private static readonly RunOptions s_options = new() { Threads = 2 };

    /// <summary>The fewest beds with no more than 5 % turned away, against Erlang's formula.</summary>
    [Theory]
    [InlineData(SearchMethod.Grid)]
    [InlineData(SearchMethod.GoldenSection)]
    [InlineData(SearchMethod.NelderMead)]
    public void LeastCapacity_ForAServiceLevel_IsErlangs(SearchMethod method)
    {
        PathwayScenario scenario = PathwayRuns.Station(10, 12, new ExponentialDays(1), 1_000).With(p => p with { QueueLimit = 0 });
        CapacitySearchResult result = PathwaySearch.Run(scenario with
        {
            Search = new CapacitySearch
            {
                Places = [new SearchRange("ward", 5, 40)],
                Method = method,
                Objective = SearchObjective.LeastCapacity,
                ServiceLevels = [new ServiceLevel("ward", PathwayMeasure.TurnedAwayShare, 0.05)],
                Replications = 4,
            },
        }, s_options);

        int expected = Enumerable.Range(1, 40).First(c => Formula.ErlangB(c, 10) <= 0.05);
        Assert.Equal(expected, result.Best!.Units[0]);
        Assert.Equal(StageEnd.Settled, result.End);
        Assert.Equal(result.Cells.Count, result.Cells.Select(t => t.Units[0]).Distinct().Count());
        Assert.True(method == SearchMethod.Grid ? result.Cells.Count == 36 : result.Cells.Count < 20, $"{result.Cells.Count} cells");
    }

    /// <summary>Two places: the simplex ends where the grid does.</summary>
    [Fact]
    public void LeastCost_OfTwoPlaces_SimplexAgreesWithGrid()
    {
        PlaceCosts costs = new() { PoundsPerUnitDay = 100, PoundsPerDelayDay = 60 };
        PathwayScenario scenario = PathwayRuns.Station(3, 5, new ExponentialDays(1), 300) with
        {
            Arrivals = [PathwayRuns.Stream("door", 3, "first")],
            Places = [PathwayRuns.Place("first", 5, new ExponentialDays(1)) with { Costs = costs }, PathwayRuns.Place("second", 8, new GammaDays(2, 1)) with { Costs = costs }],
            Routes = [PathwayRuns.Route("first", ("second", 1)), PathwayRuns.Home("second")],
        };
        CapacitySearch search = new() { Places = [new SearchRange("first", 3, 9), new SearchRange("second", 6, 14)], Replications = 3 };

        CapacitySearchResult grid = PathwaySearch.Run(scenario with { Search = search }, s_options);
        CapacitySearchResult simplex = PathwaySearch.Run(scenario with { Search = search with { Method = SearchMethod.NelderMead } }, s_options);

        Assert.Equal(63, grid.Cells.Count);
        Assert.True(simplex.Cells.Count < 40, $"{simplex.Cells.Count} cells");
        Assert.Equal(grid.Best!.Units, simplex.Best!.Units);
        Assert.Equal(grid.Best.Cost.Point, grid.Cells.Min(t => t.Cost.Point));
    }

    [Fact]
    public void LevelOutOfReach_HasNoBest()
    {
        PathwayScenario scenario = PathwayRuns.Station(10, 12, new ExponentialDays(1), 100);
        CapacitySearchResult result = PathwaySearch.Run(scenario with
        {
            Search = new CapacitySearch
            {
                Places = [new SearchRange("ward", 1, 6)],
                Objective = SearchObjective.LeastCapacity,
                ServiceLevels = [new ServiceLevel("ward", PathwayMeasure.MeanWait, 0.1)],
                Replications = 2,
            },
        }, s_options);

        Assert.Null(result.Best);
        Assert.Equal(6, result.Cells.Count);
    }

    [Fact]
    public void Stopped_KeepsWhatWasTried()
    {
        using CancellationTokenSource stop = new();
        PathwayScenario scenario = PathwayRuns.Station(4, 5, new ExponentialDays(1), 50).With(p => p with { Costs = new PlaceCosts { PoundsPerUnitDay = 1 } }) with
        {
            Search = new CapacitySearch { Places = [new SearchRange("ward", 1, 20)], Replications = 2 },
        };
        int tried = 0;
        CapacitySearchResult result = PathwaySearch.Run(scenario, s_options, _ =>
        {
            if (++tried == 3)
            {
                stop.Cancel();
            }
        }, stop.Token);

        Assert.Equal(3, result.Cells.Count);
        Assert.Equal(StageEnd.Stopped, result.End);
    }
}
