using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class CapacityStepsTests
{
    private static readonly CapacitySteps s_steps = new([(10, 5), (20, 8), (30, 0)]);

    [Theory]
    [InlineData(-100, 5, 10)]
    [InlineData(10, 5, 20)]
    [InlineData(19, 5, 20)]
    [InlineData(20, 8, 30)]
    [InlineData(30, 0, int.MaxValue)]
    [InlineData(99, 0, int.MaxValue)]
    public void At_HoldsTheLastStep(int time, int capacity, int next)
    {
        Assert.Equal(capacity, s_steps.At(time));
        Assert.Equal(next, s_steps.NextChange(time));
        Assert.Equal(3, s_steps.Count);
    }

    [Fact]
    public void Constructor_Faults_Throw()
    {
        Assert.Throws<ArgumentException>(() => new CapacitySteps([]));
        Assert.Throws<ArgumentException>(() => new CapacitySteps([(1, 1), (1, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapacitySteps([(1, -1)]));
    }
}
