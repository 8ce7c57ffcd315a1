using System.Collections.Concurrent;
using System.Text;

namespace CareFlowSim.IO;

/// <summary>Writes a Parquet file table by table, so that not all of its rows need to be in memory. The same tables give the same bytes.</summary>
/// <param name="to">Where to; need not seek.</param>
/// <param name="layout">Sizes of pages and row groups.</param>
internal sealed class ParquetAppender(Stream to, ParquetLayout layout)
{
    private readonly ConcurrentBag<ChunkWriter> _writers = [];
    private readonly List<ChunkInfo[]> _rowGroups = [];
    private ColumnSchema[] _columns = [];
    private Table? _first;
    private long _position;
    private long _rows;

    /// <summary>Adds the rows of a table with the columns of the first one; they begin a row group of their own.</summary>
    /// <exception cref="ArgumentException">The columns are others.</exception>
    public void Append(Table table)
    {
        ColumnSchema[] columns = [.. table.Columns.Select(ColumnSchema.Of)];
        if (_first is null)
        {
            (_first, _columns) = (table, columns);
            to.Write(ParquetFormat.Magic);
            _position = ParquetFormat.Magic.Length;
        }
        else if (!columns.SequenceEqual(_columns))
        {
            throw new ArgumentException($"Table '{table.Name}' has other columns than the first.", nameof(table));
        }

        for (int row = 0; row < table.RowCount;)
        {
            int from = row;
            int rows = Math.Min(layout.RowsPerGroup, table.RowCount - from);
            Task<(ByteBuffer Pages, ChunkInfo Info)>[] chunks =
                [.. columns.Select((schema, i) => Task.Run(() => Chunk(ColumnSlice.Of(table.Columns[i], schema, from, rows), table.Columns[i].Name)))];
            _rowGroups.Add(Append(chunks));
            row += rows;
        }

        _rows += table.RowCount;
    }

    /// <summary>Writes what stands at the end of the file; the metadata are those of the first table.</summary>
    public void Finish()
    {
        Table table = _first ?? throw new InvalidOperationException("A Parquet file needs a table.");
        ByteBuffer footer = new();
        try
        {
            FooterWriter.Append(footer, table, _rows, _columns, _rowGroups);
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException($"Table '{table.Name}': a name, unit, meaning or metadata entry is not Unicode text.", fault);
        }

        footer.AppendInt32(footer.Length);
        footer.Append(ParquetFormat.Magic);
        to.Write(footer.Written);
    }

    /// <summary>The pages of one column, made beside those of others.</summary>
    private (ByteBuffer Pages, ChunkInfo Info) Chunk(ColumnSlice slice, string column)
    {
        ChunkWriter writer = _writers.TryTake(out ChunkWriter? idle) ? idle : new ChunkWriter(layout);
        try
        {
            ByteBuffer pages = new();
            return (pages, writer.Write(slice, pages));
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException($"Column '{column}' holds a text that is not Unicode (half a surrogate pair).", fault);
        }
        finally
        {
            _writers.Add(writer);
        }
    }

    /// <summary>Writes columns in their order, each as soon as it is there; the first that is wrong is told.</summary>
    private ChunkInfo[] Append(Task<(ByteBuffer Pages, ChunkInfo Info)>[] chunks)
    {
        ChunkInfo[] infos = new ChunkInfo[chunks.Length];
        for (int i = 0; i < chunks.Length; i++)
        {
            (ByteBuffer pages, ChunkInfo info) = chunks[i].GetAwaiter().GetResult();
            to.Write(pages.Written);
            infos[i] = info.Behind(_position);
            _position += pages.Length;
        }

        return infos;
    }
}
