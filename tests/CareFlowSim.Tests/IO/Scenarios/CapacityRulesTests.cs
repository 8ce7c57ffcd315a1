using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;
using InputWorld = CareFlowSim.Model.World;

namespace CareFlowSim.Tests.IO.Scenarios;

/// <summary>What only the world can tell: areas that it lacks, and changes that take more than there is.</summary>
public sealed class CapacityRulesTests
{
    private static InputWorld England { get; } = new()
    {
        Name = "test",
        Parameters = ScenarioFiles.Parameters(),
        Areas = [Area("E08000001", "Bolton", 0, 521_800), Area("E08000015", "Wirral", 1, 521_800), Area("E06000017", "Rutland", 2, null)],
        AcuteSystems = [],
        Mortality = new MortalityInputs([], [], []),
        AcuteBeds = [new(1, 1400, 1300), new(4, 1300, 1200), new(7, 1200, 1100), new(10, 1300, 1200)],
        CrisisHours = [],
        BankHolidays = [],
        OfficialDelays = [],
        Targets = [],
    };

    [Fact]
    public void CheckAgainst_ChangesThatLeaveSomething_FindsNothing() =>
        Assert.Empty(Check("policies: [ { name: one, acute_beds: [ { date: 2015-07-01, change: -1200 } ] } ]"));

    [Fact]
    public void CheckAgainst_MoreAcuteBedsThanTheQuarterHas_NamesDayAndRest() =>
        Assert.Equal(
            "test.yaml:6:68 policies[0].acute_beds[0].change – leaves -50 acute beds in England from 2015-05-01 – changes that, added up, take at most the 1,200 that the world has",
            Assert.Single(Check("policies: [ { name: one, acute_beds: [ { date: 2015-05-01, change: -1250 } ] } ]")));

    [Fact]
    public void CheckAgainst_BedsGivenBackBeforeTheLeanQuarter_FindsNothing() =>
        Assert.Empty(Check("policies: [ { name: one, acute_beds: [ { date: 2015-05-01, change: -1250 }, { date: 2015-07-01, change: 50 } ] } ]"));

    [Fact]
    public void CheckAgainst_BaselineAndPolicyTogether_AreAddedUp()
    {
        string fault = Assert.Single(Check(
            """
            baseline: { nursing_places: [ { date: 2015-05-01, change: -139000 } ] }
            policies:
              - { name: one, nursing_places: [ { date: 2015-06-01, change: -1000 } ] }
              - { name: two, nursing_places: [ { date: 2015-04-15, change: 1000 }, { date: 2015-06-01, change: -1000 } ] }
            """,
            new Dictionary<string, double> { ["care_home.residents"] = 274_000, ["care_home.spare_share"] = 0, ["care_home.nursing_share"] = 0.51 }));

        Assert.Contains("policies[0].nursing_places[0].change – leaves -260 nursing places", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckAgainst_BaselineThatTakesTooMuch_IsNamedOnce() =>
        Assert.StartsWith(
            "test.yaml:6:62 baseline.reablement_places[0].change",
            Assert.Single(Check("baseline: { reablement_places: [ { date: 2015-05-01, change: -900000 } ] }\npolicies: [ { name: one }, { name: two } ]")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("home_care_hours_per_week", 17_200)]
    [InlineData("intermediate_care_beds", 8_600)]
    [InlineData("reablement_places", 14_500)]
    [InlineData("residential_places", 136_000)]
    [InlineData("nursing_places", 140_000)]
    public void CheckAgainst_EachCapacity_IsJudgedByTheWorld(string lever, int about)
    {
        Dictionary<string, double> fixedParameters = new()
        {
            ["homecare.share_65plus"] = 0.86, ["intermediate.beds"] = 8600, ["reablement.places"] = 14500,
            ["care_home.residents"] = 274000, ["care_home.spare_share"] = 0, ["care_home.nursing_share"] = 0.507,
        };
        string Take(double share) => FormattableString.Invariant(
            $"policies: [ {{ name: one, {lever}: [ {{ date: 2015-05-01, change: {-Math.Round(about * share)} }} ] }} ]");

        Assert.Empty(Check(Take(0.98), fixedParameters));
        Assert.Single(Check(Take(1.02), fixedParameters));
    }

    [Fact]
    public void CheckAgainst_UnknownAndDoubleAreas_AreNamed() =>
        Assert.Equal(
            [
                "test.yaml:6:17 areas[1] – is 'Rutlnd', which is not an area of the world – did you mean 'Rutland'? (the areas are listed in areas.csv of the world)",
                "test.yaml:6:25 areas[2] – is 'E08000015', which is there already as 'Wirral' – each area once",
            ],
            Check("areas: [Wirral, Rutlnd, E08000015]"));

    [Fact]
    public void RequireFit_WithFaults_Throws()
    {
        ScenarioDocument document = ScenarioReader.ReadDocument(new StringReader(ScenarioFiles.Small("areas: [Atlantis]")), "test.yaml");

        Assert.Single(Assert.Throws<ScenarioException>(() => document.RequireFit(England)).Faults);
    }

    private static IReadOnlyList<string> Check(string lines, IReadOnlyDictionary<string, double>? parameters = null)
    {
        ScenarioDocument document = ScenarioReader.ReadDocument(new StringReader(ScenarioFiles.Small(lines)), "test.yaml");
        InputWorld world = England with { Parameters = England.Parameters.With(parameters ?? new Dictionary<string, double>()) };
        return [.. ScenarioReader.CheckAgainst(document.Scenario, world, document.Positions).Select(f => f.ToString())];
    }

    private static AreaInputs Area(string code, string name, int ordinal, double? hours) => new()
    {
        Code = code, Name = name, Region = "", AcuteSystem = name, Ordinal = ordinal, Women = [], Men = [], HomeCareHours = hours,
    };
}
