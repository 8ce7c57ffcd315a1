using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Results;

/// <summary>The tables about money stand in the summary where an arm has a money lever, and only there.</summary>
public sealed class MoneySummaryTests
{
    private static readonly Levers Pool = new()
    {
        PooledBudget = new PooledBudget
        {
            CcgPounds = 1e9, Spend = new Spending { HomeCare = 0.5, Adaptations = 0.5 }, SupplyShare = 1, BedClosures = [new BedClosure(new DateOnly(2015, 11, 1), 0.1)],
        },
        PaymentForPerformance = new PerformanceRule { Design = PaymentDesign.Design2014, BackgroundGrowthPerYear = 0.5 },
    };

    private static readonly ExperimentResult Result = ResultRuns.Run(ResultRuns.Small with
    {
        Replications = 1,
        PeoplePerAgent = 50,
        Policies =
        [
            new Policy { Name = "nothing", Levers = Levers.Off },
            new Policy { Name = "pool", Levers = Pool },
            new Policy { Name = "targets", Levers = new Levers { DelayedTransferTargets = new DelayedTransferTargets { ExpectedShare = 1 } } },
        ],
    });

    [Fact]
    public void WithoutMoneyLevers_ThereIsNoTable() => Assert.Empty(MoneySummary.Of(ResultRuns.Result));

    [Fact]
    public void WhatIsBought_StandsInUnitsAndPounds()
    {
        SummarySection bought = MoneySummary.Of(Result)[^3];
        double free = 1000 - 253;
        double hours = free / 2 * 1e6 / UnitCosts.PoundsPerYear(Service.HomeCare, ResultRuns.World.Parameters);

        Assert.Equal(
            [
                ["pool", "home-care hours a week", Figures.Signed(hours), "+374"],
                ["pool", "home adaptations", "", "+374"],
                ["pool", "acute beds", Figures.Number(-0.1 * free * 1e6 / 110_600), ""],
                ["pool", "held back for performance", "", "253.0"],
            ],
            bought.Rows);
    }

    [Fact]
    public void WhatIsPaid_AndWhatStays_AreThePot()
    {
        IReadOnlyList<string> row = Assert.Single(MoneySummary.Of(Result)[^2].Rows);
        PerformancePayment payment = PaymentForPerformance.Of(Result, 2)!;

        Assert.Equal(["pool", Figures.Number(payment.PotPounds / 1e6, 3), "3.50%"], row.Take(3));
        Assert.Equal(["targets", "100.00%", Figures.Percent(DelayedTransferTarget.Of(Result, 3)!.Simulated, 1, 2), "yes"], Assert.Single(MoneySummary.Of(Result)[^1].Rows));
        Assert.Equal(["0.000", Figures.Number(payment.PotPounds / 1e6, 3)], row.Skip(4));
    }
}
