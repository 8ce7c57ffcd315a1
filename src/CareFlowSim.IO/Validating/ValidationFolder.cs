using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>What a validation, a forward run or a comparison with observed figures writes: a report, pictures and tables.</summary>
/// <param name="Heading">Title of the report.</param>
/// <param name="Introduction">What was run and how to read it, a paragraph each.</param>
/// <param name="Sections">Tables of the report, as they are printed.</param>
/// <param name="Charts">File names and pictures.</param>
/// <param name="Tables">File names and tables.</param>
public sealed record ValidationFolder(
    string Heading,
    IReadOnlyList<string> Introduction,
    IReadOnlyList<SummarySection> Sections,
    IReadOnlyList<(string File, Chart Chart)> Charts,
    IReadOnlyList<(string File, Table Table)> Tables)
{
    /// <summary>Name of the report.</summary>
    public const string ReportFile = "report.md";

    /// <summary>Name of the list of what was written, which makes a folder replaceable.</summary>
    public const string ListFile = "manifest.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes everything into a folder; each file appears whole or not at all, the list last.</summary>
    /// <returns>The names of the files, in order.</returns>
    public IReadOnlyList<string> Write(string folder, string program, string command, string version)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder);
        HashedFiles files = new(folder);
        List<WrittenFile> all =
        [
            .. Tables.Select(t => files.Write(t.File, to => ParquetWriter.Write(to, t.Table))),
            .. Charts.Select(c => files.Write(c.File, c.Chart.ToSvg())),
            files.Write(ReportFile, Markdown()),
        ];
        JsonObject list = new()
        {
            ["program"] = program,
            ["version"] = version,
            ["command"] = command,
            ["files"] = new JsonArray([.. all.Select(f => new JsonObject { ["name"] = f.Name, ["bytes"] = f.Bytes, ["sha256"] = f.Sha256 })]),
        };
        all.Add(files.Write(ListFile, list.ToJsonString(Readable) + "\n"));
        return [.. all.Select(f => f.Name)];
    }

    /// <summary>The rows of a validation as a table.</summary>
    public static Table TableOf(IReadOnlyList<ValidationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Table(
            "validation",
            "Every check of a validation: simulated figure, target and tolerance.",
            [
                new Column("use", "", "fitted: parameters were set by the target; held out: they were not; identity: follows from arithmetic or from the inputs.", rows.Select(r => Use(r.Kind)).ToArray()),
                new Column("key", "", "Name of the check.", rows.Select(r => r.Key).ToArray()),
                new Column("unit", "", "Unit of simulated, low, high and target.", rows.Select(r => r.Unit).ToArray()),
                new Column("simulated", "see unit", "Mean over replications.", rows.Select(r => r.Simulated.Point).ToArray()),
                new Column("low", "see unit", "Lower end of the 95% interval over replications.", rows.Select(r => Known(r.Simulated.Low)).ToArray()),
                new Column("high", "see unit", "Upper end of the 95% interval over replications.", rows.Select(r => Known(r.Simulated.High)).ToArray()),
                new Column("target", "see unit", "What it ought to be.", rows.Select(r => r.Target).ToArray()),
                new Column("tolerance", "see absolute", "How near it must come.", rows.Select(r => r.Tolerance).ToArray()),
                new Column("absolute", "", "Whether tolerance and difference are in the unit of the target and not a share of it.", rows.Select(r => r.Absolute).ToArray()),
                new Column("difference", "see absolute", "Simulated against target.", rows.Select(r => r.Difference).ToArray()),
                new Column("pass", "", "Whether the difference is within the tolerance.", rows.Select(r => r.Pass).ToArray()),
                new Column("note", "", "Source of the target, or what the check says.", rows.Select(r => r.Note).ToArray()),
            ]);
    }

    /// <summary>Points compared with observed figures as a table.</summary>
    public static Table TableOf(IReadOnlyList<Agreement> agreements)
    {
        ArgumentNullException.ThrowIfNull(agreements);
        (Agreement Of, ComparedPoint Point)[] rows = [.. agreements.SelectMany(a => a.Points.Select(p => (a, p)))];
        return new Table(
            "observed",
            "Simulated beside observed figures: one row per series and month, or per series and area.",
            [
                new Column("comparison", "", "What is compared.", rows.Select(r => r.Of.Name).ToArray()),
                new Column("unit", "", "Unit of the figures.", rows.Select(r => r.Of.Unit).ToArray()),
                new Column("place", "", "Area, or England.", rows.Select(r => r.Point.Place).ToArray()),
                new Column("period", "", "Month, or months compared.", rows.Select(r => r.Point.Period).ToArray()),
                new Column("observed", "see unit", "Observed figure, made comparable.", rows.Select(r => r.Point.Observed).ToArray()),
                new Column("simulated", "see unit", "Mean over replications.", rows.Select(r => r.Point.Simulated).ToArray()),
                new Column("low", "see unit", "Lower end of the 95% range of a single replication.", rows.Select(r => Known(r.Point.Low)).ToArray()),
                new Column("high", "see unit", "Upper end of the 95% range of a single replication.", rows.Select(r => Known(r.Point.High)).ToArray()),
            ]);
    }

    /// <summary>The use of a row as tables say it.</summary>
    public static string Use(CheckKind kind) => kind switch
    {
        CheckKind.Fitted => "fitted",
        CheckKind.HeldOut => "held out",
        _ => "identity",
    };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private string Markdown()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# {Heading}\n\n");
        foreach (string paragraph in Introduction)
        {
            text.Append(CultureInfo.InvariantCulture, $"{paragraph}\n\n");
        }

        foreach (SummarySection section in Sections)
        {
            text.Append(section.Markdown());
        }

        if (Charts.Count > 0)
        {
            text.Append("## Pictures\n\n");
            foreach ((string file, Chart chart) in Charts)
            {
                text.Append(CultureInfo.InvariantCulture, $"![{chart.Title.Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal)}]({file})\n\n");
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
