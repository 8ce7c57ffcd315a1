using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>waits.parquet: how long people waited in each line, one row per arm, area and line, and for all areas together.</summary>
internal static class WaitsTable
{
    private static readonly WaitKind[] Kinds = Enum.GetValues<WaitKind>();

    private static readonly (ColumnText Text, double Percent)[] Percentiles =
    [
        (new("p50_hours", "hours", "Half of the waits are no longer, in completed hours; 1440 means that or more."), 50),
        (new("p90_hours", "hours", "Nine tenths of the waits are no longer, in completed hours; 1440 means that or more."), 90),
        (new("p95_hours", "hours", "Nineteen twentieths of the waits are no longer, in completed hours; 1440 means that or more."), 95),
    ];

    public static Table Of(ExperimentResult result)
    {
        RowLabels labels = new(result);
        List<(string Code, string Arm, WaitKind Kind, Histogram Waits)> rows = [];
        for (int arm = 0; arm < result.Arms; arm++)
        {
            rows.AddRange(Kinds.Select(k => (RowLabels.AllAreas, labels.Arms[arm], k, Together(result, arm, k))));
            for (int area = 0; area < result.Areas.Count; area++)
            {
                Histogram[] waits = result.Waits[arm, area];
                rows.AddRange(Kinds.Select(k => (labels.AreaCodes[area], labels.Arms[arm], k, waits[(int)k])));
            }
        }

        return new Table(
            "waits",
            "Waits that ended in the measured period: one row per arm, area and line, and for all areas together.",
            [
                RowLabels.AreaCodeOrAll.With(rows.Select(r => r.Code).ToArray()),
                RowLabels.Arm.With(rows.Select(r => r.Arm).ToArray()),
                new Column("wait", "", "What is waited for: " + string.Join(" ", Kinds.Select(k => $"{SeriesTable.Of(k).Name}: {SeriesTable.Of(k).Meaning}")), rows.Select(r => SeriesTable.Of(r.Kind).Name).ToArray()),
                new Column("count", "waits", "Waits that ended, scaled to people, mean over replications.", rows.Select(r => r.Waits.Count * (double)result.Scale / result.Replications).ToArray()),
                new Column("mean_hours", "hours", "Mean of the waits in completed hours; missing when nobody waited.", rows.Select(r => r.Waits.Count == 0 ? (double?)null : r.Waits.Mean).ToArray()),
                .. Percentiles.Select(p => p.Text.With(rows.Select(r => r.Waits.Count == 0 ? (long?)null : r.Waits.Percentile(p.Percent)).ToArray())),
            ]);
    }

    private static Histogram Together(ExperimentResult result, int arm, WaitKind kind)
    {
        Histogram first = result.Waits[arm, 0][(int)kind];
        Histogram sum = new(first.Bins, first.BinWidth);
        for (int area = 0; area < result.Areas.Count; area++)
        {
            sum.Merge(result.Waits[arm, area][(int)kind]);
        }

        return sum;
    }
}
