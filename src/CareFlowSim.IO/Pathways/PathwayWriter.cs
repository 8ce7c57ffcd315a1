using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Writes a pathway in the JSON form that <see cref="PathwayReader"/> reads: the same scenario, without comments, its tables in it.</summary>
public static class PathwayWriter
{
    /// <summary>The scenario as JSON text; equal scenarios give equal text.</summary>
    public static string Json(PathwayScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return PathwayKeys.Root.Write(scenario).ToJsonString(ScenarioWriter.Readable);
    }
}
