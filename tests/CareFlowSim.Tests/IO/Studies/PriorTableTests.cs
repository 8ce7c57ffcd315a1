using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Studies;

public sealed class PriorTableTests
{
    [Fact]
    public void Shipped_CentralValuesAreThoseOfTheWorld_AndEstimatesAreNoEvidence()
    {
        IReadOnlyList<PriorEntry> entries = PriorTable.Read(WorldFolders.Shipped, SmallWorld.England);
        Dictionary<string, Parameter> world = SmallWorld.England.Parameters.All.ToDictionary(p => p.Key);

        Assert.All(entries.Where(e => !e.IsLever), e => Assert.Equal(world[e.Prior.Name].Value, e.Prior.Central));
        Assert.All(entries.Where(e => !e.IsLever), e => Assert.Equal(world[e.Prior.Name].Provenance, e.Provenance));
        Assert.All(entries, e => Assert.Equal(e.Provenance is not ("estimate" or "calibrated"), Inputs(e).IsEvidence));
        Assert.Contains(entries, e => e.Provenance == "estimate");

        static UncertainInput Inputs(PriorEntry e) => new(e.Prior, e.Unit, e.Provenance, e.Source, (s, _) => s);
    }

    [Fact]
    public void Read_TellsEveryFaultWithItsLine()
    {
        using WorldFolders folder = new();
        File.WriteAllText(folder.PathOf(PriorTable.File), """
            key,shape,central,low,high,coverage,unit,provenance,source
            response.averted_shar,beta,0.25,0.08,0.45,0.95,share,judgement,x
            crisis.acs_share,bell,0.22,0.18,0.28,0.95,share,judgement,x
            caseload.crisis_ratio,lognormal,1.03,1.5,1.18,0.95,people,guess,x
            workforce.vacancy_rate,normal,0.08,0.01,0.9,0.95,share,judgement,x
            policies[].workforce.home_cares,uniform,1,0,2,,share,judgement,x
            policies[].joint_assessment,uniform,,0,1,,share,judgement,
            """);

        InputException e = Assert.Throws<InputException>(() => PriorTable.Read(folder.Copy, SmallWorld.England));

        string[] faults = [.. e.Faults.Select(f => $"{f.Line} {f.Where}: {f.Wrong} / {f.Allowed}")];
        Assert.Contains("2 key: 'response.averted_shar' is neither a parameter nor a number of policies[] / did you mean 'response.averted_share'?", faults);
        Assert.Contains(faults, f => f.StartsWith("3 crisis.acs_share shape: 'bell' is unknown", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("4 caseload.crisis_ratio low: the low end 1.5 must lie below", StringComparison.Ordinal));
        Assert.Contains("4 caseload.crisis_ratio unit: is 'people' / 'ratio'", faults);
        Assert.Contains(faults, f => f.StartsWith("4 caseload.crisis_ratio provenance: 'guess' is unknown", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("5 workforce.vacancy_rate shape: reaches beyond what is possible (0 to 1)", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("6 key: 'policies[].workforce.home_cares' is neither", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("7 policies[].joint_assessment central: is empty", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("7 policies[].joint_assessment source: is empty", StringComparison.Ordinal));
    }

    [Fact]
    public void For_LeavesAloneWhatTheScenarioPins()
    {
        IReadOnlyList<PriorEntry> entries = PriorTable.Read(WorldFolders.Shipped, SmallWorld.England);
        const string Lever = "policies[].workforce.additional_share";
        Scenario scenario = ScenarioFiles.Read(ScenarioFiles.Small("""
            parameters: { response.averted_share: 0.3 }
            policies:
              - { name: central, workforce: { home_care: 10, additional_share: 0.3 } }
              - { name: other, workforce: { home_care: 10, additional_share: 1 } }
            """));

        IReadOnlyList<UncertainInput> inputs = PriorTable.For(entries, scenario);

        Assert.DoesNotContain(inputs, i => i.Name == "response.averted_share");
        Scenario drawn = inputs.Single(i => i.Name == Lever).Set(scenario, 0.6);
        Assert.Equal([0.6, 1.0], drawn.Policies.Select(p => p.Levers.Workforce!.AdditionalShare!.Value));
        Assert.DoesNotContain(PriorTable.For(entries, ScenarioFiles.Read(ScenarioFiles.Small("policies: [ { name: none, joint_assessment: 0.5 } ]"))), i => i.Name == Lever);
    }

    [Theory]
    [InlineData("parameters.response.averted_share", 0.4)]
    [InlineData("policies[one].workforce.crisis_response", 700)]
    [InlineData("policies[one].improved_better_care_fund.pounds_per_year", 5e8)]
    [InlineData("policies[one].acute_beds[0].change", 12)]
    public void Set_PutsANumberWhereThePathSays(string path, double value)
    {
        Scenario scenario = ScenarioFiles.Read(ScenarioFiles.Small("policies: [ { name: one, workforce: { home_care: 10 }, acute_beds: [ { date: 2015-05-01, change: 5 } ] }, { name: two, joint_assessment: 0.5 } ]"));

        string set = ScenarioWriter.Json(PriorTable.Set(scenario, path, value));

        Assert.NotEqual(ScenarioWriter.Json(scenario), set);
        Assert.Equal(set, ScenarioWriter.Json(PriorTable.Set(PriorTable.Set(scenario, path, value), path, value)));
        Assert.Equal(set.Contains("\"response.averted_share\": 0.4", StringComparison.Ordinal), path.StartsWith("parameters", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("policies[one].workforce.crisis_response", -5)]
    [InlineData("policies[three].joint_assessment", 0.5)]
    [InlineData("policies[one].acute_beds[3].change", 5)]
    [InlineData("somewhere", 5)]
    public void Set_RefusesWhatNoFileMaySay(string path, double value)
    {
        Scenario scenario = ScenarioFiles.Read(ScenarioFiles.Small("policies: [ { name: one, workforce: { home_care: 10 }, acute_beds: [ { date: 2015-05-01, change: 5 } ] } ]"));

        Assert.Throws<ScenarioException>(() => PriorTable.Set(scenario, path, value));
    }

    [Fact]
    public void LeverSubsets_TurnLeversOffOneByOne()
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, "one-area-quick-start.yaml"));
        LeverSubsets subsets = LeverSubsets.Of(scenario, "community-package")!;

        Assert.Equal(4, subsets.Levers.Count);
        Assert.Null(subsets[0].Levers.Workforce);
        Assert.Single(Enumerable.Range(0, 4), i => subsets[1 << i].Levers.Workforce is not null);
        Assert.Equal(ScenarioWriter.Json(scenario).Replace("community-package", "x", StringComparison.Ordinal), ScenarioWriter.Json(scenario with { Policies = [subsets[15] with { Name = "x" }] }));
        Assert.Null(LeverSubsets.Of(scenario, "nothing"));
    }
}
