using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Designs;

public sealed class OneAtATimeDesignTests
{
    [Fact]
    public void Points_AreTheCentre_ThenLowAndHighOfEachInput() =>
        Assert.Equal([[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]], OneAtATimeDesign.Create(2, 0.1, 0.9).Points());

    [Fact]
    public void Count_IsTheNumberOfPoints() => Assert.Equal(OneAtATimeDesign.Create(7).Count, OneAtATimeDesign.Create(7).Points().Length);

    [Theory]
    [InlineData(0, 0.1, 0.9, 0.5)]
    [InlineData(1, 0, 0.9, 0.5)]
    [InlineData(1, 0.1, 1, 0.5)]
    [InlineData(1, 0.6, 0.9, 0.5)]
    [InlineData(1, 0.1, double.NaN, 0.5)]
    public void QuantilesThatDoNotRise_AreRefused(int inputs, double low, double high, double central) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OneAtATimeDesign.Create(inputs, low, high, central));
}
