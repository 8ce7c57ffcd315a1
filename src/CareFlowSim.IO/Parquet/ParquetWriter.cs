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
        ChunkWriter chunks = new(to, layout, ParquetFormat.Magic.Length);
        List<ChunkInfo[]> rowGroups = [];
        for (int row = 0; row < table.RowCount;)
        {
            int from = row;
            int rows = Math.Min(layout.RowsPerGroup, table.RowCount - from);
            rowGroups.Add([.. columns.Select((schema, i) => WriteChunk(chunks, table.Columns[i], schema, from, rows))]);
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

    private static ChunkInfo WriteChunk(ChunkWriter chunks, Column column, ColumnSchema schema, int row, int rows)
    {
        try
        {
            return chunks.Write(ColumnSlice.Of(column, schema, row, rows));
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException($"Column '{column.Name}' holds a text that is not Unicode (half a surrogate pair).", fault);
        }
    }
}
