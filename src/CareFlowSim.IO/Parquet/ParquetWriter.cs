using System.Collections.Concurrent;
using System.Text;

namespace CareFlowSim.IO;

/// <summary>
/// Writes a <see cref="Table"/> as one Parquet file. The same table gives the same bytes. It is not a general Parquet writer:
/// flat columns only, in the types that <see cref="Column"/> knows.
/// </summary>
public static class ParquetWriter
{
    /// <summary>Writes the table to a stream that need not seek. A fault leaves the stream half-written: use <see cref="WriteFile"/> for files.</summary>
    public static void Write(Stream to, Table table) => Write(to, table, ParquetLayout.Default);

    /// <summary>Writes the table to a file: afterwards either the whole file stands at <paramref name="path"/>, or what stood there before.</summary>
    public static void WriteFile(string path, Table table)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(table);
        WholeFile.Write(path, stream => Write(stream, table));
    }

    internal static void Write(Stream to, Table table, ParquetLayout layout)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(table);
        ColumnSchema[] columns = [.. table.Columns.Select(ColumnSchema.Of)];
        to.Write(ParquetFormat.Magic);
        ConcurrentBag<ChunkWriter> writers = [];
        long position = ParquetFormat.Magic.Length;
        List<ChunkInfo[]> rowGroups = [];
        for (int row = 0; row < table.RowCount;)
        {
            int from = row;
            int rows = Math.Min(layout.RowsPerGroup, table.RowCount - from);
            Task<(ByteBuffer Pages, ChunkInfo Info)>[] chunks =
                [.. columns.Select((schema, i) => Task.Run(() => Chunk(writers, layout, ColumnSlice.Of(table.Columns[i], schema, from, rows), table.Columns[i].Name)))];
            rowGroups.Add(Append(to, chunks, ref position));
            row += rows;
        }

        ByteBuffer footer = new();
        try
        {
            FooterWriter.Append(footer, table, columns, rowGroups);
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException($"Table '{table.Name}': a name, unit, meaning or metadata entry is not Unicode text.", nameof(table), fault);
        }

        footer.AppendInt32(footer.Length);
        footer.Append(ParquetFormat.Magic);
        to.Write(footer.Written);
    }

    /// <summary>The pages of one column, made beside those of others.</summary>
    private static (ByteBuffer Pages, ChunkInfo Info) Chunk(ConcurrentBag<ChunkWriter> writers, ParquetLayout layout, ColumnSlice slice, string column)
    {
        ChunkWriter writer = writers.TryTake(out ChunkWriter? idle) ? idle : new ChunkWriter(layout);
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
            writers.Add(writer);
        }
    }

    /// <summary>Writes columns in their order, each as soon as it is there; the first that is wrong is told.</summary>
    private static ChunkInfo[] Append(Stream to, Task<(ByteBuffer Pages, ChunkInfo Info)>[] chunks, ref long position)
    {
        ChunkInfo[] infos = new ChunkInfo[chunks.Length];
        for (int i = 0; i < chunks.Length; i++)
        {
            (ByteBuffer pages, ChunkInfo info) = chunks[i].GetAwaiter().GetResult();
            to.Write(pages.Written);
            infos[i] = info.Behind(position);
            position += pages.Length;
        }

        return infos;
    }
}
