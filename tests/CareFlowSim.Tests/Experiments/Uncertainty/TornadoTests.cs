using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class TornadoTests
{
    private static readonly OneAtATimeDesign Design = OneAtATimeDesign.Create(3, 0.1, 0.9);

    [Fact]
    public void Bars_AreWidestFirst()
    {
        Tornado tornado = Tornado.Of(Design, [.. Design.Points().Select(u => u[0] - (4 * u[1]) + (2 * u[2]))]);

        Assert.Equal(-0.5, tornado.Central, 1e-12);
        Assert.Equal([1, 2, 0], tornado.Bars.Select(b => b.Input));
        Assert.Equal(3.2, tornado.Bars[0].Swing, 1e-12);
        Assert.Equal(1.1, tornado.Bars[0].AtLow, 1e-12);
        Assert.Equal(-2.1, tornado.Bars[0].AtHigh, 1e-12);
    }

    [Fact]
    public void WrongNumberOfValues_IsRefused() => Assert.Throws<ArgumentException>(() => Tornado.Of(Design, [1, 2]));
}
