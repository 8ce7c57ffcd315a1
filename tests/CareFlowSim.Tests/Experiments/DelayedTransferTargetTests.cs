using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class DelayedTransferTargetTests
{
    private static readonly ExperimentResult Result = SmallWorld.Experiment(SmallWorld.Scenario(
        SmallWorld.TwoAreas, 60, 60,
        SmallWorld.Policy(new Levers { DelayedTransferTargets = new DelayedTransferTargets() }, name: "targets"),
        SmallWorld.Policy(new Levers { DelayedTransferTargets = new DelayedTransferTargets { ExpectedShare = 0.0001, AssessmentTimeSaved = 0.5 } }, name: "scrutiny")));

    [Fact]
    public void Of_AnArmWithoutTargets_IsNull() => Assert.Null(DelayedTransferTarget.Of(Result, 0));

    [Fact]
    public void Of_AnArm_IsItsRecordedDaysAgainstOccupiedBeds()
    {
        DelayedTransferTarget target = DelayedTransferTarget.Of(Result, 1)!;
        double delayed = Enumerable.Range(0, AreaOutcome.Reasons).Sum(i => (double)Result.Delays(0, 1, i).Recorded) / 0.85;

        // April and May 2014 lie in one quarter.
        Assert.Equal(delayed / (60 * 92_315 * Result.Setup.ShareOfEngland), target.Simulated, 1e-12);
        Assert.Equal(0.035, target.Expected);
        Assert.InRange(target.Simulated, 0.005, 0.1);
    }

    [Fact]
    public void Scrutiny_TakesFewerBedDays_AndAnImpossibleShareIsMissed()
    {
        DelayedTransferTarget scrutiny = DelayedTransferTarget.Of(Result, 2)!;

        Assert.True(scrutiny.Simulated < DelayedTransferTarget.Of(Result, 1)!.Simulated);
        Assert.Equal((0.0001, false), (scrutiny.Expected, scrutiny.Met));
        Assert.True(new DelayedTransferTarget(0.035, 0.035).Met);
    }
}
