using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>Single stations of a pathway against the textbook; a day is the unit of time.</summary>
public sealed class PathwayQueueTests
{
    [Theory]
    [InlineData("exponential")]
    [InlineData("lognormal")]
    public void LossStation_ShareTurnedAway_IsErlangB(string stay)
    {
        DayDistribution lengths = stay == "exponential" ? new ExponentialDays(1) : new LogNormalDays(1, 1.3);
        PathwayResult result = PathwayRuns.Run(PathwayRuns.Station(4, 5, lengths, 1_000).With(p => p with { QueueLimit = 0 }));

        Formula.Agrees(Formula.ErlangB(5, 4), result.Of("ward", PathwayMeasure.TurnedAwayShare));
    }

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(3, 2.4)]
    [InlineData(10, 8.5)]
    public void DelayStation_ShareAndMeanOfWait_AreErlangC(int beds, double perDay)
    {
        PathwayResult result = PathwayRuns.Run(PathwayRuns.Station(perDay, beds, new ExponentialDays(1), (int)(6_000 / perDay), 60));

        double share = Formula.ErlangC(beds, perDay);
        Formula.Agrees(share, result.Of("ward", PathwayMeasure.WaitShare));
        Formula.Agrees(share / (beds - perDay), result.Of("ward", PathwayMeasure.MeanWait));
        Formula.Agrees(perDay / beds, result.Of("ward", PathwayMeasure.Utilisation));

        // The wait is exponential beyond 0: the percentile follows.
        if (share > 0.1)
        {
            Formula.Agrees(Math.Log(share / 0.1) / (beds - perDay), result.Of("ward", PathwayMeasure.Wait90));
        }
    }

    [Fact]
    public void LimitedLine_ShareTurnedAway_IsThatOfTheChain()
    {
        PathwayResult result = PathwayRuns.Run(PathwayRuns.Station(3, 3, new ExponentialDays(1), 1_500).With(p => p with { QueueLimit = 2 }));

        double[] p = Formula.BirthDeath(_ => 3, n => Math.Min(n, 3), 5);
        Formula.Agrees(p[5], result.Of("ward", PathwayMeasure.TurnedAwayShare));
        Formula.Agrees(p[4] + (2 * p[5]), result.Of("ward", PathwayMeasure.MeanWaiting));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ImpatientStation_LeaversAndQueue_AreErlangA(bool byDeath)
    {
        const double Rate = 0.5;
        PathwayResult result = PathwayRuns.Run(PathwayRuns.Station(4, 3, new ExponentialDays(1), 1_500).With(p => byDeath
            ? p with { Deaths = [new WaitingDeaths(null, Rate)] }
            : p with { Patience = [new PatienceRule(null, new ExponentialDays(1 / Rate))] }));

        double[] chain = Formula.BirthDeath(_ => 4, n => Math.Min(n, 3) + (Rate * Math.Max(0, n - 3)), 80);
        double queue = chain.Select((p, n) => p * Math.Max(0, n - 3)).Sum();
        Formula.Agrees(queue, result.Of("ward", PathwayMeasure.MeanWaiting));
        Formula.Agrees(queue * Rate * 1_500, result.Of("ward", byDeath ? PathwayMeasure.Died : PathwayMeasure.Left));
    }

    [Theory]
    [InlineData("lognormal")]
    [InlineData("gamma")]
    [InlineData("fixed")]
    public void OneServer_MeanWait_IsPollaczekKhinchine(string stay)
    {
        (DayDistribution lengths, double deviation) = stay switch
        {
            "lognormal" => ((DayDistribution)new LogNormalDays(1, 0.8), 0.8),
            "gamma" => (new GammaDays(1, 0.5), 0.5),
            _ => (new FixedDays(1), 0),
        };
        PathwayResult result = PathwayRuns.Run(PathwayRuns.Station(0.6, 1, lengths, 8_000));

        Formula.Agrees(Formula.PollaczekKhinchine(0.6, 1, deviation), result.Of("ward", PathwayMeasure.MeanWait));
    }

    [Fact]
    public void TwoClasses_MeanWaits_AreCobhams()
    {
        PathwayScenario scenario = PathwayRuns.Station(0.7, 1, new ExponentialDays(1), 10_000, 50) with { Classes = ["routine", "urgent"] };
        PathwayResult result = PathwayRuns.Run(scenario with
        {
            Arrivals = [scenario.Arrivals[0] with { Shares = [new ClassShare("urgent", 3.0 / 7), new ClassShare("routine", 4.0 / 7)] }],
            Places = [scenario.Places[0] with { Priority = ["urgent"] }],
        });

        Formula.Agrees(0.7 / (1 - 0.3), result.Of("ward", PathwayMeasure.MeanWait, "urgent"));
        Formula.Agrees(0.7 / ((1 - 0.3) * (1 - 0.7)), result.Of("ward", PathwayMeasure.MeanWait, "routine"));
    }

    [Fact]
    public void FinitePopulation_NumberIll_IsThatOfTheChain()
    {
        PathwayScenario scenario = PathwayRuns.Station(1, 2, new ExponentialDays(1 / 0.7), 2_000);
        PathwayResult result = PathwayRuns.Run(scenario with
        {
            Arrivals = [new ArrivalStream { Name = "people", To = "ward", Process = new PopulationArrivals(8, VaryingRate.Constant(0.2)) }],
        });

        double[] chain = Formula.BirthDeath(n => (8 - n) * 0.2, n => Math.Min(n, 2) * 0.7, 8);
        double ill = chain.Select((p, n) => p * n).Sum();
        double waiting = chain.Select((p, n) => p * Math.Max(0, n - 2)).Sum();
        Formula.Agrees(ill - waiting, result.Of("ward", PathwayMeasure.MeanOccupied));
        Formula.Agrees(waiting, result.Of("ward", PathwayMeasure.MeanWaiting));
        Formula.Agrees((8 - ill) * 0.2 * 2_000, result.Of("ward", PathwayMeasure.Arrivals));
    }

    /// <summary>Batches of two: a single server sees M(2)/M/1, whose mean wait is that of batches plus half of one's own batch (Gross and Harris 1998, section 3.1).</summary>
    [Fact]
    public void Batches_MeanWait_IsThatOfBatchArrivals()
    {
        PathwayScenario scenario = PathwayRuns.Station(0.3, 1, new ExponentialDays(1), 8_000);
        PathwayResult result = PathwayRuns.Run(scenario with { Arrivals = [scenario.Arrivals[0] with { Batch = [new BatchSize(2, 1)] }] });

        // L = rho (1 + E[X^2] / E[X]) / (2 (1 - rho)), rho = 0.6; W = L / 0.6, less one service.
        double present = 0.6 * (1 + 2) / (2 * (1 - 0.6));
        Formula.Agrees((present / 0.6) - 1, result.Of("ward", PathwayMeasure.MeanWait));
    }

    [Fact]
    public void Loop_ReadmissionsByProbability_RaiseTheLoad()
    {
        PathwayScenario scenario = PathwayRuns.Station(2, double.PositiveInfinity, new GammaDays(1, 0.7), 1_000);
        PathwayResult result = PathwayRuns.Run(scenario with { Routes = [PathwayRuns.Route("ward", ("ward", 0.2), (PathwayEnds.Died, 0.1), (PathwayEnds.Home, 0.7))] });

        Formula.Agrees(2 / 0.8, result.Of("ward", PathwayMeasure.MeanOccupied));
        Formula.Agrees(2 / 0.8 * 0.1 * 1_000, result.Of(null, PathwayMeasure.Died));
    }
}
