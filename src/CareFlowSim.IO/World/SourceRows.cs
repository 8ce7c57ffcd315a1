namespace CareFlowSim.IO;

/// <summary>Reads the sources and sees that every column of every table has one.</summary>
internal static class SourceRows
{
    private static readonly TableShape[] Shapes = [.. WorldTables.WithFigures, .. WorldTables.ForValidation];
    private static readonly string[] Tables = [.. Shapes.Select(t => t.File)];
    private static readonly string[] Provenances = [.. WorldTables.Provenances, "derived"];

    public static List<TableSource> Read(InputTable table, Func<TableShape, bool> isThere)
    {
        KeyCheck check = new(table, "column");
        List<TableSource> sources = [];
        foreach (InputRow row in table.Rows)
        {
            string? file = row.OneOf("table", Tables, "tables");
            TableShape? shape = Shapes.FirstOrDefault(t => t.File == file);
            string? column = shape is null ? row.Text("column") : row.OneOf("column", shape.Columns, $"columns of {file}");
            check.Add(row, shape is null || column is null ? null : KeyOf(shape.File, column));
            sources.Add(new TableSource(
                file ?? "",
                column ?? "",
                row.Text("meaning") ?? "",
                row.Text("unit") ?? "",
                row.Text("period") ?? "",
                row.Text("publisher_and_title") ?? "",
                row.Text("licence") ?? "",
                row.OneOf("provenance", Provenances, "words") ?? "",
                row.OptionalText("note") ?? ""));
        }

        // A world that is never validated may go without the tables for it.
        string folder = Path.GetDirectoryName(table.File) ?? "";
        check.Want(WorldTables.WithFigures.Where(t => !WorldTables.Optional.Contains(t) || isThere(t)).Concat(WorldTables.PresentIn(folder)).SelectMany(t => t.Columns.Select(c => KeyOf(t.File, c))), "a source for every column of every table");
        return sources;
    }

    private static string KeyOf(string file, string column) => file + " " + column;
}
