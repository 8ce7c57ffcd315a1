namespace CareFlowSim.IO;

/// <summary>Undoes <see cref="SnappyCompressor"/>, and any other writer of the raw Snappy block format.</summary>
internal static class SnappyDecompressor
{
    // The densest element, a copy of 64 bytes, takes three.
    private const int GreatestRatio = 22;

    /// <summary>The plain bytes, or an <see cref="InvalidDataException"/>.</summary>
    /// <param name="from">The compressed bytes.</param>
    /// <param name="expectedLength">Length that the page header promises.</param>
    public static byte[] Decompress(ReadOnlySpan<byte> from, int expectedLength)
    {
        int at = 0;
        if (ReadLength(from, ref at) != (ulong)expectedLength || expectedLength > from.Length * (long)GreatestRatio)
        {
            throw Damaged("length does not fit");
        }

        byte[] plain = new byte[expectedLength];
        int written = 0;
        while (at < from.Length)
        {
            int tag = from[at++];
            written += (tag & 3) == 0
                ? PutLiteral(tag >> 2, from, ref at, plain.AsSpan(written))
                : PutCopy(tag, from, ref at, plain, written);
        }

        return written == expectedLength ? plain : throw Damaged("data end early");
    }

    private static ulong ReadLength(ReadOnlySpan<byte> from, ref int at)
    {
        ulong length = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte b = Next(from, ref at);
            length |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return length;
            }
        }

        throw Damaged("length is too long");
    }

    private static int PutLiteral(int lengthCode, ReadOnlySpan<byte> from, ref int at, Span<byte> to)
    {
        long length = lengthCode + 1;
        if (lengthCode >= 60)
        {
            length = 1;
            for (int k = 0; k < lengthCode - 59; k++)
            {
                length += (long)Next(from, ref at) << (8 * k);
            }
        }

        if (length > to.Length || length > from.Length - at)
        {
            throw Damaged("literal is too long");
        }

        from.Slice(at, (int)length).CopyTo(to);
        at += (int)length;
        return (int)length;
    }

    private static int PutCopy(int tag, ReadOnlySpan<byte> from, ref int at, byte[] plain, int written)
    {
        int length = (tag & 3) == 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
        long offset = (tag & 3) == 1 ? (tag >> 5) << 8 : 0;
        int offsetBytes = (tag & 3) switch { 1 => 1, 2 => 2, _ => 4 };
        for (int k = 0; k < offsetBytes; k++)
        {
            offset |= (long)Next(from, ref at) << (8 * k);
        }

        if (offset == 0 || offset > written || length > plain.Length - written)
        {
            throw Damaged("copy points outside");
        }

        // Byte by byte where the two overlap: a copy may repeat what it has just written.
        int source = written - (int)offset;
        if (offset >= length)
        {
            plain.AsSpan(source, length).CopyTo(plain.AsSpan(written));
        }
        else
        {
            for (int k = 0; k < length; k++)
            {
                plain[written + k] = plain[source + k];
            }
        }

        return length;
    }

    private static byte Next(ReadOnlySpan<byte> from, ref int at) =>
        at < from.Length ? from[at++] : throw Damaged("data end early");

    private static InvalidDataException Damaged(string how) => new($"Snappy {how}: the page is damaged.");
}
