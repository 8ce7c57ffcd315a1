using System.Text.Json.Nodes;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Scenarios;

public sealed class ScenarioSchemaTests
{
    private static JsonObject Schema { get; } = JsonNode.Parse(ScenarioSchema.Json())!.AsObject();

    public static TheoryData<string> Files => [.. ScenarioFiles.ShippedYaml];

    [Theory]
    [MemberData(nameof(Files))]
    public void ShippedScenario_MeetsTheSchema(string file)
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, file));

        Assert.Empty(SchemaCheck.Faults(Schema, JsonNode.Parse(ScenarioWriter.Json(scenario))));
    }

    [Fact]
    public void ScenarioWithEveryKey_HasEveryPropertyOfTheSchema()
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Tests, "everything.yaml"));
        scenario = scenario with { Baseline = scenario.Policies[0].Levers };
        JsonNode json = JsonNode.Parse(ScenarioWriter.Json(scenario))!;

        Assert.Empty(SchemaCheck.Faults(Schema, json));

        // What may be one or more is written as a list.
        Assert.Empty(SchemaCheck.Properties(Schema)
            .Where(p => !p.StartsWith("parameters.", StringComparison.Ordinal) && !p.StartsWith("precision.", StringComparison.Ordinal)).Except(Paths(json, "")));
    }

    [Fact]
    public void EveryParameterOfTheCatalogue_IsAPropertyOfTheSchema() =>
        Assert.Equal(
            ParameterCatalogue.All.Select(d => "parameters." + d.Key),
            SchemaCheck.Properties(Schema).Where(p => p.StartsWith("parameters.", StringComparison.Ordinal)));

    [Fact]
    public void EveryPropertyOfTheSchema_IsDescribed() => AssertDescribed("$", Schema);

    [Theory]
    [InlineData("seed", "-1")]
    [InlineData("seed", "1.5")]
    [InlineData("sample", "\"10\"")]
    [InlineData("areas", "[]")]
    [InlineData("areas", "\"some\"")]
    [InlineData("period", "{ \"start\": \"2009-01-01\", \"days\": 1, \"warm_up_days\": 0 }")]
    [InlineData("policies", "[ { \"title\": \"nameless\" } ]")]
    [InlineData("policies", "[ { \"name\": \"one\", \"acute_beds\": [ { \"date\": \"2015-12-01\", \"change\": 0 } ] } ]")]
    [InlineData("policies", "[ { \"name\": \"one\", \"what_if\": { \"length_of_stay\": 0 } } ]")]
    [InlineData("parameters", "{ \"weather\": 1 }")]
    [InlineData("seeds", "1")]
    public void WhatTheReaderRefuses_TheSchemaRefuses(string key, string value)
    {
        JsonObject json = JsonNode.Parse(ScenarioWriter.Json(ScenarioFiles.Read(ScenarioFiles.Small())))!.AsObject();
        json[key] = JsonNode.Parse(value);

        Assert.Throws<ScenarioException>(() => ScenarioFiles.Read(json.ToJsonString()));
        Assert.NotEmpty(SchemaCheck.Faults(Schema, json));
    }

    [Fact]
    public void CommittedSchema_IsTheCurrentOne()
    {
        string path = Path.Combine(ScenarioFiles.Shipped, "scenario.schema.json");
        if (ScenarioFiles.Renew)
        {
            File.WriteAllText(path, ScenarioSchema.Json());
        }

        Assert.Equal(File.ReadAllText(path), ScenarioSchema.Json());
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(m => Paths(m.Value, path.Length == 0 ? m.Key : path + "." + m.Key)).Prepend(path),
        JsonArray list => list.SelectMany(v => Paths(v, path + "[]")).Prepend(path),
        _ => [path],
    };

    private static void AssertDescribed(string path, JsonObject schema)
    {
        foreach ((string name, JsonNode? inner) in schema["properties"]?.AsObject() ?? [])
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)inner!["description"]), $"{path}.{name} has no description");
            AssertDescribed($"{path}.{name}", inner["items"] as JsonObject ?? inner.AsObject());
        }
    }
}
