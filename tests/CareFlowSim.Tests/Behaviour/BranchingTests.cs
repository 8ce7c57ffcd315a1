using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>Simulating together what arms have in common changes nothing: the outcomes are those of arms run one by one from the start.</summary>
public sealed class BranchingTests
{
    private const int WarmUp = 20;
    private const int Days = 50;

    [Fact]
    public void ArmsRunTogether_HaveTheOutcomesOfArmsRunAlone()
    {
        for (uint scenario = 0; scenario < 12; scenario++)
        {
            RandomStream luck = new(99, (int)scenario);
            Policy[] policies = [.. Enumerable.Range(0, 4).Select(i => RandomPolicy(luck, (uint)i))];
            string[] areas = scenario % 3 == 0 ? SmallWorld.TwoSites : SmallWorld.TwoAreas;
            Setup setup = SmallWorld.Setup(SmallWorld.Scenario(areas, Days, WarmUp, policies) with { Seed = scenario, PeoplePerAgent = 4 });
            SystemOutcome[] together = new CareSystem(setup).RunArms(setup.Systems[0], 1, logSpells: true, check: true)!;
            CareSystem alone = new(setup);
            for (int arm = 0; arm < setup.Arms.Count; arm++)
            {
                AssertSame(alone.Run(setup.Systems[0], arm, 1, logSpells: true), together[arm], $"scenario {scenario}, arm {arm} from day {setup.Branch(arm)}");
            }

            AssertSame(together[0], new CareSystem(SmallWorld.Setup(setup.Scenario with { Policies = [] })).Run(setup.Systems[0], 0, 1, logSpells: true), $"scenario {scenario}, baseline");
        }
    }

    [Fact]
    public void AWorkerThatBranched_ForgetsItAll()
    {
        Setup setup = SmallWorld.Setup(SmallWorld.Scenario(SmallWorld.TwoAreas, Days, WarmUp, RandomPolicy(new RandomStream(5, 0), 0)));
        CareSystem used = new(setup);
        used.RunArms(setup.Systems[0], 3);
        SystemOutcome[] again = used.RunArms(setup.Systems[0], 0)!;
        SystemOutcome[] fresh = new CareSystem(setup).RunArms(setup.Systems[0], 0)!;

        AssertSame(fresh[0], again[0], "baseline");
        AssertSame(fresh[1], again[1], "policy");
    }

    [Fact]
    public void AnArm_BranchesWhereItMayFirstDiffer()
    {
        Setup setup = SmallWorld.Setup(SmallWorld.Scenario(
            SmallWorld.TwoAreas,
            Days,
            WarmUp,
            SmallWorld.Policy(Levers.Off),
            SmallWorld.Policy(new Levers { JointAssessment = 1 }),
            SmallWorld.Policy(new Levers { JointAssessment = 1 }, SmallWorld.Start.AddDays(7)),
            SmallWorld.Policy(new Levers { AcuteBeds = SmallWorld.From(SmallWorld.Start.AddDays(-3), 100) }),
            SmallWorld.Policy(new Levers { NursingPlaces = SmallWorld.Always(5) })));

        Assert.Equal(
            [int.MaxValue, int.MaxValue, WarmUp, WarmUp + 7, WarmUp - 3, 0],
            Enumerable.Range(0, setup.Arms.Count).Select(setup.Branch));
    }

    private static Policy RandomPolicy(RandomStream luck, uint i)
    {
        Draw which = luck.For(i, 0, 0);
        Draw how = luck.For(i, 1, 0);
        Draw when = luck.For(i, 2, 0);
        DateOnly from = SmallWorld.Start.AddDays((int)(when.U0 * (Days + WarmUp)) - WarmUp);
        DateOnly dated = SmallWorld.Start.AddDays((int)(when.U1 * (Days + (3 * WarmUp))) - (2 * WarmUp));
        return SmallWorld.Policy(
            new Levers
            {
                SevenDayCare = which.U0 < 0.4
                    ? new SevenDayCare { Assessment = how.U0, CrisisResponse = how.U1, Staffing = how.U2 < 0.5 ? WeekendStaffing.Same : WeekendStaffing.Extra }
                    : null,
                Workforce = which.U1 < 0.4 ? new CommunityWorkforce { SocialWork = 2000 * how.U3, CrisisResponse = 3000, AdditionalShare = 1, RampUpDays = 15 } : null,
                JointAssessment = which.U2 < 0.3 ? how.U0 : null,
                DataSharing = which.U2 > 0.7 ? how.U1 : null,
                Adaptations = which.U3 < 0.3 ? new Adaptations { PoundsPerYear = 5e8 } : null,
                AcuteBeds = which.U3 > 0.5 ? SmallWorld.From(dated, -20_000 * how.U2) : [],
                ReablementPlaces = which.U3 > 0.8 ? SmallWorld.From(dated, 10_000) : [],
                WhatIf = (which.W0 & 3) == 0
                    ? new WhatIf { DemandGrowthPerYear = (how.U3 - 0.3) / 2, LengthOfStay = 0.8 + (0.4 * how.U1), AdmissionThreshold = 0.9 + (0.2 * how.U0) }
                    : null,
            },
            when.U2 < 0.3 ? null : from,
            $"policy-{i}");
    }

    private static void AssertSame(SystemOutcome alone, SystemOutcome together, string what)
    {
        what += $": {alone.Events} and {together.Events} events, {alone.Crises.Length} and {together.Crises.Length} crises, {alone.Spells.Count} and {together.Spells.Count} spells";
        Assert.True(alone.Events == together.Events && alone.Arm == together.Arm, what);
        Assert.True(alone.Crises.SequenceEqual(together.Crises), what);
        Assert.True(alone.Spells.SequenceEqual(together.Spells), what);
        foreach ((AreaOutcome a, AreaOutcome b) in alone.Areas.Zip(together.Areas))
        {
            Assert.Equal(a.Totals, b.Totals);
            Assert.Equal(a.Daily, b.Daily);
            Assert.Equal(a.RecordedByReason, b.RecordedByReason);
            Assert.Equal(a.Delays, b.Delays);
            Assert.Equal(a.Waits.Select(w => (w.Count, w.Overflow, w.Mean)), b.Waits.Select(w => (w.Count, w.Overflow, w.Mean)));
        }

        foreach ((SiteOutcome a, SiteOutcome b) in alone.Sites.Zip(together.Sites))
        {
            Assert.Equal(a.Beds, b.Beds);
            Assert.Equal(a.Occupied, b.Occupied);
            Assert.Equal(a.Boarding, b.Boarding);
        }
    }
}
