using CareFlowSim.Experiments;
using MathNet.Numerics.Distributions;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class PriorTests
{
    public static TheoryData<Prior> Usable =>
    [
        new("a", PriorShape.Uniform, 3, 2, 7),
        new("a", PriorShape.Triangular, 3, 2, 7),
        new("a", PriorShape.Pert, 3, 2, 7),
        new("a", PriorShape.Normal, 3, 2, 7),
        new("a", PriorShape.LogNormal, 3, 2, 7, 0.9),
        new("a", PriorShape.LogitNormal, 0.3, 0.2, 0.6),
        new("a", PriorShape.Beta, 0.3, 0.2, 0.4),
        new("a", PriorShape.Beta, 0.02, 0.01, 0.04, 0.9),
        Prior.Fixed("a", -4),
    ];

    [Theory]
    [MemberData(nameof(Usable))]
    public void Quantile_NeverFalls(Prior prior)
    {
        double[] values = [.. Enumerable.Range(1, 99).Select(i => prior.Quantile(i / 100.0))];

        Assert.Empty(prior.Faults());
        Assert.Equal(values.Order(), values);
        Assert.All(values, v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void Uniform_RunsFromLowToHigh() => Assert.Equal(3.25, new Prior("a", PriorShape.Uniform, 4, 2, 7).Quantile(0.25), 1e-12);

    [Fact]
    public void Triangular_HasItsPeakAtTheCentralValue()
    {
        // Below the peak lies (central - low) / (high - low) = 0.2.
        Prior prior = new("a", PriorShape.Triangular, 3, 2, 7);

        Assert.Equal(3, prior.Quantile(0.2), 1e-12);
        Assert.Equal(Triangular.InvCDF(2, 7, 3, 0.8), prior.Quantile(0.8), 1e-9);
    }

    [Fact]
    public void Pert_HasTheMeanOfItsDefinition()
    {
        Prior prior = new("a", PriorShape.Pert, 3, 2, 8);
        double mean = Enumerable.Range(0, 4000).Average(i => prior.Quantile((i + 0.5) / 4000));

        Assert.Equal((2 + (4 * 3) + 8) / 6.0, mean, 1e-3);
    }

    [Theory]
    [InlineData(PriorShape.Normal, 3, 2, 7, 0.95)]
    [InlineData(PriorShape.LogNormal, 3, 2, 7, 0.9)]
    [InlineData(PriorShape.LogitNormal, 0.3, 0.2, 0.6, 0.95)]
    public void NormalShapes_MeetAllThreeFigures(PriorShape shape, double central, double low, double high, double coverage)
    {
        Prior prior = new("a", shape, central, low, high, coverage);

        Assert.Equal(central, prior.Quantile(0.5), 1e-9);
        Assert.Equal(low, prior.Quantile((1 - coverage) / 2), 1e-9);
        Assert.Equal(high, prior.Quantile((1 + coverage) / 2), 1e-9);
    }

    [Fact]
    public void LogNormal_WithASymmetricRange_IsTheOrdinaryOne()
    {
        // 95 % of a lognormal with sigma = ln(4) / (2 x 1.959964) lies from 1 to 4 around 2.
        Prior prior = new("a", PriorShape.LogNormal, 2, 1, 4);

        Assert.Equal(LogNormal.InvCDF(Math.Log(2), Math.Log(4) / (2 * 1.959963985), 0.8), prior.Quantile(0.8), 1e-6);
    }

    [Theory]
    [InlineData(0.3, 0.2, 0.4, 0.95)]
    [InlineData(0.02, 0.01, 0.04, 0.9)]
    [InlineData(0.9, 0.5, 0.99, 0.95)]
    public void Beta_HasTheMeanAndTheWidth(double mean, double low, double high, double coverage)
    {
        Prior prior = new("a", PriorShape.Beta, mean, low, high, coverage);

        Assert.Equal(mean, Enumerable.Range(0, 4000).Average(i => prior.Quantile((i + 0.5) / 4000)), 1e-3);
        Assert.Equal(high - low, prior.Quantile((1 + coverage) / 2) - prior.Quantile((1 - coverage) / 2), 1e-6);
    }

    [Fact]
    public void ChangedCopy_HasItsOwnQuantiles()
    {
        Prior prior = new("a", PriorShape.Beta, 0.3, 0.2, 0.4);
        double before = prior.Quantile(0.5);

        Assert.True((prior with { Central = 0.35 }).Quantile(0.5) > before + 0.03);
    }

    [Theory]
    [InlineData(PriorShape.Uniform, 8, 2, 7, 0.95, "central value 8")]
    [InlineData(PriorShape.Triangular, 3, 7, 2, 0.95, "low end 7 must lie below")]
    [InlineData(PriorShape.Normal, 2, 2, 7, 0.95, "strictly between 2 and 7")]
    [InlineData(PriorShape.Normal, 3, 2, 7, 1, "coverage 1")]
    [InlineData(PriorShape.LogNormal, 3, 0, 7, 0.95, "above 0 for a lognormal")]
    [InlineData(PriorShape.LogitNormal, 0.5, 0.2, 1, 0.95, "a share must lie strictly between 0 and 1")]
    [InlineData(PriorShape.Beta, 0.01, 0.005, 0.9, 0.95, "no beta distribution")]
    [InlineData(PriorShape.Pert, double.NaN, 2, 7, 0.95, "central value is NaN")]
    [InlineData((PriorShape)99, 3, 2, 7, 0.95, "shape 99")]
    public void Faults_SayWhatIsWrong(PriorShape shape, double central, double low, double high, double coverage, string fault) =>
        Assert.Contains(new Prior("a", shape, central, low, high, coverage).Faults(), f => f.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Quantile_OutsideTheOpenInterval_IsRefused(double u) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Prior("a", PriorShape.Uniform, 3, 2, 7).Quantile(u));
}
