using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The columns that say what a row of a table is about, and the texts in them.</summary>
internal sealed class RowLabels(ExperimentResult result)
{
    /// <summary>Stands in place of an area's code for all chosen areas together.</summary>
    public const string AllAreas = "all";

    public static readonly ColumnText AreaCode = new("area_code", "", "Official code of the area.");
    public static readonly ColumnText AreaCodeOrAll = new("area_code", "", "Official code of the area; all: the chosen areas together.");
    public static readonly ColumnText Area = new("area", "", "Name of the area.");
    public static readonly ColumnText AcuteSystem = new("acute_system", "", "Acute system to which the area belongs.");
    public static readonly ColumnText Arm = new("arm", "", "Arm: baseline, or the name of a policy.");
    public static readonly ColumnText PolicyArm = new("arm", "", "Name of the policy that is compared with the baseline.");
    public static readonly ColumnText Replication = new("replication", "", "Number of the replication, from 1.");
    public static readonly ColumnText Date = new("date", "", "Day; a midnight figure is that of the midnight which ends it.");
    public static readonly ColumnText WarmUp = new("warm_up", "", "Whether the day belongs to the warm-up, which annual figures leave out.");

    public IReadOnlyList<string> Arms { get; } = [.. result.Setup.Arms.Select(a => a.Name)];

    public IReadOnlyList<string> AreaCodes { get; } = [.. result.Areas.Select(a => result.Setup.World.Areas[a].Code)];

    public IReadOnlyList<string> AreaNames { get; } = [.. result.Areas.Select(a => result.Setup.World.Areas[a].Name)];

    public IReadOnlyList<string> AreaSystems { get; } = [.. result.Areas.Select(a => result.Setup.World.Areas[a].AcuteSystem)];

    /// <summary>The dates of the run, the warm-up included.</summary>
    public DateOnly[] Dates { get; } = [.. Enumerable.Range(0, result.Setup.Days).Select(result.Setup.Epoch.DateOf)];

    /// <summary>Replications of which every system is finished: nothing else may be shown.</summary>
    public static int[] WholeReplications(ExperimentResult result) =>
        [.. Enumerable.Range(0, result.Replications).Where(r => Enumerable.Range(0, result.Setup.Systems.Count).All(s => result.Done[r, s]))];
}
