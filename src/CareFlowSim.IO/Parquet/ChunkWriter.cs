namespace CareFlowSim.IO;

/// <summary>Where one column of one row group lies in the file, and what is in it.</summary>
/// <param name="DictionaryAt">Position of the dictionary page; none when the values are plain.</param>
/// <param name="DataAt">Position of the first data page.</param>
/// <param name="RowCount">Rows, missing values included.</param>
/// <param name="MissingCount">Missing values.</param>
/// <param name="PlainBytes">Page headers and pages before compression.</param>
/// <param name="StoredBytes">Page headers and pages as they lie in the file.</param>
/// <param name="Bounds">Least and greatest value, if any.</param>
internal sealed record ChunkInfo(
    long? DictionaryAt, long DataAt, int RowCount, int MissingCount, long PlainBytes, long StoredBytes, ValueBounds? Bounds)
{
    /// <summary>The same behind so many bytes.</summary>
    public ChunkInfo Behind(long bytes) => this with { DictionaryAt = DictionaryAt + bytes, DataAt = DataAt + bytes };
}

/// <summary>Turns columns, one row group at a time, into compressed pages. Its buffers serve all of them, but one at a time.</summary>
internal sealed class ChunkWriter(ParquetLayout layout)
{
    private readonly SnappyCompressor _snappy = new();
    private readonly ByteBuffer _page = new();
    private readonly ByteBuffer _levels = new();
    private readonly ByteBuffer _compressed = new();
    private readonly ByteBuffer _header = new();
    private int[] _indexes = [];
    private ByteBuffer _to = new();
    private long _plainBytes;

    /// <summary>Appends the pages of a column to an empty buffer; positions count from its start.</summary>
    public ChunkInfo Write(ColumnSlice slice, ByteBuffer to)
    {
        _to = to;
        _plainBytes = 0;
        PresentValues values = slice.Values;
        if (_indexes.Length < values.Count)
        {
            _indexes = new int[values.Count];
        }

        bool hasDictionary = values.TryBuildDictionary(_indexes.AsSpan(0, values.Count));
        if (hasDictionary)
        {
            _page.Clear();
            values.AppendDictionary(_page);
            WritePage(PageType.Dictionary, values.DistinctCount, PageEncoding.Plain);
        }

        long dataAt = to.Length;
        WriteDataPages(slice, hasDictionary);
        return new(
            hasDictionary ? 0 : null, dataAt, slice.RowCount, slice.MissingCount, _plainBytes, to.Length, values.Bounds());
    }

    private void WriteDataPages(ColumnSlice slice, bool hasDictionary)
    {
        PresentValues values = slice.Values;
        int valuesDone = 0;
        for (int row = 0; row < slice.RowCount;)
        {
            int rows = Math.Min(layout.RowsPerPage, slice.RowCount - row);
            int count = slice.Levels is null ? rows : slice.Levels.AsSpan(row, rows).Count((byte)1);
            if (!hasDictionary && count > 0)
            {
                int fitting = values.FitOnePage(valuesDone, count);
                rows = fitting < count ? slice.RowsHolding(row, fitting) : rows;
                count = fitting;
            }

            _page.Clear();
            AppendLevels(slice, row, rows);
            if (hasDictionary)
            {
                int bitWidth = ByteBuffer.BitWidth(values.DistinctCount);
                _page.Append((byte)bitWidth);
                RunLengthEncoder.Encode<int>(_indexes.AsSpan(valuesDone, count), bitWidth, _page);
            }
            else
            {
                values.AppendPlain(valuesDone, count, _page);
            }

            WritePage(PageType.Data, rows, hasDictionary ? PageEncoding.RunLengthDictionary : PageEncoding.Plain);
            row += rows;
            valuesDone += count;
        }
    }

    private void AppendLevels(ColumnSlice slice, int row, int rows)
    {
        if (slice.Levels is null)
        {
            return;
        }

        _levels.Clear();
        RunLengthEncoder.Encode<byte>(slice.Levels.AsSpan(row, rows), bitWidth: 1, _levels);
        _page.AppendInt32(_levels.Length);
        _page.Append(_levels.Written);
    }

    private void WritePage(PageType type, int count, PageEncoding encoding)
    {
        _compressed.Clear();
        _snappy.Compress(_page.Written, _compressed);
        _header.Clear();
        ThriftCompactWriter thrift = new(_header);
        thrift.BeginStruct();
        thrift.I32(1, (int)type);
        thrift.I32(2, _page.Length);
        thrift.I32(3, _compressed.Length);
        thrift.I32(4, (int)Crc32.Of(_compressed.Written));
        thrift.BeginStruct(type == PageType.Data ? 5 : 7);
        thrift.I32(1, count);
        thrift.I32(2, (int)encoding);
        if (type == PageType.Data)
        {
            thrift.I32(3, (int)PageEncoding.RunLength);
            thrift.I32(4, (int)PageEncoding.RunLength);
        }

        thrift.EndStruct();
        thrift.EndStruct();
        _to.Append(_header.Written);
        _to.Append(_compressed.Written);
        _plainBytes += _header.Length + _page.Length;
    }
}
