using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>delays.parquet: delayed bed days by reason and organisation, one row per arm, replication, area, reason and organisation.</summary>
internal static class DelaysTable
{
    private static readonly (ColumnText Text, Func<DelayDays, long> Of)[] Figures =
    [
        (new("all_days", "bed days", "Midnights in an acute bed beyond medically fit."), d => d.All),
        (new("all_capacity_days", "bed days", "Of all_days, those spent waiting because nobody or nowhere was free."), d => d.AllCapacity),
        (new("recorded_days", "bed days", "Midnights after the formal notices had run: what the official return counts."), d => d.Recorded),
        (new("recorded_capacity_days", "bed days", "Of recorded_days, those spent waiting because nobody or nowhere was free."), d => d.RecordedCapacity),
    ];

    public static Table Of(ExperimentResult result)
    {
        RowLabels labels = new(result);
        int[] whole = RowLabels.WholeReplications(result);
        int organisations = SeriesTable.Organisations.Count;
        int rows = result.Arms * whole.Length * result.Areas.Count * AreaOutcome.Reasons * organisations;
        string[] codes = new string[rows];
        string[] arms = new string[rows];
        int[] replications = new int[rows];
        string[] reasons = new string[rows];
        string[] names = new string[rows];
        string[] answerable = new string[rows];
        DelayDays[] cells = new DelayDays[rows];
        int row = 0;
        for (int arm = 0; arm < result.Arms; arm++)
        {
            foreach (int replication in whole)
            {
                for (int area = 0; area < result.Areas.Count; area++)
                {
                    DelayDays[,] delays = result.Records[replication, arm, area].Delays;
                    for (int cell = 0; cell < AreaOutcome.Reasons * organisations; cell++, row++)
                    {
                        (int reason, int organisation) = Math.DivRem(cell, organisations);
                        codes[row] = labels.AreaCodes[area];
                        arms[row] = labels.Arms[arm];
                        replications[row] = replication + 1;
                        reasons[row] = SeriesTable.Letter(reason);
                        names[row] = SeriesTable.ReasonName(reason);
                        answerable[row] = SeriesTable.Organisations[organisation];
                        cells[row] = delays[reason, organisation];
                    }
                }
            }
        }

        return new Table(
            "delays",
            "Days in acute beds beyond medically fit, over the measured period, scaled to people: one row per arm, replication, area, reason and organisation.",
            [
                RowLabels.AreaCode.With(codes),
                RowLabels.Arm.With(arms),
                RowLabels.Replication.With(replications),
                new Column("reason", "", "Letter of the official return (A to I); round: the wait for the ward round or the weekend, which is no official reason.", reasons),
                new Column("reason_name", "", "The reason in words.", names),
                new Column("organisation", "", "Who answers for the delay: nhs, social_care or both; nhs for the round.", answerable),
                .. Figures.Select(f => f.Text.With(Array.ConvertAll(cells, c => f.Of(c) * result.Scale))),
            ]);
    }
}
