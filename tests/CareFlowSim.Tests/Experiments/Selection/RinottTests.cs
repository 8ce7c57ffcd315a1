using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class RinottTests
{
    /// <summary>
    /// 10 options, 0.975 and 50 degrees of freedom: Bechhofer, Santner and Goldsman (1995), Design and Analysis of Experiments for Statistical Selection, Screening
    /// and Multiple Comparisons, whose program gives 4.045. The others by a midpoint rule on the chi-squared densities.
    /// </summary>
    [Theory]
    [InlineData(10, 0.975, 51, 4.045)]
    [InlineData(2, 0.95, 10, 2.614)]
    [InlineData(3, 0.95, 20, 2.937)]
    [InlineData(4, 0.90, 20, 2.720)]
    public void Constant_IsThePublishedOne(int options, double probability, int firstStage, double expected) =>
        Assert.Equal(expected, Rinott.Constant(options, probability, firstStage), 1e-3);

    /// <summary>With two options and one degree of freedom the sum of two Student variables is twice a Cauchy variable: h = 2 tan(pi (P - 1/2)).</summary>
    [Theory]
    [InlineData(0.75)]
    [InlineData(0.9)]
    public void Constant_TwoOptionsOneDegree_IsCauchys(double probability) =>
        Assert.Equal(2 * Math.Tan(Math.PI * (probability - 0.5)), Rinott.Constant(2, probability, 2), 0.01);

    /// <summary>With variances known both integrals are of one value: Phi(h / sqrt 2) to the power k - 1, so h = sqrt 2 times a normal quantile.</summary>
    [Theory]
    [InlineData(2, 2.3262)]
    [InlineData(3, 2.7642)]
    [InlineData(4, 3.0000)]
    [InlineData(10, 3.5800)]
    public void Constant_ManyReplications_IsANormalQuantile(int options, double expected)
    {
        Assert.Equal(expected, Math.Sqrt(2) * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Math.Pow(0.95, 1.0 / (options - 1))), 1e-3);
        Assert.Equal(expected, Rinott.Constant(options, 0.95, 20_001), 2e-3);
    }

    [Fact]
    public void Replications_AreTheSquareOfConstantTimesDeviationOverIndifference()
    {
        Assert.Equal(100, Rinott.Replications(2.5, 16, 1, 10));
        Assert.Equal(10, Rinott.Replications(2.5, 0.1, 1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rinott.Constant(4, 0.25, 10));
    }
}
