using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The pictures of acute beds.</summary>
internal static class BedCharts
{
    private const string Smooth = "Midnight figures, seven-day mean. Winter is December to February.";
    private const string Overlap = "Every arm meets the same luck: whether two arms differ shows in the picture of beds freed, not in the overlap of these intervals.";

    public static Chart Occupied(ExperimentResult result) => Levels(
        result,
        "Acute beds occupied by emergency patients aged 65 and over",
        "Beds occupied at midnight",
        "People waiting for a bed are not counted here.",
        DailySeries.OccupiedBeds);

    public static Chart Demand(ExperimentResult result) => Levels(
        result,
        "Demand for acute beds by emergency patients aged 65 and over",
        "People in an acute bed or waiting for one at midnight",
        "",
        DailySeries.OccupiedBeds,
        DailySeries.Boarding);

    public static Chart? FreedByDay(ExperimentResult result)
    {
        DailyLines lines = new(result);
        return result.Arms == 1 ? null : new DateLineChart
        {
            Title = "Acute beds freed, day by day",
            Subtitle = ResultChart.Subtitle(result),
            YLabel = "Beds freed: people in an acute bed or waiting for one, baseline less policy",
            Start = result.Setup.Scenario.Period.Start,
            StartAtZero = true,
            Bands = ResultChart.Winters(result),
            IntervalLabel = DailyIntervalName(result),

            // The baseline is a line of its own, so that every arm has the same colour as in the other pictures.
            Series =
            [
                new LineSeries(result.Setup.Arms[0].Name, new double[result.Setup.Scenario.Period.Days], Dashed: true),
                .. ResultChart.Shown(result).Skip(1).Select(arm => lines.Freed(arm, DailySeries.OccupiedBeds, DailySeries.Boarding)),
            ],
            Note = ResultChart.Note(result, Smooth, NoDailyInterval(result), ResultChart.Left(result)),
        };
    }

    public static Chart? Freed(ExperimentResult result)
    {
        if (result.Arms == 1)
        {
            return null;
        }

        List<Bar> bars = [];
        for (int arm = 1; arm < result.Arms; arm++)
        {
            BedsFreed freed = PairedComparison.Beds(result, arm);
            string? policy = result.Arms > 2 ? result.Setup.Arms[arm].Name : null;
            bars.Add(Bar(policy, "mean of the period", freed.Mean));
            if (!double.IsNaN(freed.Winter.Point))
            {
                bars.Add(Bar(policy, "mean of the winter", freed.Winter));
            }

            bars.Add(Bar(policy, "needed on 95% of days", freed.Needed));
        }

        return new BarChart
        {
            Title = result.Arms == 2 ? $"Acute beds freed by {result.Setup.Arms[1].Name}" : "Acute beds freed by each policy",
            Subtitle = ResultChart.Subtitle(result),
            ValueLabel = "Beds freed: demand for beds, baseline less policy",
            Bars = bars,
            Decimals = Figures.Decimals(bars.Select(b => b.Value)),
            IntervalLabel = result.Replications > 1 ? ResultChart.IntervalName(result) : "",
            Note = ResultChart.Note(
                result,
                "Demand: people in an acute bed or waiting for one at midnight. Winter is December to February. Needed: beds that demand exceeds on no more than 5% of days, summed over sites.",
                result.Replications > 1 ? "" : "One replication: no interval."),
        };
    }

    /// <summary>A bar with its interval if there is one: of several policies one row each with a colour for each figure, of one policy a row for each figure.</summary>
    public static Bar Bar(string? policy, string figure, Estimate value) => double.IsNaN(value.Low)
        ? new Bar(policy ?? figure, value.Point, null, null, policy is null ? null : figure)
        : new Bar(policy ?? figure, value.Point, value.Low, value.High, policy is null ? null : figure);

    private static DateLineChart Levels(ExperimentResult result, string title, string yLabel, string words, params DailySeries[] series)
    {
        DailyLines lines = new(result);
        string overlap = result.Arms > 1 && lines.HasIntervals ? Overlap : "";
        return new DateLineChart
        {
            Title = title,
            Subtitle = ResultChart.Subtitle(result),
            YLabel = yLabel,
            Start = result.Setup.Scenario.Period.Start,
            Bands = ResultChart.Winters(result),
            IntervalLabel = DailyIntervalName(result),
            Series = [.. ResultChart.Shown(result).Select(arm => lines.Level(arm, series))],
            Note = ResultChart.Note(result, Smooth, words, overlap, NoDailyInterval(result), ResultChart.Left(result)),
        };
    }

    private static string DailyIntervalName(ExperimentResult result) => new DailyLines(result).HasIntervals ? ResultChart.IntervalName(result) : "";

    private static string NoDailyInterval(ExperimentResult result) => result.Replications == 2 ? "Two replications are too few for an interval of each day." : "";
}
