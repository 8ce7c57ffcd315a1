using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The tables of the summary about people who are medically fit and still in an acute bed.</summary>
internal static class DelaySummary
{
    /// <summary>Reasons put together where arms are rows and columns are few.</summary>
    private static readonly (string Name, int[] Reasons)[] Groups =
    [
        ("assessment", [(int)DelayReason.Assessment]),
        ("home care", [(int)DelayReason.PackageAtHome]),
        ("care home", [(int)DelayReason.ResidentialHome, (int)DelayReason.NursingHome]),
        ("NHS care", [(int)DelayReason.NonAcuteNhs]),
        ("other", [(int)DelayReason.PublicFunding, (int)DelayReason.Equipment, (int)DelayReason.Choice, (int)DelayReason.Dispute, (int)DelayReason.Housing]),
        ("all", [.. Enumerable.Range(0, SeriesTable.OfficialReasons)]),
    ];

    public static IReadOnlyList<SummarySection> Of(ExperimentResult result) =>
        [result.Arms - 1 <= Summary.FewPolicies ? ByReason(result) : ByArm(result), BeyondFit(result)];

    private static SummarySection ByReason(ExperimentResult result)
    {
        int[] all = [.. Enumerable.Range(0, SeriesTable.OfficialReasons)];
        return new SummarySection(
            "Recorded delayed days by reason",
            ["reason", .. result.Setup.Arms.SelectMany((a, arm) => arm == 0 ? [a.Name] : new[] { a.Name, "difference" })],
            [
                .. all.Select(i => Row($"{SeriesTable.Letter(i)} {SeriesTable.ReasonName(i)}", [i])),
                Row("all", all),
            ],
            "Midnights in acute beds after the formal notices had run." + (result.Arms > 1 && result.Replications > 1 ? " ± is half the width of the 95% interval." : ""));

        string[] Row(string name, int[] reasons) =>
        [
            name,
            .. Enumerable.Range(0, result.Arms).SelectMany(arm =>
            {
                string level = Figures.Number(Summary.Value(result, arm, r => Days(r, reasons, d => d.Recorded)).Point);
                return arm == 0 ? [level] : new[] { level, Figures.PlusMinus(Summary.Change(result, arm, r => Days(r, reasons, d => d.Recorded)), 0, true) };
            }),
        ];
    }

    private static SummarySection ByArm(ExperimentResult result) => new(
        "Recorded delayed days by reason",
        ["arm", .. Groups.Select(g => g.Name)],
        [
            .. Enumerable.Range(0, result.Arms).Select(arm => (string[])
            [
                result.Setup.Arms[arm].Name,
                .. Groups.Select(g => arm == 0
                    ? Figures.Number(Summary.Value(result, 0, r => Days(r, g.Reasons, d => d.Recorded)).Point)
                    : Figures.PlusMinus(Summary.Change(result, arm, r => Days(r, g.Reasons, d => d.Recorded)), 0, true)),
            ]),
        ],
        $"Midnights in acute beds after the formal notices had run. {Summary.ChangeNote(result)}");

    private static SummarySection BeyondFit(ExperimentResult result)
    {
        int[] all = [.. Enumerable.Range(0, AreaOutcome.Reasons)];
        return new SummarySection(
            "Days beyond medically fit",
            result.Arms > 1 ? ["arm", "all days", "change", "capacity", "recorded"] : ["arm", "all days", "capacity", "recorded"],
            [.. Enumerable.Range(0, result.Arms).Select(Row)],
            "All midnights in acute beds beyond medically fit; the share spent waiting because nobody or nowhere was free (the rest is process); and the share that is recorded as delayed.");

        string[] Row(int arm)
        {
            double days = Total(arm, d => d.All);
            string level = Figures.Number(days);
            string capacity = Figures.Percent(Total(arm, d => d.AllCapacity), days);
            string recorded = Figures.Percent(Total(arm, d => d.Recorded), days);
            string name = result.Setup.Arms[arm].Name;
            string change = arm == 0 ? "" : Figures.PlusMinus(Summary.Change(result, arm, r => Days(r, all, d => d.All)), 0, true);
            return result.Arms > 1 ? [name, level, change, capacity, recorded] : [name, level, capacity, recorded];
        }

        double Total(int arm, Func<DelayDays, long> of) => Summary.Value(result, arm, r => Days(r, all, of)).Point;
    }

    private static double Days(AreaRecord record, int[] reasons, Func<DelayDays, long> of)
    {
        long sum = 0;
        foreach (int reason in reasons)
        {
            for (int o = 0; o < SeriesTable.Organisations.Count; o++)
            {
                sum += of(record.Delays[reason, o]);
            }
        }

        return sum;
    }
}
