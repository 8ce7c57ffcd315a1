using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class CommonLuckTests
{
    [Fact]
    public void Factor_IsTheSumOfTheVariancesOverThatOfTheDifference()
    {
        // Variances 1 and 4, of the differences 1: five times as many replications without pairing.
        Assert.Equal(5, CommonLuck.Factor([1, 2, 3], [2, 4, 6]), 1e-12);
        Assert.Equal(0.5, CommonLuck.Factor([1, 2, 3], [3, 2, 1]), 1e-12);
    }

    [Fact]
    public void Factor_OfArmsThatDifferByTheSame_IsWithoutEnd_AndOfOneReplicationNone()
    {
        Assert.Equal(double.PositiveInfinity, CommonLuck.Factor([1, 2, 3], [2, 3, 4]));
        Assert.True(double.IsNaN(CommonLuck.Factor([1], [2])));
        Assert.Throws<ArgumentException>(() => CommonLuck.Factor([1], [1, 2]));
    }
}
