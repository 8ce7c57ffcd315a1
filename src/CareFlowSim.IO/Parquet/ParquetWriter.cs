namespace CareFlowSim.IO;

/// <summary>
/// Writes a <see cref="Table"/> as one Parquet file. The same table gives the same bytes. It is not a general Parquet writer:
/// flat columns only, in the types that <see cref="Column"/> knows.
/// </summary>
public static class ParquetWriter
{
    /// <summary>Writes the table to a stream that need not seek. A fault leaves the stream half-written: use <see cref="WriteFile"/> for files.</summary>
    public static void Write(Stream to, Table table)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(table);
        throw new NotImplementedException();
    }

    /// <summary>Writes the table to a file: either the whole file stands at <paramref name="path"/> afterwards, or what stood there before.</summary>
    public static void WriteFile(string path, Table table)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(table);
        throw new NotImplementedException();
    }
}
