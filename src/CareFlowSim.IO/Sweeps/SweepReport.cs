using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>What a merged sweep says to people: tables, pictures and a report.</summary>
internal static class SweepReport
{
    public const string ChartPrefix = "sweep-";

    private const int MostRows = 60;
    private const int MostDots = 40;
    private const int MostMeasures = 4;
    private const int MostCharts = 6;
    private const int MostColumns = 12;

    /// <summary>One table per policy: cells, their inputs and figures.</summary>
    public static IReadOnlyList<SummarySection> Sections(JsonNode facts, IReadOnlyList<SweepInput> inputs, IReadOnlyList<SweepCell> cells, SweepFigures figures)
    {
        int measures = Math.Min(MostMeasures, figures.Measures.Count);
        SweepCell[] shown = [.. cells.Take(MostRows)];
        string note = $"Mean over {facts["replications"]} replications, with half the width of the 95% interval for chance where there are two or more."
            + (cells.Count > shown.Length ? $" The first {shown.Length} of {Count(cells.Count)} cells; all are in {SweepTables.Cells} and {SweepTables.Outcomes}." : "");
        return
        [
            .. figures.Arms.Select((arm, a) => new SummarySection(
                figures.OfPolicies ? $"{arm} against the baseline, cell by cell" : "Cell by cell",
                ["cell", .. inputs.Select(Heading), .. figures.Measures.Take(measures).Select(m => $"{m.Name} ({m.Unit})")],
                [.. shown.Select(c => (IReadOnlyList<string>)[Count(c.Number), .. c.Values.Select(Text), .. Enumerable.Range(0, measures).Select(m => Figure(figures.Of(c.Number, a, m)))])],
                note)),
        ];
    }

    /// <summary>A heat map for a grid of two inputs, lines for one number, dots for the rest.</summary>
    public static IEnumerable<(string File, Chart Chart)> Charts(JsonNode facts, IReadOnlyList<SweepInput> inputs, IReadOnlyList<SweepCell> cells, SweepFigures figures)
    {
        bool grid = (string)facts["design"]!["kind"]! == "grid";
        (int Arm, int Measure)[] all = [.. Enumerable.Range(0, figures.Arms.Count).SelectMany(a => Enumerable.Range(0, figures.Measures.Count).Select(m => (a, m)))];
        int made = 0;
        foreach ((int arm, int measure) in all)
        {
            (string name, string unit, string meaning) = figures.Measures[measure];
            if (made == MostCharts || cells.All(c => !double.IsFinite(figures.Of(c.Number, arm, measure).Point)))
            {
                continue;
            }

            made++;
            string title = $"{meaning.TrimEnd('.')}: {figures.Arms[arm]}" + (figures.OfPolicies ? " against the baseline" : "");
            string subtitle = $"{facts["title"]} {facts["what_is_simulated"]}; {facts["replications"]} replications.";
            Chart chart = grid && inputs.Count == 2 && inputs.All(i => Different(cells, inputs, i) <= MostColumns) ? HeatMap(inputs, cells, figures, arm, measure, title, subtitle)
                : inputs.Count == 1 && inputs[0].Kind != SweepValueKind.Word ? Line(inputs[0], cells, figures, arm, measure, title, subtitle)
                : Dots(inputs, cells, figures, arm, measure, title, subtitle);
            yield return (ChartPrefix + FileName(figures.Arms[arm]) + "-" + FileName(name) + ".svg", chart);
        }
    }

    /// <summary>The report.</summary>
    public static string Markdown(JsonNode facts, MergedSweep merged, IReadOnlyList<(string File, string Title)> charts, string version)
    {
        StringBuilder text = new();
        Paragraph("# " + Cell((string)facts["title"]!));
        Paragraph(
            $"{Count((int)facts["cells"]!)} cells ({facts["design"]!["kind"]}), {facts["replications"]} replications each, of {facts["scenario"]}: {facts["what_is_simulated"]}. Seed {facts["seed"]}, program version {version}."
            + ((int)facts["dropped"]! > 0 ? $" Conditions left out {Count((int)facts["dropped"]!)} cells of the design." : ""));
        foreach (string warning in Warnings(merged))
        {
            Paragraph("**" + Cell(warning) + "**");
        }

        foreach (SummarySection section in merged.Report)
        {
            text.Append(section.Markdown()).Append('\n');
        }

        foreach ((string file, string title) in charts)
        {
            Paragraph($"![{Cell(title)}]({file})");
        }

        Paragraph($"Cells and inputs are in {SweepTables.Cells}, figures by cell, replication, policy and measure in {SweepTables.Outcomes}; the same replication has the same luck in all of them.");
        return text.ToString().TrimEnd('\n') + "\n";

        void Paragraph(string words) => text.Append(words).Append("\n\n");
    }

    /// <summary>What must not be overlooked.</summary>
    public static IEnumerable<string> Warnings(MergedSweep merged)
    {
        foreach (SweepInput input in merged.Idle)
        {
            yield return $"NO EFFECT: {input.Name} ({input.Path}) changes no measure in any cell, to the last digit. Is it the right path, and does a policy use it?";
        }

        if (merged.Unknown.Count > 0)
        {
            yield return $"Whether {string.Join(", ", merged.Unknown.Select(i => i.Name))} matters cannot be told: no two cells differ in it alone.";
        }

        if (merged.Unsettled > 0)
        {
            yield return $"NOT SETTLED: in {Title.Count(merged.Unsettled, "cell")} levels of the baseline still drifted when measurement began (column settled of {SweepTables.Cells}). A longer warm-up mends that.";
        }
    }

    private static int Different(IReadOnlyList<SweepCell> cells, IReadOnlyList<SweepInput> inputs, SweepInput input) =>
        cells.Select(c => c.Values[inputs.ToList().IndexOf(input)]).Distinct().Count();

    private static HeatMapChart HeatMap(IReadOnlyList<SweepInput> inputs, IReadOnlyList<SweepCell> cells, SweepFigures figures, int arm, int measure, string title, string subtitle)
    {
        SweepValue[] rows = [.. cells.Select(c => c.Values[0]).Distinct()];
        SweepValue[] columns = [.. cells.Select(c => c.Values[1]).Distinct()];
        double[][] values = [.. rows.Select(_ => columns.Select(_ => double.NaN).ToArray())];
        foreach (SweepCell cell in cells)
        {
            values[Array.IndexOf(rows, cell.Values[0])][Array.IndexOf(columns, cell.Values[1])] = figures.Of(cell.Number, arm, measure).Point;
        }

        return new HeatMapChart
        {
            Title = title,
            Subtitle = subtitle,
            RowLabel = Heading(inputs[0]),
            ColumnLabel = Heading(inputs[1]),
            ValueLabel = $"{figures.Measures[measure].Name}, {figures.Measures[measure].Unit}",
            Rows = [.. rows.Select(Text)],
            Columns = [.. columns.Select(Text)],
            Values = values,
        };
    }

    private static CurveChart Line(SweepInput input, IReadOnlyList<SweepCell> cells, SweepFigures figures, int arm, int measure, string title, string subtitle) => new()
    {
        Title = title,
        Subtitle = subtitle,
        XLabel = Heading(input),
        YLabel = $"{figures.Measures[measure].Name}, {figures.Measures[measure].Unit}",
        StartAtZero = false,
        Curves = [new Curve(figures.Arms[arm], [.. cells.OrderBy(c => c.Values[0].Number).Select(c => (c.Values[0].Number, figures.Of(c.Number, arm, measure).Point))], Dots: true)],
    };

    private static DotRankingChart Dots(IReadOnlyList<SweepInput> inputs, IReadOnlyList<SweepCell> cells, SweepFigures figures, int arm, int measure, string title, string subtitle)
    {
        SweepCell[] ranked = [.. cells.Where(c => double.IsFinite(figures.Of(c.Number, arm, measure).Point)).OrderByDescending(c => figures.Of(c.Number, arm, measure).Point).ThenBy(c => c.Number)];
        SweepCell[] shown = ranked.Length <= MostDots ? ranked : [.. ranked.Take(MostDots / 2), .. ranked.Skip(ranked.Length - (MostDots / 2))];
        bool few = inputs.Count <= 3;
        return new DotRankingChart
        {
            Title = title,
            Subtitle = subtitle,
            Note = ranked.Length > shown.Length ? $"The {MostDots / 2} highest and the {MostDots / 2} lowest of {Count(ranked.Length)} cells." : "",
            Kind = "cells",
            LeftOut = ranked.Length - shown.Length,
            LeftOutAfter = MostDots / 2,
            ValueLabel = $"{figures.Measures[measure].Name}, {figures.Measures[measure].Unit}",
            IntervalLabel = "95% interval for chance",
            Dots =
            [
                .. shown.Select(c => figures.Of(c.Number, arm, measure) is var e
                    ? new RankedDot($"cell {Count(c.Number)}" + (few ? ": " + string.Join(", ", inputs.Zip(c.Values, (i, v) => $"{i.Name} {Text(v)}")) : c.Moved is { } moved ? $": {c.Role} {moved}" : ""), e.Point, e.Replications > 1 ? e.Low : null, e.Replications > 1 ? e.High : null)
                    : null!),
            ],
        };
    }

    private static string Heading(SweepInput input) => input.Unit.Length == 0 ? input.Name : $"{input.Name} ({input.Unit})";

    private static string Text(SweepValue value) => value.Word ?? value.Number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Figure(Estimate e) => double.IsNaN(e.Point) ? "–"
        : Show(e.Point) + (e.Replications > 1 ? $" ± {Show((e.High - e.Low) / 2)}" : "");

    private static string Show(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : Math.Abs(value) >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string FileName(string text) => new([.. text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' ? c : '-')]);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
