using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>How many replications were needed for the precision asked for, and what each figure reached.</summary>
internal static class PrecisionSummary
{
    /// <summary>The table; empty where no precision was asked for.</summary>
    /// <param name="check">What was asked for and reached; null: nothing.</param>
    /// <param name="replications">Replications that were made.</param>
    public static IReadOnlyList<SummarySection> Of(PrecisionCheck? check, int replications) => check is null ? [] :
    [
        new SummarySection(
            "Precision asked for",
            ["policy, measure", "figure", "half width", "asked for", "needed"],
            [
                .. check.Figures.Select(f => (IReadOnlyList<string>)
                [
                    $"{f.Policy}, {Measure(f)}",
                    StudyFigures.Short(f.Rule.Mean),
                    Width(f, f.Rule.Achieved),
                    Width(f, f.Goal),
                    f.Needed > 0 ? Figures.Number(f.Needed) : "not reached",
                ]),
            ],
            (check.IsDone
                ? $"Reached: {Title.Count(check.Needed, "replication")} were needed, by {check.Worst.Policy}, {Measure(check.Worst)}; {replications} were made, to see that it stays so."
                : $"NOT reached within {Title.Count(replications, "replication")}: farthest from it is {check.Worst.Policy}, {Measure(check.Worst)}. Allow more replications or ask for less.")
                + " Needed: the first replication after which the interval was narrow enough and stayed so (Hoad, Robinson and Davies 2010); the figure that needs most decides."),
    ];

    /// <summary>Name of a measure as tables have it.</summary>
    public static string Measure(PrecisionFigure figure)
    {
        string name = Enum.TryParse(figure.Measure, out PathwayMeasure pathway) ? PathwayMeasureText.Of(pathway).Name : figure.Measure;
        return figure.Place.Length > 0 ? $"{name} of {figure.Place}" : name;
    }

    private static string Width(PrecisionFigure figure, double width) => figure.Relative ? StudyFigures.Percent(width) : StudyFigures.Short(width);
}
