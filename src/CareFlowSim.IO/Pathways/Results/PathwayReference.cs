using System.Globalization;
using System.Text;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The tables of results/README.md on pathways.</summary>
internal static class PathwayReference
{
    /// <summary>Every file with its question.</summary>
    public static string FilesMarkdown()
    {
        StringBuilder text = new("| file | question |\n|---|---|\n");
        Line($"| `{Report.File}` | What is the answer, in tables, pictures and words? Start here. |");
        foreach ((string file, string question) in PathwayCharts.All)
        {
            Line($"| `{file}` | {question} |");
        }

        foreach ((string name, string question, _) in PathwayTables.All)
        {
            Line($"| `{name}.parquet` | {question} |");
        }

        Line($"| `{Manifest.File}` | What exactly was run, on which inputs, and are these the files it gave? |");
        return text.ToString();

        void Line(string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }

    /// <summary>Every column, made from any result.</summary>
    public static string ColumnsMarkdown(PathwayResult result) => ResultsReference.ColumnsMarkdown(PathwayTables.All.Select(t => t.Make(result)));
}
