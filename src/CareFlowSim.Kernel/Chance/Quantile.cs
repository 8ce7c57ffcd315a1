using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>
/// Inverse distribution functions: one uniform number in, one variate out, non-decreasing in the uniform number. Never rejection, so arms stay in step.
/// Every <c>u</c> must lie strictly between 0 and 1; any argument outside its range raises <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public static class Quantile
{
    private const int LinearSearchLimit = 16;

    /// <summary>Standard normal: mean 0, standard deviation 1. Relative accuracy about 1e-15.</summary>
    public static double Normal(double u) => NormalQuantile.At(Probability(u));

    /// <summary>Exponential with a given mean (in the unit wanted back).</summary>
    public static double Exponential(double u, double mean) =>
        -Positive(mean) * SpecialFunctions.LogOnePlus(-Probability(u));

    /// <summary>Lognormal with the mean and standard deviation of the variate itself (not of its logarithm).</summary>
    public static double LogNormal(double u, double mean, double standardDeviation)
    {
        double ratio = NotNegative(standardDeviation) / Positive(mean);
        double variance = SpecialFunctions.LogOnePlus(ratio * ratio);
        return LogNormalFromLog(u, Math.Log(mean) - (variance / 2), Math.Sqrt(variance));
    }

    /// <summary>Lognormal with the mean and standard deviation of the variate's natural logarithm.</summary>
    public static double LogNormalFromLog(double u, double mu, double sigma) =>
        Math.Exp(Finite(mu) + (NotNegative(sigma) * Normal(u)));

    /// <summary>Gamma with mean shape x scale. Relative accuracy better than 1e-9; iterative, so tabulate it where speed matters.</summary>
    public static double Gamma(double u, double shape, double scale)
    {
        Probability(u);
        return Positive(scale) * GammaQuantile.At(u, Positive(shape));
    }

    /// <summary>Beta on (0,1) with mean a / (a + b). Relative accuracy better than 1e-9; iterative, so tabulate it where speed matters.</summary>
    public static double Beta(double u, double a, double b) => BetaQuantile.At(Probability(u), Positive(a), Positive(b));

    /// <summary>Triangular between low and high with its peak at mode.</summary>
    public static double Triangular(double u, double low, double mode, double high)
    {
        Probability(u);
        Finite(low);
        Finite(high);
        if (!(low <= mode && mode <= high))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode must lie between low and high.");
        }

        double width = high - low;
        double below = mode - low;
        return u * width < below
            ? low + Math.Sqrt(u * width * below)
            : high - Math.Sqrt((1 - u) * width * (high - mode));
    }

    /// <summary>Uniform between low and high.</summary>
    public static double Uniform(double u, double low, double high)
    {
        Probability(u);
        Finite(low);
        if (!(Finite(high) >= low))
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, "The upper end must not lie below the lower.");
        }

        return low + (u * (high - low));
    }

    /// <summary>The index of the first category whose cumulative probability exceeds <paramref name="u"/>; the last category takes whatever rounding leaves.</summary>
    /// <param name="u">Strictly between 0 and 1.</param>
    /// <param name="cumulative">Running sums of the probabilities, non-decreasing, ending at 1; the contents are trusted.</param>
    public static int Categorical(double u, ReadOnlySpan<double> cumulative)
    {
        Probability(u);
        if (cumulative.IsEmpty)
        {
            throw new ArgumentOutOfRangeException(nameof(cumulative), "There must be at least one category.");
        }

        int last = cumulative.Length - 1;
        int low = 0;
        int high = last;
        while (high - low > LinearSearchLimit)
        {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > u)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        while (low < last && cumulative[low] <= u)
        {
            low++;
        }

        return low;
    }

    /// <summary>Geometric: the number of failures before the first success (0, 1, 2, ...) at probability <paramref name="p"/> of success; mean (1 - p) / p.</summary>
    /// <param name="u">Strictly between 0 and 1.</param>
    /// <param name="p">Above 0 and at most 1.</param>
    public static int Geometric(double u, double p)
    {
        Probability(u);
        if (!(p > 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The probability of success must be above 0 and at most 1.");
        }

        if (p == 1)
        {
            return 0;
        }

        double failures = Math.Ceiling(SpecialFunctions.LogOnePlus(-u) / SpecialFunctions.LogOnePlus(-p)) - 1;
        return failures <= 0 ? 0 : failures >= int.MaxValue ? int.MaxValue : (int)failures;
    }

    private static double Probability(double u) => u > 0 && u < 1 ? u : throw Fault(nameof(u), u, "strictly between 0 and 1");

    private static double Positive(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x > 0 && x < double.PositiveInfinity ? x : throw Fault(name, x, "positive and finite");

    private static double NotNegative(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        x >= 0 && x < double.PositiveInfinity ? x : throw Fault(name, x, "finite and not negative");

    private static double Finite(double x, [CallerArgumentExpression(nameof(x))] string name = "") =>
        double.IsFinite(x) ? x : throw Fault(name, x, "finite");

    private static ArgumentOutOfRangeException Fault(string name, double value, string range) =>
        new(name, value, $"The value must be {range}.");
}
