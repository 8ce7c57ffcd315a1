using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>The JSON Schema of scenario files, for editors that complete and check while one types.</summary>
/// <remarks>Made from the same keys as the reader. It cannot tell rules between values (dates within the period, areas of the world); the reader can.</remarks>
public static class ScenarioSchema
{
    /// <summary>The schema (draft 2020-12) as JSON text.</summary>
    public static string Json()
    {
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "CareFlowSim scenario",
        };
        foreach ((string name, JsonNode? value) in ScenarioKeys.Root.Schema())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(ScenarioWriter.Readable) + "\n";
    }
}
