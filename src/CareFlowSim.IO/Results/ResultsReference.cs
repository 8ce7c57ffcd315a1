using System.Globalization;
using System.Text;

namespace CareFlowSim.IO;

/// <summary>The tables of results/README.md: which file answers which question, and every column of every table.</summary>
internal static class ResultsReference
{
    /// <summary>Every file with its question.</summary>
    public static string FilesMarkdown()
    {
        StringBuilder text = new("| file | question |\n|---|---|\n");
        Line(text, $"| `{Report.File}` | What is the answer, in tables, pictures and words? Start here. |");
        foreach (ResultChart chart in ResultChart.All)
        {
            Line(text, $"| `{chart.File}` | {chart.Question} |");
        }

        foreach (ResultTable table in ResultTable.All)
        {
            Line(text, $"| `{table.File}` | {table.Question} |");
        }

        Line(text, $"| `{Manifest.File}` | What exactly was run, on which inputs, and are these the files it gave? |");
        return text.ToString();
    }

    /// <summary>Every column of some tables, made from any result: names, units and meanings do not depend on it.</summary>
    public static string ColumnsMarkdown(IEnumerable<Table> tables)
    {
        StringBuilder text = new();
        foreach (Table table in tables)
        {
            Line(text, $"### {table.Name}.parquet\n\n{table.Meaning}\n\n| column | type | unit | meaning |\n|---|---|---|---|");
            foreach (Column column in table.Columns)
            {
                Line(text, $"| `{column.Name}` | {TypeOf(column)} | {column.Unit} | {column.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string TypeOf(Column column) => column.Values switch
    {
        int[] or int?[] => "int32",
        long[] or long?[] => "int64",
        double[] or double?[] => "double",
        bool[] => "boolean",
        DateOnly[] => "date",
        _ => "text",
    };

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
