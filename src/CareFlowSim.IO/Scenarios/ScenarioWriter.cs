using System.Text.Encodings.Web;
using System.Text.Json;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Writes a scenario in the JSON form that <see cref="ScenarioReader"/> reads: the same scenario, without comments.</summary>
public static class ScenarioWriter
{
    internal static JsonSerializerOptions Readable { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The scenario as JSON text; equal scenarios give equal text.</summary>
    public static string Json(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return ScenarioKeys.Root.Write(scenario).ToJsonString(Readable);
    }
}
