using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Scenarios;

/// <summary>What only the world can tell about money: closures and cuts that take more than England has.</summary>
public sealed class MoneyRulesTests
{
    [Fact]
    public void CheckAgainst_ClosuresThatLeaveBeds_FindsNothing() =>
        Assert.Empty(Check("policies: [ { name: one, pooled_budget: { ccg_pounds: 1900000000, bed_closures: [ { date: 2015-05-01, share: 1 } ] } } ]"));

    [Fact]
    public void CheckAgainst_MoreClosuresThanBeds_NamesTheStepThatIsTooMuch() =>
        Assert.StartsWith(
            "test.yaml:6:174 policies[0].pooled_budget.bed_closures[1].share – leaves -16,242 acute beds in England from 2015-07-01",
            Assert.Single(Check("policies: [ { name: one, pooled_budget: { ccg_pounds: 12000000000, pounds_per_bed_year: 100000, bed_closures: [ { date: 2015-05-01, share: 0.5 }, { date: 2015-07-01, share: 0.5 } ] } } ]")),
            StringComparison.Ordinal);

    [Fact]
    public void CheckAgainst_ClosuresAndChangesByNumber_AreAddedUp() =>
        Assert.Single(Check("policies: [ { name: one, acute_beds: [ { date: 2015-05-01, change: -60000 } ], pooled_budget: { ccg_pounds: 5000000000, pounds_per_bed_year: 100000, bed_closures: [ { date: 2015-05-01, share: 1 } ] } } ]"));

    [Fact]
    public void CheckAgainst_APolicyWithItsOwnPool_LeavesTheClosuresOfTheBaseline()
    {
        const string Pool = "pooled_budget: { ccg_pounds: 6000000000, pounds_per_bed_year: 100000, bed_closures: [ { date: 2015-05-01, share: 1 } ] }";

        Assert.Empty(Check($"baseline: {{ {Pool} }}\npolicies: [ {{ name: one, {Pool} }} ]"));
    }

    [Theory]
    [InlineData("home_care", "home-care hours a week")]
    [InlineData("social_work", "social-work posts")]
    [InlineData("residential", "residential places")]
    [InlineData("nursing", "nursing places")]
    [InlineData("reablement", "reablement places")]
    [InlineData("intermediate_care", "intermediate-care beds")]
    [InlineData("crisis_response", "crisis-response posts")]
    [InlineData("lead_professionals", "caseload posts")]
    [InlineData("adaptations", "pounds for adaptations")]
    public void CheckAgainst_ACutOfMoreThanThereIs_NamesTheServiceAndTheMost(string service, string words)
    {
        string fault = Assert.Single(Check(Cut(service, "90000000000")));
        string most = fault[(fault.IndexOf("at most ", StringComparison.Ordinal) + 8)..fault.IndexOf(" pounds a year in all", StringComparison.Ordinal)].Replace(",", "", StringComparison.Ordinal);

        Assert.Contains($"council_cuts.pounds_per_year – takes more {words} than England has", fault, StringComparison.Ordinal);
        Assert.Empty(Check(Cut(service, most)));
        Assert.Single(Check(Cut(service, most[..^1] + "9") + "\nparameters: { council.older_people_share: 0.52 }"));
    }

    [Fact]
    public void CheckAgainst_ACutInShares_NeverTakesMoreThanThereIs() => Assert.Empty(Check("policies: [ { name: one, council_cuts: { share_per_year: 0.5 } } ]"));

    private static string Cut(string service, string pounds) =>
        $"policies: [ {{ name: one, council_cuts: {{ pounds_per_year: {pounds}, falls_on: {{ {service}: 1 }} }} }} ]";

    private static IReadOnlyList<string> Check(string lines)
    {
        ScenarioDocument document = ScenarioReader.ReadDocument(new StringReader(ScenarioFiles.Small(lines)), "test.yaml");
        return [.. ScenarioReader.CheckAgainst(document.Scenario, SmallWorld.England, document.Positions).Select(f => f.ToString())];
    }
}
