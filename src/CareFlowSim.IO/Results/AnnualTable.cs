using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>annual.parquet: everything counted over the measured period, one row per arm, replication and area.</summary>
internal static class AnnualTable
{
    private static readonly (ColumnText Text, Func<PairedCounts, long> Of, bool Scaled)[] Pairs =
    [
        (Mechanisms.Avoided, c => c.Avoided, true),
        (Mechanisms.MetAtHome, c => c.MetAtHome, true),
        (Mechanisms.NeverHappened, c => c.NeverHappened, true),
        (Mechanisms.ReadmissionsAvoided, c => c.ReadmissionsAvoided, true),
        (Mechanisms.SentHome, c => c.SentHome, true),
        (Mechanisms.Added, c => c.Added, true),
        (Mechanisms.Discordant, c => c.Discordant, false),
    ];

    public static Table Of(ExperimentResult result)
    {
        RowLabels labels = new(result);
        int[] whole = RowLabels.WholeReplications(result);
        int areas = result.Areas.Count;
        int rows = result.Arms * whole.Length * areas;
        string[] codes = new string[rows];
        string[] names = new string[rows];
        string[] systems = new string[rows];
        string[] arms = new string[rows];
        int[] replications = new int[rows];
        AreaRecord[] records = new AreaRecord[rows];
        int row = 0;
        for (int arm = 0; arm < result.Arms; arm++)
        {
            foreach (int replication in whole)
            {
                for (int area = 0; area < areas; area++, row++)
                {
                    codes[row] = labels.AreaCodes[area];
                    names[row] = labels.AreaNames[area];
                    systems[row] = labels.AreaSystems[area];
                    arms[row] = labels.Arms[arm];
                    replications[row] = replication + 1;
                    records[row] = result.Records[replication, arm, area];
                }
            }
        }

        return new Table(
            "annual",
            "Counts over the measured period, scaled to people: one row per arm, replication and area.",
            [
                RowLabels.AreaCode.With(codes),
                RowLabels.Area.With(names),
                RowLabels.AcuteSystem.With(systems),
                RowLabels.Arm.With(arms),
                RowLabels.Replication.With(replications),
                .. MeasureTable.All.Select(m => MeasureTable.Of(m).With(Values(records, m, result.Scale))),
                .. Pairs.Select(p => p.Text.With(Array.ConvertAll(records, r => p.Of(r.Paired) * (p.Scaled ? result.Scale : 1)))),
            ]);
    }

    private static Array Values(AreaRecord[] records, Measure measure, int scale)
    {
        double factor = MeasureTable.Factor(measure, scale);
        return MeasureTable.IsWhole(measure)
            ? Array.ConvertAll(records, r => r.Totals[(int)measure] * (long)factor)
            : Array.ConvertAll(records, r => r.Totals[(int)measure] * factor);
    }
}
