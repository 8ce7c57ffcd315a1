using System.Buffers.Binary;

namespace CareFlowSim.IO;

/// <summary>
/// Compresses to the raw Snappy block format: the one codec that every Parquet reader knows unaided.
/// Format: google/snappy, format_description.txt. Not the framed format of .sz files.
/// </summary>
internal sealed class SnappyCompressor
{
    private const int BlockBytes = 1 << 16;
    private const int TableBits = 13;
    private const int MinimumMatch = 4;

    // Where in the block four bytes with this hash were last seen. One array for all pages: a compressor serves one thread.
    private readonly ushort[] _lastSeen = new ushort[1 << TableBits];

    /// <summary>Appends the compressed bytes.</summary>
    public void Compress(ReadOnlySpan<byte> from, ByteBuffer to)
    {
        to.AppendVarint((uint)from.Length);
        for (int start = 0; start < from.Length; start += BlockBytes)
        {
            ReadOnlySpan<byte> block = from.Slice(start, Math.Min(BlockBytes, from.Length - start));
            Span<byte> room = to.Reserve(block.Length + (block.Length / 6) + 32);
            to.Advance(CompressBlock(block, room));
        }
    }

    private int CompressBlock(ReadOnlySpan<byte> block, Span<byte> to)
    {
        ushort[] lastSeen = _lastSeen;
        Array.Clear(lastSeen);
        int written = 0;
        int literalStart = 0;
        int at = 1;
        int misses = 32;
        while (at + 8 <= block.Length)
        {
            uint four = BinaryPrimitives.ReadUInt32LittleEndian(block[at..]);
            uint hash = (four * 0x1E35A7BDu) >> (32 - TableBits);
            int candidate = lastSeen[hash];
            lastSeen[hash] = (ushort)at;
            if (BinaryPrimitives.ReadUInt32LittleEndian(block[candidate..]) != four)
            {
                // Ever longer strides where nothing repeats, so that noise costs little.
                at += misses++ >> 5;
                continue;
            }

            written += PutLiteral(block[literalStart..at], to[written..]);
            int rest = at + MinimumMatch;
            int length = MinimumMatch + block[(candidate + MinimumMatch)..].CommonPrefixLength(block[rest..]);
            written += PutCopies(at - candidate, length, to[written..]);
            at += length;
            literalStart = at;
            misses = 32;
        }

        return written + PutLiteral(block[literalStart..], to[written..]);
    }

    private static int PutLiteral(ReadOnlySpan<byte> literal, Span<byte> to)
    {
        if (literal.IsEmpty)
        {
            return 0;
        }

        int n = literal.Length - 1;
        int header = n < 60 ? 1 : n < 256 ? 2 : 3;
        to[0] = (byte)(n < 60 ? n << 2 : (58 + header) << 2);
        if (header > 1)
        {
            to[1] = (byte)n;
        }

        if (header > 2)
        {
            to[2] = (byte)(n >> 8);
        }

        literal.CopyTo(to[header..]);
        return header + literal.Length;
    }

    private static int PutCopies(int offset, int length, Span<byte> to)
    {
        int written = 0;
        while (length > 0)
        {
            // One copy spans at most 64 bytes; never leave a rest shorter than the shortest copy.
            int part = length > 68 ? 64 : length > 64 ? 60 : length;
            if (part < 12 && offset < 2048)
            {
                to[written++] = (byte)(1 | ((part - 4) << 2) | ((offset >> 8) << 5));
                to[written++] = (byte)offset;
            }
            else
            {
                to[written++] = (byte)(2 | ((part - 1) << 2));
                to[written++] = (byte)offset;
                to[written++] = (byte)(offset >> 8);
            }

            length -= part;
        }

        return written;
    }
}
