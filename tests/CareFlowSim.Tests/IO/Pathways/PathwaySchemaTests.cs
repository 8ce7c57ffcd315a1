using System.Text.Json.Nodes;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

public sealed class PathwaySchemaTests
{
    private static JsonObject Schema { get; } = JsonNode.Parse(ScenarioSchema.PathwayJson())!.AsObject();

    public static TheoryData<string> Templates => PathwayFiles.Templates;

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_MeetsTheSchema(string file) => AssertMeets(Path.Combine(PathwayFiles.Shipped, file));

    [Fact]
    public void EveryKey_MeetsTheSchema() => AssertMeets(Path.Combine(PathwayFiles.Tests, "everything.yaml"));

    [Theory]
    [InlineData("seed", "-1")]
    [InlineData("replications", "0")]
    [InlineData("places", "[ { \"name\": \"ward\", \"capacity\": -1 } ]")]
    [InlineData("routes", "[ { \"from\": \"ward\", \"to\": { \"home\": 1.5 } } ]")]
    [InlineData("placs", "[]")]
    public void WhatTheReaderRefuses_TheSchemaRefuses(string key, string value)
    {
        JsonObject json = JsonNode.Parse(PathwayWriter.Json(PathwayFiles.Read(PathwayFiles.Small())))!.AsObject();
        json[key] = JsonNode.Parse(value);

        Assert.Throws<ScenarioException>(() => PathwayFiles.Read(json.ToJsonString()));
        Assert.NotEmpty(SchemaCheck.Faults(Schema, json));
    }

    [Fact]
    public void CommittedSchema_IsTheCurrentOne()
    {
        string path = Path.Combine(PathwayFiles.Shipped, "pathway.schema.json");
        if (ScenarioFiles.Renew)
        {
            File.WriteAllText(path, ScenarioSchema.PathwayJson());
        }

        Assert.Equal(File.ReadAllText(path), ScenarioSchema.PathwayJson());
    }

    private static void AssertMeets(string path) =>
        Assert.Empty(SchemaCheck.Faults(Schema, JsonNode.Parse(PathwayWriter.Json(PathwayReader.ReadFile(path).Scenario))));
}
