using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>costs.parquet: cost of what was counted, one row per arm and line.</summary>
internal static class CostsTable
{
    public static Table Of(ExperimentResult result)
    {
        IReadOnlyList<CostLine> baseline = Costs.Of(result, 0);
        (string Arm, CostLine Line, double Difference)[] rows =
        [
            .. Enumerable.Range(0, result.Arms).SelectMany(arm => Costs.Of(result, arm)
                .Select((line, i) => (result.Setup.Arms[arm].Name, line, line.Pounds - baseline[i].Pounds))),
        ];
        return new Table(
            "costs",
            "Cost of what was counted over the measured period at the world's unit costs, mean over replications: one row per arm and line. What a policy costs to run is not in it.",
            [
                RowLabels.Arm.With(Array.ConvertAll(rows, r => r.Arm)),
                new Column("line", "", "What is paid for.", Array.ConvertAll(rows, r => r.Line.Name)),
                new Column("payer", "", "NHS, council or user.", Array.ConvertAll(rows, r => r.Line.Payer)),
                new Column("pounds", "GBP", "Cost over the measured period.", Array.ConvertAll(rows, r => r.Line.Pounds)),
                new Column("difference", "GBP", "Cost less that of the baseline.", Array.ConvertAll(rows, r => r.Difference)),
            ]);
    }
}
