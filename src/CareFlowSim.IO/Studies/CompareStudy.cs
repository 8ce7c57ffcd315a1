using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>Two results folders laid side by side: paired replication by replication where they had the same people and the same luck, else as independent runs.</summary>
public static class CompareStudy
{
    private const int MostRows = 24;

    /// <summary>Makes the study.</summary>
    /// <param name="first">The first run.</param>
    /// <param name="second">The second run; differences are second less first.</param>
    public static Study Of(RunResult first, RunResult second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        IReadOnlyList<string> obstacles = RunPairing.Obstacles(first, second);
        bool paired = obstacles.Count == 0;
        Row[] rows =
        [
            .. first.Series.Select(a => (a, b: second.Series.FirstOrDefault(b => (b.Arm, b.Place, b.Class, b.Measure) == (a.Arm, a.Place, a.Class, a.Measure))))
                .Where(p => p.b is not null)
                .Select(p => (p.a, d: SeriesDifference.Of(p.a.Values, p.b!.Values, paired)))
                .Where(p => p.d is not null).Select(p => new Row(p.a, p.d!)),
        ];
        if (rows.Length == 0)
        {
            throw RunResult.Wrong(second.Folder, "has no arm and measure in common with " + first.Folder, "two runs of scenarios of one kind with an arm of the same name");
        }

        string how = paired
            ? $"Paired: replication r of both had the same people and the same luck; {Title.Count(Math.Min(first.Replications, second.Replications), "replication")} that both have."
            : $"NOT paired, because {string.Join(", ", obstacles)}: taken as independent runs, whose difference is known less well (Welch 1947).";
        return new Study
        {
            Title = $"How does {second.Name} differ from {first.Name}?",
            WhatWasRun = $"Results of `{first.Name}` ({Title.Count(first.Replications, "replication")}) and `{second.Name}` ({Title.Count(second.Replications, "replication")}). {how}",
            Sections = [Section(rows, how)],
            Tables = [TableOf(rows)],
            Charts = [("differences.svg", Picture(first, second, rows))],
            Notes =
            [
                "Differences are second less first, of the levels in each arm of the same name. What a policy changes within a run stands in that run's own report.",
                "Intervals are 95% and hold chance only.",
                "Only in one of the two: " + Missing(first, second) + ".",
            ],
            Facts = new JsonObject
            {
                ["first"] = first.Name,
                ["second"] = second.Name,
                ["paired"] = paired,
                ["not_paired_because"] = new JsonArray([.. obstacles.Select(o => JsonValue.Create(o))]),
                ["replications_first"] = first.Replications,
                ["replications_second"] = second.Replications,
            },
            Figures = [.. rows.Select(r => ScriptFigure.From(r.Of.Measure, [("arm", r.Of.Arm), ("place", r.Of.Place), ("class", r.Of.Class), ("kind", "second less first")], r.Of.Unit, r.Found.Difference))],
        };
    }

    private static string Missing(RunResult first, RunResult second)
    {
        string[] arms = [.. first.Arms.Except(second.Arms).Select(a => $"{a} ({first.Name})"), .. second.Arms.Except(first.Arms).Select(a => $"{a} ({second.Name})")];
        return arms.Length == 0 ? "no arm" : string.Join(", ", arms);
    }

    /// <summary>Of people every measure; of pathways the whole path and what changes most elsewhere.</summary>
    private static SummarySection Section(Row[] rows, string how)
    {
        Row[] shown = [.. rows.Where(r => r.Of.Class is "" or "all").OrderByDescending(r => r.IsSure).Take(MostRows)];
        return new SummarySection(
            "Second less first",
            ["arm, measure", "first", "second", "difference", "95% interval", "pairing"],
            [
                .. shown.OrderBy(r => Array.IndexOf(rows, r)).Select(r => (IReadOnlyList<string>)
                [
                    r.Label,
                    StudyFigures.Short(r.Found.First.Point),
                    StudyFigures.Short(r.Found.Second.Point),
                    StudyFigures.Short(r.Found.Difference.Point),
                    StudyFigures.Range(new Interval(r.Found.Difference.Low, r.Found.Difference.High)),
                    StudyFigures.Short(r.Found.PairingFactor),
                ]),
            ],
            how + (shown.Length < rows.Length ? $" {shown.Length} of {rows.Length} rows; all are in comparison.parquet." : "") + " Pairing: how many times larger the variance of the difference would be with independent luck.");
    }

    private static IntervalChart Picture(RunResult first, RunResult second, Row[] rows)
    {
        Row[] shown = [.. rows.Where(r => r.Of.Class is "" or "all" && double.IsFinite(r.Share)).OrderByDescending(r => r.IsSure).ThenByDescending(r => Math.Abs(r.Share)).Take(MostRows)];
        return new IntervalChart
        {
            Title = $"How {second.Name} differs from {first.Name}",
            Subtitle = "Difference in per cent of the first run, with its 95% interval; those that chance does not explain come first",
            ValueLabel = "Second less first, in per cent of the first",
            ReferenceLine = 0,
            ReferenceLabel = "no difference",
            InnerLabel = "95% interval, chance",
            FiguresLabel = "difference",
            Rows = [.. shown.Select(r => new IntervalRow(
                r.Label,
                100 * r.Share,
                double.IsNaN(r.Found.Difference.Low) ? null : (100 * r.Found.Difference.Low / Math.Abs(r.Found.First.Point), 100 * r.Found.Difference.High / Math.Abs(r.Found.First.Point)),
                null,
                $"{StudyFigures.Short(r.Found.Difference.Point)} {r.Of.Unit}"))],
        };
    }

    private static Table TableOf(Row[] rows)
    {
        return new Table(
            "comparison",
            "Two runs side by side: one row per arm, place, class and measure that both have.",
            [
                new Column("arm", "", "baseline, or the name of the policy.", rows.Select(r => r.Of.Arm).ToArray()),
                new Column("place", "", "Place of a pathway; empty for people.", rows.Select(r => r.Of.Place).ToArray()),
                new Column("class", "", "Class of a pathway; empty for people.", rows.Select(r => r.Of.Class).ToArray()),
                new Column("measure", "", "What is measured.", rows.Select(r => r.Of.Measure).ToArray()),
                new Column("unit", "", "Unit of the figures.", rows.Select(r => r.Of.Unit).ToArray()),
                One("first", "Mean level in the first run.", d => d.First.Point),
                One("second", "Mean level in the second run.", d => d.Second.Point),
                One("difference", "Second less first.", d => d.Difference.Point),
                One("low", "Lower end of its 95% interval; missing with one replication.", d => d.Difference.Low),
                One("high", "Upper end.", d => d.Difference.High),
                new Column("replications", "replications", "Replications behind the difference; unpaired, the fewer of the two.", rows.Select(r => r.Found.Difference.Replications).ToArray()),
                new Column("paired", "", "Whether replications were paired.", rows.Select(r => r.Found.Paired).ToArray()),
                One("pairing_factor", "What pairing gained: variance of the difference of independent runs over that of the paired one.", d => d.PairingFactor),
            ]);

        Column One(string name, string meaning, Func<SeriesDifference, double> of) => new(name, "", meaning, rows.Select(r => StudyFigures.Known(of(r.Found))).ToArray());
    }

    private sealed record Row(RunSeries Of, SeriesDifference Found)
    {
        public string Label => string.Join(", ", new[] { Of.Arm, Of.Place, Of.Measure }.Where(t => t.Length > 0));

        public double Share => Found.Difference.Point / Math.Abs(Found.First.Point);

        /// <summary>Whether chance does not explain the difference.</summary>
        public bool IsSure => Found.Difference.Low > 0 || Found.Difference.High < 0;
    }
}
