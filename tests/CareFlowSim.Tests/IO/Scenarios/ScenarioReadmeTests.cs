using System.Text.Json.Nodes;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Scenarios;

/// <summary>scenarios/README.md says what the code says: its tables are made from the same keys and from the shipped parameters.</summary>
public sealed class ScenarioReadmeTests
{
    private static string Readme { get; } = Path.Combine(ScenarioFiles.Shipped, "README.md");

    [Fact]
    public void TableOfKeys_IsTheCurrentOne() => MarkedBlock.AssertCurrent(Readme, "keys", ScenarioReference.KeysMarkdown());

    [Fact]
    public void TableOfParameters_IsTheCurrentOne() => MarkedBlock.AssertCurrent(Readme, "parameters", ScenarioReference.Markdown(ScenarioFiles.Parameters()));

    [Fact]
    public void EveryPropertyOfTheSchema_IsDocumented()
    {
        string text = File.ReadAllText(Readme);
        JsonObject schema = JsonNode.Parse(ScenarioSchema.Json())!.AsObject();

        Assert.All(
            SchemaCheck.Properties(schema).Select(Documented).Distinct(),
            p => Assert.Contains($"`{p}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryShippedScenario_IsNamed()
    {
        string text = File.ReadAllText(Readme);

        Assert.All(ScenarioFiles.ShippedYaml, f => Assert.Contains(f, text, StringComparison.Ordinal));
    }

    /// <summary>Parameters stand in their own table by their keys; the baseline's levers are those of a policy; what may be one or more is documented as a list.</summary>
    private static string Documented(string property) =>
        property.StartsWith("precision.", StringComparison.Ordinal) ? "precision[]." + property["precision.".Length..] :
        property.StartsWith("parameters.", StringComparison.Ordinal) ? property["parameters.".Length..]
        : property.StartsWith("baseline.", StringComparison.Ordinal) ? "policies[]." + property["baseline.".Length..]
        : property;
}
