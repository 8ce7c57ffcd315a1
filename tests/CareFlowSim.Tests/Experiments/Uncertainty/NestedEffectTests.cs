using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class NestedEffectTests
{
    private const double Mean = 2;
    private const double ParameterSd = 3;
    private const double LuckSd = 5;
    private const double NoiseSd = 1;

    [Fact]
    public void NormalHierarchy_ItsComponentsComeBack()
    {
        NestedEffect e = Hierarchy(4000, 5, ParameterSd);

        // Standard errors: of a variance v over k draws v root(2 / k).
        Assert.Equal(Mean, e.Effect, 0.2);
        Assert.Equal(2 * NoiseSd * NoiseSd, e.ReplicationVariance, 0.1);
        Assert.Equal(ParameterSd * ParameterSd, e.ParameterVariance, 0.8);
        Assert.False(e.ParameterVarianceSetToZero);
        Assert.Equal(Math.Sqrt(e.ReplicationVariance / 20000), e.MonteCarloError, 1e-12);
        // Middle 95 % of N(2, 3).
        Assert.Equal(Mean - (1.96 * ParameterSd), e.ParameterInterval.Low, 0.4);
        Assert.Equal(Mean + (1.96 * ParameterSd), e.ParameterInterval.High, 0.4);
        // P(N(2, 3) > 0) = 0.7475.
        Assert.Equal(0.7475, e.ProbabilityAboveZero, 0.025);
        Assert.Equal(e.ParameterVariance, Variance(e.DrawEffects), 1e-9 * e.ParameterVariance);
    }

    [Fact]
    public void FewReplications_DoNotInflateTheParameterVariance()
    {
        // Two noisy replications: the plain variance of the draw means would be 9 + 32 / 2 = 25.
        NestedEffect e = Hierarchy(6000, 2, ParameterSd, noise: 4);

        Assert.Equal(9, e.ParameterVariance, 1.6);
        Assert.True(e.ParameterInterval.Width < 1.15 * 2 * 1.96 * ParameterSd, $"{e.ParameterInterval}");
    }

    [Fact]
    public void PairingFactor_IsTheRatioOfVariances()
    {
        // Independent arms: 2 (25 + 1) per difference; paired: 2.
        NestedEffect e = Hierarchy(2000, 5, ParameterSd);

        Assert.Equal(2 * ((LuckSd * LuckSd) + (NoiseSd * NoiseSd)) / (2 * NoiseSd * NoiseSd), e.PairingFactor, 1.5);
    }

    /// <summary>Two draws of two replications, worked by hand.</summary>
    [Fact]
    public void HandWorked()
    {
        // Differences 1, 3 | 6, 8: means 2 and 7; MSW = 2, MSB = 2 x 12.5 = 25.
        NestedEffect e = NestedEffect.Of([[0, 0], [0, 0]], [[1, 3], [6, 8]]);

        Assert.Equal((2, 2), (e.Draws, e.Replications));
        Assert.Equal(4.5, e.Effect);
        Assert.Equal(2, e.ReplicationVariance);
        Assert.Equal(11.5, e.ParameterVariance);
        Assert.Equal(Math.Sqrt(0.5), e.MonteCarloError, 1e-12);
        // t(0.975; 2) = 4.3027, t(0.975; 1) = 12.7062, standard error of the mean root(25 / 4).
        Assert.Equal(4.3027 * Math.Sqrt(0.5), e.MonteCarloInterval.High - 4.5, 1e-3);
        Assert.Equal(12.7062 * 2.5, 4.5 - e.MeanInterval.Low, 1e-3);
        // Draws drawn together by root(11.5 / 12.5).
        Assert.Equal(4.5 - (2.5 * Math.Sqrt(11.5 / 12.5)), e.DrawEffects[0], 1e-12);
        Assert.Equal(Math.Sqrt(Square(e.ParameterInterval.High - 4.5) + Square(e.MonteCarloInterval.High - 4.5)), e.BothInterval.High - 4.5, 1e-12);
    }

    [Fact]
    public void NoParameterUncertainty_IsSetToZeroAndSaidSo()
    {
        // All draws have the same mean: MSB = 0.
        NestedEffect e = NestedEffect.Of([[0, 0], [0, 0], [0, 0]], [[1, 3], [0, 4], [2, 2]]);

        Assert.Equal(0, e.ParameterVariance);
        Assert.True(e.ParameterVarianceSetToZero);
        Assert.Equal(new Interval(2, 2), e.ParameterInterval);
        Assert.Equal(e.MonteCarloInterval.High, e.BothInterval.High, 1e-12);
        Assert.InRange(e.ProbabilityAboveZero, 0.99, 1);
    }

    /// <summary>95 % intervals of the mean cover the truth in about 95 of 100 repetitions.</summary>
    [Fact]
    public void MeanInterval_CoversTheTruth()
    {
        int covered = Enumerable.Range(0, 400).Count(r => Hierarchy(20, 3, ParameterSd, replication: r).MeanInterval.Contains(Mean));

        // Binomial standard deviation 4.4 around 380.
        Assert.InRange(covered, 362, 396);
    }

    [Fact]
    public void ArmsOfDifferentShape_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => NestedEffect.Of([[1, 2]], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => NestedEffect.Of([[1], [2]], [[1], [2]]));
        Assert.Throws<ArgumentException>(() => NestedEffect.Of([[1, 2], [2, 3]], [[1, 2], [2, 3, 4]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NestedEffect.Of([[1, 2], [2, 3]], [[1, 2], [2, 3]], 1));
    }

    /// <summary>Baseline: luck and noise; policy: the same luck, noise of its own and an effect that differs between draws.</summary>
    private static NestedEffect Hierarchy(int draws, int n, double parameterSd, double noise = NoiseSd, int replication = 0)
    {
        RandomStream stream = new(77, replication);
        double[][] baseline = new double[draws][];
        double[][] policy = new double[draws][];
        for (int d = 0; d < draws; d++)
        {
            double effect = Mean + (parameterSd * Quantile.Normal(stream.For((uint)d, 1, 0).U0));
            baseline[d] = new double[n];
            policy[d] = new double[n];
            for (int r = 0; r < n; r++)
            {
                Draw draw = stream.For((uint)d, 2, (uint)r);
                double luck = LuckSd * Quantile.Normal(draw.U0);
                baseline[d][r] = luck + (noise * Quantile.Normal(draw.U1));
                policy[d][r] = luck + effect + (noise * Quantile.Normal(draw.U2));
            }
        }

        return NestedEffect.Of(baseline, policy);
    }

    private static double Variance(IReadOnlyList<double> x)
    {
        double mean = x.Average();
        return x.Sum(v => (v - mean) * (v - mean)) / (x.Count - 1);
    }

    private static double Square(double x) => x * x;
}
