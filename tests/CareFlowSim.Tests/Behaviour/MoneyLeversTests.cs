using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>Each money lever and rule, turned from off to a large value, moves what people meet in the documented direction; those that buy nothing move nothing.</summary>
public sealed class MoneyLeversTests(MoneyLeversTests.Runs runs) : IClassFixture<MoneyLeversTests.Runs>
{
    [Fact]
    public void Precept_ShortensTheWaitForPackages() => Assert.True(runs.Wait("precept", WaitKind.PackageFromHospital) < runs.Wait("baseline", WaitKind.PackageFromHospital));

    [Fact]
    public void ImprovedFund_ShortensTheWaitForCareHomes() =>
        Assert.True(runs.Wait("improved fund", WaitKind.CareHomeFromHospital) < runs.Wait("baseline", WaitKind.CareHomeFromHospital));

    [Fact]
    public void CouncilCuts_LengthenTheWaitForPackages_AndProtectionFillsThem()
    {
        double cut = runs.Wait("cuts", WaitKind.PackageFromHospital);

        Assert.True(cut > runs.Wait("baseline", WaitKind.PackageFromHospital));
        Assert.True(cut > runs.Wait("cuts, protected", WaitKind.PackageFromHospital));
    }

    [Fact]
    public void PooledBudget_OnCrisisTeams_MeetsMoreCrisesAtHome() =>
        Assert.True(runs.Mean("pool", Measure.CrisesMetAtHome) > 1.1 * runs.Mean("baseline", Measure.CrisesMetAtHome));

    [Fact]
    public void PooledBudget_ThatClosesBeds_MakesMorePeopleBoard() =>
        Assert.True(runs.Mean("pool, beds closed", Measure.BoardingDays) > runs.Mean("pool", Measure.BoardingDays));

    [Fact]
    public void PaymentForPerformance_HeldBack_BuysLess() =>
        Assert.True(runs.Mean("pool, held back", Measure.CrisesMetAtHome) < runs.Mean("pool", Measure.CrisesMetAtHome));

    [Fact]
    public void GraduationOfAll_HoldsNothingBack() =>
        Assert.Equal(runs.Mean("pool", Measure.CrisesMetAtHome), runs.Mean("pool, graduated", Measure.CrisesMetAtHome));

    [Fact]
    public void Targets_WithScrutiny_ShortenAssessmentAndFunding()
    {
        Assert.True(runs.Days("scrutiny", DelayReason.Assessment) < runs.Days("baseline", DelayReason.Assessment));
        Assert.True(runs.Days("scrutiny", DelayReason.PublicFunding) < runs.Days("baseline", DelayReason.PublicFunding));
    }

    [Fact]
    public void CareCap_MakesMorePeopleWaitForFunding() =>
        Assert.True(runs.Days("care cap", DelayReason.PublicFunding) > 1.2 * runs.Days("baseline", DelayReason.PublicFunding));

    [Fact]
    public void LeadCommissioner_WithAnEffectInTheWorld_HasFewerDisputes()
    {
        Assert.True(runs.Days("baseline", DelayReason.Dispute) > 0);
        Assert.Equal(0, runs.Days("lead commissioner", DelayReason.Dispute));
        Assert.True(runs.Days("lead commissioner", DelayReason.PublicFunding) < runs.Days("baseline", DelayReason.PublicFunding));
    }

    [Theory]
    [InlineData("relabelled workers")]
    [InlineData("protection alone")]
    [InlineData("fees absorb all")]
    [InlineData("targets by default")]
    [InlineData("payment alone")]
    [InlineData("graduation alone")]
    [InlineData("devolved by default")]
    public void ALeverThatBuysNothing_ChangesNothingForAnybody(string arm)
    {
        Assert.All(Enum.GetValues<Measure>(), m => Assert.Equal(runs.Mean("baseline", m), runs.Mean(arm, m)));
        Assert.All(Enum.GetValues<DelayReason>(), r => Assert.Equal(runs.Days("baseline", r), runs.Days(arm, r)));
    }

    /// <summary>All arms on the same people and luck, run once.</summary>
    public sealed class Runs
    {
        private static readonly Spending Hours = new() { HomeCare = 1 };

        private static readonly PooledBudget Pool = new() { CcgPounds = 400e6, Spend = new Spending { CrisisResponse = 1 }, SupplyShare = 1 };

        private static readonly PerformanceRule Payment = new() { Design = PaymentDesign.Design2014 };

        private static readonly CouncilCuts Cuts = new() { PoundsPerYear = 1e9, FallsOn = Hours };

        private static readonly (string Name, Levers Levers)[] Arms =
        [
            ("precept", new Levers { SocialCarePrecept = new SocialCareMoney { PoundsPerYear = 2e9, Spend = Hours } }),
            ("improved fund", new Levers { ImprovedBetterCareFund = new SocialCareMoney { PoundsPerYear = 2e9, Spend = new Spending { Residential = 0.5, Nursing = 0.5 } } }),
            ("cuts", new Levers { CouncilCuts = Cuts }),
            ("cuts, protected", new Levers { CouncilCuts = Cuts, PooledBudget = new PooledBudget { CcgPounds = 600e6, ProtectionPounds = 600e6 } }),
            ("pool", new Levers { PooledBudget = Pool }),
            ("pool, beds closed", new Levers { PooledBudget = Pool with { BedClosures = [new BedClosure(SmallWorld.Start, 1)] } }),
            ("pool, held back", new Levers { PooledBudget = Pool, PaymentForPerformance = Payment }),
            ("pool, graduated", new Levers { PooledBudget = Pool, PaymentForPerformance = Payment, Graduation = 1 }),
            ("scrutiny", new Levers { DelayedTransferTargets = new DelayedTransferTargets { AssessmentTimeSaved = 0.5, FundingTimeSaved = 0.5 } }),
            ("care cap", new Levers { CareCap = new CareCap { NewlyEntitledShare = 1 } }),
            ("lead commissioner", new Levers { Governance = Governance.LeadCommissioner }),
            ("relabelled workers", new Levers { Workforce = new CommunityWorkforce { CrisisResponse = 9000, SocialWork = 9000, HomeCare = 9000, LeadProfessionals = 9000, AdditionalShare = 0 } }),
            ("protection alone", new Levers { PooledBudget = new PooledBudget { CcgPounds = 1e9, ProtectionPounds = 1e9, Spend = Hours } }),
            ("fees absorb all", new Levers { SocialCarePrecept = new SocialCareMoney { PoundsPerYear = 2e9, FeeShare = 1, Spend = Hours } }),
            ("targets by default", new Levers { DelayedTransferTargets = new DelayedTransferTargets() }),
            ("payment alone", new Levers { PaymentForPerformance = Payment }),
            ("graduation alone", new Levers { Graduation = 1 }),
            ("devolved by default", new Levers { Governance = Governance.Devolved }),
        ];

        // Hours are made a little scarce, so that people wait for them.
        private readonly ExperimentResult _result = ExperimentRunner.Run(new Setup(
            SmallWorld.Scarce,
            (SmallWorld.Scenario(SmallWorld.TwoAreas, 120, 60, [.. Arms.Select(a => SmallWorld.Policy(a.Levers, name: a.Name))]) with { Replications = 2 })
                .With(("homecare.usable_share", 0.95), ("governance.dispute_ratio.lead_commissioner", 0), ("governance.funding_ratio.lead_commissioner", 0.5))), new RunOptions { Threads = 1 });

        public double Mean(string arm, Measure measure) => _result.Mean(Index(arm), measure);

        public double Days(string arm, DelayReason reason) => _result.Days(Index(arm), reason);

        public double Wait(string arm, WaitKind kind) => _result.Wait(Index(arm), kind).Mean;

        private static int Index(string arm) => Array.FindIndex(Arms, a => a.Name == arm) + 1;
    }
}
