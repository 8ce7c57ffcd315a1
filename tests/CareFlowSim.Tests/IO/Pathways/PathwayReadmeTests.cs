using System.Text.Json.Nodes;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

/// <summary>scenarios/README.md says what the code says of pathways.</summary>
public sealed class PathwayReadmeTests
{
    private static string Readme { get; } = Path.Combine(ScenarioFiles.Shipped, "README.md");

    public static TheoryData<string> Templates => PathwayFiles.Templates;

    [Fact]
    public void TableOfKeys_IsTheCurrentOne() => MarkedBlock.AssertCurrent(Readme, "pathway keys", ScenarioReference.PathwayKeysMarkdown());

    [Fact]
    public void EveryPropertyOfTheSchema_IsDocumented()
    {
        string text = File.ReadAllText(Readme);
        JsonObject schema = JsonNode.Parse(ScenarioSchema.PathwayJson())!.AsObject();

        Assert.All(
            SchemaCheck.Properties(schema).Select(p => p.Replace("[]", "", StringComparison.Ordinal).Split('.')[^1]).Distinct(),
            p => Assert.Matches($"`([^`]*[.])?{p}`", text));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void EveryTemplate_IsNamed(string file) => Assert.Contains($"pathways/{file}", File.ReadAllText(Readme), StringComparison.Ordinal);
}
