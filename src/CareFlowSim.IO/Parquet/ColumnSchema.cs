namespace CareFlowSim.IO;

/// <summary>One column as the file describes it.</summary>
internal sealed record ColumnSchema(string Name, PhysicalType Physical, LogicalType Logical, bool Optional)
{
    public static ColumnSchema Of(Column column) => column.Values switch
    {
        int[] => new(column.Name, PhysicalType.Int32, LogicalType.None, false),
        int?[] => new(column.Name, PhysicalType.Int32, LogicalType.None, true),
        long[] => new(column.Name, PhysicalType.Int64, LogicalType.None, false),
        long?[] => new(column.Name, PhysicalType.Int64, LogicalType.None, true),
        double[] => new(column.Name, PhysicalType.Double, LogicalType.None, false),
        double?[] => new(column.Name, PhysicalType.Double, LogicalType.None, true),
        bool[] => new(column.Name, PhysicalType.Boolean, LogicalType.None, false),
        DateOnly[] => new(column.Name, PhysicalType.Int32, LogicalType.Date, false),

        // string[] and string?[] are one type at run time, so the values decide.
        string?[] texts => new(column.Name, PhysicalType.ByteArray, LogicalType.Text, Array.IndexOf(texts, null) >= 0),
        _ => throw new ArgumentException($"Column '{column.Name}' cannot be written."),
    };
}
