namespace CareFlowSim.IO;

/// <summary>Undoes <see cref="RunLengthEncoder"/>.</summary>
internal static class RunLengthDecoder
{
    /// <summary>Fills <paramref name="values"/>, or throws an <see cref="InvalidDataException"/>.</summary>
    public static void Decode(ReadOnlySpan<byte> from, int bitWidth, Span<int> values)
    {
        if (bitWidth is < 1 or > 31)
        {
            throw new InvalidDataException($"A bit width of {bitWidth} is not possible here.");
        }

        int at = 0;
        while (!values.IsEmpty)
        {
            uint header = ReadVarint(from, ref at);
            bool packed = (header & 1) == 1;
            long length = (header >> 1) * (packed ? 8L : 1L);
            int used = (int)Math.Min(length, values.Length);
            if (used == 0)
            {
                throw new InvalidDataException("An empty run of values.");
            }

            ReadOnlySpan<byte> body = Take(from, ref at, packed ? (header >> 1) * (long)bitWidth : (bitWidth + 7) / 8);
            if (packed)
            {
                Unpack(body, bitWidth, values[..used]);
            }
            else
            {
                values[..used].Fill(ReadLow(body));
            }

            values = values[used..];
        }
    }

    private static int ReadLow(ReadOnlySpan<byte> bytes)
    {
        int value = 0;
        for (int k = 0; k < bytes.Length; k++)
        {
            value |= bytes[k] << (8 * k);
        }

        return value;
    }

    private static void Unpack(ReadOnlySpan<byte> packed, int bitWidth, Span<int> values)
    {
        ulong mask = (1UL << bitWidth) - 1;
        ulong pending = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < values.Length; i++)
        {
            while (bits < bitWidth)
            {
                pending |= (ulong)packed[at++] << bits;
                bits += 8;
            }

            values[i] = (int)(pending & mask);
            pending >>= bitWidth;
            bits -= bitWidth;
        }
    }

    private static uint ReadVarint(ReadOnlySpan<byte> from, ref int at)
    {
        uint value = 0;
        for (int shift = 0; shift < 32; shift += 7)
        {
            byte b = Take(from, ref at, 1)[0];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A run length is too long.");
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> from, ref int at, long count)
    {
        if (count > from.Length - at)
        {
            throw new InvalidDataException("Encoded values end early.");
        }

        ReadOnlySpan<byte> taken = from.Slice(at, (int)count);
        at += (int)count;
        return taken;
    }
}
