using MathNet.Numerics.Statistics;

namespace CareFlowSim.Experiments;

/// <summary>A range from low to high, in the unit of what it is a range of; NaN at both ends where there is none.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>High less low.</summary>
    public double Width => High - Low;

    /// <summary>Whether a value lies in the range, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The middle share of a sample, by quantiles of Hyndman and Fan's type 8.</summary>
    internal static Interval Middle(double[] sample, double coverage)
    {
        double[] sorted = [.. sample];
        Array.Sort(sorted);
        return new Interval(SortedArrayStatistics.Quantile(sorted, (1 - coverage) / 2), SortedArrayStatistics.Quantile(sorted, (1 + coverage) / 2));
    }

    /// <summary>The coverage if it lies strictly between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    internal static double Coverage(double coverage) =>
        coverage is > 0 and < 1 ? coverage : throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "The coverage must lie strictly between 0 and 1.");
}
