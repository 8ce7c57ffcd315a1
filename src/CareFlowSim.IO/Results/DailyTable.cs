using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>daily.parquet: series by day, one row per arm, area and day; means over replications.</summary>
internal static class DailyTable
{
    private static readonly DailySeries[] Series = Enum.GetValues<DailySeries>();

    public static Table Of(ExperimentResult result)
    {
        RowLabels labels = new(result);
        int days = result.Setup.Days;
        int rows = result.Arms * result.Areas.Count * days;
        string[] codes = new string[rows];
        string[] arms = new string[rows];
        DateOnly[] dates = new DateOnly[rows];
        bool[] warmUp = new bool[rows];
        Blocks(result, (arm, area, from) =>
        {
            codes.AsSpan(from, days).Fill(labels.AreaCodes[area]);
            arms.AsSpan(from, days).Fill(labels.Arms[arm]);
            labels.Dates.CopyTo(dates.AsSpan(from, days));
            warmUp.AsSpan(from, result.Setup.FirstDay).Fill(true);
        });
        return new Table(
            "daily",
            "Series by day, scaled to people, mean over replications: one row per arm, area and day, warm-up included.",
            [
                RowLabels.AreaCode.With(codes),
                RowLabels.Arm.With(arms),
                RowLabels.Date.With(dates),
                RowLabels.WarmUp.With(warmUp),
                .. Series.Select(s => SeriesTable.Of(s).With(Values(result, SeriesTable.Factor(s, result.Scale), (arm, area) => result.AreaDaily[arm, area][(int)s]))),
                .. Enumerable.Range(0, SeriesTable.OfficialReasons).Select(i => Reason(i).With(Values(result, result.Scale, (arm, area) => result.AreaReasons[arm, area][i]))),
            ]);
    }

    private static ColumnText Reason(int reason) => new(
        "recorded_" + SeriesTable.Letter(reason),
        "people",
        $"Recorded delayed transfers at midnight for reason {SeriesTable.Letter(reason)}, {SeriesTable.ReasonName(reason)}.");

    private static double[] Values(ExperimentResult result, double factor, Func<int, int, long[]> series)
    {
        double[] values = new double[result.Arms * result.Areas.Count * result.Setup.Days];
        Blocks(result, (arm, area, from) =>
        {
            long[] days = series(arm, area);
            for (int d = 0; d < days.Length; d++)
            {
                values[from + d] = days[d] * factor / result.Replications;
            }
        });
        return values;
    }

    private static void Blocks(ExperimentResult result, Action<int, int, int> fill)
    {
        for (int arm = 0; arm < result.Arms; arm++)
        {
            for (int area = 0; area < result.Areas.Count; area++)
            {
                fill(arm, area, ((arm * result.Areas.Count) + area) * result.Setup.Days);
            }
        }
    }
}
