using System.Text;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>One table of the summary, ready to print: the same rows stand on the screen and in the report.</summary>
/// <param name="Title">What the table shows.</param>
/// <param name="Headers">Column headers; the first column is text, the others are numbers.</param>
/// <param name="Rows">Cells as text.</param>
/// <param name="Note">How to read it, or empty.</param>
public sealed record SummarySection(string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows, string Note = "")
{
    /// <summary>The table as a chapter of a Markdown report.</summary>
    public string Markdown() => $"## {Title}\n\n{MarkdownTable()}";

    /// <summary>The table without its title, the note below it.</summary>
    public string MarkdownTable()
    {
        StringBuilder text = new();
        Row(Headers);
        Row([.. Headers.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in Rows)
        {
            Row(row);
        }

        return text.Append(Note.Length > 0 ? $"\n{Note}\n\n" : "\n").ToString();

        void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
    }
}

/// <summary>The answer in a few tables.</summary>
public static class Summary
{
    /// <summary>Policies up to which a table has room for columns of their own; beyond, arms become rows.</summary>
    internal const int FewPolicies = 1;

    /// <summary>Makes the tables of an experiment. One that was stopped before its end gives a single table that says so.</summary>
    public static IReadOnlyList<SummarySection> Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Complete)
        {
            return [Completeness.Of(result).Section()];
        }

        SummarySection[] compared = result.Arms > 1 ? [Mechanism(result), BedsFreed(result)] : [BedsInDemand(result)];
        return [Admissions(result), .. compared, BedWaits(result), .. DelaySummary.Of(result), CareHomesAndHomeCare(result), CostSummary.Of(result), .. MoneySummary.Of(result), .. IdleSummary.Of(result), .. PrecisionSummary.Of(result.Precision, result.Replications), .. SelectionSummary.Of(result.Selection)];
    }

    /// <summary>Which error the intervals hold.</summary>
    internal static string IntervalNote(ExperimentResult result) => result.Replications > 1
        ? $"Intervals are 95% over {result.Replications} replications and hold chance only: parameters are taken as given."
        : "One replication: 95% intervals by discordant pairs (crises of the same person that ended differently), chance only; parameters are taken as given.";

    private static SummarySection Admissions(ExperimentResult result)
    {
        Estimate baseline = PairedComparison.Level(result, 0, Measure.EmergencyAdmissions);
        List<string[]> rows = [[result.Setup.Arms[0].Name, Figures.PlusMinus(baseline), "", "", ""]];
        for (int arm = 1; arm < result.Arms; arm++)
        {
            Estimate avoided = PairedComparison.Admissions(result, arm).Total;
            rows.Add(
            [
                result.Setup.Arms[arm].Name,
                Figures.PlusMinus(PairedComparison.Level(result, arm, Measure.EmergencyAdmissions)),
                Figures.Number(avoided.Point),
                Figures.Interval(avoided),
                Figures.Percent(avoided.Point, baseline.Point, 2),
            ]);
        }

        string note = $"{Title.Period(result)}. {IntervalNote(result)}";
        return result.Arms > 1
            ? new SummarySection("Emergency admissions", ["arm", "admissions", "avoided", "95% interval", "% avoided"], rows, note)
            : new SummarySection("Emergency admissions", ["arm", "admissions"], [rows[0][..2]], Title.Period(result) + "." + (result.Replications > 1 ? " " + IntervalNote(result) : ""));
    }

    private static SummarySection Mechanism(ExperimentResult result)
    {
        AvoidedAdmissions[] avoided = [.. Enumerable.Range(1, result.Arms - 1).Select(arm => PairedComparison.Admissions(result, arm))];
        return new SummarySection(
            "Avoided by mechanism",
            ["policy", "met at home", "never happened", "readmissions", "sent home", "added", "avoided"],
            [
                .. avoided.Select((a, i) => (string[])
                [
                    result.Setup.Arms[i + 1].Name,
                    .. a.Mechanisms.Select(m => Figures.PlusMinus(m.Value)),
                    Figures.Number(a.Total.Point),
                ]),
            ],
            "± is half the width of the 95% interval. The mechanisms add up to the admissions avoided; added ones count against.");
    }

    private static SummarySection BedsFreed(ExperimentResult result)
    {
        BedsFreed[] freed = [.. Enumerable.Range(1, result.Arms - 1).Select(arm => PairedComparison.Beds(result, arm))];
        SiteDemand demand = Demand(result);
        int decimals = Figures.Decimals(freed.SelectMany(f => new[] { f.Mean.Point, f.Winter.Point, f.Needed.Point }));
        return new SummarySection(
            "Beds freed",
            ["policy", "mean", "winter", "needed, 95% of days"],
            [
                .. freed.Select((f, i) => (string[])
                [
                    result.Setup.Arms[i + 1].Name,
                    Figures.PlusMinus(f.Mean, decimals),
                    Figures.PlusMinus(f.Winter, decimals),
                    Figures.PlusMinus(f.Needed, decimals),
                ]),
            ],
            $"People in acute beds and people waiting for one, baseline less policy. Baseline: {Figures.Number(demand.Mean)} on average"
                + (double.IsNaN(demand.Winter) ? "" : $", {Figures.Number(demand.Winter)} in winter (December to February)")
                + $", {Figures.Number(demand.Needed)} beds that are enough on 95% of days, summed over sites."
                + (result.Replications > 1 ? "" : " One replication: no interval."));
    }

    private static SummarySection BedsInDemand(ExperimentResult result)
    {
        SiteDemand demand = Demand(result);
        return new SummarySection(
            "Beds in demand",
            ["arm", "mean", "winter", "needed, 95% of days"],
            [[result.Setup.Arms[0].Name, Figures.Number(demand.Mean), Figures.Number(demand.Winter), Figures.Number(demand.Needed)]],
            "People in acute beds and people waiting for one at midnight, summed over sites; winter is December to February.");
    }

    private static SummarySection CareHomesAndHomeCare(ExperimentResult result)
    {
        Func<AreaRecord, double>[] figures =
        [
            r => r.Totals[(int)Measure.CareHomeNeedsAtHome],
            r => r.Totals[(int)Measure.CareHomeEntriesFromHospital] + r.Totals[(int)Measure.CareHomeEntriesFromHome],
            r => r.Totals[(int)Measure.CareHomeEntriesCouncil],
            r => r.Totals[(int)Measure.PackageStarts],
            r => r.Totals[(int)Measure.Adaptations],
        ];
        return new SummarySection(
            "Care homes and home care",
            ["arm", "care-home needs", "entries", "council-paid", "packages started", "adaptations"],
            [
                .. Enumerable.Range(0, result.Arms).Select(arm => (string[])
                [
                    result.Setup.Arms[arm].Name,
                    .. figures.Select(f => arm == 0 ? Figures.Number(Value(result, 0, f).Point) : Figures.PlusMinus(Change(result, arm, f), 0, true)),
                ]),
            ],
            "Needs for a care home that arise at home, whether or not a place is found: when homes are full, fewer needs mean shorter lines rather than fewer entries. " + ChangeNote(result));
    }

    private static SummarySection BedWaits(ExperimentResult result)
    {
        double days = result.Setup.Scenario.Period.Days;
        Func<AreaRecord, double>[] figures =
        [
            r => r.Totals[(int)Measure.Boarded],
            r => r.Totals[(int)Measure.BoardedOver4Hours],
            r => r.Totals[(int)Measure.BoardedOver12Hours],
            r => r.Totals[(int)Measure.BoardingDays] / days,
        ];
        return new SummarySection(
            "Waits for an acute bed",
            ["arm", "waited", "over 4 hours", "over 12 hours", "waiting at midnight"],
            [
                .. Enumerable.Range(0, result.Arms).Select(arm => (string[])
                [
                    result.Setup.Arms[arm].Name,
                    .. figures.Select(f => arm == 0 ? Figures.Number(Value(result, 0, f).Point) : Figures.PlusMinus(Change(result, arm, f), 0, true)),
                ]),
            ],
            "Added beds shorten these waits; they free no bed by themselves. " + ChangeNote(result));
    }

    /// <summary>Says that policies are shown as changes.</summary>
    internal static string ChangeNote(ExperimentResult result) => result.Arms == 1 ? ""
        : "Baseline: the level. Policies: change from the baseline" + (result.Replications > 1 ? ", ± half the width of the 95% interval." : "; one replication gives no interval here.");

    /// <summary>A figure of an arm over the chosen areas, scaled to people.</summary>
    internal static Estimate Value(ExperimentResult result, int arm, Func<AreaRecord, double> of) =>
        Estimate.Of([.. Enumerable.Range(0, result.Replications).Select(r => Sum(result, r, arm, of))]);

    /// <summary>A policy's figure less that of the baseline, replication by replication.</summary>
    internal static Estimate Change(ExperimentResult result, int arm, Func<AreaRecord, double> of) =>
        Estimate.Of([.. Enumerable.Range(0, result.Replications).Select(r => Sum(result, r, arm, of) - Sum(result, r, 0, of))]);

    private static double Sum(ExperimentResult result, int replication, int arm, Func<AreaRecord, double> of)
    {
        double sum = 0;
        for (int a = 0; a < result.Areas.Count; a++)
        {
            sum += of(result.Records[replication, arm, a]);
        }

        return sum * result.Scale;
    }

    private static SiteDemand Demand(ExperimentResult result)
    {
        (double mean, double winter, double needed) = (0, 0, 0);
        for (int r = 0; r < result.Replications; r++)
        {
            for (int s = 0; s < result.Sites.Count; s++)
            {
                SiteDemand d = result.Demand[r, 0, s];
                mean += d.Mean;
                winter += d.Winter;
                needed += d.Needed;
            }
        }

        double scale = (double)result.Scale / result.Replications;
        return new SiteDemand(mean * scale, winter * scale, needed * scale);
    }
}
