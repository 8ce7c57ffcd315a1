namespace CareFlowSim.IO;

/// <summary>The key-value entries of a file: how the name, unit and meaning of things are spelled there.</summary>
internal static class ParquetMetadata
{
    public const string TableName = "table.name";
    public const string TableMeaning = "table.meaning";

    public static string UnitKey(string column) => $"column.{column}.unit";

    public static string MeaningKey(string column) => $"column.{column}.meaning";

    /// <summary>The keys that a table with these columns writes itself.</summary>
    public static IEnumerable<string> Own(IEnumerable<Column> columns) =>
        [TableName, TableMeaning, .. columns.SelectMany(c => new[] { UnitKey(c.Name), MeaningKey(c.Name) })];

    /// <summary>All entries of a table in the order in which they are written.</summary>
    public static List<KeyValuePair<string, string>> Of(Table table)
    {
        List<KeyValuePair<string, string>> entries = [new(TableName, table.Name), new(TableMeaning, table.Meaning)];
        foreach (Column column in table.Columns)
        {
            entries.Add(new(UnitKey(column.Name), column.Unit));
            entries.Add(new(MeaningKey(column.Name), column.Meaning));
        }

        entries.AddRange(table.Metadata.OrderBy(e => e.Key, StringComparer.Ordinal));
        return entries;
    }
}
