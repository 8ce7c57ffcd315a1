using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class PairedComparisonTests
{
    private static readonly Policy Faster = SmallWorld.Policy(new Levers { JointAssessment = 1, WhatIf = new WhatIf { LengthOfStay = 0.9 } });
    private static readonly ExperimentResult Result = SmallWorld.Experiment(SmallWorld.Scenario(SmallWorld.TwoSites, 120, 60, Faster) with { Replications = 3, PeoplePerAgent = 2 });

    [Fact]
    public void BedsFreed_AreTheDifferenceOfPeopleInBedsAndWaiting()
    {
        double[] freed = [.. Enumerable.Range(0, 3).Select(r => (Demand(r, 0) - Demand(r, 1)) / 120)];
        BedsFreed beds = PairedComparison.Beds(Result, 1);

        Assert.Equal(Estimate.Of(freed).Point, beds.Mean.Point, 1e-9);
        Assert.Equal(Estimate.Of(freed).High, beds.Mean.High, 1e-9);
        Assert.True(beds.Mean.Low > 0);
        Assert.True(double.IsNaN(beds.Winter.Point));

        double Demand(int r, int arm) => Result.Total(r, arm, Measure.BedDays) + Result.Total(r, arm, Measure.BoardingDays);
    }

    [Fact]
    public void Winter_IsTheMeanOfItsOwnDays()
    {
        Scenario winter = SmallWorld.Scenario(["Rutland"], 60, 10, Faster) with { Period = new Period(new DateOnly(2014, 11, 15), 60, 10) };
        ExperimentResult result = SmallWorld.Experiment(winter);
        int first = 10 + 16;
        int[] demand = [.. result.SiteDaily[0, 0][1].Zip(result.SiteDaily[0, 0][2]).Select(d => (int)(d.First + d.Second))];

        Assert.Equal(demand.Skip(first).Average(), result.Demand[0, 0, 0].Winter, 1e-9);
        Assert.Equal(demand.Skip(10).Average(), result.Demand[0, 0, 0].Mean, 1e-9);
    }

    [Fact]
    public void BedsNeeded_AreExceededOnNoMoreThanOneDayInTwenty()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(["Rutland"], 100, 30));
        int[] demand = [.. result.SiteDaily[0, 0][1].Zip(result.SiteDaily[0, 0][2]).Skip(30).Select(d => (int)(d.First + d.Second))];
        double needed = result.Demand[0, 0, 0].Needed;

        Assert.InRange(demand.Count(d => d > needed), 0, 5);
        Assert.True(demand.Count(d => d > needed - 1) > 5);
    }

    [Fact]
    public void Difference_IsPolicyLessBaseline()
    {
        Estimate e = PairedComparison.Difference(Result, 1, Measure.BedDays);

        Assert.Equal(PairedComparison.Level(Result, 1, Measure.BedDays).Point - PairedComparison.Level(Result, 0, Measure.BedDays).Point, e.Point, 1e-6);
        Assert.True(e.High < 0);
    }

    [Fact]
    public void OneReplication_TakesItsIntervalFromDiscordantPairs()
    {
        ExperimentResult one = SmallWorld.Experiment(SmallWorld.Scenario(SmallWorld.TwoAreas, 60, 30, Faster));
        Estimate total = PairedComparison.Admissions(one, 1).Total;

        Assert.Equal(IntervalMethod.DiscordantPairs, total.Method);
        Assert.Equal(1.96 * Math.Sqrt(one.Paired(0, 1).Discordant), total.High - total.Point, 1e-9);
    }

    [Fact]
    public void Delays_AreScaledToPeople() =>
        Assert.Equal(
            Enumerable.Range(0, 3).Average(r => 2.0 * Result.Delays(r, 0, 0).Recorded),
            PairedComparison.Delays(Result, 0, 0, recorded: true).Point,
            1e-9);
}
