using MathNet.Numerics.Distributions;

namespace CareFlowSim.Experiments;

/// <summary>
/// An effect under uncertain parameters, from paired arms in nested replications: within each draw of the parameters both arms are run on the same
/// luck several times. The error of finitely many replications is told apart from the uncertainty of the parameters by analysis of variance.
/// Source: O'Hagan, Stevenson and Madan (2007), "Monte Carlo probabilistic sensitivity analysis for patient level simulation models: efficient
/// estimation of mean and variance using ANOVA", Health Economics 16, 1009-1023.
/// </summary>
public sealed record NestedEffect
{
    private NestedEffect()
    {
    }

    /// <summary>Number of parameter draws.</summary>
    public required int Draws { get; init; }

    /// <summary>Replications in each draw.</summary>
    public required int Replications { get; init; }

    /// <summary>Probability covered by the intervals.</summary>
    public required double Coverage { get; init; }

    /// <summary>Mean difference, policy less baseline, in the unit of the values.</summary>
    public required double Effect { get; init; }

    /// <summary>Variance of the difference between replications of one draw (mean square within, MSW).</summary>
    public required double ReplicationVariance { get; init; }

    /// <summary>Variance of the effect between parameter draws, Monte Carlo noise removed: (MSB - MSW) / n, not below 0.</summary>
    public required double ParameterVariance { get; init; }

    /// <summary>Whether (MSB - MSW) / n was negative and was set to 0: the replications are too few to see the parameters' part.</summary>
    public required bool ParameterVarianceSetToZero { get; init; }

    /// <summary>Standard error of the effect that is left because replications are finite, at these draws: root of MSW / (draws x replications).</summary>
    public required double MonteCarloError { get; init; }

    /// <summary>Interval of the effect for Monte Carlo error alone (Student's t), at these draws.</summary>
    public required Interval MonteCarloInterval { get; init; }

    /// <summary>
    /// Interval of the effect for parameter uncertainty alone: quantiles of the draws' effects, drawn together to the parameter variance
    /// (Louis 1984), so that Monte Carlo noise does not widen it.
    /// </summary>
    public required Interval ParameterInterval { get; init; }

    /// <summary>Interval for both together: each half is the root of the sum of the squared halves of the other two.</summary>
    public required Interval BothInterval { get; init; }

    /// <summary>Interval of the expected effect over the priors (Student's t over draws): how well the mean itself is known.</summary>
    public required Interval MeanInterval { get; init; }

    /// <summary>Probability that the effect is above zero, under parameter uncertainty and the Monte Carlo error left in the mean.</summary>
    public required double ProbabilityAboveZero { get; init; }

    /// <summary>What pairing saves: variance of a difference of independent arms over that of the paired difference, within draws. Infinite when paired differences do not vary.</summary>
    public required double PairingFactor { get; init; }

    /// <summary>One effect per draw, drawn together towards the mean so that their variance is the parameter variance. Fit for value-of-information and sensitivity estimates.</summary>
    public required IReadOnlyList<double> DrawEffects { get; init; }

    /// <summary>Estimates the effect from values per draw and replication.</summary>
    /// <param name="baseline">One row per parameter draw, one value per replication.</param>
    /// <param name="policy">Values of the policy arm on the same draws and the same luck, of the same shape.</param>
    /// <param name="coverage">Probability covered by the intervals, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">Fewer than two draws, fewer than two replications, or rows of different length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is out of range.</exception>
    public static NestedEffect Of(IReadOnlyList<double[]> baseline, IReadOnlyList<double[]> policy, double coverage = 0.95)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(policy);
        Interval.Coverage(coverage);
        int draws = baseline.Count;
        if (draws < 2 || policy.Count != draws)
        {
            throw new ArgumentException($"There must be as many draws in both arms and at least two, not {draws} and {policy.Count}.", nameof(baseline));
        }

        int n = baseline[0].Length;
        if (n < 2 || baseline.Concat(policy).Any(r => r.Length != n))
        {
            throw new ArgumentException("Every draw must have the same number of replications in both arms, and at least two.", nameof(baseline));
        }

        double[][] differences = [.. baseline.Zip(policy, (b, p) => p.Zip(b, (x, y) => x - y).ToArray())];
        double[] means = [.. differences.Select(d => d.Average())];
        double effect = means.Average();
        double within = Within(differences);
        double between = n * means.Sum(m => (m - effect) * (m - effect)) / (draws - 1);
        double raw = (between - within) / n;
        double parameterVariance = Math.Max(0, raw);
        double error = Math.Sqrt(within / ((double)draws * n));
        double[] drawn = DrawnTogether(means, error);
        double half = error * StudentT.InvCDF(0, 1, (double)draws * (n - 1), (1 + coverage) / 2);
        double meanHalf = Math.Sqrt(between / ((double)draws * n)) * StudentT.InvCDF(0, 1, draws - 1, (1 + coverage) / 2);
        Interval parameter = Interval.Middle(drawn, coverage);
        return new NestedEffect
        {
            Draws = draws,
            Replications = n,
            Coverage = coverage,
            Effect = effect,
            ReplicationVariance = within,
            ParameterVariance = parameterVariance,
            ParameterVarianceSetToZero = raw < 0,
            MonteCarloError = error,
            MonteCarloInterval = new Interval(effect - half, effect + half),
            ParameterInterval = parameter,
            BothInterval = new Interval(effect - Together(effect - parameter.Low, half), effect + Together(parameter.High - effect, half)),
            MeanInterval = new Interval(effect - meanHalf, effect + meanHalf),
            ProbabilityAboveZero = drawn.Average(d => error > 0 ? Normal.CDF(0, 1, d / error) : d > 0 ? 1 : 0),
            PairingFactor = (Within(baseline) + Within(policy)) / within,
            DrawEffects = drawn,
        };
    }

    /// <summary>
    /// Means of draws drawn together about their mean until they vary as the parameters alone would make them, so that Monte Carlo noise does not count as something
    /// that could be known (Louis 1984); what <see cref="DrawEffects"/> holds.
    /// </summary>
    /// <param name="means">One mean over replications per draw, two or more.</param>
    /// <param name="monteCarloError">Standard error of the mean over all draws because replications are finite: <see cref="MonteCarloError"/>.</param>
    public static double[] DrawnTogether(IReadOnlyList<double> means, double monteCarloError)
    {
        ArgumentNullException.ThrowIfNull(means);
        double mean = means.Average();
        double between = means.Sum(m => (m - mean) * (m - mean)) / Math.Max(1, means.Count - 1);
        double noise = monteCarloError * monteCarloError * means.Count;
        double shrink = between > 0 ? Math.Sqrt(Math.Max(0, between - noise) / between) : 0;
        return [.. means.Select(m => mean + (shrink * (m - mean)))];
    }

    /// <summary>Mean square within draws.</summary>
    private static double Within(IReadOnlyList<double[]> rows)
    {
        double sum = 0;
        foreach (double[] row in rows)
        {
            double mean = row.Average();
            sum += row.Sum(v => (v - mean) * (v - mean));
        }

        return sum / ((double)rows.Count * (rows[0].Length - 1));
    }

    private static double Together(double parameter, double monteCarlo) => Math.Sqrt((parameter * parameter) + (monteCarlo * monteCarlo));
}
