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
        ParquetAppender appender = new(to, layout);
        appender.Append(table);
        appender.Finish();
    }
}
