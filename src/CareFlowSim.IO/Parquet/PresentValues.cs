namespace CareFlowSim.IO;

/// <summary>Least and greatest value as the file keeps them.</summary>
internal readonly record struct ValueBounds(byte[] Least, byte[] Greatest);

/// <summary>The values of one column in one row group, without the missing ones.</summary>
internal abstract class PresentValues(int count)
{
    /// <summary>A dictionary of more entries no longer saves anything worth its memory.</summary>
    public const int MostDistinct = 1 << 16;

    /// <summary>Bytes at which a page of texts is full.</summary>
    protected const int PageBytes = 1 << 20;

    public int Count { get; } = count;

    /// <summary>Entries in the dictionary; known once it is built.</summary>
    public abstract int DistinctCount { get; }

    /// <summary>Builds a dictionary in order of first appearance and one index per value; false when plain values are smaller.</summary>
    public abstract bool TryBuildDictionary(Span<int> indexes);

    public abstract void AppendDictionary(ByteBuffer to);

    public abstract void AppendPlain(int from, int count, ByteBuffer to);

    /// <summary>How many of these values one page takes when they are written plain; at least one.</summary>
    public virtual int FitOnePage(int from, int count) => count;

    /// <summary>Least and greatest value; none where there is no order to speak of.</summary>
    public abstract ValueBounds? Bounds();

    /// <summary>True when so many new values have come by so early that a dictionary is a lost cause.</summary>
    protected static bool IsHopeless(int distinct, int seen) =>
        distinct > MostDistinct || (distinct >= 4096 && distinct > seen / 4);

    /// <summary>True when dictionary and indexes together are smaller than the values themselves.</summary>
    protected static bool Pays(int distinct, long dictionaryBytes, int count, long plainBytes) =>
        dictionaryBytes + ((long)count * ByteBuffer.BitWidth(distinct) / 8) < plainBytes;
}
