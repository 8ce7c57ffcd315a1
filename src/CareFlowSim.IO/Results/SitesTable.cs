using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>sites.parquet: beds, occupied and boarding by day, one row per arm, acute site and day; means over replications.</summary>
internal static class SitesTable
{
    private static readonly ColumnText[] Figures =
    [
        new("beds", "beds", "Beds open to emergency patients aged 65 and over on the day."),
        new("occupied", "beds", "Of these, occupied at midnight."),
        new("boarding", "people", "People waiting in A&E for a bed at midnight."),
    ];

    public static Table Of(ExperimentResult result)
    {
        RowLabels labels = new(result);
        int days = result.Setup.Days;
        int rows = result.Arms * result.Sites.Count * days;
        string[] systems = new string[rows];
        int[] sites = new int[rows];
        string[] arms = new string[rows];
        DateOnly[] dates = new DateOnly[rows];
        bool[] warmUp = new bool[rows];
        double[][] values = [.. Figures.Select(_ => new double[rows])];
        int row = 0;
        for (int arm = 0; arm < result.Arms; arm++)
        {
            for (int site = 0; site < result.Sites.Count; site++, row += days)
            {
                systems.AsSpan(row, days).Fill(result.Setup.Systems[result.Sites[site].System].Name);
                sites.AsSpan(row, days).Fill(result.Sites[site].Site + 1);
                arms.AsSpan(row, days).Fill(labels.Arms[arm]);
                labels.Dates.CopyTo(dates.AsSpan(row, days));
                warmUp.AsSpan(row, result.Setup.FirstDay).Fill(true);
                for (int f = 0; f < values.Length; f++)
                {
                    long[] series = result.SiteDaily[arm, site][f];
                    for (int d = 0; d < days; d++)
                    {
                        values[f][row + d] = series[d] * (double)result.Scale / result.Replications;
                    }
                }
            }
        }

        return new Table(
            "sites",
            "Acute sites by day, scaled to people, mean over replications: one row per arm, site and day, warm-up included.",
            [
                new Column("acute_system", "", "Acute system to which the site belongs.", systems),
                new Column("site", "", "Number of the site within its acute system, from 1.", sites),
                RowLabels.Arm.With(arms),
                RowLabels.Date.With(dates),
                RowLabels.WarmUp.With(warmUp),
                .. Figures.Select((f, i) => f.With(values[i])),
            ]);
    }
}
