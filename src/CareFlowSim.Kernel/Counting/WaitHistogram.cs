using System.Numerics;
using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>
/// Counts of lengths of time from a second to the longest clock, in bins that widen with the length: exact below 64 seconds, above at most 1/32 of the value wide.
/// Sums are whole numbers, so merging is exact in any order.
/// </summary>
public sealed class WaitHistogram
{
    private const int ExactBits = 6;
    private const int Parts = 1 << (ExactBits - 1);

    private readonly long[] _counts = new long[BinOf(int.MaxValue) + 1];

    /// <summary>Number of lengths.</summary>
    public long Count { get; private set; }

    /// <summary>Sum of all lengths in seconds, exact.</summary>
    public long Sum { get; private set; }

    /// <summary>Number of bins.</summary>
    public int Bins => _counts.Length;

    /// <summary>Exact mean in seconds; not a number without lengths.</summary>
    public double Mean => Count == 0 ? double.NaN : (double)Sum / Count;

    /// <summary>Lengths of no time at all.</summary>
    public long Zeros => _counts[0];

    /// <summary>Lengths in a bin.</summary>
    public long CountIn(int bin) => _counts[bin];

    /// <summary>The shortest length of a bin, in seconds.</summary>
    public static long LowestOf(int bin)
    {
        int octave = bin / Parts;
        return octave < 2 ? bin : (long)((bin % Parts) + Parts) << (octave - 1);
    }

    /// <summary>Adds a length in seconds, 0 or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int seconds)
    {
        _counts[BinOf(seconds)]++;
        Sum += seconds;
        Count++;
    }

    /// <summary>The length that the given share of all, shortest first, does not exceed, up to the width of its bin: the middle of the bin. Not a number without lengths.</summary>
    /// <param name="share">Above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside its range.</exception>
    public double Quantile(double share)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must be above 0 and at most 1.");
        }

        if (Count == 0)
        {
            return double.NaN;
        }

        double rank = Count * share;
        long reached = 0;
        int bin = 0;
        while ((reached += _counts[bin]) < rank && bin < _counts.Length - 1)
        {
            bin++;
        }

        return (LowestOf(bin) + LowestOf(bin + 1) - 1) / 2.0;
    }

    /// <summary>Adds all lengths of another one.</summary>
    public void Merge(WaitHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int bin = 0; bin < _counts.Length; bin++)
        {
            _counts[bin] += other._counts[bin];
        }

        Sum += other.Sum;
        Count += other.Count;
    }

    /// <summary>Forgets all lengths.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        Sum = 0;
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BinOf(int seconds)
    {
        int shift = Math.Max(0, BitOperations.Log2((uint)seconds | 1) - (ExactBits - 1));
        return (seconds >> shift) + (shift * Parts);
    }
}
