using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

public sealed class PathwayReaderTests
{
    public static TheoryData<string> Templates => PathwayFiles.Templates;

    private static string Everything { get; } = Path.Combine(PathwayFiles.Tests, "everything.yaml");

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_IsReadWithoutFaultsAndOpensWithItsQuestion(string file)
    {
        string path = Path.Combine(PathwayFiles.Shipped, file);
        PathwayScenario scenario = PathwayReader.ReadFile(path).Scenario;
        string text = File.ReadAllText(path);

        Assert.Equal(Path.GetFileNameWithoutExtension(file), scenario.Name);
        Assert.Matches("^# Question: .*[?]\n", text);
        Assert.Contains("llustrative", text, StringComparison.Ordinal);
        Assert.Equal(ScenarioKind.Pathway, ScenarioKinds.OfFile(path));
        Assert.Equal(text, PathwayTemplates.Find(scenario.Name));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_AsJson_ReadsBackAsTheSame(string file)
    {
        string json = PathwayWriter.Json(PathwayReader.ReadFile(Path.Combine(PathwayFiles.Shipped, file)).Scenario);

        Assert.Equal(json, PathwayWriter.Json(PathwayFiles.Read(json)));
    }

    [Fact]
    public void EveryKey_AsJson_ReadsBackAsTheSame()
    {
        PathwayDocument document = PathwayReader.ReadFile(Everything);
        string json = PathwayWriter.Json(document.Scenario);

        Assert.Equal(json, PathwayWriter.Json(PathwayFiles.Read(json)));
        Assert.Equal(["arrivals.csv", "stays.csv"], document.Tables.Select(t => Path.GetFileName(t)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SmallScenario_HasTheDefaults()
    {
        PathwayScenario scenario = PathwayFiles.Read(PathwayFiles.Small());

        Assert.Equal(["everyone"], scenario.Classes);
        Assert.Equal(10, scenario.Replications.Number);
        Assert.Empty(scenario.Replications.Precision);
        Assert.Equal(0, scenario.Period.WarmUpDays);
        Assert.Null(scenario.Places[0].QueueLimit);
        Assert.True(scenario.Places[0].ReserveDuringTransfer);
        Assert.Equal(WaitingSpot.Outside, scenario.Places[0].WaitingSpot);
        Assert.Equal(new RouteChoice("home", 1), Assert.Single(scenario.Routes[0].To));
        Assert.Equal(new ExponentialDays(1), scenario.Places[0].Stays[0].LengthOfStay);
    }

    [Theory]
    [InlineData("places.ward.capacity=5", 5)]
    [InlineData("places[0].capacity=6", 6)]
    [InlineData("places.ward.capacity={ steps: [{ units: 7 }] }", 7)]
    public void Setting_TakesThePlaceOfTheValue(string setting, double units) =>
        Assert.Equal(units, PathwayFiles.Read(PathwayFiles.Small(), "", setting).Places[0].Capacity.Steps[0].Units);

    [Fact]
    public void Setting_OfAKeyLeftOut_AddsIt() =>
        Assert.Equal(0, PathwayFiles.Read(PathwayFiles.Small(), "", "places.ward.queue_limit=0").Places[0].QueueLimit);

    [Theory]
    [InlineData("places.wrad.capacity=5", "--set places.wrad.capacity=5:1:1 places.wrad.capacity – names 'wrad', which is not there – did you mean 'ward'? (there are ward)")]
    [InlineData("places.ward.capacity", "--set places.ward.capacity:1:1 the setting – has no path and value – a path, an equals sign and a value, such as places.ward.capacity=25")]
    [InlineData("places.ward.capacity=many", "--set places.ward.capacity=many:1:1 places[0].capacity – is the text 'many' – a number from 0 to 1000000 (units), unlimited, or a group with steps such as { steps: [{ units: 20 }, { from: 2024-11-01, units: 24 }] }")]
    public void Setting_ThatIsWrong_IsToldInAllWords(string setting, string message) =>
        Assert.Equal([message], PathwayFiles.FaultsOf(PathwayFiles.Small(), settings: setting));

    [Theory]
    [InlineData("kind: pathway", "kind: pathwy", "test.yaml:2:7 kind – is the text 'pathwy' – did you mean 'pathway'? (people or pathway or sweep)")]
    [InlineData("kind: pathway", "kind: people", "test.yaml:2:7 kind – is people – pathway here")]
    public void AnotherKind_IsTheOnlyFault(string kind, string other, string message) =>
        Assert.Equal([message], PathwayFiles.FaultsOf(PathwayFiles.Small().Replace(kind, other, StringComparison.Ordinal)));

    [Fact]
    public void ReaderOfPeople_RefusesAPathwayInOneLine() =>
        Assert.Equal(["test.yaml:2:7 kind – is pathway – people here"], ScenarioFiles.FaultsOf(PathwayFiles.Small()));

    [Fact]
    public void FaultOfAMissingFile_SaysSo() =>
        Assert.Equal("nowhere.yaml:1:1 the file – is not there – a scenario file, in YAML or JSON", Assert.Throws<ScenarioException>(() => PathwayReader.ReadFile("nowhere.yaml")).Message);
}
