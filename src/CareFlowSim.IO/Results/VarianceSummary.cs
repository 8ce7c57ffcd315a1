using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>What common random numbers and control variates gained for the main figures: a table of the report. All figures are in precision.parquet.</summary>
internal static class VarianceSummary
{
    private static readonly PathwayMeasure[] OfPaths = [PathwayMeasure.DelayDays, PathwayMeasure.MeanOccupied, PathwayMeasure.Cost];

    /// <summary>The usual measures of each policy; empty with one replication or without a policy.</summary>
    public static IReadOnlyList<SummarySection> Of(ExperimentResult result) =>
        result.Replications < 2 || result.Arms == 1 ? [] : [Section(FigurePrecision.Of(result).Where(f => PolicyMeasure.Usual.Any(m => m.Name == f.Measure)), f => f.Measure)];

    /// <summary>The main measures of the whole path; empty with one replication.</summary>
    public static IReadOnlyList<SummarySection> Of(PathwayResult result) =>
        result.Replications < 2 ? [] : [Section(
            FigurePrecision.Of(result).Where(f => f.Place.Length == 0 && OfPaths.Any(m => m.ToString() == f.Measure) && f.Plain.High > f.Plain.Low),
            f => PathwayMeasureText.Of(Enum.Parse<PathwayMeasure>(f.Measure)).Name)];

    private static SummarySection Section(IEnumerable<FigurePrecision> figures, Func<FigurePrecision, string> name) => new(
        "What variance reduction gained",
        ["figure", "plain", "95% interval", "common luck", "with control", "95% interval", "control"],
        [
            .. figures.Select(f => (IReadOnlyList<string>)
            [
                $"{f.Arm}, {name(f)}", StudyFigures.Short(f.Plain.Point), Range(f.Plain), Times(f.PairingFactor),
                f.Controlled is { } c ? StudyFigures.Short(c.Controlled.Point) : "", f.Controlled is { } i ? Range(i.Controlled) : "", f.Controlled is { } g ? Times(g.Factor) : "",
            ]),
        ],
        "Common luck: so many times as many replications would have been needed with luck of its own in each arm. Control: the same for the correction by the number who arrived, whose mean is known exactly; "
            + "empty where no exact mean is known, below 1 where it did harm. The plain figures are those of all other tables; all factors are in precision.parquet.");

    private static string Times(double factor) => double.IsFinite(factor) ? StudyFigures.Short(factor) + " ×" : "–";

    private static string Range(Estimate e) => StudyFigures.Range(new Interval(e.Low, e.High));
}
