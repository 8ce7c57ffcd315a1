using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>One picture of a results folder.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="Make">Draws it; null when the result does not hold what it shows.</param>
internal sealed record ResultChart(string File, string Question, Func<ExperimentResult, Chart?> Make)
{
    /// <summary>Arms that a picture with lines has room for, the baseline among them.</summary>
    public const int MostLines = 6;

    /// <summary>Every picture in the order of writing.</summary>
    public static IReadOnlyList<ResultChart> All { get; } =
    [
        new("admissions-avoided.svg", "How many emergency admissions does each policy avoid, and by which mechanism?", AdmissionCharts.Avoided),
        new("beds-freed.svg", "How many beds does each policy free: on average, in winter, and of those needed?", BedCharts.Freed),
        new("beds-freed-by-day.svg", "When are they freed?", BedCharts.FreedByDay),
        new("bed-demand.svg", "How many people are in acute beds or wait for one, day by day?", BedCharts.Demand),
        new("occupied-beds.svg", "How many acute beds are occupied, day by day?", BedCharts.Occupied),
        new("delayed-beds.svg", "Why are people recorded as delayed, in the baseline and under each policy?", DelayCharts.ByReason),
        new("areas.svg", "Where does the first policy avoid most? Without a policy: where are most delayed?", AdmissionCharts.Areas),
    ];

    /// <summary>Title of the scenario, place and period.</summary>
    public static string Subtitle(ExperimentResult result)
    {
        string title = result.Setup.Scenario.Title.TrimEnd();
        return $"{title}{(title.Length > 0 && title[^1] is '?' or '.' or '!' ? "" : ".")} {Upper(Title.Place(result))}, {Title.Period(result)}.";
    }

    /// <summary>What must be said under the picture, with seed, replications and sample.</summary>
    public static string Note(ExperimentResult result, params string[] words) => string.Join(' ', [.. words.Where(w => w.Length > 0), Title.Sample(result)]);

    /// <summary>What the intervals of admissions avoided are.</summary>
    public static string IntervalName(ExperimentResult result) =>
        result.Replications > 1 ? $"95% interval over {result.Replications} replications" : "95% interval by discordant pairs";

    /// <summary>The winters of the measured period, 1 December to the end of February.</summary>
    public static IReadOnlyList<DateBand> Winters(ExperimentResult result)
    {
        Period period = result.Setup.Scenario.Period;
        return
        [
            .. Enumerable.Range(period.Start.Year - 1, (period.Days / 365) + 3)
                .Select(y => new DateBand(new DateOnly(y, 12, 1), new DateOnly(y + 1, 3, 1).AddDays(-1), "winter")),
        ];
    }

    /// <summary>The arms that a picture with lines shows: the first ones of the scenario.</summary>
    public static IReadOnlyList<int> Shown(ExperimentResult result) => [.. Enumerable.Range(0, Math.Min(MostLines, result.Arms))];

    /// <summary>Says which arms are not shown; empty when all are.</summary>
    public static string Left(ExperimentResult result) => result.Arms <= MostLines ? ""
        : $"The first {MostLines - 1} of {result.Arms - 1} policies are shown; all are in the tables.";

    private static string Upper(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
