using CareFlowSim.Kernel;
using MathNet.Numerics.Distributions;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class QuantileTests
{
    private static readonly double[] s_uniforms =
        [1.2e-10, 1e-8, 1e-5, 0.001, 0.01, 0.1, 0.25, 0.4, 0.4999, 0.5, 0.5001, 0.6, 0.75, 0.9, 0.99, 0.999, 0.99999, 1 - 1e-8, 1 - 1.2e-10];

    // Values computed with 40 digits.
    [Theory]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-5, -4.264890793922825)]
    [InlineData(0.001, -3.0902323061678136)]
    [InlineData(0.025, -1.9599639845400542)]
    [InlineData(0.3, -0.5244005127080407)]
    [InlineData(0.5, 0)]
    [InlineData(0.8, 0.8416212335729143)]
    [InlineData(0.975, 1.9599639845400542)]
    public void Normal_KnownValues(double u, double expected) => AssertRelative(expected, Quantile.Normal(u), 1e-13);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.7)]
    [InlineData(12.5)]
    [InlineData(400)]
    [InlineData(20_000)]
    public void Gamma_RoundTrip_GivesTheUniformBack(double shape)
    {
        foreach (double u in s_uniforms)
        {
            double x = Quantile.Gamma(u, shape, 2);
            if (x < 1e-9)
            {
                // The reference takes so small an x for 0; the leading term of the series is exact enough here.
                double leading = (Math.Log(u) + MathNet.Numerics.SpecialFunctions.GammaLn(shape + 1)) / shape;
                AssertRelative(2 * Math.Exp(leading), x, 1e-8);
                continue;
            }

            AssertInverse(u, x, shape, Gamma.PDF(shape, 0.5, x), Gamma.CDF(shape, 0.5, x));
        }
    }

    // qgamma of R 4: shape, u, value.
    [Theory]
    [InlineData(1, 0.5, 0.693147180559945)]
    [InlineData(2, 0.95, 4.743864518390587)]
    [InlineData(0.5, 0.95, 1.9207294103470617)]
    [InlineData(5, 0.025, 1.6234863901184253)]
    public void Gamma_KnownValues(double shape, double u, double expected) => AssertRelative(expected, Quantile.Gamma(u, shape, 1), 1e-10);

    [Theory]
    [InlineData(0.05, 0.05)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 3)]
    [InlineData(2, 0.3)]
    [InlineData(30, 4)]
    [InlineData(500, 900)]
    public void Beta_RoundTrip_GivesTheUniformBack(double a, double b)
    {
        foreach (double u in s_uniforms)
        {
            double x = Quantile.Beta(u, a, b);
            if (x is > 1e-290 and < 1 - 1e-9)
            {
                AssertInverse(u, x, a, Beta.PDF(a, b, x), Beta.CDF(a, b, x));
            }
        }
    }

    [Fact]
    public void GammaAndBeta_ExtremeShapes_RiseWithTheUniform()
    {
        double[] shapes = [1e-3, 0.03, 0.5, 1, 3, 50, 3_000, 1e5];
        foreach (double a in shapes)
        {
            AssertRises(u => Quantile.Gamma(u, a, 1), double.MaxValue);
            foreach (double b in shapes)
            {
                AssertRises(u => Quantile.Beta(u, a, b), 1);
            }
        }
    }

    [Fact]
    public void Beta_ClosedForms()
    {
        foreach (double u in s_uniforms)
        {
            AssertRelative(u, Quantile.Beta(u, 1, 1), 1e-10);
            AssertRelative(Math.Pow(u, 1 / 2.5), Quantile.Beta(u, 2.5, 1), 1e-10);
            AssertRelative(Math.Pow(Math.Sin(Math.PI * u / 2), 2), Quantile.Beta(u, 0.5, 0.5), 1e-9);
        }
    }

    [Fact]
    public void Exponential_AgreesWithMathNet()
    {
        foreach (double u in s_uniforms)
        {
            AssertRelative(u < 1e-4 ? 7 * (u + (u * u / 2)) : Exponential.InvCDF(1 / 7.0, u), Quantile.Exponential(u, 7), 1e-9);
            AssertRelative(Quantile.Exponential(u, 7), Quantile.Gamma(u, 1, 7), 1e-10);
        }
    }

    [Fact]
    public void LogNormal_MeanAndStandardDeviation_AreThoseOfTheVariate()
    {
        LogNormal reference = LogNormal.WithMeanVariance(9, 81 * 1.7);
        foreach (double u in s_uniforms)
        {
            AssertRelative(reference.InverseCumulativeDistribution(u), Quantile.LogNormal(u, 9, 9 * Math.Sqrt(1.7)), 1e-8);
        }

        Assert.Equal(9, Quantile.LogNormal(0.9, 9, 0), 1e-12);
        Assert.Equal(Math.Exp(2), Quantile.LogNormalFromLog(0.5, 2, 3), 1e-12);
    }

    [Fact]
    public void Triangular_AgreesWithMathNet()
    {
        Triangular reference = new(2, 9, 3);
        foreach (double u in s_uniforms)
        {
            AssertRelative(reference.InverseCumulativeDistribution(u), Quantile.Triangular(u, 2, 3, 9), 1e-9);
        }

        Assert.Equal(4, Quantile.Triangular(0.3, 4, 4, 4));
        Assert.InRange(Quantile.Triangular(0.999999, 0, 1, 1), 0.999, 1);
    }

    [Fact]
    public void Uniform_StretchesTheUnitInterval() => Assert.Equal(-1.5, Quantile.Uniform(0.25, -2, 0));

    [Fact]
    public void Categorical_EdgesBelongToTheNextCategory()
    {
        double[] cumulative = [0.2, 0.2, 0.7, 1];

        Assert.Equal([0, 2, 2, 3, 3], ((double[])[0.1, 0.2, 0.69, 0.7, 0.9999]).Select(u => Quantile.Categorical(u, cumulative)));
        Assert.Equal(1, Quantile.Categorical(0.9999, [0.5, 0.9998]));
    }

    [Fact]
    public void Categorical_ManyCategories_AgreesWithACount()
    {
        double[] cumulative = [.. Enumerable.Range(1, 100).Select(i => Math.Pow(i / 100.0, 3))];
        for (int i = 0; i < 1_000; i++)
        {
            double u = (i + 0.5) / 1_000;
            Assert.Equal(cumulative.Count(c => c <= u), Quantile.Categorical(u, cumulative));
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void Geometric_IsTheSmallestCountThatReachesTheUniform(double p)
    {
        for (int i = 0; i < 2_000; i++)
        {
            double u = (i + 0.5) / 2_000;
            int k = Quantile.Geometric(u, p);
            Assert.True(1 - Math.Pow(1 - p, k + 1) >= u - 1e-12);
            Assert.True(k == 0 || 1 - Math.Pow(1 - p, k) < u + 1e-12);
        }

        Assert.Equal(0, Quantile.Geometric(0.99999, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void UniformOutsideTheOpenInterval_Throws(double u)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Normal(u));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Exponential(u, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.LogNormal(u, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Gamma(u, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Beta(u, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Triangular(u, 0, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Uniform(u, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Categorical(u, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Geometric(u, 0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ScaleNotPositive_Throws(double bad)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Exponential(0.5, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.LogNormal(0.5, bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Gamma(0.5, bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Gamma(0.5, 1, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Beta(0.5, bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Beta(0.5, 1, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Geometric(0.5, bad));
    }

    [Fact]
    public void OtherFaults_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.LogNormalFromLog(0.5, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.LogNormalFromLog(0.5, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Triangular(0.5, 0, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Uniform(0.5, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Categorical(0.5, []));
    }

    /// <summary>Compares in x: the error of the round trip in probability, divided by the density, relative to x.</summary>
    private static void AssertInverse(double u, double x, double shape, double density, double probability)
    {
        if (x < 1e-290)
        {
            Assert.True(shape < 1);
            return;
        }

        // The reference's own rounding near probability 1 is allowed for.
        double error = (Math.Abs(probability - u) - 4e-16) / (density * x);
        Assert.True(error < 1e-8, $"u {u}, x {x}: relative error {error}");
    }

    private static void AssertRises(Func<double, double> inverse, double highest)
    {
        double last = 0;
        foreach (double u in s_uniforms)
        {
            double x = inverse(u);
            Assert.True(x >= last * (1 - 1e-12) && x <= highest, $"u {u}: {x} after {last}");
            last = x;
        }
    }

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Max(Math.Abs(expected), 1e-300), $"expected {expected:R}, was {actual:R}");
}
