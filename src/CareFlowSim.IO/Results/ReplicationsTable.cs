using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>replications.parquet: every measure by which policies are judged, in every replication, for those who want to pair or test for themselves.</summary>
internal static class ReplicationsTable
{
    public const string Name = "replications";

    public static Table Of(ExperimentResult result)
    {
        IReadOnlyList<string> arms = new RowLabels(result).Arms;
        var rows = Enumerable.Range(0, result.Arms)
            .SelectMany(arm => RowLabels.WholeReplications(result).SelectMany(r => PolicyMeasure.All.Select(m => (arm, r, m, value: m.Level(result, r, arm)))))
            .ToArray();
        return new Table(
            Name,
            "Every measure by which policies are judged, over the measured period and all chosen areas: one row per arm, replication and measure.",
            [
                RowLabels.Arm.With(rows.Select(r => arms[r.arm]).ToArray()),
                RowLabels.Replication.With(rows.Select(r => r.r + 1).ToArray()),
                new Column("measure", "", "What is measured, as --measure and scenario files name it.", rows.Select(r => r.m.Name).ToArray()),
                new Column("unit", "", "Unit of the figures.", rows.Select(r => r.m.Unit).ToArray()),
                new Column("value", "see unit", "Level behind the measure in this arm and replication; missing where there is nothing to measure.", rows.Select(r => StudyFigures.Known(r.value)).ToArray()),
                new Column(
                    "difference",
                    "see unit",
                    "The figure of the policy: baseline less policy for what is avoided, freed, prevented or saved, policy less baseline for what is added, else the policy's own level; missing for the baseline.",
                    rows.Select(r => r.arm == 0 ? null : StudyFigures.Known(r.m.Figure(r.m.Level(result, r.r, 0), r.value))).ToArray()),
            ]);
    }
}
