using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using CareFlowSim.Tests.Theory;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

/// <summary>The search against functions whose best capacities are known.</summary>
public sealed class CapacitySearchTests
{
    [Theory]
    [InlineData(SearchMethod.Grid, 17)]
    [InlineData(SearchMethod.GoldenSection, 3)]
    [InlineData(SearchMethod.GoldenSection, 17)]
    [InlineData(SearchMethod.GoldenSection, 40)]
    [InlineData(SearchMethod.NelderMead, 17)]
    public void OneValley_IsFound(SearchMethod method, int best)
    {
        CapacitySearchResult result = CapacitySearchRunner.Run(One(method, 3, 40), u => Cost(Math.Abs(u[0] - best)));
        Assert.Equal([best], result.Best!.Units);
        Assert.Equal(StageEnd.Settled, result.End);
    }

    [Fact]
    public void GoldenSection_TriesFew()
    {
        CapacitySearchResult result = CapacitySearchRunner.Run(One(SearchMethod.GoldenSection, 0, 1_000), u => Cost(Math.Pow(u[0] - 371, 2)));
        Assert.Equal([371], result.Best!.Units);
        Assert.InRange(result.Cells.Count, 10, 30);
    }

    [Fact]
    public void EveryOneOfManyRanges_HasItsBestFoundByGoldenSection()
    {
        for (int length = 0; length <= 30; length++)
        {
            for (int best = 0; best <= length; best++)
            {
                Assert.Equal([best], CapacitySearchRunner.Run(One(SearchMethod.GoldenSection, 0, length), u => Cost(Math.Abs(u[0] - best))).Best!.Units);
            }
        }
    }

    [Theory]
    [InlineData(SearchMethod.Grid)]
    [InlineData(SearchMethod.NelderMead)]
    public void TwoCapacitiesThatHangTogether_AreFound_AndNoneIsEvaluatedTwice(SearchMethod method)
    {
        List<string> asked = [];
        CapacitySearch search = new() { Places = [new SearchRange("ward", 10, 30), new SearchRange("step-down", 4, 40, 2)], Method = method };
        CapacitySearchResult result = CapacitySearchRunner.Run(search, u =>
        {
            asked.Add($"{u[0]},{u[1]}");
            double x = u[0] - 17;
            double y = u[1] - 24;
            return Cost((x * x) + (x * y) + (y * y));
        });
        Assert.Equal([17, 24], result.Best!.Units);
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.Equal(asked.Count, result.Cells.Count);
        Assert.True(method == SearchMethod.Grid ? asked.Count == 21 * 19 : asked.Count < 120, $"{asked.Count} combinations");
    }

    [Theory]
    [InlineData(SearchMethod.Grid)]
    [InlineData(SearchMethod.GoldenSection)]
    [InlineData(SearchMethod.NelderMead)]
    public void LeastCapacityThatMeetsALevel_IsThatOfErlangC(SearchMethod method)
    {
        const double Offered = 8;
        int expected = Enumerable.Range(9, 50).First(c => Formula.ErlangC(c, Offered) <= 0.05);
        CapacitySearch search = One(method, 1, 40) with { Objective = SearchObjective.LeastCapacity, ServiceLevels = [new ServiceLevel("ward", PathwayMeasure.WaitShare, 0.05)] };
        CapacitySearchResult result = CapacitySearchRunner.Run(search, u => Level(u[0] <= Offered ? 1 : Formula.ErlangC(u[0], Offered)));
        Assert.Equal([expected], result.Best!.Units);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void LeastCost_AmongThoseThatMeetTheLevel_PassesOverCheaperOnes()
    {
        CapacitySearch search = One(SearchMethod.Grid, 1, 20) with { ServiceLevels = [new ServiceLevel("ward", PathwayMeasure.MeanWait, 1)] };
        CapacitySearchResult result = CapacitySearchRunner.Run(search, u => new SearchReading([u[0], u[0]], [[10.0 / u[0], 10.0 / u[0]]]));
        Assert.Equal([10], result.Best!.Units);
        Assert.Equal([11], result.RunnerUp!.Units);
    }

    [Fact]
    public void NoCombinationMeetsTheLevel_SaysSo_AndNamesTheNearest()
    {
        CapacitySearch search = One(SearchMethod.Grid, 1, 5) with { Objective = SearchObjective.LeastCapacity, ServiceLevels = [new ServiceLevel("ward", PathwayMeasure.WaitShare, 0.05)] };
        CapacitySearchResult result = CapacitySearchRunner.Run(search, u => Level(1.0 / u[0]));
        Assert.Null(result.Best);
        Assert.Equal([5], result.Nearest!.Units);
        Assert.Equal("No combination meets the service levels; 5 ward comes nearest, with 0.2 for WaitShare of ward at most 0.05.", Assert.Single(result.Notes));
    }

    [Fact]
    public void AMeasureWithoutValue_DoesNotMeetALevel()
    {
        CapacitySearch search = One(SearchMethod.GoldenSection, 0, 20) with { Objective = SearchObjective.LeastCapacity, ServiceLevels = [new ServiceLevel("ward", PathwayMeasure.WaitShare, 0.05)] };
        CapacitySearchResult result = CapacitySearchRunner.Run(search, u => Level(u[0] < 15 ? double.NaN : 0.01));
        Assert.Equal([15], result.Best!.Units);
    }

    [Fact]
    public void BestAtTheEnd_OfTheRange_SaysSo()
    {
        CapacitySearchResult result = CapacitySearchRunner.Run(One(SearchMethod.Grid, 1, 5), u => Cost(100 - u[0]));
        Assert.Equal(["ward"], result.Edges);
        Assert.Contains("The best combination lies at the end of the range of ward: something better may lie beyond.", result.Notes);
    }

    [Fact]
    public void BestThatCannotBeToldFromTheRunnerUp_SaysSo_ByPairs()
    {
        // The costs of a combination scatter by hundreds; those of pairs differ by 1 with little scatter, or by as much as they scatter.
        double[] luck = [-300, 500, 100, -200];
        double[] noise = [2, -3, 1.5, -0.5];
        CapacitySearchResult clear = CapacitySearchRunner.Run(One(SearchMethod.Grid, 1, 3), u => Costs(luck.Select((l, i) => 1_000 + l + Math.Abs(u[0] - 2) + (0.1 * u[0] * noise[i]))));
        Assert.True(clear.Distinguishable);
        Assert.Empty(clear.Notes);
        CapacitySearchResult blurred = CapacitySearchRunner.Run(One(SearchMethod.Grid, 1, 3), u => Costs(luck.Select((l, i) => 1_000 + l + Math.Abs(u[0] - 2) + (10 * u[0] * noise[i]))));
        Assert.Equal([2], blurred.Best!.Units);
        Assert.False(blurred.Distinguishable);
        Assert.Contains("cannot be told from the runner-up", Assert.Single(blurred.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void ALevelMetOnTheMeanOnly_SaysSo_AndOneBelowThatMayMeetItToo()
    {
        CapacitySearch search = One(SearchMethod.Grid, 1, 5) with { Objective = SearchObjective.LeastCapacity, ServiceLevels = [new ServiceLevel("ward", PathwayMeasure.WaitShare, 0.05)] };
        CapacitySearchResult result = CapacitySearchRunner.Run(search, u =>
        {
            double mean = 0.05 + (0.001 * (2.5 - u[0]));
            return new SearchReading([0, 0, 0], [[mean - 0.02, mean, mean + 0.02]]);
        });
        Assert.Equal([3], result.Best!.Units);
        Assert.Contains(result.Notes, n => n.StartsWith("The best combination meets WaitShare of ward at most 0.05 on the mean of", StringComparison.Ordinal));
        Assert.Contains(result.Notes, n => n.StartsWith("1 ward has fewer units", StringComparison.Ordinal));
    }

    [Fact]
    public void OutOfEvaluations_OrStopped_KeepsWhatThereIs_AndSaysSo()
    {
        CapacitySearchResult spent = CapacitySearchRunner.Run(One(SearchMethod.GoldenSection, 0, 1_000) with { MostEvaluations = 4 }, u => Cost(u[0]));
        Assert.Equal((StageEnd.EvaluationsUsed, 4), (spent.End, spent.Cells.Count));
        Assert.Contains(spent.Notes, n => n.StartsWith("The search ended after 4 combinations", StringComparison.Ordinal));

        using CancellationTokenSource stop = new();
        CapacitySearchResult stopped = CapacitySearchRunner.Run(One(SearchMethod.Grid, 1, 9), u => Cost(u[0]), c => { if (c.Index == 2) { stop.Cancel(); } }, stop.Token);
        Assert.Equal((StageEnd.Stopped, 3), (stopped.End, stopped.Cells.Count));

        CapacitySearchResult cut = CapacitySearchRunner.Run(One(SearchMethod.NelderMead, 1, 9), _ => null);
        Assert.Equal((StageEnd.Stopped, 0), (cut.End, cut.Cells.Count));
        Assert.Null(cut.Nearest);
    }

    /// <summary>The teaching example as shipped: three beds and 2.4 arrivals of one day each.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void TheTeachingExample_FindsTheBedsOfErlangC_OnAnyNumberOfThreads(int threads)
    {
        PathwayScenario scenario = PathwayReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, "pathways", "mmc.yaml")).Scenario;
        CapacitySearchResult result = CapacitySearchRunner.Run(scenario, new RunOptions { Threads = threads });
        int expected = Enumerable.Range(3, 7).First(c => Formula.ErlangC(c, 2.4) <= 0.05);
        Assert.Equal([expected], result.Best!.Units);
        foreach (SearchCell cell in result.Cells)
        {
            Assert.InRange(Formula.ErlangC(cell.Units[0], 2.4), cell.Levels[0].Low - cell.Levels[0].Point + cell.Levels[0].Low, cell.Levels[0].High + cell.Levels[0].High - cell.Levels[0].Point);
        }

        Assert.Equal(CapacitySearchRunner.Run(scenario, new RunOptions { Threads = 2 }).Cells.Select(c => c.Levels[0]), result.Cells.Select(c => c.Levels[0]));
    }

    private static CapacitySearch One(SearchMethod method, int lowest, int highest) => new() { Places = [new SearchRange("ward", lowest, highest)], Method = method, MostEvaluations = 2_000 };

    private static SearchReading Cost(double cost) => Costs([cost, cost]);

    private static SearchReading Costs(IEnumerable<double> costs) => new([.. costs], []);

    private static SearchReading Level(double value) => new([0, 0], [[value, value]]);
}
