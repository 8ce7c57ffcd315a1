using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Scenarios;

public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Files => [.. ScenarioFiles.ShippedYaml];

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_IsReadWithoutFaults(string file)
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, file));

        Assert.Equal(Path.GetFileNameWithoutExtension(file), scenario.Name);
        Assert.NotEmpty(scenario.Policies);
        Assert.All(scenario.Policies, p => Assert.NotEqual("", p.Title));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_OpensWithItsQuestion(string file)
    {
        string[] opening = [.. File.ReadLines(Path.Combine(ScenarioFiles.Shipped, file)).TakeWhile(l => l.StartsWith('#'))];

        Assert.StartsWith("# Question: ", opening[0], StringComparison.Ordinal);
        Assert.Contains(opening, l => l.EndsWith('?'));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_AsJson_ReadsBackAsTheSame(string file)
    {
        string json = ScenarioWriter.Json(ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, file)));

        Assert.Equal(json, ScenarioWriter.Json(ScenarioFiles.Read(json)));
    }

    [Fact]
    public void BetterCareFund_EveryArmThatNamesWorkers_NamesEighteenThousand()
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, "better-care-fund-2015.yaml"));

        Assert.All(
            scenario.Policies.Select(p => p.Levers.Workforce).OfType<CommunityWorkforce>(),
            w => Assert.Equal(18_000, w.CrisisResponse + w.SocialWork + w.HomeCare + w.LeadProfessionals));
    }

    [Fact]
    public void DisabledFacilitiesGrant_MoneyAndCostOfTheClaim_GiveItsNumberOfAdaptations()
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, "disabled-facilities-grant-2019.yaml"));
        Adaptations claimed = scenario.Policies[0].Levers.Adaptations!;

        Assert.Equal(85_000, claimed.PoundsPerYear!.Value / claimed.UnitCostPounds!.Value, 100.0);
    }
}
