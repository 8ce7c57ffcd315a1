using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>One table of a results folder.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="Make">Makes it.</param>
/// <param name="NeedsAll">Whether it holds means over replications, so that a stopped experiment has none.</param>
internal sealed record ResultTable(string File, string Question, Func<ExperimentResult, Table> Make, bool NeedsAll)
{
    /// <summary>Every table in the order of writing.</summary>
    public static IReadOnlyList<ResultTable> All { get; } =
    [
        new("annual.parquet", "What happened in each area over the measured period?", AnnualTable.Of, false),
        new("differences.parquet", "What does a policy change, and how sure is that?", DifferencesTable.Of, true),
        new(PrecisionTable.Name + ".parquet", PrecisionTable.Question, PrecisionTable.Of, true),
        new(ReplicationsTable.Name + ".parquet", "What did each replication come to?", ReplicationsTable.Of, false),
        new("delays.parquet", "Why did medically fit people stay, who answers for it, and was capacity short?", DelaysTable.Of, false),
        new("waits.parquet", "How long did people wait in each line?", WaitsTable.Of, true),
        new("costs.parquet", "What did it cost, and who paid?", CostsTable.Of, true),
        new("daily.parquet", "What happened day by day in each area?", DailyTable.Of, true),
        new("sites.parquet", "How full was each hospital, day by day?", SitesTable.Of, true),
        new("spells.parquet", "How did each single stay go? (Only when the run kept its spells.)", SpellsTable.Of, false),
    ];

    /// <summary>Whether a result holds what the table shows.</summary>
    public bool IsFor(ExperimentResult result) =>
        (result.Complete || !NeedsAll)
        && (File != "differences.parquet" || result.Arms > 1)
        && (File != "spells.parquet" || SpellsTable.Any(result))
        && RowLabels.WholeReplications(result).Length > 0;
}
