using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void OnceEverybodyIsThere_ARunAllocatesNothing(int arm)
    {
        // A policy that begins with the run, so that both arms have a start of their own.
        Setup setup = SmallWorld.Setup(SmallWorld.Scenario(
            SmallWorld.TwoSites,
            200,
            0,
            SmallWorld.Policy(new Levers { AcuteBeds = SmallWorld.Always(-5_000), JointAssessment = 0.5, Workforce = new CommunityWorkforce { CrisisResponse = 5_000, AdditionalShare = 1 } })));
        CareSystem system = new(setup);
        system.Run(setup.Systems[0], arm, 0);
        system.Begin(setup.Systems[0], arm, 0);

        long before = GC.GetAllocatedBytesForCurrentThread();
        system.GoOn(int.MaxValue);
        long after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
        Assert.True(system.Finish().Sum(Measure.EmergencyAdmissions) > 1000);
    }
}
