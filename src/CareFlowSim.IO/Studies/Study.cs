using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>How a study was made.</summary>
/// <param name="Command">The command line, without the program's path.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="Seconds">Seconds of simulation.</param>
/// <param name="Started">Moment at which it started.</param>
/// <param name="Inputs">Paths of the files it was made from.</param>
public sealed record StudyInfo(string Command, string Version, int Threads, double Seconds, DateTimeOffset Started, IReadOnlyList<string> Inputs);

/// <summary>The answer of a study over many runs: tables for people, tables for programs, pictures, and how it was done.</summary>
public sealed record Study
{
    /// <summary>The question.</summary>
    public required string Title { get; init; }

    /// <summary>What was run, in sentences.</summary>
    public required string WhatWasRun { get; init; }

    /// <summary>The answer in tables.</summary>
    public required IReadOnlyList<SummarySection> Sections { get; init; }

    /// <summary>How many of them, from the first, are for the screen; the others are too wide for it and stand in the report.</summary>
    public int Printed { get; init; } = int.MaxValue;

    /// <summary>The same, in full, as files.</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>Pictures by file name.</summary>
    public required IReadOnlyList<(string File, Chart Chart)> Charts { get; init; }

    /// <summary>How to read it: one point a line.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Seed, draws and the like, for the manifest.</summary>
    public required JsonObject Facts { get; init; }

    /// <summary>The figures for scripts.</summary>
    public IReadOnlyList<ScriptFigure> Figures { get; init; } = [];

    /// <summary>What <c>--json</c> prints: the figures, and the full tables.</summary>
    /// <param name="info">How the study was made.</param>
    /// <param name="files">Paths of the files written.</param>
    public string Json(StudyInfo info, IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(info);
        return ScriptJson.Of(
            info.Command.Split(' ') is [_, { } command, ..] ? command : info.Command,
            info.Version,
            Title,
            Facts,
            Figures,
            files,
            ("tables", new JsonObject(Tables.Select(t => KeyValuePair.Create(t.Name, (JsonNode?)Rows(t))))));
    }

    /// <summary>Writes tables, pictures, report and manifest into a folder; each file appears whole or not at all.</summary>
    /// <returns>The names of the files, in order.</returns>
    public IReadOnlyList<string> Write(string folder, StudyInfo info)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(info);
        Directory.CreateDirectory(folder);
        HashedFiles files = new(folder);
        List<WrittenFile> written =
        [
            .. Tables.Select(t => files.Write(t.Name + ".parquet", to => ParquetWriter.Write(to, t))),
            .. Charts.Select(c => files.Write(c.File, c.Chart.ToSvg())),
            files.Write(Report.File, Markdown(info)),
        ];
        written.Add(files.Write(Manifest.File, ManifestJson(info, written)));
        return [.. written.Select(f => f.Name)];
    }

    private static JsonArray Rows(Table table) =>
    [
        .. Enumerable.Range(0, table.RowCount).Select(r => new JsonObject(table.Columns.Select(c => KeyValuePair.Create(c.Name, (JsonNode?)Value(c.Values.GetValue(r)))))),
    ];

    private static JsonValue? Value(object? value) => value switch
    {
        null => null,
        double d => double.IsFinite(d) ? JsonValue.Create(d) : null,
        int i => JsonValue.Create(i),
        long l => JsonValue.Create(l),
        bool b => JsonValue.Create(b),
        DateOnly d => JsonValue.Create(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };

    private static string Cell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private string ManifestJson(StudyInfo info, IReadOnlyList<WrittenFile> written) => new JsonObject
    {
        ["program"] = "careflow",
        ["version"] = info.Version,
        ["command"] = info.Command,
        ["inputs"] = new JsonArray([.. info.Inputs.Select(p => new JsonObject { ["name"] = Path.GetFileName(p), ["sha256"] = HashedFiles.Sha256OfFile(p) })]),
        ["facts"] = Facts.DeepClone(),
        ["files"] = new JsonArray([.. written.Select(f => new JsonObject { ["name"] = f.Name, ["bytes"] = f.Bytes, ["sha256"] = f.Sha256 })]),
        ["timings"] = new JsonObject
        {
            ["started"] = info.Started.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["run_seconds"] = Math.Round(info.Seconds, 3),
            ["threads"] = info.Threads,
        },
    }.ToJsonString(ScenarioWriter.Readable) + "\n";

    private string Markdown(StudyInfo info)
    {
        StringBuilder text = new();
        Paragraph("# " + Cell(Title));
        Paragraph($"{WhatWasRun} Program version {info.Version}; inputs and files with their fingerprints are in [{Manifest.File}]({Manifest.File}).");
        foreach (SummarySection section in Sections)
        {
            Paragraph("## " + Cell(section.Title));
            Row(section.Headers);
            text.Append('|').Append("---|").Append(string.Concat(section.Headers.Skip(1).Select(_ => "---:|"))).Append('\n');
            foreach (IReadOnlyList<string> row in section.Rows)
            {
                Row(row);
            }

            text.Append('\n');
            if (section.Note.Length > 0)
            {
                Paragraph(Cell(section.Note));
            }
        }

        if (Charts.Count > 0)
        {
            Paragraph("## Pictures");
            foreach ((string file, Chart chart) in Charts)
            {
                Paragraph($"![{Cell(chart.Title)}]({file})");
            }
        }

        Paragraph("## How to read it");
        text.Append(string.Concat(Notes.Select(n => $"- {Cell(n)}\n")));
        return text.ToString().TrimEnd('\n') + "\n";

        void Paragraph(string words) => text.Append(words).Append("\n\n");
        void Row(IEnumerable<string> cells) => text.Append('|').Append(string.Concat(cells.Select(c => $" {Cell(c)} |"))).Append('\n');
    }
}
