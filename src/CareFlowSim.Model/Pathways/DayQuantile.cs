using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The inverse distribution function of a <see cref="DayDistribution"/>: smooth, or a list of steps.</summary>
/// <param name="Days">Days for a probability; null for steps.</param>
/// <param name="Steps">Lengths in rising order with their cumulated probability; null for a smooth function.</param>
internal sealed record DayQuantile(Func<double, double>? Days, IReadOnlyList<(double Days, double Cumulative)>? Steps)
{
    private const int Halvings = 60;

    /// <summary>The function of the lengths themselves.</summary>
    public static DayQuantile Of(DayDistribution distribution) => distribution switch
    {
        ExponentialDays d => Cut(d, u => Quantile.Exponential(u, d.MeanDays)),
        LogNormalDays d => Cut(d, u => Quantile.LogNormal(u, d.MeanDays, d.StandardDeviationDays)),
        LogNormalOfLogDays d => Cut(d, u => Quantile.LogNormalFromLog(u, d.Mu, d.Sigma)),
        GammaDays d => Cut(d, u => Quantile.Gamma(u, Shape(d), d.MeanDays / Shape(d))),
        UniformDays d => Cut(d, u => Quantile.Uniform(u, d.LowDays, d.HighDays)),
        FixedDays d => StepsOf([new WeightedDays(d.Days, 1)], d),
        EmpiricalDays d => StepsOf(d.Values, d),
        _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "Unknown distribution."),
    };

    /// <summary>The function of lengths weighted by themselves (Cox 1962, Renewal Theory, section 5.4). Cutting does not disturb the weights.</summary>
    public static DayQuantile LengthBiased(DayDistribution distribution) => distribution switch
    {
        ExponentialDays d => Cut(d, u => Quantile.Gamma(u, 2, d.MeanDays)),
        LogNormalDays d => Cut(d, u => Quantile.LogNormal(u, d.MeanDays, d.StandardDeviationDays) * (1 + Square(d.StandardDeviationDays / d.MeanDays))),
        LogNormalOfLogDays d => Cut(d, u => Quantile.LogNormalFromLog(u, d.Mu + Square(d.Sigma), d.Sigma)),
        GammaDays d => Cut(d, u => Quantile.Gamma(u, Shape(d) + 1, d.MeanDays / Shape(d))),
        UniformDays d => Cut(d, u => Math.Sqrt(Square(d.LowDays) + (u * (Square(d.HighDays) - Square(d.LowDays))))),
        FixedDays d => StepsOf([new WeightedDays(d.Days, 1)], d),
        EmpiricalDays d => StepsOf(Weighted(d.Values), d),
        _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "Unknown distribution."),
    };

    private static double Shape(GammaDays d) => Square(d.MeanDays / d.StandardDeviationDays);

    private static double Square(double x) => x * x;

    /// <summary>The function between the cuts: the probabilities in between, spread over all of (0, 1).</summary>
    private static DayQuantile Cut(DayDistribution d, Func<double, double> whole)
    {
        if (d.AtLeastDays is null && d.AtMostDays is null)
        {
            return new DayQuantile(whole, null);
        }

        (double from, double until) = Range(d, whole);
        double low = d.AtLeastDays ?? 0;
        double high = d.AtMostDays ?? double.MaxValue;
        return new DayQuantile(u => Math.Clamp(whole(Math.Clamp(from + (u * (until - from)), 1e-15, 1 - 1e-15)), low, high), null);
    }

    private static (double From, double Until) Range(DayDistribution d, Func<double, double> whole) =>
        (d.AtLeastDays is { } low ? Below(whole, low) : 0, d.AtMostDays is { } high ? Below(whole, high) : 1);

    /// <summary>The probability of lengths below a value: where the function reaches it, by halving.</summary>
    private static double Below(Func<double, double> whole, double days)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (middle is <= 0 or >= 1)
            {
                break;
            }

            (low, high) = whole(middle) < days ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static DayQuantile StepsOf(IEnumerable<WeightedDays> values, DayDistribution d)
    {
        WeightedDays[] kept = [.. values.Where(v => v.Weight > 0 && Inside(v.Days, d)).OrderBy(v => v.Days)];
        double all = kept.Sum(v => v.Weight);
        List<(double Days, double Cumulative)> steps = [];
        double sum = 0;
        foreach (WeightedDays value in kept)
        {
            sum += value.Weight;
            steps.Add((value.Days, sum / all));
        }

        return steps.Count > 0
            ? new DayQuantile(null, steps)
            : throw new ArgumentException("No length is left between the shortest and the longest possible.", nameof(values));
    }

    private static bool Inside(double days, DayDistribution d) => days >= (d.AtLeastDays ?? 0) && days <= (d.AtMostDays ?? double.MaxValue);

    /// <summary>Weights in proportion to the length; when all lengths are 0, as they are.</summary>
    private static IEnumerable<WeightedDays> Weighted(IReadOnlyList<WeightedDays> values) =>
        values.Any(v => v.Days * v.Weight > 0) ? values.Select(v => v with { Weight = v.Weight * v.Days }) : values;
}
