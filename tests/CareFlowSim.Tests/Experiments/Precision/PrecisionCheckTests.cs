using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class PrecisionCheckTests
{
    private static readonly Policy Shorter = SmallWorld.Policy(new Levers { WhatIf = new WhatIf { LengthOfStay = 0.8 } });
    private static readonly Scenario Small = SmallWorld.Scenario(["Rutland"], 60, 30, Shorter) with { PeoplePerAgent = 5 };

    [Fact]
    public void RunUntilPrecise_StopsWhereTheWorstFigureIsNarrow_OnAnyNumberOfThreads()
    {
        Scenario asked = Small with
        {
            Precision =
            [
                new PrecisionGoal<string> { Measure = "beds_freed", HalfWidth = 0.2, AtMost = 100 },
                new PrecisionGoal<string> { Measure = "beds_freed", HalfWidth = 5, Relative = false, AtMost = 60 },
            ],
        };
        ExperimentResult one = Run(asked, 1);
        ExperimentResult two = Run(asked, 2);

        Assert.True(one.Precision!.IsDone);
        Assert.Equal(one.Replications, two.Replications);
        Assert.InRange(one.Replications, 8, 99);
        Assert.Equal(one.Replications, one.Precision.Needed + 5);
        Assert.Equal(0.2, one.Precision.Worst.Goal);
        Estimate freed = Estimate.Of(PolicyMeasure.Find("beds_freed")!.Figures(one, 1));
        Assert.True(freed.High - freed.Point <= 0.2 * freed.Point);
        Assert.Equal(freed.Point, one.Precision.Worst.Rule.Mean, 1e-9);
    }

    [Fact]
    public void Result_IsThatOfAFixedNumber_ToTheLastDigit()
    {
        ExperimentResult until = Run(Small with { Precision = [new PrecisionGoal<string> { Measure = "beds_freed", HalfWidth = 0.3, AtMost = 50 }] }, 2);
        ExperimentResult fixedNumber = SmallWorld.Experiment(Small with { Replications = until.Replications });

        Assert.True(until.Complete);
        Assert.Equal(until.Replications, until.Asked);
        Assert.Equal(Figures(fixedNumber), Figures(until));
        Assert.Equal(fixedNumber.AreaDaily[1, 0].SelectMany(s => s), until.AreaDaily[1, 0].SelectMany(s => s));
        Assert.Equal(fixedNumber.Events, until.Events);

        static double[] Figures(ExperimentResult result) => [.. Enum.GetValues<Measure>().SelectMany(m => Enumerable.Range(0, result.Replications).Select(r => result.Total(r, 1, m)))];
    }

    [Fact]
    public void AGoalOutOfReach_EndsAtTheMostReplications()
    {
        ExperimentResult result = Run(Small with { Precision = [new PrecisionGoal<string> { Measure = "beds_freed", HalfWidth = 1e-9, AtMost = 9 }] }, 2);

        Assert.False(result.Precision!.IsDone);
        Assert.Equal((9, 0), (result.Replications, result.Precision.Needed));
        Assert.True(result.Complete);
    }

    [Fact]
    public void WithoutAPolicy_TheLevelOfTheBaselineDecides()
    {
        ExperimentResult result = Run(Small with { Policies = [], Precision = [new PrecisionGoal<string> { Measure = "beds_freed", HalfWidth = 0.2, AtMost = 60 }] }, 2);

        Assert.Equal("baseline", result.Precision!.Worst.Policy);
        Assert.Equal(Enumerable.Range(0, result.Replications).Average(r => PolicyMeasure.Find("beds_freed")!.Level(result, r, 0)), result.Precision.Worst.Rule.Mean, 1e-9);
    }

    private static ExperimentResult Run(Scenario scenario, int threads) => ExperimentRunner.RunUntilPrecise(SmallWorld.Setup(scenario), new RunOptions { Threads = threads });
}
