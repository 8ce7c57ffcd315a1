using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The picture of people recorded as delayed.</summary>
internal static class DelayCharts
{
    public static Chart ByReason(ExperimentResult result)
    {
        double days = result.Setup.Scenario.Period.Days;
        StackedSeries[] layers =
        [
            .. Enumerable.Range(0, SeriesTable.OfficialReasons)
                .Select(i => new StackedSeries(
                    $"{SeriesTable.Letter(i)} {SeriesTable.ReasonName(i)}",
                    [.. Enumerable.Range(0, result.Arms).Select(arm => PairedComparison.Delays(result, arm, i, true).Point / days)]))
                .Where(s => s.Values.Any(v => v > 0)),
        ];
        return new StackedBarChart
        {
            Title = result.Arms > 1
                ? "Acute beds taken by recorded delays, by reason, in the baseline and under each policy"
                : "Acute beds taken by recorded delays, by reason",
            Subtitle = ResultChart.Subtitle(result),
            ValueLabel = "People recorded as delayed at midnight, mean of the period",
            Categories = [.. result.Setup.Arms.Select(a => a.Name)],
            Series = layers,
            Decimals = Figures.Decimals(Enumerable.Range(0, result.Arms).Select(arm => layers.Sum(s => s.Values[arm]))),
            Note = ResultChart.Note(result, "Recorded: after the formal notices had run. Letters are those of the official return."),
        };
    }
}
