using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using MathNet.Numerics.Distributions;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class ValueOfInformationTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(-3, 2)]
    [InlineData(0, 1)]
    public void TwoNormalOptions_HaveTheirClosedForm(double mean, double sd)
    {
        double[][] draws = [.. SobolSequence.Scrambled(8192, 2, new RandomStream(1, 0)).Select(u => new[] { 50 + u[1], 50 + u[1] + mean + (sd * Quantile.Normal(u[0])) })];
        DecisionValue value = ValueOfInformation.Perfect(draws);

        Assert.Equal(UnitNormalLoss(mean, sd), value.Evpi, 0.005);
        Assert.Equal(Normal.CDF(0, 1, mean / sd), value.Options[1].ProbabilityBest, 0.005);
        Assert.Equal(1, value.Options.Sum(o => o.ProbabilityBest), 1e-9);
    }

    [Fact]
    public void HandWorked()
    {
        // Means 2 and 8/3; best is option 1; regrets 0, 2, 0 -> 2/3.
        DecisionValue value = ValueOfInformation.Perfect([[1, 3], [3, 1], [2, 4]]);

        Assert.Equal(1, value.Best);
        Assert.Equal(2.0 / 3, value.Evpi, 1e-12);
        Assert.Equal(2.0 / 3, value.EvpiError, 1e-12);
        Assert.Equal([2, 8.0 / 3], value.Options.Select(o => o.Mean));
    }

    [Fact]
    public void Ties_AreSplit() => Assert.Equal([0.75, 0.25], ValueOfInformation.Perfect([[1, 1], [2, 1]]).Options.Select(o => o.ProbabilityBest));

    /// <summary>Net benefit of option 1 is a x + b y with standard normal x and y: knowing x is worth the loss integral with spread a.</summary>
    [Theory]
    [InlineData(0.5, 2, 1)]
    [InlineData(0, 1, 3)]
    public void PartialValue_HasItsClosedForm_ByBinsAndByRegression(double mean, double a, double b)
    {
        double[][] u = SobolSequence.Scrambled(8192, 2, new RandomStream(2, 0));
        double[] x = [.. u.Select(p => Quantile.Normal(p[0]))];
        double[][] draws = [.. u.Select((p, i) => new[] { 0, mean + (a * x[i]) + (b * Quantile.Normal(p[1])) })];
        double truth = UnitNormalLoss(mean, a);

        Assert.Equal(truth, ValueOfInformation.PartialByBins(draws, x, 40), 0.03);
        Assert.Equal(truth, ValueOfInformation.PartialByRegression(draws, [.. x.Select(v => new[] { v })]), 0.03);
        Assert.True(truth < ValueOfInformation.Perfect(draws).Evpi);
    }

    [Fact]
    public void BothParameters_AreWorthPerfectInformation()
    {
        double[][] u = SobolSequence.Scrambled(4096, 2, new RandomStream(3, 0));
        double[][] draws = [.. u.Select(p => new[] { 0, 0.2 + p[0] - (p[0] * p[1]) - (0.5 * p[1]) })];

        Assert.Equal(ValueOfInformation.Perfect(draws).Evpi, ValueOfInformation.PartialByRegression(draws, u), 1e-9);
    }

    [Fact]
    public void AnIdleParameter_IsWorthNothing()
    {
        double[][] u = SobolSequence.Scrambled(4096, 2, new RandomStream(4, 0));
        double[][] draws = [.. u.Select(p => new[] { 0, p[0] - 0.3 })];
        double[] idle = [.. u.Select(p => p[1])];

        Assert.Equal(0, ValueOfInformation.PartialByBins(draws, idle, 10), 1e-3);
        Assert.Equal(0, ValueOfInformation.PartialByRegression(draws, [.. idle.Select(v => new[] { v })]), 1e-3);
    }

    [Fact]
    public void Bins_KeepEqualValuesTogether()
    {
        // A parameter of two values decides all; three bins could only split a value from itself.
        double[][] draws = [.. Enumerable.Range(0, 10).Select(i => i < 5 ? new double[] { 0, 1 + (i % 2) } : [0, -1 - (i % 2)])];
        double[] parameter = [.. Enumerable.Range(0, 10).Select(i => i < 5 ? 0.0 : 1.0)];

        Assert.Equal(((draws[..5].Sum(d => d[1]) + 0) / 10) - Math.Max(0, draws.Average(d => d[1])), ValueOfInformation.PartialByBins(draws, parameter, 3), 1e-12);
    }

    [Fact]
    public void FaultyArguments_AreRefused()
    {
        double[][] draws = [[0, 1], [1, 0], [0, 2], [2, 0]];

        Assert.Throws<ArgumentException>(() => ValueOfInformation.Perfect([[1, 2]]));
        Assert.Throws<ArgumentException>(() => ValueOfInformation.Perfect([[1, 2], [1]]));
        Assert.Throws<ArgumentException>(() => ValueOfInformation.PartialByBins(draws, [1, 2]));
        Assert.Throws<ArgumentException>(() => ValueOfInformation.PartialByRegression(draws, [[1], [2], [3], [4]]));
        double[][] many = [.. Enumerable.Range(0, 40).Select(i => new double[] { 0, i })];
        Assert.Throws<ArgumentException>(() => ValueOfInformation.PartialByRegression(many, [.. many.Select((_, i) => new double[] { i, 2 * i })]));
        Assert.Throws<ArgumentException>(() => ValueOfInformation.PartialByRegression(many, [.. many.Select(_ => new double[] { 1 })]));
    }

    private static double UnitNormalLoss(double mean, double sd) =>
        (sd * Normal.PDF(0, 1, mean / sd)) - (Math.Abs(mean) * Normal.CDF(0, 1, -Math.Abs(mean) / sd));
}
