namespace CareFlowSim.Kernel;

/// <summary>Count, mean, variance and extremes of observations, each of equal weight. Not an average over time (see <see cref="TimeWeighted"/>). Source: Welford (1962); merging: Chan, Golub and LeVeque (1983).</summary>
public sealed class Tally
{
    private double _mean;
    private double _sumOfSquares;

    /// <summary>Number of observations.</summary>
    public long Count { get; private set; }

    /// <summary>Mean in the unit observed; not a number without observations.</summary>
    public double Mean => Count == 0 ? double.NaN : _mean;

    /// <summary>Unbiased variance; not a number with fewer than two observations.</summary>
    public double Variance => Count < 2 ? double.NaN : _sumOfSquares / (Count - 1);

    /// <summary>Unbiased standard deviation.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Standard error of the mean if the observations are independent.</summary>
    public double StandardError => Math.Sqrt(Variance / Count);

    /// <summary>Smallest observation; positive infinity without observations.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest observation; negative infinity without observations.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>Adds one observation.</summary>
    public void Add(double value)
    {
        Count++;
        double deviation = value - _mean;
        _mean += deviation / Count;
        _sumOfSquares += deviation * (value - _mean);
        Min = Math.Min(Min, value);
        Max = Math.Max(Max, value);
    }

    /// <summary>Adds all observations of another tally.</summary>
    public void Merge(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
        {
            return;
        }

        long count = Count + other.Count;
        double deviation = other._mean - _mean;
        _sumOfSquares += other._sumOfSquares + (deviation * deviation * Count / count * other.Count);
        _mean += deviation * other.Count / count;
        Count = count;
        Min = Math.Min(Min, other.Min);
        Max = Math.Max(Max, other.Max);
    }
}
