using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace CareFlowSim.Experiments;

/// <summary>
/// How many replications each of k independent options needs so that the best is chosen with a given probability whenever it is better by the
/// indifference zone: two stages, the first to learn the variances. Assumes normal values, and options independent of each other, which those on common
/// random numbers are not; it stands here as the yardstick for what pairing saves.
/// Source: Rinott (1978), "On two-stage selection procedures and related probability-inequalities", Communications in Statistics A7, 799-811.
/// </summary>
public static class Rinott
{
    private const double Narrow = 1e-10;
    private const int Order = 128;

    /// <summary>Rinott's constant h: the probability that the best of k options is chosen is at least the one asked for.</summary>
    /// <param name="options">Number of options, 2 or more.</param>
    /// <param name="probability">Probability of correct selection, between 1 / options and 1.</param>
    /// <param name="firstStage">Replications of each option in the first stage, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static double Constant(int options, double probability, int firstStage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstStage, 2);
        if (!(probability > 1.0 / options && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, $"The probability must lie between {1.0 / options} and 1.");
        }

        (double low, double high) = (0, 1);
        while (Probability(high, options, firstStage) < probability)
        {
            high *= 2;
        }

        while (high - low > Narrow * high)
        {
            double middle = (low + high) / 2;
            (low, high) = Probability(middle, options, firstStage) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Replications that an option needs in all.</summary>
    /// <param name="constant">Rinott's constant.</param>
    /// <param name="variance">Variance of the option's values in the first stage.</param>
    /// <param name="indifference">Difference that is worth telling apart, above 0, in the unit of the values.</param>
    /// <param name="firstStage">Replications in the first stage.</param>
    public static long Replications(double constant, double variance, double indifference, int firstStage) =>
        Math.Max(firstStage, (long)Math.Ceiling(constant * constant * variance / (indifference * indifference)));

    /// <summary>
    /// Probability of correct selection at a constant: the double integral of Phi(h / sqrt(v (1/x + 1/y))) over two chi-squared variables with v degrees of
    /// freedom, the inner one to the power k - 1. The integrals run over probabilities of the chi-squared distribution, on which both are bounded.
    /// </summary>
    private static double Probability(double constant, int options, int firstStage)
    {
        double[] chi = Points(firstStage - 1);
        double v = firstStage - 1;
        double sum = 0;
        for (int i = 0; i < Order; i++)
        {
            double inner = 0;
            for (int j = 0; j < Order; j++)
            {
                inner += Weights[j] * Normal.CDF(0, 1, constant / Math.Sqrt(v * ((1 / chi[i]) + (1 / chi[j]))));
            }

            sum += Weights[i] * Math.Pow(inner, options - 1);
        }

        return sum;
    }

    private static double[] Places { get; } = [.. Enumerable.Range(0, Order).Select(i => (new GaussLegendreRule(0, 1, Order)).GetAbscissa(i))];

    private static double[] Weights { get; } = [.. Enumerable.Range(0, Order).Select(i => (new GaussLegendreRule(0, 1, Order)).GetWeight(i))];

    /// <summary>Quantiles of the chi-squared distribution at the points of integration.</summary>
    private static double[] Points(int freedom) => [.. Places.Select(p => ChiSquared.InvCDF(freedom, p))];
}
