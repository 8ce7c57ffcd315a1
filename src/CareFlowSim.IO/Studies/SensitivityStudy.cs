using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>One figure of a sweep in every cell.</summary>
/// <param name="Policy">The policy; baseline for a level.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Means">Mean over replications, one per cell in the order of the design.</param>
public sealed record SensitivityFigure(string Policy, string Measure, string Unit, string Meaning, IReadOnlyList<double> Means);

/// <summary>What a study of sensitivity starts from: a sweep's design, inputs and figures.</summary>
/// <param name="Name">Name of the sweep.</param>
/// <param name="Title">Its question.</param>
/// <param name="Design">Its design.</param>
/// <param name="Inputs">Names and units of the inputs.</param>
/// <param name="Cells">Cells.</param>
/// <param name="Replications">Replications of each.</param>
/// <param name="Figures">The figures.</param>
public sealed record SensitivitySource(
    string Name, string Title, SensitivityDesign Design, IReadOnlyList<(string Name, string Unit)> Inputs, int Cells, int Replications, IReadOnlyList<SensitivityFigure> Figures);

/// <summary>Which inputs of a sweep matter, as tables, pictures and words.</summary>
public static class SensitivityStudy
{
    private const int MostBars = 15;
    private const string Ends = "figure at the two ends";

    /// <summary>Makes the study.</summary>
    public static Study Of(SensitivitySource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        (SensitivityFigure Figure, InputSensitivity[] Inputs)[] found =
            [.. source.Figures.Select(f => (f, SweepSensitivity.Of(source.Design, f.Means).OrderByDescending(i => i.Strength).ToArray())).Where(f => f.Item2.Length > 0)];
        return new Study
        {
            Title = $"Which inputs matter? {source.Title}",
            WhatWasRun = $"Sweep `{source.Name}`: {Title.Count(source.Cells, "cell")} of {Title.Count(source.Inputs.Count, "input")}, {Title.Count(source.Replications, "replication")} each, the same people and the same luck in every cell. Method: {Method(source.Design)}.",
            Sections = found.Length == 0 ? [Nothing(source)] : [.. found.Select(f => Section(source, f.Figure, f.Inputs)), .. Idle(source, found)],
            Tables = found.Length == 0 ? [] : [TableOf(source, found)],
            Charts = [.. found.Where(f => f.Inputs.Any(i => i.Strength > 0)).Select(f => ($"{Prefix(source.Design)}-{f.Figure.Policy}-{f.Figure.Measure}.svg", Picture(source, f.Figure, f.Inputs)))],
            Notes = [.. Notes(source.Design)],
            Facts = new JsonObject { ["sweep"] = source.Name, ["cells"] = source.Cells, ["replications"] = source.Replications, ["method"] = Prefix(source.Design), ["inputs"] = source.Inputs.Count },
            Figures = [.. found.SelectMany(f => f.Inputs.SelectMany(i => Script(source, f.Figure, i)))],
        };
    }

    private static string Prefix(SensitivityDesign design) =>
        design.Morris is not null ? "morris" : design.Saltelli is not null ? "sobol" : design.OneAtATime is not null ? "tornado" : design.Points is not null ? "prcc" : "main-effects";

    private static string Method(SensitivityDesign design) => Prefix(design) switch
    {
        "morris" => "elementary effects (Morris 1991), mu* after Campolongo and others (2007)",
        "sobol" => "first and total Sobol' indices (Saltelli and others 2010, Jansen 1999) with 95% bootstrap intervals",
        "tornado" => "one input at a time at its two ends, the others in the middle",
        "prcc" => "partial rank correlation (Iman and Conover 1979)",
        _ => "main effects: share of the variance between cells that goes with the values of one input",
    };

    private static IEnumerable<string> Notes(SensitivityDesign design) =>
    [
        "Figures of a policy are paired differences from the baseline of the same cell; those of the baseline are its levels. Each is the mean over the cell's replications.",
        Prefix(design) switch
        {
            "morris" => "mu* is the mean size of the change of the figure when the input alone moves across its whole range; sigma tells of bends and of interplay with other inputs: it is large where the change hangs on where the others stand. ± is the standard error over trajectories.",
            "sobol" => "First: share of the variance due to the input alone. Total: with all its interplay. Chance left in the cells is part of the variance; intervals that reach across nothing say that rows are too few.",
            "tornado" => "One input at a time is blind to interplay between inputs.",
            "prcc" => "Rank correlations see effects that rise or fall throughout and are blind to others. With a dozen inputs one p-value below 0.05 is no news.",
            _ => "In a full grid the shares of all inputs and of their interplay add up to 1; in a list they need not, for inputs may move together.",
        },
    ];

    private static SummarySection Nothing(SensitivitySource source) => new(
        "Which inputs matter", ["input"], [], $"Not worked out: no figure has a value in every cell and varies, or {Title.Count(source.Cells, "cell")} are too few for {Title.Count(source.Inputs.Count, "input")}.");

    private static SummarySection Section(SensitivitySource source, SensitivityFigure figure, InputSensitivity[] inputs) => new(
        $"{figure.Policy}: {figure.Measure} ({figure.Unit})", ["input", .. Headers(source.Design)], [.. inputs.Select(i => (IReadOnlyList<string>)[source.Inputs[i.Input].Name, .. Cells(i)])], figure.Meaning);

    private static string[] Headers(SensitivityDesign design) => Prefix(design) switch
    {
        "morris" => ["mu*", "±", "mu", "sigma"],
        "sobol" => ["first", "95% interval", "total", "95% interval"],
        "tornado" => ["at its low end", "at its high end", "swing"],
        "prcc" => ["correlation", "p"],
        _ => ["share of variance"],
    };

    private static string[] Cells(InputSensitivity i) => i switch
    {
        { Effect: { } e } => [StudyFigures.Short(e.MuStar), StudyFigures.Short(e.MuStarError), StudyFigures.Short(e.Mu), StudyFigures.Short(e.Sigma)],
        { Sobol: { } s } => [Figures.Number(s.First, 2), Range(s.FirstInterval), Figures.Number(s.Total, 2), Range(s.TotalInterval)],
        { Bar: { } b } => [StudyFigures.Short(b.AtLow), StudyFigures.Short(b.AtHigh), StudyFigures.Short(b.Swing)],
        { Correlation: { } c } => [Figures.Signed(c.Coefficient, 2), c.PValue < 0.001 ? "< 0.001" : Figures.Number(c.PValue, 3)],
        _ => [Figures.Number(i.MainEffect, 2)],
    };

    private static IEnumerable<SummarySection> Idle(SensitivitySource source, (SensitivityFigure Figure, InputSensitivity[] Inputs)[] found)
    {
        string[] idle = [.. Enumerable.Range(0, source.Inputs.Count).Where(input => found.All(f => f.Inputs.Any(i => i.Input == input && i.IsIdle))).Select(input => source.Inputs[input].Name)];
        if (idle.Length > 0)
        {
            yield return new SummarySection("Inputs without effect", ["input"], [.. idle.Select(name => (IReadOnlyList<string>)[name])], "Moving them changed no figure by a single digit.");
        }
    }

    private static Chart Picture(SensitivitySource source, SensitivityFigure figure, InputSensitivity[] inputs)
    {
        InputSensitivity[] shown = [.. inputs.Take(MostBars)];
        string what = $"{figure.Policy}: which inputs move {figure.Measure.Replace('_', ' ')}";
        string subtitle = $"{source.Name}, {Title.Count(source.Cells, "cell")}; {Method(source.Design)}";
        return source.Design.OneAtATime is not null
            ? new TornadoChart
            {
                Title = what,
                Subtitle = subtitle,
                ValueLabel = $"{figure.Measure.Replace('_', ' ')} ({figure.Unit})",
                Centre = figure.Means[0],
                Rows = [.. shown.Select(i => new TornadoRow(source.Inputs[i.Input].Name, i.Bar!.AtLow, i.Bar.AtHigh))],
                Note = $"The {shown.Length} widest of {source.Inputs.Count} inputs.",
            }
            : new IntervalChart
            {
                Title = what,
                Subtitle = subtitle,
                ValueLabel = Axis(source.Design, figure),
                ReferenceLine = 0,
                ReferenceLabel = "no effect",
                InnerLabel = source.Design.Saltelli is not null ? "95% bootstrap interval" : source.Design.Morris is not null ? "± two standard errors" : "",
                FiguresLabel = Headers(source.Design)[source.Design.Saltelli is not null ? 2 : 0],
                Rows = [.. shown.Select(i => Row(source.Inputs[i.Input].Name, i))],
                Note = $"The {shown.Length} strongest of {source.Inputs.Count} inputs.",
            };
    }

    private static string Axis(SensitivityDesign design, SensitivityFigure figure) => Prefix(design) switch
    {
        "morris" => $"mu*: mean size of the change across the input's range ({figure.Unit})",
        "sobol" => "Total Sobol' index: share of the variance",
        "prcc" => "Partial rank correlation",
        _ => "Share of the variance between cells",
    };

    private static IntervalRow Row(string name, InputSensitivity i) => i switch
    {
        { Effect: { } e } => new(name, e.MuStar, (e.MuStar - (2 * e.MuStarError), e.MuStar + (2 * e.MuStarError)), null, StudyFigures.Short(e.MuStar)),
        { Sobol: { } s } => new(name, s.Total, (s.TotalInterval.Low, s.TotalInterval.High), null, Figures.Number(s.Total, 2)),
        { Correlation: { } c } => new(name, c.Coefficient, null, null, Figures.Signed(c.Coefficient, 2)),
        _ => new(name, i.MainEffect, null, null, Figures.Number(i.MainEffect, 2)),
    };

    private static IEnumerable<ScriptFigure> Script(SensitivitySource source, SensitivityFigure figure, InputSensitivity i)
    {
        (string, string)[] of = [("policy", figure.Policy), ("measure", figure.Measure), ("input", source.Inputs[i.Input].Name)];
        ScriptFigure Alone(string what, string unit, double value) => ScriptFigure.Alone(what, of, unit, value, source.Cells);
        return i switch
        {
            { Effect: { } e } => [Alone("mu_star", figure.Unit, e.MuStar), Alone("mu", figure.Unit, e.Mu), Alone("sigma", figure.Unit, e.Sigma)],
            { Sobol: { } s } =>
            [
                new ScriptFigure("first_index", of, "share", s.First, s.FirstInterval.Low, s.FirstInterval.High, "95%, bootstrap", source.Cells),
                new ScriptFigure("total_index", of, "share", s.Total, s.TotalInterval.Low, s.TotalInterval.High, "95%, bootstrap", source.Cells),
            ],
            { Bar: { } b } => [new ScriptFigure("swing", of, figure.Unit, b.Swing, b.AtLow, b.AtHigh, Ends, source.Cells)],
            { Correlation: { } c } => [Alone("rank_correlation", "", c.Coefficient), Alone("p_value", "", c.PValue)],
            _ => [Alone("share_of_variance", "share", i.MainEffect)],
        };
    }

    private static Table TableOf(SensitivitySource source, (SensitivityFigure Figure, InputSensitivity[] Inputs)[] found)
    {
        (SensitivityFigure Figure, InputSensitivity One)[] rows = [.. found.SelectMany(f => f.Inputs.Select(i => (f.Figure, i)))];
        return new Table(
            "sensitivity",
            "How much each input matters to each figure; what there is depends on the design. One row per policy, measure and input, the strongest first.",
            [
                new Column("policy", "", "The policy; baseline for its level.", rows.Select(r => r.Figure.Policy).ToArray()),
                new Column("measure", "", "What is measured.", rows.Select(r => r.Figure.Measure).ToArray()),
                new Column("unit", "", "Unit of the figure, of mu, mu*, sigma and the ends.", rows.Select(r => r.Figure.Unit).ToArray()),
                new Column("input", "", "The input that was moved.", rows.Select(r => source.Inputs[r.One.Input].Name).ToArray()),
                One("mu_star", "Mean size of the elementary effects (Morris).", i => i.Effect?.MuStar),
                One("mu_star_error", "Its standard error over trajectories.", i => i.Effect?.MuStarError),
                One("mu", "Mean of the elementary effects.", i => i.Effect?.Mu),
                One("sigma", "Standard deviation of the elementary effects.", i => i.Effect?.Sigma),
                One("first_index", "First Sobol' index (Saltelli).", i => i.Sobol?.First),
                One("first_index_low", "Lower end of its 95% bootstrap interval.", i => i.Sobol?.FirstInterval.Low),
                One("first_index_high", "Upper end.", i => i.Sobol?.FirstInterval.High),
                One("total_index", "Total Sobol' index.", i => i.Sobol?.Total),
                One("total_index_low", "Lower end of its 95% bootstrap interval.", i => i.Sobol?.TotalInterval.Low),
                One("total_index_high", "Upper end.", i => i.Sobol?.TotalInterval.High),
                One("rank_correlation", "Partial rank correlation (Latin hypercube, Sobol' sequence).", i => i.Correlation?.Coefficient),
                One("p_value", "Two-sided p-value of the correlation.", i => i.Correlation?.PValue),
                One("at_low", "Figure with the input at its low end (one at a time).", i => i.Bar?.AtLow),
                One("at_high", "Figure with the input at its high end.", i => i.Bar?.AtHigh),
                One("share_of_variance", "Share of the variance between cells that goes with the input's values (grid, list).", i => i.MainEffect),
                new Column("without_effect", "", "Whether moving it changed the figure by not a single digit.", rows.Select(r => r.One.IsIdle).ToArray()),
            ]);

        Column One(string name, string meaning, Func<InputSensitivity, double?> of) => new(name, "", meaning, rows.Select(r => of(r.One) is { } v && double.IsFinite(v) ? (double?)v : null).ToArray());
    }

    private static string Range(Interval interval) => $"{Figures.Number(interval.Low, 2)} to {Figures.Number(interval.High, 2)}";
}
