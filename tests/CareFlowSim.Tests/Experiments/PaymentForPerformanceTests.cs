using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class PaymentForPerformanceTests
{
    private static readonly PerformanceTerms Terms = new(1000, 0.75, 0.035);

    [Theory]
    [InlineData(-0.02, 250)]
    [InlineData(0, 250)]
    [InlineData(0.0175, 625)]
    [InlineData(0.035, 1000)]
    [InlineData(0.2, 1000)]
    public void Paid_IsInProportionUpToTheTarget(double achieved, double pounds) =>
        Assert.Equal(pounds, PaymentForPerformance.Paid(Terms, achieved), 1e-9);

    [Fact]
    public void Paid_WithNothingOnResults_IsTheWholePot() =>
        Assert.Equal(1000, PaymentForPerformance.Paid(Terms with { OnResultsShare = 0 }, -1));

    [Theory]
    [InlineData(-1, 0.035)]
    [InlineData(1000, 0)]
    public void Paid_ImpossibleTerms_Throws(double pot, double target) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PaymentForPerformance.Paid(new PerformanceTerms(pot, 1, target), 0.01));

    [Fact]
    public void Reduction_CountsOlderPeopleByTheirShareAndForgivesNoGrowth()
    {
        Assert.Equal(0.04, PaymentForPerformance.Reduction(1000, 900, 0.4, 0), 1e-12);
        Assert.Equal(1 - (0.96 * 1.02), PaymentForPerformance.Reduction(1000, 900, 0.4, 0.02), 1e-12);
        Assert.Equal(-0.02, PaymentForPerformance.Reduction(0, 0, 0.4, 0.02), 1e-12);
    }

    [Fact]
    public void Of_AnArm_PaysByItsSimulatedAdmissions()
    {
        PerformanceRule rule = new() { Design = PaymentDesign.Design2014 };
        WhatIf fewer = new() { AdmissionThreshold = 0.9 };
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(
            [SmallWorld.OneArea], 60, 30,
            SmallWorld.Policy(new Levers { PaymentForPerformance = rule }, name: "rule alone"),
            SmallWorld.Policy(new Levers { PaymentForPerformance = rule, WhatIf = fewer }, name: "fewer"),
            SmallWorld.Policy(new Levers { PaymentForPerformance = rule with { BackgroundGrowthPerYear = 0.1 }, WhatIf = fewer }, name: "growing"),
            SmallWorld.Policy(new Levers { WhatIf = fewer }, name: "no rule"),
            SmallWorld.Policy(new Levers { PaymentForPerformance = rule, Graduation = 0.75 }, name: "graduated")));
        PerformancePayment[] payments = [.. Enumerable.Range(1, 3).Select(a => PaymentForPerformance.Of(result, a)!)];

        Assert.Null(PaymentForPerformance.Of(result, 0));
        Assert.Null(PaymentForPerformance.Of(result, 4));
        Assert.Equal((0.0, 0.0), (payments[0].AchievedReduction, payments[0].PaidPounds));
        Assert.Equal(payments[0].PotPounds / 4, PaymentForPerformance.Of(result, 5)!.PotPounds, 1e-6);
        Assert.True(payments[1].AchievedReduction > 0.03 && payments[1].PaidPounds > 0);
        Assert.Equal(0, payments[2].PaidPounds);
        Assert.All(payments, p => Assert.Equal(p.PotPounds, p.PaidPounds + p.UnpaidPounds, 1e-6));
        Assert.Equal(253e6 * result.Setup.ShareOfEngland * 60 / 365.25, payments[0].PotPounds, 1e-6);
        Assert.InRange(result.Setup.ShareOfEngland, 0.002, 0.006);
    }

    [Theory]
    [InlineData(PaymentDesign.Design2013, 1e9, 0.75, 0.035)]
    [InlineData(PaymentDesign.Design2014, 253e6, 1, 0.035)]
    [InlineData(PaymentDesign.Final, 253e6, 1, 0.0193)]
    public void Terms_LeftOut_AreThoseOfTheDesign(PaymentDesign design, double pot, double onResults, double target)
    {
        ParameterTable p = SmallWorld.England.Parameters;

        Assert.Equal(new PerformanceTerms(pot, onResults, target), new PerformanceRule { Design = design }.Terms(p));
        Assert.Equal(
            new PerformanceTerms(1, 0.5, 0.1),
            new PerformanceRule { Design = design, PotPounds = 1, OnResultsShare = 0.5, TargetReduction = 0.1 }.Terms(p));
    }
}
