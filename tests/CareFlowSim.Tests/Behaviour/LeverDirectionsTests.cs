using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>
/// Every lever, turned from off to the largest value that makes sense, moves the output that the README of the model names, in the direction that it names.
/// A lever that moves nothing in the world as it is says so: that too is a row.
/// </summary>
public sealed class LeverDirectionsTests(LeverDirectionsTests.Runs runs, ITestOutputHelper output) : IClassFixture<LeverDirectionsTests.Runs>
{
    private const string Idle = "said to have no effect";

    public static TheoryData<string> Levers => [.. Runs.Rows.Select(r => r.Lever)];

    [Theory]
    [MemberData(nameof(Levers))]
    public void TheLargestValue_MovesTheNamedOutput(string lever)
    {
        Row row = Runs.Rows.Single(r => r.Lever == lever);
        if (row.Direction == Idle)
        {
            Assert.Contains(runs.IdleOf(row), i => IdleSummary.KeyOf(i.Name) == lever);
            Assert.Equal(default, runs.Result.Paired(0, runs.ArmOf(row)));
            return;
        }

        double off = row.Output(runs.Result, row.Against is { } other ? runs.ArmOf(Runs.Rows.Single(r => r.Lever == other)) : 0);
        double on = row.Output(runs.Result, runs.ArmOf(row));
        output.WriteLine($"{lever}: {row.Named}: {off:G4} -> {on:G4}");

        Assert.True(row.Direction == "up" ? on > off : on < off, $"{row.Named}: {off} -> {on}");
    }

    [Fact]
    public void EveryLever_HasARow()
    {
        string[] covered = [.. Runs.Rows.Select(r => r.Lever.Split('.', ' ')[0]).Distinct().Order(StringComparer.Ordinal)];
        string[] there = [.. typeof(Levers).GetProperties().Where(p => !(p.GetMethod!.IsStatic)).Select(p => IdleSummary.KeyOf(p.Name)).Order(StringComparer.Ordinal)];

        Assert.Equal(there, covered);
    }

    [Fact]
    public void TheModelsReadme_NamesTheseOutputs()
    {
        string[] lines = File.ReadAllLines(Path.Combine(WorldFolders.Shipped, "..", "..", "src", "CareFlowSim.Model", "README.md"));

        Assert.All(Runs.Rows, r => Assert.Contains($"| `{r.Lever}` | {r.Largest} | {r.Named} | {r.Direction} |", lines));
    }

    /// <summary>A lever, the largest value that makes sense, what shows it, and which way.</summary>
    /// <param name="Lever">The key in a scenario.</param>
    /// <param name="Largest">The largest value in words.</param>
    /// <param name="Value">The same as levers.</param>
    /// <param name="Named">The output in words.</param>
    /// <param name="Output">The output of an arm.</param>
    /// <param name="Direction">Up or down.</param>
    /// <param name="Against">Another row, where this lever only changes what that one does.</param>
    public sealed record Row(string Lever, string Largest, Levers Value, string Named, Func<ExperimentResult, int, double> Output, string Direction, string? Against = null);

    /// <summary>All rows as arms on the same people and the same luck, run once.</summary>
    public sealed class Runs
    {
        private static readonly PooledBudget Pool = new() { CcgPounds = 1.9e9, Spend = new Spending { CrisisResponse = 0.2 }, SupplyShare = 1 };

        private static readonly PerformanceRule Payment = new() { Design = PaymentDesign.Design2013 };

        public static readonly Row[] Rows =
        [
            new("seven_day_care.crisis_response", "as many as on weekdays, extra staff", Seven(s => s with { CrisisResponse = 1 }), "crises met at home", Total(Measure.CrisesMetAtHome), "up"),
            new("seven_day_care.assessment", "as many as on weekdays, extra staff", Seven(s => s with { Assessment = 1 }), "days waiting for assessment", Days(DelayReason.Assessment), "down"),
            new("seven_day_care.package_start", "as many as on weekdays, extra staff", Seven(s => s with { PackageStart = 1 }), "days waiting for a package at home", Days(DelayReason.PackageAtHome), "down"),
            new("seven_day_care.care_home_admission", "as many as on weekdays, extra staff", Seven(s => s with { CareHomeAdmission = 1 }), "days waiting for a residential or nursing home", Days(DelayReason.ResidentialHome, DelayReason.NursingHome), "down"),
            new("workforce.crisis_response", "9,000 posts", Staff(w => w with { CrisisResponse = 9000 }), "crises met at home", Total(Measure.CrisesMetAtHome), "up"),
            new("workforce.social_work", "9,000 posts", Staff(w => w with { SocialWork = 9000 }), "days waiting for assessment", Days(DelayReason.Assessment), "down"),
            new("workforce.home_care", "18,000 posts", Staff(w => w with { HomeCare = 18_000 }), "wait for a package in hospital", Wait(WaitKind.PackageFromHospital), "down"),
            new("workforce.lead_professionals", "18,000 posts", Staff(w => w with { LeadProfessionals = 18_000 }), "crises (the trials found a slight rise)", Total(Measure.Crises), "up"),
            new("adaptations", "£1,000 million a year, finished after 30 days", new Levers { Adaptations = new Adaptations { PoundsPerYear = 1e9, WaitingDays = 30 } }, "adaptations finished", Total(Measure.Adaptations), "up"),
            new("joint_assessment", "all complex discharges", new Levers { JointAssessment = 1 }, "days waiting for assessment", Days(DelayReason.Assessment), "down"),
            new("lead_professional", "all complex discharges", new Levers { LeadProfessional = 1 }, "bed days", Total(Measure.BedDays), "down"),
            new("data_sharing", "all assessments", new Levers { DataSharing = 1 }, "days waiting for assessment", Days(DelayReason.Assessment), "down"),
            new("acute_beds", "5,000 fewer", new Levers { AcuteBeds = SmallWorld.Always(-5000) }, "people who board", Total(Measure.Boarded), "up"),
            new("intermediate_care_beds", "3,000 more", new Levers { IntermediateCareBeds = SmallWorld.Always(3000) }, "wait for an intermediate-care bed", Wait(WaitKind.IntermediateBed), "down"),
            new("reablement_places", "6,000 more", new Levers { ReablementPlaces = SmallWorld.Always(6000) }, "wait for reablement", Wait(WaitKind.Reablement), "down"),
            new("home_care_hours_per_week", "600,000 more", new Levers { HomeCareHoursPerWeek = SmallWorld.Always(600_000) }, "wait for a package in hospital", Wait(WaitKind.PackageFromHospital), "down"),
            new("residential_places", "20,000 more", new Levers { ResidentialPlaces = SmallWorld.Always(20_000) }, "days waiting for a residential home", Days(DelayReason.ResidentialHome), "down"),
            new("nursing_places", "20,000 more", new Levers { NursingPlaces = SmallWorld.Always(20_000) }, "days waiting for a nursing home", Days(DelayReason.NursingHome), "down"),
            new("pooled_budget", "£1,900 million a year from clinical commissioning groups", new Levers { PooledBudget = Pool }, "crises met at home", Total(Measure.CrisesMetAtHome), "up"),
            new("pooled_budget.bed_closures", "all the beds that the money paid for", new Levers { PooledBudget = Pool with { BedClosures = [new BedClosure(SmallWorld.Start, 1)] } }, "people who board", Total(Measure.Boarded), "up"),
            new("payment_for_performance", "the design of 2013 on that pool", new Levers { PooledBudget = Pool, PaymentForPerformance = Payment }, "crises met at home, against the pool alone", Total(Measure.CrisesMetAtHome), "down", "pooled_budget"),
            new("graduation", "everywhere, with that pool and that design", new Levers { PooledBudget = Pool, PaymentForPerformance = Payment, Graduation = 1 }, "crises met at home, against the pool with payment for performance", Total(Measure.CrisesMetAtHome), "up", "payment_for_performance"),
            new("social_care_precept", "£2,000 million a year on home care", new Levers { SocialCarePrecept = Money(new Spending { HomeCare = 1 }) }, "wait for a package in hospital", Wait(WaitKind.PackageFromHospital), "down"),
            new("improved_better_care_fund", "£2,000 million a year on care-home places", new Levers { ImprovedBetterCareFund = Money(new Spending { Residential = 0.5, Nursing = 0.5 }) }, "days waiting for a residential or nursing home", Days(DelayReason.ResidentialHome, DelayReason.NursingHome), "down"),
            new("council_cuts", "£1,000 million a year", new Levers { CouncilCuts = new CouncilCuts { PoundsPerYear = 1e9 } }, "wait for a package in hospital", Wait(WaitKind.PackageFromHospital), "up"),
            new("delayed_transfer_targets", "as by default", new Levers { DelayedTransferTargets = new DelayedTransferTargets() }, "none", Total(Measure.Crises), Idle),
            new("delayed_transfer_targets.assessment_time_saved", "half", new Levers { DelayedTransferTargets = new DelayedTransferTargets { AssessmentTimeSaved = 0.5 } }, "days waiting for assessment", Days(DelayReason.Assessment), "down"),
            new("delayed_transfer_targets.funding_time_saved", "half", new Levers { DelayedTransferTargets = new DelayedTransferTargets { FundingTimeSaved = 0.5 } }, "days waiting for public funding", Days(DelayReason.PublicFunding), "down"),
            new("care_cap", "all who paid for themselves newly entitled", new Levers { CareCap = new CareCap { NewlyEntitledShare = 1 } }, "days waiting for public funding", Days(DelayReason.PublicFunding), "up"),
            new("governance", "lead commissioner or devolved", new Levers { Governance = Governance.LeadCommissioner }, "none", Total(Measure.Crises), Idle),
            new("what_if.demand_growth_per_year", "10 % a year", Dial(w => w with { DemandGrowthPerYear = 0.1 }), "emergency admissions", Total(Measure.EmergencyAdmissions), "up"),
            new("what_if.length_of_stay", "a fifth longer", Dial(w => w with { LengthOfStay = 1.2 }), "bed days", Total(Measure.BedDays), "up"),
            new("what_if.admission_threshold", "a fifth more admitted", Dial(w => w with { AdmissionThreshold = 1.2 }), "emergency admissions", Total(Measure.EmergencyAdmissions), "up"),
        ];

        // Services are scarce, home-care hours a little: where nobody waits, more of a service shortens nothing.
        private readonly Setup _setup = new(
            SmallWorld.Scarce,
            (SmallWorld.Scenario(SmallWorld.TwoAreas, 180, 60, [.. Rows.Select((r, i) => SmallWorld.Policy(r.Value, name: $"row-{i}"))]) with { Replications = 3 })
                .With(("homecare.usable_share", 0.95)));

        public Runs() => Result = ExperimentRunner.Run(_setup, new RunOptions { Threads = 2 });

        public ExperimentResult Result { get; }

        public int ArmOf(Row row) => Array.IndexOf(Rows, row) + 1;

        public IReadOnlyList<IdleLever> IdleOf(Row row) => _setup.IdleLevers(ArmOf(row));

        private static Levers Seven(Func<SevenDayCare, SevenDayCare> which) => new() { SevenDayCare = which(new SevenDayCare { Staffing = WeekendStaffing.Extra }) };

        private static Levers Staff(Func<CommunityWorkforce, CommunityWorkforce> which) => new() { Workforce = which(new CommunityWorkforce { AdditionalShare = 1, VacancyRate = 0 }) };

        private static Levers Dial(Func<WhatIf, WhatIf> which) => new() { WhatIf = which(new WhatIf()) };

        private static SocialCareMoney Money(Spending spend) => new() { PoundsPerYear = 2e9, Spend = spend };

        private static Func<ExperimentResult, int, double> Total(Measure measure) => (result, arm) => result.Mean(arm, measure);

        private static Func<ExperimentResult, int, double> Days(params DelayReason[] reasons) => (result, arm) => result.Days(arm, reasons);

        private static Func<ExperimentResult, int, double> Wait(WaitKind kind) => (result, arm) => result.Wait(arm, kind).Mean;
    }
}
