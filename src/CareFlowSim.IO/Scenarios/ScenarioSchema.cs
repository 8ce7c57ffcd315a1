using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>The JSON Schema of scenario files, for editors that complete and check while one types.</summary>
/// <remarks>Made from the same keys as the reader. It cannot tell rules between values (dates within the period, areas of the world); the reader can.</remarks>
public static class ScenarioSchema
{
    /// <summary>The schema (draft 2020-12) of scenarios of kind people as JSON text.</summary>
    public static string Json() => Json("CareFlowSim scenario", ScenarioKeys.Root);

    /// <summary>The schema of scenarios of kind pathway.</summary>
    public static string PathwayJson() => Json("CareFlowSim pathway", PathwayKeys.Root);

    /// <summary>The schema of files of kind sweep.</summary>
    public static string SweepJson() => Json("CareFlowSim sweep", SweepKeys.Root);

    private static string Json(string title, Form root)
    {
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
        };
        foreach ((string name, JsonNode? value) in root.Schema())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(ScenarioWriter.Readable) + "\n";
    }
}
