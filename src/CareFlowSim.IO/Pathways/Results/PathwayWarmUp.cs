using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Whether the warm-up was long enough: Welch's picture and the cut by MSER-5.</summary>
internal static class PathwayWarmUp
{
    /// <summary>The cut of each place, in a table.</summary>
    public static SummarySection Section(PathwayResult result)
    {
        int warmUp = result.Scenario.Period.WarmUpDays;
        return new SummarySection(
            "Was the warm-up long enough?",
            ["place", "warm-up (days)", "MSER-5 cuts (days)", "long enough"],
            [
                .. result.Scenario.Places.Select((p, i) =>
                {
                    int cut = CutOf(result, i);
                    return (string[])[p.Name, PathwayCapacity.Units(warmUp), PathwayCapacity.Units(cut), cut <= warmUp ? "yes" : "NO"];
                }),
            ],
            "MSER-5 (White 1997) on the mean number of people in the place by day, over replications: the cut that makes the standard error of the rest smallest. Seasons and dated changes can move it; look at the Welch picture.");
    }

    /// <summary>Says where MSER-5 would cut later than measurement began; null when nowhere.</summary>
    public static string? Warning(PathwayResult result)
    {
        int warmUp = result.Scenario.Period.WarmUpDays;
        string[] late = warmUp == 0 ? [] : [.. result.Scenario.Places.Where((_, i) => CutOf(result, i) > warmUp).Select(p => p.Name)];
        return late.Length == 0 ? null
            : $"The warm-up of {Title.Count(warmUp, "day")} may be too short for {string.Join(", ", late)}: give more (period.warm_up_days), or look at welch.svg and the last table of report.md.";
    }

    /// <summary>People in all places by day of the run, with a moving average: Welch (1983).</summary>
    public static CurveChart Welch(PathwayResult result)
    {
        PathwayScenario scenario = result.Scenario;
        double[] sum = new double[scenario.TotalDays];
        for (int place = 0; place < scenario.Places.Count; place++)
        {
            double[] series = result.MeanSeries(0, place, PathwaySeries.MeanOccupied);
            for (int day = 0; day < sum.Length; day++)
            {
                sum[day] += series[day];
            }
        }

        int window = Math.Clamp(sum.Length / 20, 3, 28);
        return new CurveChart
        {
            Title = "Had the flow settled when measurement began?",
            Subtitle = $"Welch plot: people in all places together, mean over {Title.Count(result.Replications, "replication")}, baseline. {scenario.Title}",
            XLabel = "Day of the run",
            YLabel = "People",
            Curves =
            [
                new Curve("mean of the day", [.. sum.Select((v, d) => ((double)d, v))]),
                new Curve($"moving average of {(2 * window) + 1} days", [.. Enumerable.Range(0, sum.Length).Select(d => ((double)d, Around(sum, d, window)))]),
            ],
            Places =
            [
                new ReferenceLevel(scenario.Period.WarmUpDays, "end of the warm-up"),
                new ReferenceLevel(Settling.Mser5(sum), "cut by MSER-5"),
            ],
            Note = "The moving average narrows towards the ends.",
        };
    }

    private static int CutOf(PathwayResult result, int place) => Settling.Mser5(result.MeanSeries(0, place, PathwaySeries.MeanOccupied));

    private static double Around(double[] values, int day, int window)
    {
        int half = Math.Min(window, Math.Min(day, values.Length - 1 - day));
        return values.AsSpan(day - half, (2 * half) + 1).ToArray().Average();
    }
}
