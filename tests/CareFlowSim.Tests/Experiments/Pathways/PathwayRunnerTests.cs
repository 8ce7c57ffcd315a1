using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using CareFlowSim.Tests.Theory;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class PathwayRunnerTests
{
    [Fact]
    public void OneThreadOrThree_TheAnswersAreTheSame()
    {
        PathwayResult one = PathwayRunner.Run(BusyPathway.Scenario, new RunOptions { Threads = 1, Check = true });
        PathwayResult three = PathwayRunner.Run(BusyPathway.Scenario, new RunOptions { Threads = 3, Check = true });

        Assert.Equal(6, one.Replications);
        Assert.Equal(Bytes(one), Bytes(three));
    }

    /// <summary>People, their luck and so the first arrivals are the same in all arms, whatever happens to them.</summary>
    [Fact]
    public void Arms_HaveTheSameArrivals_UnlessAPolicyChangesThem()
    {
        PathwayScenario scenario = PathwayRuns.Station(4, 4, new ExponentialDays(1), 300) with
        {
            Policies =
            [
                new PathwayPolicy { Name = "more", Places = [new PlaceChange { Place = "ward", Capacity = PlaceCapacity.Of(6) }] },
                new PathwayPolicy { Name = "fewer", Arrivals = [new ArrivalChange("door", 0.5)] },
            ],
        };
        PathwayResult result = PathwayRuns.Run(scenario);

        Assert.Equal(["baseline", "more", "fewer"], result.Arms);
        Assert.Equal(result.Values(0, 0, PathwayMeasure.Arrivals), result.Values(1, 0, PathwayMeasure.Arrivals));
        Estimate fewer = result.Difference(2, 0, PathwayMeasure.Arrivals);
        Assert.InRange(fewer.Point, -650, -550);
        Assert.True(result.Difference(1, 1, PathwayMeasure.MeanWait).High < 0);
    }

    /// <summary>On the same people and luck more beds never make anybody wait longer at a single place (Kiefer and Wolfowitz 1955).</summary>
    [Fact]
    public void MoreBeds_NeverWaitLonger_InAnyReplication()
    {
        PathwayScenario scenario = PathwayRuns.Station(4, 5, new LogNormalDays(1, 1.5), 300) with
        {
            Policies = [.. Enumerable.Range(6, 4).Select(beds => new PathwayPolicy { Name = $"{beds}", Places = [new PlaceChange { Place = "ward", Capacity = PlaceCapacity.Of(beds) }] })],
        };
        PathwayResult result = PathwayRuns.Run(scenario);

        for (int arm = 1; arm < result.Arms.Count; arm++)
        {
            Assert.All(
                result.Values(arm - 1, 1, PathwayMeasure.DelayDays).Zip(result.Values(arm, 1, PathwayMeasure.DelayDays)),
                pair => Assert.True(pair.Second <= pair.First));
        }
    }

    [Fact]
    public void Precision_StopsWhereTheRuleSays_OnAnyNumberOfThreads()
    {
        PathwayScenario scenario = PathwayRuns.Station(4, 5, new ExponentialDays(1), 100) with
        {
            Replications = new PathwayReplications
            {
                Precision = [new PrecisionGoal<PathwayMeasure> { Measure = PathwayMeasure.MeanWait, Place = "ward", HalfWidth = 0.15, AtMost = 200 }],
            },
        };
        PathwayResult one = PathwayRunner.Run(scenario, new RunOptions { Threads = 1 });
        PathwayResult two = PathwayRunner.Run(scenario, new RunOptions { Threads = 2 });

        Assert.InRange(one.Replications, 9, 99);
        Assert.Equal(one.Replications, one.Precision!.Figures[0].Rule.Replications);
        Assert.Equal(one.Replications, one.Precision.Needed + 5);
        Assert.True(one.Precision.Figures[0].Rule.Achieved <= 0.15);
        Assert.Equal(Bytes(one), Bytes(two));
    }

    [Fact]
    public void Precision_OfSeveralFigures_TheWorstDecides()
    {
        PathwayScenario scenario = PathwayRuns.Station(4, 5, new ExponentialDays(1), 100) with
        {
            Policies = [new PathwayPolicy { Name = "one bed more", Places = [new PlaceChange { Place = "ward", Capacity = PlaceCapacity.Of(6) }] }],
        };
        PrecisionGoal<PathwayMeasure> easy = new() { Measure = PathwayMeasure.Arrivals, HalfWidth = 0.2, Of = PrecisionOf.Baseline, AtMost = 200 };
        PrecisionGoal<PathwayMeasure> hard = new() { Measure = PathwayMeasure.MeanWait, Place = "ward", HalfWidth = 0.1, AtMost = 200 };

        int With(params PrecisionGoal<PathwayMeasure>[] goals) => Run(goals).Replications;
        PathwayResult both = Run(easy, hard);

        Assert.True(With(easy) < With(hard));
        Assert.Equal(With(hard), both.Replications);
        Assert.Equal(("one bed more", nameof(PathwayMeasure.MeanWait)), (both.Precision!.Worst.Policy, both.Precision.Worst.Measure));
        Assert.Equal(both.Difference(1, both.RowOf("ward"), PathwayMeasure.MeanWait).Point, both.Precision.Worst.Rule.Mean, 1e-9);

        PathwayResult Run(params PrecisionGoal<PathwayMeasure>[] goals) =>
            PathwayRunner.Run(scenario with { Replications = new PathwayReplications { Precision = goals } }, new RunOptions { Threads = 2 });
    }

    [Fact]
    public void Stopped_KeepsWholeReplicationsOnly()
    {
        using CancellationTokenSource stop = new();
        int told = 0;
        PathwayResult result = PathwayRunner.Run(BusyPathway.Scenario, new RunOptions { Threads = 1 }, p =>
        {
            told++;
            if (p.Finished == 7)
            {
                stop.Cancel();
            }
        }, stop.Token);

        // Three arms: seven runs are two whole replications.
        Assert.Equal(7, told);
        Assert.Equal(2, result.Replications);
        Assert.All(result.Outcomes, arm => Assert.Equal(2, arm.Count));
    }

    [Fact]
    public void WaitsAndShares_AddUpOverReplications()
    {
        PathwayResult result = PathwayRuns.Run(BusyPathway.Scenario);

        Assert.Equal(result.Values(0, result.RowOf("ward"), PathwayMeasure.Admissions).Sum(), result.Waits[0][0].Count);
        Assert.Equal(1, result.OccupancyShares(0, 0).Sum(), 1e-9);
        Assert.Equal(1, result.NeedShares(0, 2).Sum(), 1e-9);
        double[][] fan = result.PercentileSeries(0, 0, PathwaySeries.Occupied, 0.1, 0.5, 0.9);
        Assert.All(Enumerable.Range(0, result.Scenario.TotalDays), d => Assert.True(fan[0][d] <= fan[1][d] && fan[1][d] <= fan[2][d]));
        double byClass = result.Scenario.Classes.Sum(c => result.Values(0, result.RowOf("ward", c), PathwayMeasure.Admissions).Sum());
        Assert.Equal(result.Values(0, result.RowOf("ward"), PathwayMeasure.Admissions).Sum(), byClass);
    }

    /// <summary>MSER-5 on the mean by day finds the filling of a place that starts empty, and none after a warm-up.</summary>
    [Fact]
    public void MeanSeries_ShowsTheFilling()
    {
        PathwayScenario slow = PathwayRuns.Station(10, double.PositiveInfinity, new ExponentialDays(40), 600, 0) with { Replications = new PathwayReplications { Number = 5 } };

        int cut = Settling.Mser5(PathwayRuns.Run(slow).MeanSeries(0, 0, PathwaySeries.MeanOccupied));

        Assert.InRange(cut, 40, 250);
    }

    private static List<byte> Bytes(PathwayResult result)
    {
        List<byte> bytes = [];
        foreach (PathwayOutcome outcome in result.Outcomes.SelectMany(o => o))
        {
            for (int row = 0; row < result.Rows.Count; row++)
            {
                bytes.AddRange(Enum.GetValues<PathwayMeasure>().SelectMany(m => BitConverter.GetBytes(outcome.Value(row, m))));
            }

            bytes.AddRange(outcome.OccupiedSeconds.Concat(outcome.NeededSeconds).SelectMany(s => s).SelectMany(BitConverter.GetBytes));
            bytes.AddRange(outcome.Ended.SelectMany(BitConverter.GetBytes));
            for (int place = 0; place < result.Scenario.Places.Count; place++)
            {
                bytes.AddRange(Enum.GetValues<PathwaySeries>().SelectMany(s => outcome.Series(place, s)).SelectMany(BitConverter.GetBytes));
            }
        }

        bytes.AddRange(result.Waits.SelectMany(w => w).SelectMany(w => Enumerable.Range(0, w.Bins).SelectMany(b => BitConverter.GetBytes(w.CountIn(b)))));
        return bytes;
    }
}
