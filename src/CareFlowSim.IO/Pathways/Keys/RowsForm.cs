using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>Rows of a small table: a list here, or the name of a CSV file beside the scenario with a column for each key.</summary>
/// <typeparam name="T">One row.</typeparam>
/// <param name="item">What one item of the list may be.</param>
/// <param name="columns">The columns of the file.</param>
/// <param name="optional">The last of the columns may be left out of the file, all of its cells at once.</param>
/// <param name="row">Reads one row of the file; null where it has faults.</param>
/// <param name="what">What a row is, for faults: <c>observed stays</c>.</param>
internal sealed class RowsForm<T>(Form<T> item, string[] columns, bool optional, Func<InputRow, T?> row, string what) : Form<IReadOnlyList<T>>
    where T : class
{
    /// <inheritdoc/>
    public override string Allowed => $"a list of {what}, or the name of a CSV file beside the scenario with the {(columns.Length == 1 ? "column" : "columns")} {string.Join(',', columns)}";

    /// <inheritdoc/>
    public override string Kind => "list or file";

    /// <inheritdoc/>
    public override string Range => (columns.Length == 1 ? "CSV column " : "CSV columns ") + string.Join(", ", columns);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => item.Keys;

    /// <inheritdoc/>
    public override IReadOnlyList<T> Fallback => [];

    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(string path, SourceNode node, FaultList faults) => node switch
    {
        ListNode { Items.Count: > 0 } list => [.. list.Items.Select((n, i) => item.Read(SourcePositions.Join(path, i), n, faults))],
        ScalarNode { Kind: ScalarKind.Text, Text.Length: > 0 } scalar => FromFile(path, scalar, faults),
        ListNode => Empty(path, node, faults),
        _ => Refuse(path, node, faults),
    };

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.Write)]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            new JsonObject { ["type"] = "array", ["items"] = item.Schema(), ["minItems"] = 1 }),
    };

    private IReadOnlyList<T> Empty(string path, SourceNode node, FaultList faults)
    {
        faults.Add(path, node, "is an empty list", Allowed);
        return Fallback;
    }

    private T[] FromFile(string path, ScalarNode name, FaultList faults)
    {
        string folder = faults.Folder;
        string file = Path.Combine(folder, name.Text);
        if (!File.Exists(file))
        {
            string? near = Directory.Exists(folder)
                ? Spelling.Nearest(name.Text, Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
                : null;
            faults.Add(path, name, $"is the file '{name.Text}', which is not there", near is null ? Allowed : $"did you mean '{near}'? ({Allowed})");
            return [];
        }

        List<Fault> wrong = [];
        InputTable table = InputTable.Read(folder, new TableShape(name.Text, optional && LeavesOutOne(file) ? columns[..^1] : columns), wrong);
        T?[] rows = [.. table.Rows.Select(row)];
        foreach (Fault fault in wrong)
        {
            faults.AddOf(path, fault);
        }

        faults.Uses(file);
        return [.. rows.OfType<T>()];
    }

    private bool LeavesOutOne(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault()?.Split(',').Length == columns.Length - 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The table itself says so.
            return false;
        }
    }
}
