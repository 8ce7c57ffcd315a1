using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class DrawTests
{
    [Fact]
    public void Uniform_ExtremeWords_StayInsideTheUnitInterval()
    {
        Assert.True(Draw.Uniform(0) > 0);
        Assert.True(Draw.Uniform(uint.MaxValue) < 1);
        Assert.Equal(1, Draw.Uniform(0) + Draw.Uniform(uint.MaxValue));
    }

    [Fact]
    public void Words_AreReadInOrder()
    {
        Draw draw = new(1, 2, 3, 1u << 31);

        Assert.Equal((1u, 2u, 3u, 1u << 31), (draw.W0, draw.W1, draw.W2, draw.W3));
        Assert.Equal((1.5, 2.5, 3.5), (draw.U0 * 4294967296, draw.U1 * 4294967296, draw.U2 * 4294967296));
        Assert.Equal(0.5, draw.U3, 1e-9);
    }
}
