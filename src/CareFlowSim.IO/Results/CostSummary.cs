using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The table of the summary about money.</summary>
internal static class CostSummary
{
    private const double Million = 1e6;
    private const string NotIn = "Cost of what was counted, at the world's unit costs. What a policy itself costs to run is not in it.";

    public static SummarySection Of(ExperimentResult result)
    {
        IReadOnlyList<CostLine>[] lines = [.. Enumerable.Range(0, result.Arms).Select(arm => Costs.Of(result, arm))];
        return result.Arms - 1 <= Summary.FewPolicies ? ByLine(result, lines) : ByPayer(result, lines);
    }

    /// <summary>Changes are small beside levels, and both should be read with the same decimals.</summary>
    private static int Decimals(IReadOnlyList<CostLine>[] lines) => lines[0].Max(l => l.Pounds) >= 10 * Million ? 1 : 2;

    private static SummarySection ByLine(ExperimentResult result, IReadOnlyList<CostLine>[] lines)
    {
        List<string[]> rows = [.. lines[0].Select((l, i) => Row($"{l.Name} ({l.Payer})", arm => lines[arm][i].Pounds))];
        rows.Add(Row("all", arm => lines[arm].Sum(l => l.Pounds)));
        return new SummarySection(
            "Costs, £ million",
            ["line (payer)", .. result.Setup.Arms.Select((a, arm) => arm == 0 ? a.Name : $"{a.Name}, change")],
            rows,
            NotIn);

        string[] Row(string name, Func<int, double> pounds)
        {
            int decimals = Decimals(lines);
            return [name, .. lines.Select((_, arm) => arm == 0
                ? Figures.Number(pounds(0) / Million, decimals)
                : Figures.Signed((pounds(arm) - pounds(0)) / Million, decimals))];
        }
    }

    private static SummarySection ByPayer(ExperimentResult result, IReadOnlyList<CostLine>[] lines)
    {
        string[] payers = [.. lines[0].Select(l => l.Payer).Distinct()];
        int decimals = Decimals(lines);
        return new SummarySection(
            "Costs, £ million",
            ["arm", .. payers, "all"],
            [
                .. lines.Select((_, arm) => (string[])
                [
                    result.Setup.Arms[arm].Name,
                    .. payers.Select(p => Cell(arm, a => lines[a].Where(l => l.Payer == p).Sum(l => l.Pounds))),
                    Cell(arm, a => lines[a].Sum(l => l.Pounds)),
                ]),
            ],
            $"{NotIn} Baseline: the level. Policies: change from the baseline.");

        string Cell(int arm, Func<int, double> pounds) => arm == 0
            ? Figures.Number(pounds(0) / Million, decimals)
            : Figures.Signed((pounds(arm) - pounds(0)) / Million, decimals);
    }
}
