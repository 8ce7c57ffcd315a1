namespace CareFlowSim.IO;

/// <summary>
/// Columns of equal length with distinct names: what one Parquet file holds, in memory.
/// A fault throws an <see cref="ArgumentException"/> that names the column.
/// </summary>
/// <param name="Name">Name of the table; not empty.</param>
/// <param name="Meaning">One sentence: what a row is.</param>
/// <param name="Columns">At least one column, left to right.</param>
/// <param name="Metadata">Further facts for the file, such as the seed; none when left out.</param>
public sealed record Table(
    string Name,
    string Meaning,
    IReadOnlyList<Column> Columns,
    IReadOnlyDictionary<string, string>? Metadata = null)
{
    private static readonly Dictionary<string, string> NoMetadata = [];

    /// <summary>Name of the table.</summary>
    public string Name { get; } = string.IsNullOrWhiteSpace(Name)
        ? throw new ArgumentException("A table has no name.", nameof(Name))
        : Name;

    /// <summary>One sentence: what a row is.</summary>
    public string Meaning { get; } = Meaning ?? throw new ArgumentException($"Table '{Name}' has no meaning.", nameof(Meaning));

    /// <summary>The columns, left to right.</summary>
    public IReadOnlyList<Column> Columns { get; } = Checked(Name, Columns);

    /// <summary>Further facts for the file; empty when none were given.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = Checked(Name, Columns, Metadata);

    /// <summary>Number of rows.</summary>
    public int RowCount => Columns[0].RowCount;

    private static IReadOnlyList<Column> Checked(string table, IReadOnlyList<Column>? columns)
    {
        if (columns is null || columns.Count == 0)
        {
            throw new ArgumentException($"Table '{table}' has no columns.", nameof(columns));
        }

        // Case does not tell columns apart: SQL readers would rename one of the two.
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (Column column in columns)
        {
            if (column is null)
            {
                throw new ArgumentException($"Table '{table}' has a column that is null.", nameof(columns));
            }

            if (!names.Add(column.Name))
            {
                throw new ArgumentException($"Table '{table}' has two columns named '{column.Name}'.", nameof(columns));
            }

            if (column.RowCount != columns[0].RowCount)
            {
                throw new ArgumentException(
                    $"Table '{table}': column '{column.Name}' has {column.RowCount} rows, but '{columns[0].Name}' has {columns[0].RowCount}.",
                    nameof(columns));
            }
        }

        return columns;
    }

    private static IReadOnlyDictionary<string, string> Checked(
        string table, IReadOnlyList<Column> columns, IReadOnlyDictionary<string, string>? metadata)
    {
        HashSet<string> taken = [.. ParquetMetadata.Own(columns)];
        foreach ((string key, string value) in metadata ?? NoMetadata)
        {
            if (taken.Contains(key) || value is null)
            {
                throw new ArgumentException(
                    $"Table '{table}': metadata '{key}' {(value is null ? "has no value" : "is written by the table itself")}.",
                    nameof(metadata));
            }
        }

        return metadata ?? NoMetadata;
    }
}
