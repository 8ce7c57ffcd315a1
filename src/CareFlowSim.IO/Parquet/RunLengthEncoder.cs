using System.Numerics;

namespace CareFlowSim.IO;

/// <summary>
/// Parquet's mix of run lengths and packed bits, for dictionary indexes and definition levels: eight or more equal values
/// become a run, the rest is packed in groups of eight. Format: apache/parquet-format, Encodings.md, "RLE".
/// </summary>
internal static class RunLengthEncoder
{
    private const int Group = 8;

    public static void Encode<T>(ReadOnlySpan<T> values, int bitWidth, ByteBuffer to)
        where T : unmanaged, IBinaryInteger<T>
    {
        int packedFrom = 0;
        int at = 0;
        while (at < values.Length)
        {
            int end = at + 1;
            while (end < values.Length && values[end] == values[at])
            {
                end++;
            }

            // Values packed so far must fill whole groups, so they borrow from the run that follows.
            int borrowed = (Group - ((at - packedFrom) % Group)) % Group;
            if (end - at - borrowed < Group)
            {
                at = end;
                continue;
            }

            at += borrowed;
            Pack(values[packedFrom..at], bitWidth, to);
            to.AppendVarint((uint)(end - at) << 1);
            to.AppendLow(uint.CreateTruncating(values[at]), (bitWidth + 7) / 8);
            at = end;
            packedFrom = end;
        }

        Pack(values[packedFrom..], bitWidth, to);
    }

    private static void Pack<T>(ReadOnlySpan<T> values, int bitWidth, ByteBuffer to)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (values.IsEmpty)
        {
            return;
        }

        int groups = (values.Length + Group - 1) / Group;
        to.AppendVarint(((uint)groups << 1) | 1);
        Span<byte> packed = to.Reserve(groups * bitWidth);
        packed.Clear();
        int written = 0;
        ulong pending = 0;
        int bits = 0;
        foreach (T value in values)
        {
            pending |= ulong.CreateTruncating(value) << bits;
            for (bits += bitWidth; bits >= 8; bits -= 8)
            {
                packed[written++] = (byte)pending;
                pending >>= 8;
            }
        }

        if (bits > 0)
        {
            packed[written] = (byte)pending;
        }

        to.Advance(packed.Length);
    }
}
