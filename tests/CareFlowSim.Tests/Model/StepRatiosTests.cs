using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

/// <summary>Rules change the steps of a discharge as documented, and by default not at all where the evidence says so.</summary>
public sealed class StepRatiosTests
{
    private static readonly StepRatios Nothing = new(1, 1, 1, 1);
    private static readonly DateOnly Later = new(2014, 5, 1);

    public static TheoryData<Levers> NilByDefault =>
    [
        Levers.Off,
        new Levers { DelayedTransferTargets = new DelayedTransferTargets() },
        new Levers { Governance = Governance.LeadCommissioner },
        new Levers { Governance = Governance.Devolved },
        new Levers { Graduation = 1 },
        new Levers { CareCap = new CareCap { NewlyEntitledShare = 0 } },
    ];

    [Theory]
    [MemberData(nameof(NilByDefault))]
    public void DefaultOfTheWorld_IsNoEffect(Levers levers) => Assert.All(Steps(levers), s => Assert.Equal(Nothing, s));

    [Fact]
    public void Targets_ShortenTheStepsThatScrutinyCanTouch_FromTheirDate()
    {
        StepRatios[] steps = Steps(new Levers { DelayedTransferTargets = new DelayedTransferTargets { AssessmentTimeSaved = 0.3, FundingTimeSaved = 0.2, From = Later } });
        int day = Later.DayNumber - SmallWorld.Start.DayNumber;

        Assert.Equal(Nothing, steps[day - 1]);
        Assert.Equal(new StepRatios(0.7, 0.8, 1, 1), steps[day]);
    }

    [Fact]
    public void Targets_LeftOut_AreThoseOfTheWorld() =>
        Assert.Equal(
            new StepRatios(0.9, 0.75, 1, 1),
            Steps(new Levers { DelayedTransferTargets = new DelayedTransferTargets() }, ("targets.assessment_time_saved", 0.1), ("targets.funding_time_saved", 0.25))[^1]);

    [Fact]
    public void Graduation_TakesScrutinyAway() =>
        Assert.Equal(
            new StepRatios(0.85, 1, 1, 1),
            Steps(new Levers { DelayedTransferTargets = new DelayedTransferTargets { AssessmentTimeSaved = 0.3 }, Graduation = 0.5 })[^1]);

    [Theory]
    [InlineData(Governance.LeadCommissioner, "lead_commissioner")]
    [InlineData(Governance.Devolved, "devolved")]
    public void Governance_ChangesFundingTimeAndDisputes(Governance body, string name) =>
        Assert.Equal(
            new StepRatios(1, 0.8, 1, 0.5),
            Steps(new Levers { Governance = body }, ("governance.funding_ratio." + name, 0.8), ("governance.dispute_ratio." + name, 0.5))[^1]);

    [Fact]
    public void CareCap_MakesMorePeopleWaitForFunding()
    {
        double council = SmallWorld.England.Parameters["care_home.council_funded_share"];

        Assert.Equal(1 / council, Steps(new Levers { CareCap = new CareCap { NewlyEntitledShare = 1 } })[^1].FundingShare, 1e-12);
        Assert.Equal(1 + (0.5 * (1 - council) / council), Steps(new Levers { CareCap = new CareCap { NewlyEntitledShare = 0.5 } })[^1].FundingShare, 1e-12);
    }

    [Fact]
    public void BeforeItsStart_APolicyChangesNoStep()
    {
        Scenario scenario = SmallWorld.Scenario([SmallWorld.OneArea], 120, 30, SmallWorld.Policy(new Levers { CareCap = new CareCap { NewlyEntitledShare = 1 } }));

        Assert.Equal((Nothing, false), (SmallWorld.Setup(scenario).Plans[1].Steps[29], SmallWorld.Setup(scenario).Plans[1].Steps[30] == Nothing));
    }

    private static StepRatios[] Steps(Levers levers, params (string, double)[] parameters) =>
        SmallWorld.Setup(SmallWorld.Scenario([SmallWorld.OneArea], 120, 30, SmallWorld.Policy(levers)).With(parameters)).Plans[1].Steps[30..];
}
