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
    long? DictionaryAt, long DataAt, int RowCount, int MissingCount, long PlainBytes, long StoredBytes, ValueBounds? Bounds);

/// <summary>Writes columns, one row group at a time, as compressed pages. Its buffers serve all of them.</summary>
internal sealed class ChunkWriter
{
    private readonly Stream _to;
    private readonly ParquetLayout _layout;
    private readonly SnappyCompressor _snappy = new();
    private readonly ByteBuffer _page = new();
    private readonly ByteBuffer _levels = new();
    private readonly ByteBuffer _compressed = new();
    private readonly ByteBuffer _header = new();
    private int[] _indexes = [];
    private long _plainBytes;

    public ChunkWriter(Stream to, ParquetLayout layout, long position)
    {
        _to = to;
        _layout = layout;
        Position = position;
    }

    /// <summary>Bytes in the file so far.</summary>
    public long Position { get; private set; }

    public ChunkInfo Write(ColumnSlice slice)
    {
        long start = Position;
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

        long dataAt = Position;
        WriteDataPages(slice, hasDictionary);
        return new(
            hasDictionary ? start : null, dataAt, slice.RowCount, slice.MissingCount, _plainBytes, Position - start, values.Bounds());
    }

    private void WriteDataPages(ColumnSlice slice, bool hasDictionary)
    {
        PresentValues values = slice.Values;
        int valuesDone = 0;
        for (int row = 0; row < slice.RowCount;)
        {
            int rows = Math.Min(_layout.RowsPerPage, slice.RowCount - row);
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
        _to.Write(_header.Written);
        _to.Write(_compressed.Written);
        _plainBytes += _header.Length + _page.Length;
        Position += _header.Length + _compressed.Length;
    }
}
