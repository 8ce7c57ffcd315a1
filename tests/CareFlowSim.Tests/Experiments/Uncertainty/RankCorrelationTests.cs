using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class RankCorrelationTests
{
    private static readonly double[][] Inputs = LatinHypercube.Points(300, 3, new RandomStream(12, 0));

    [Fact]
    public void MonotoneFunction_OfOneInput_IsFollowedExactly()
    {
        IReadOnlyList<PartialCorrelation> r = RankCorrelation.Partial(Inputs, [.. Inputs.Select(u => -Math.Exp(9 * u[1]))]);

        Assert.Equal(-1, r[1].Coefficient, 1e-9);
        Assert.Equal(0, r[1].PValue, 1e-12);
    }

    [Fact]
    public void MonotoneFunction_OfAll_OrdersTheInputsByStrength()
    {
        IReadOnlyList<PartialCorrelation> r = RankCorrelation.Partial(Inputs, [.. Inputs.Select((u, i) => (4 * u[0]) - (2 * u[1]) + (Noise(i) - 0.5))]);

        Assert.InRange(r[0].Coefficient, 0.9, 0.99);
        Assert.InRange(r[1].Coefficient, -0.95, -0.8);
        Assert.InRange(r[2].Coefficient, -0.2, 0.2);
        Assert.True(r[0].PValue < 1e-10 && r[1].PValue < 1e-10 && r[2].PValue > 0.001);
    }

    /// <summary>With one input it is Spearman's coefficient; the example of Kendall's Rank Correlation Methods type, worked by hand.</summary>
    [Fact]
    public void OneInput_IsSpearman()
    {
        // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 - 6 x 4 / (5 x 24) = 0.8; t = 0.8 root(3 / 0.36) = 2.309, p = 0.104.
        PartialCorrelation r = RankCorrelation.Partial([[10], [20], [30], [40], [50]], [2, 1, 4, 3, 5])[0];

        Assert.Equal(0.8, r.Coefficient, 1e-12);
        Assert.Equal(0.1041, r.PValue, 1e-3);
    }

    [Fact]
    public void TwoInputs_FollowThePartialFormula()
    {
        double[][] x = [[1, 2], [2, 1], [3, 5], [4, 3], [5, 4], [6, 6]];
        double[] y = [1, 3, 2, 5, 6, 4];
        double a = Spearman([.. x.Select(r => r[0])], y);
        double b = Spearman([.. x.Select(r => r[1])], y);
        double c = Spearman([.. x.Select(r => r[0])], [.. x.Select(r => r[1])]);

        Assert.Equal((a - (b * c)) / Math.Sqrt((1 - (b * b)) * (1 - (c * c))), RankCorrelation.Partial(x, y)[0].Coefficient, 1e-12);
    }

    [Fact]
    public void PValues_OfNoise_AreUniform()
    {
        double[] p = [.. Enumerable.Range(0, 300).Select(k => RankCorrelation.Partial(Inputs[..40], [.. Enumerable.Range(0, 40).Select(i => Noise((1000 * (k + 1)) + i))])[0].PValue)];

        Assert.Equal(0.5, p.Average(), 0.06);
        Assert.InRange(p.Count(v => v < 0.05), 5, 28);
    }

    [Fact]
    public void Ties_ShareTheirMeanRank() => Assert.Equal([1.5, 4, 1.5, 3], RankCorrelation.Ranks([2, 9, 2, 5]));

    [Fact]
    public void InputsThatCannotBeToldApart_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => RankCorrelation.Partial([.. Inputs.Select(u => new[] { u[0], 2 * u[0] })], [.. Inputs.Select(u => u[1])]));
        Assert.Throws<ArgumentException>(() => RankCorrelation.Partial([.. Inputs.Select(u => new[] { u[0], 1 })], [.. Inputs.Select(u => u[1])]));
        Assert.Throws<ArgumentException>(() => RankCorrelation.Partial(Inputs, new double[300]));
        Assert.Throws<ArgumentException>(() => RankCorrelation.Partial(Inputs[..4], [1, 2, 3, 4]));
    }

    private static double Noise(int i) => new RandomStream(99, 0).For((uint)i, 1, 0).U0;

    private static double Spearman(double[] x, double[] y) => 1 - (6 * x.Zip(y, (a, b) => (a - b) * (a - b)).Sum() / (x.Length * ((x.Length * x.Length) - 1)));
}
