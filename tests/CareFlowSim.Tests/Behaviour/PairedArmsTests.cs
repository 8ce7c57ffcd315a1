using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>Common random numbers: the same people meet the same fate until a policy changes something for them.</summary>
public sealed class PairedArmsTests
{
    private static readonly DateOnly Midway = SmallWorld.Start.AddDays(60);

    private static readonly Levers Strong = new()
    {
        SevenDayCare = new SevenDayCare { CrisisResponse = 1, Assessment = 1, PackageStart = 1, CareHomeAdmission = 1, Staffing = WeekendStaffing.Extra },
        Workforce = new CommunityWorkforce { CrisisResponse = 8000, SocialWork = 500, AdditionalShare = 1, VacancyRate = 0 },
        JointAssessment = 0.5,
        WhatIf = new WhatIf { AdmissionThreshold = 0.95 },
    };

    [Fact]
    public void APolicyWithoutALever_DiffersByExactlyNothing()
    {
        ExperimentResult result = SmallWorld.Experiment(
            SmallWorld.Scenario(SmallWorld.TwoSites, 90, 30, SmallWorld.Policy(Levers.Off), SmallWorld.Policy(Levers.Off, Midway, "later")) with { Replications = 2 },
            new RunOptions { Threads = 2, Spells = true });

        for (int arm = 1; arm < 3; arm++)
        {
            for (int r = 0; r < 2; r++)
            {
                Assert.Equal(default, result.Paired(r, arm));
                Assert.Equal(result.England[r, 0], result.England[r, arm]);
                Assert.Equal(result.Spells[r, 0, 0], result.Spells[r, arm, 0]);
                for (int area = 0; area < result.Areas.Count; area++)
                {
                    Assert.Equal(result.Records[r, 0, area].Totals, result.Records[r, arm, area].Totals);
                    Assert.Equal(result.Records[r, 0, area].Delays, result.Records[r, arm, area].Delays);
                    Assert.Equal(default, result.Records[r, arm, area].Paired);
                }

                for (int site = 0; site < result.Sites.Count; site++)
                {
                    Assert.Equal(result.Demand[r, 0, site], result.Demand[r, arm, site]);
                }
            }

            for (int area = 0; area < result.Areas.Count; area++)
            {
                Assert.Equal(result.AreaDaily[0, area], result.AreaDaily[arm, area]);
                Assert.Equal(result.AreaReasons[0, area], result.AreaReasons[arm, area]);
                Assert.All(result.Waits[0, area].Zip(result.Waits[arm, area]), w => AssertSame(w.First, w.Second));
            }

            AvoidedAdmissions avoided = PairedComparison.Admissions(result, arm);
            Assert.Equal((0, 0, 0), (avoided.Total.Point, avoided.Total.Low, avoided.Total.High));
        }
    }

    [Fact]
    public void ALeverAtItsPresentValue_DiffersByExactlyNothing()
    {
        SystemOutcome[] arms = SmallWorld.Run(SmallWorld.Scenario(SmallWorld.TwoAreas, 90, 30, SmallWorld.Policy(new Levers
        {
            WhatIf = new WhatIf(),
            DataSharing = 0,
            JointAssessment = 0,
            Workforce = new CommunityWorkforce(),
            AcuteBeds = SmallWorld.Always(0),
        })));

        Assert.Equal(arms[0].Crises, arms[1].Crises);
        Assert.All(arms[0].Areas.Zip(arms[1].Areas), a => Assert.Equal(a.First.Totals, a.Second.Totals));
    }

    [Fact]
    public void SeedAndReplication_ChangeTheResults()
    {
        Scenario scenario = SmallWorld.Scenario([SmallWorld.OneArea], 60, 10) with { Replications = 2 };
        ExperimentResult one = SmallWorld.Experiment(scenario);
        ExperimentResult other = SmallWorld.Experiment(scenario with { Seed = 2015 });
        ExperimentResult again = SmallWorld.Experiment(scenario);

        Assert.Equal(one.Records[0, 0, 0].Totals, again.Records[0, 0, 0].Totals);
        Assert.NotEqual(one.Records[0, 0, 0].Totals, other.Records[0, 0, 0].Totals);
        Assert.NotEqual(one.Records[0, 0, 0].Totals, one.Records[1, 0, 0].Totals);
        Assert.NotEqual(one.England[0, 0], one.England[1, 0]);
    }

    [Fact]
    public void AReplication_DoesNotDependOnHowManyThereAre()
    {
        Scenario scenario = SmallWorld.Scenario([SmallWorld.OneArea], 60, 10);

        Assert.Equal(
            SmallWorld.Experiment(scenario).Records[0, 0, 0].Totals,
            SmallWorld.Experiment(scenario with { Replications = 3 }).Records[0, 0, 0].Totals);
    }

    [Fact]
    public void AWorker_ForgetsEverythingBetweenRuns()
    {
        Setup setup = SmallWorld.Setup(SmallWorld.Scenario([.. SmallWorld.TwoAreas, SmallWorld.OneArea], 60, 10, SmallWorld.Policy(Strong)));
        CareSystem used = new(setup);
        used.Run(setup.Systems[1], 1, 3);
        used.Run(setup.Systems[0], 1, 0);
        SystemOutcome first = used.Run(setup.Systems[0], 0, 0, true);
        SystemOutcome fresh = new CareSystem(setup).Run(setup.Systems[0], 0, 0, true);

        Assert.Equal(fresh.Crises, first.Crises);
        Assert.Equal(fresh.Spells, first.Spells);
        Assert.Equal(fresh.Areas[0].Totals, first.Areas[0].Totals);
    }

    [Fact]
    public void UntilAPolicyStarts_EverybodysLifeIsTheSame()
    {
        SystemOutcome[] arms = SmallWorld.Run(SmallWorld.Scenario(SmallWorld.TwoAreas, 120, 30, SmallWorld.Policy(Strong, Midway)), spells: true);
        int day = 30 + 60;

        Assert.Equal(Before(arms[0]), Before(arms[1]));
        Assert.NotEqual(arms[0].Spells, arms[1].Spells);
        foreach ((AreaOutcome baseline, AreaOutcome policy) in arms[0].Areas.Zip(arms[1].Areas))
        {
            Assert.All(baseline.Daily.Zip(policy.Daily), d => Assert.Equal(d.First[..day], d.Second[..day]));
            Assert.NotEqual(baseline.Daily[(int)DailySeries.Admissions], policy.Daily[(int)DailySeries.Admissions]);
        }

        SpellEntry[] Before(SystemOutcome run) => [.. run.Spells.Where(s => s.Left < day * 86_400)];
    }

    [Fact]
    public void TheFirstCrisisOfAPerson_ComesAtTheSameTimeInEveryArm()
    {
        // Only who is admitted changes here, so a first crisis of the run that is met at home was an admission in the baseline.
        SystemOutcome[] arms = SmallWorld.Run(SmallWorld.Scenario(SmallWorld.TwoAreas, 120, 0, SmallWorld.Policy(new Levers { Workforce = Strong.Workforce })));
        var before = arms[0].Crises.Where(c => c.Occurrence == 1).ToDictionary(c => c.Person);
        CrisisEntry[] met = [.. arms[1].Crises.Where(c => c.Occurrence == 1 && c.End == CrisisEnd.MetAtHome && before.ContainsKey(c.Person))];

        Assert.True(met.Length > 50);
        Assert.All(met, c => Assert.NotEqual(CrisisEnd.Attended, before[c.Person].End));
    }

    [Fact]
    public void AdmissionsAvoided_SumByMechanismToTheDifferenceOfTotals()
    {
        ExperimentResult result = SmallWorld.Experiment(
            SmallWorld.Scenario(SmallWorld.TwoAreas, 120, 30, SmallWorld.Policy(Strong), SmallWorld.Policy(new Levers { ReablementPlaces = SmallWorld.Always(-1e6) }, name: "cut")) with { Replications = 2 });

        for (int arm = 1; arm < 3; arm++)
        {
            for (int r = 0; r < 2; r++)
            {
                PairedCounts counts = result.Paired(r, arm);
                Assert.NotEqual(0, counts.Discordant);
                Assert.Equal(result.Total(r, 0, Measure.EmergencyAdmissions) - result.Total(r, arm, Measure.EmergencyAdmissions), counts.Avoided);
            }

            AvoidedAdmissions avoided = PairedComparison.Admissions(result, arm);
            Assert.Equal(avoided.Total.Point, avoided.Mechanisms.Sum(m => m.Value.Point), 1e-9);
            Assert.Equal(-avoided.Total.Point, PairedComparison.Difference(result, arm, Measure.EmergencyAdmissions).Point, 1e-9);
            Assert.Equal(
                avoided.Total.Point,
                Enumerable.Range(0, result.Areas.Count).Sum(slot => PairedComparison.Admissions(result, arm, slot).Total.Point),
                1e-9);
        }
    }

    [Fact]
    public void SharedRecords_AvoidNoAdmissionsByDefault()
    {
        // The evidence finds no effect on crises; what is saved is assessment work, which moves discharges and hence a few crises either way.
        Assert.Equal(1, SmallWorld.England.Parameters["data_sharing.crisis_ratio"]);
        ExperimentResult result = SmallWorld.Experiment(
            SmallWorld.Scenario(SmallWorld.TwoAreas, 180, 30, SmallWorld.Policy(new Levers { DataSharing = 1 })) with { Replications = 4 });
        PairedCounts[] counts = [.. Enumerable.Range(0, 4).Select(r => result.Paired(r, 1))];

        Assert.True(Math.Abs(counts.Sum(c => c.Avoided)) < 0.005 * result.Mean(0, Measure.EmergencyAdmissions) * 4);
        Assert.True(counts.Sum(c => c.MetAtHome) < 0.001 * result.Mean(0, Measure.EmergencyAdmissions) * 4);
    }

    [Fact]
    public void SharedRecords_WithNoWorkSaved_ChangeNothingAtAll()
    {
        SystemOutcome[] arms = SmallWorld.Run(
            SmallWorld.Scenario(SmallWorld.TwoAreas, 90, 30, SmallWorld.Policy(new Levers { DataSharing = 1 })).With(("assessment.data_sharing_ratio", 1), ("data_sharing.crisis_ratio", 1)));

        Assert.Equal(arms[0].Crises, arms[1].Crises);
    }

    private static void AssertSame(Histogram a, Histogram b)
    {
        Assert.Equal(a.Count, b.Count);
        Assert.Equal(Enumerable.Range(0, a.Bins + 1).Select(a.CountIn), Enumerable.Range(0, b.Bins + 1).Select(b.CountIn));
    }
}
