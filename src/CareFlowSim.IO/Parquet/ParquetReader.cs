namespace CareFlowSim.IO;

/// <summary>Reads back what <see cref="ParquetWriter"/> writes. It is not a general Parquet reader.</summary>
public static class ParquetReader
{
    /// <summary>Reads a whole file. A damaged one gives an <see cref="InvalidDataException"/> that says what is wrong.</summary>
    public static Table Read(Stream from)
    {
        ArgumentNullException.ThrowIfNull(from);
        throw new NotImplementedException();
    }
}
