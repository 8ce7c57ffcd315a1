using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CareFlowSim.IO;

/// <summary>Numbers by their bits, which is how the file holds them. Bits also tell -0.0 from 0.0 in the dictionary.</summary>
internal abstract class NumberValues<TBits>(int count) : PresentValues(count)
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    private NumberDictionary<TBits>? _dictionary;

    public override int DistinctCount => _dictionary?.Count ?? 0;

    protected abstract ReadOnlySpan<TBits> Bits { get; }

    public override bool TryBuildDictionary(Span<int> indexes)
    {
        ReadOnlySpan<TBits> bits = Bits;
        NumberDictionary<TBits> dictionary = new();
        for (int i = 0; i < bits.Length; i++)
        {
            int before = dictionary.Count;
            indexes[i] = dictionary.IndexOf(bits[i]);
            if (dictionary.Count != before && IsHopeless(dictionary.Count, i))
            {
                return false;
            }
        }

        _dictionary = dictionary;
        int size = Unsafe.SizeOf<TBits>();
        return Pays(dictionary.Count, (long)dictionary.Count * size, Count, (long)Count * size);
    }

    // All machines that run .NET's desktop and server builds are little-endian, as the file is.
    public override void AppendDictionary(ByteBuffer to) => to.Append(MemoryMarshal.AsBytes(_dictionary!.Values));

    public override void AppendPlain(int from, int count, ByteBuffer to) =>
        to.Append(MemoryMarshal.AsBytes(Bits.Slice(from, count)));
}

/// <summary>Whole numbers, and dates as days.</summary>
internal sealed class IntegerValues<T>(ReadOnlyMemory<T> values) : NumberValues<T>(values.Length)
    where T : unmanaged, IBinaryInteger<T>
{
    protected override ReadOnlySpan<T> Bits => values.Span;

    public override ValueBounds? Bounds()
    {
        ReadOnlySpan<T> all = values.Span;
        if (all.IsEmpty)
        {
            return null;
        }

        T least = all[0];
        T greatest = all[0];
        foreach (T value in all)
        {
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }

        return new(MemoryMarshal.AsBytes([least]).ToArray(), MemoryMarshal.AsBytes([greatest]).ToArray());
    }
}

/// <summary>Floating-point numbers.</summary>
internal sealed class DoubleValues(ReadOnlyMemory<double> values) : NumberValues<long>(values.Length)
{
    protected override ReadOnlySpan<long> Bits => MemoryMarshal.Cast<double, long>(values.Span);

    /// <summary>None where NaN is present: NaN has no place in the order, and readers disagree about what bounds would mean.</summary>
    public override ValueBounds? Bounds()
    {
        ReadOnlySpan<double> all = values.Span;
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        foreach (double value in all)
        {
            if (double.IsNaN(value))
            {
                return null;
            }

            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }

        if (all.IsEmpty)
        {
            return null;
        }

        // The format asks for this: whichever zero is in the data, the bounds must take in both.
        least = least == 0 ? -0.0 : least;
        greatest = greatest == 0 ? 0.0 : greatest;
        return new(BitConverter.GetBytes(least), BitConverter.GetBytes(greatest));
    }
}
