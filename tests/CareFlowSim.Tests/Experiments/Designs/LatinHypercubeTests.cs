using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Designs;

public sealed class LatinHypercubeTests
{
    [Theory]
    [InlineData(1, 3, false)]
    [InlineData(17, 5, false)]
    [InlineData(1000, 4, false)]
    [InlineData(17, 5, true)]
    public void EachStratumOfEachInput_HoldsOnePoint(int points, int inputs, bool centred)
    {
        double[][] cube = LatinHypercube.Points(points, inputs, new RandomStream(3, 0), centred);

        Assert.Equal(points, cube.Length);
        for (int i = 0; i < inputs; i++)
        {
            Assert.Equal(Enumerable.Range(0, points), cube.Select(p => (int)(p[i] * points)).Order());
        }
    }

    [Fact]
    public void Points_LieStrictlyInsideTheCube() =>
        Assert.All(LatinHypercube.Points(500, 3, new RandomStream(3, 0)).SelectMany(p => p), x => Assert.True(x is > 0 and < 1));

    [Fact]
    public void Centred_PointsStandInTheMiddleOfTheirStrata() =>
        Assert.All(LatinHypercube.Points(10, 3, new RandomStream(3, 0), centred: true).SelectMany(p => p), x => Assert.Equal(0.5, (x * 10) - Math.Floor(x * 10), 1e-9));

    [Fact]
    public void SameStream_SamePoints_AnotherStream_Others()
    {
        double[][] first = LatinHypercube.Points(50, 3, new RandomStream(3, 0));

        Assert.Equal(first, LatinHypercube.Points(50, 3, new RandomStream(3, 0)));
        Assert.NotEqual(first, LatinHypercube.Points(50, 3, new RandomStream(3, 1)));
        Assert.NotEqual(first, LatinHypercube.Points(50, 3, new RandomStream(4, 0)));
    }

    [Fact]
    public void Inputs_AreNotCorrelated()
    {
        double[][] cube = LatinHypercube.Points(4000, 2, new RandomStream(3, 0));
        double covariance = cube.Average(p => (p[0] - 0.5) * (p[1] - 0.5));

        // Standard error 1 / sqrt(4000) = 0.016 of a correlation of 0; variance of a uniform is 1/12.
        Assert.InRange(covariance * 12, -0.05, 0.05);
    }

    [Fact]
    public void NoPointsOrNoInputs_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LatinHypercube.Points(0, 1, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatinHypercube.Points(1, 0, default));
    }
}
