using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>Pictures of simulated beside observed figures.</summary>
public static class ObservedCharts
{
    /// <summary>File names and pictures: months as lines, areas ranked by their difference.</summary>
    public static IReadOnlyList<(string File, Chart Chart)> Of(IReadOnlyList<Agreement> agreements, string subtitle)
    {
        ArgumentNullException.ThrowIfNull(agreements);
        return [.. agreements.Select(a => (FileOf(a), a.ByArea ? Areas(a, subtitle) : (Chart)MonthLines.Chart(a, subtitle)))];
    }

    private static string FileOf(Agreement agreement) =>
        string.Join('-', string.Concat(agreement.Name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + ".svg";

    private static DotRankingChart Areas(Agreement agreement, string subtitle) => new()
    {
        Title = $"{agreement.Name}: simulated less observed",
        Subtitle = subtitle,
        ValueLabel = agreement.Unit + ", simulated less observed",
        Note = agreement.Note + (agreement.Points.Any(p => p.Covered is not null) ? " Lines: 95% range of one replication." : ""),
        ReferenceLine = 0,
        ReferenceLabel = "as observed",
        Decimals = 0,
        IntervalLabel = "range",
        Dots = [.. agreement.Points.Select(p => new RankedDot(
            p.Place,
            p.Simulated - p.Observed,
            p.Covered is null ? null : p.Low - p.Observed,
            p.Covered is null ? null : p.High - p.Observed))],
    };
}
