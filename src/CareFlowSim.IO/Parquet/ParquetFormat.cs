namespace CareFlowSim.IO;

/// <summary>Numbers that apache/parquet-format (parquet.thrift) fixes, as far as this module writes them.</summary>
internal static class ParquetFormat
{
    public const int FormatVersion = 1;
    public const int Snappy = 1;

    /// <summary>Days from 0001-01-01 to 1970-01-01, from which a DATE counts.</summary>
    public static readonly int EpochDayNumber = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Opens and closes every file.</summary>
    public static ReadOnlySpan<byte> Magic => "PAR1"u8;
}

/// <summary>How a value lies in the file.</summary>
internal enum PhysicalType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Double = 5,
    ByteArray = 6,
}

/// <summary>What a physical value means, where it does not speak for itself; the numbers are the older "converted types".</summary>
internal enum LogicalType
{
    None = -1,
    Text = 0,
    Date = 6,
}

/// <summary>How the values of a page are laid down.</summary>
internal enum PageEncoding
{
    Plain = 0,
    RunLength = 3,
    RunLengthDictionary = 8,
}

/// <summary>What a page holds.</summary>
internal enum PageType
{
    Data = 0,
    Dictionary = 2,
}

/// <summary>How many rows go together. The numbers are upper bounds for the reader too, so that a damaged file cannot ask for all memory.</summary>
internal sealed record ParquetLayout
{
    public const int MostRowsPerGroup = 1_000_000;
    public const int MostRowsPerPage = 1 << 16;

    public static readonly ParquetLayout Default = new();

    /// <summary>Rows that can be read apart from all others.</summary>
    public int RowsPerGroup { get; init; } = MostRowsPerGroup;

    /// <summary>Rows that are compressed together.</summary>
    public int RowsPerPage { get; init; } = MostRowsPerPage;
}
