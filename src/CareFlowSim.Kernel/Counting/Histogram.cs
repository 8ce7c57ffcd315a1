namespace CareFlowSim.Kernel;

/// <summary>Counts of non-negative whole numbers (such as hours or days) in bins of equal width, with everything too large in one overflow bin. All sums are whole numbers, so merging is exact in any order.</summary>
public sealed class Histogram
{
    private readonly long[] _counts;
    private readonly int _width;
    private long _sum;

    /// <summary>Makes an empty histogram.</summary>
    /// <param name="bins">Number of bins before the overflow, at least 1.</param>
    /// <param name="binWidth">Whole numbers per bin, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1.</exception>
    public Histogram(int bins, int binWidth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(binWidth, 1);
        _counts = new long[bins + 1];
        _width = binWidth;
    }

    /// <summary>Number of bins before the overflow.</summary>
    public int Bins => _counts.Length - 1;

    /// <summary>Whole numbers per bin.</summary>
    public int BinWidth => _width;

    /// <summary>Number of observations, overflow included.</summary>
    public long Count { get; private set; }

    /// <summary>Observations too large for the bins.</summary>
    public long Overflow => _counts[^1];

    /// <summary>Exact mean of all observations, overflow included; not a number without observations.</summary>
    public double Mean => Count == 0 ? double.NaN : (double)_sum / Count;

    /// <summary>Observations in a bin, which holds the values from bin x width to one less than (bin + 1) x width.</summary>
    public long CountIn(int bin) => _counts[bin];

    /// <summary>Adds one observation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative value.</exception>
    public void Add(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        _counts[Math.Min(value / _width, Bins)]++;
        _sum += value;
        Count++;
    }

    /// <summary>The lower edge of the bin in which the given share of observations, smallest first, is reached. In the overflow this is its lower edge: at least so much.</summary>
    /// <param name="percent">Above 0 and at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A percentage outside its range.</exception>
    /// <exception cref="InvalidOperationException">No observations.</exception>
    public long Percentile(double percent)
    {
        if (!(percent > 0 && percent <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "The percentage must be above 0 and at most 100.");
        }

        if (Count == 0)
        {
            throw new InvalidOperationException("There are no observations.");
        }

        double rank = Count * percent / 100;
        long reached = 0;
        int bin = 0;
        while (bin < Bins && (reached += _counts[bin]) < rank)
        {
            bin++;
        }

        return (long)bin * _width;
    }

    /// <summary>Adds all observations of another histogram with the same bins.</summary>
    /// <exception cref="ArgumentException">The other histogram has different bins.</exception>
    public void Merge(Histogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Bins != Bins || other._width != _width)
        {
            throw new ArgumentException("Both histograms must have the same bins.", nameof(other));
        }

        for (int bin = 0; bin < _counts.Length; bin++)
        {
            _counts[bin] += other._counts[bin];
        }

        _sum += other._sum;
        Count += other.Count;
    }
}
