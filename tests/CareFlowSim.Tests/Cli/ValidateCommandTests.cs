using System.Text.Json.Nodes;
using CareFlowSim.Cli;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    private string World => _folder.PathOf("england-2014");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validate_LaysEveryTargetBesideTheBaseline_AndObservedMonthsBesideItsFolder()
    {
        string validation = _folder.PathOf("validation");
        CliAnswer answer = CliFolder.Run("validate", "--world", World, "--sample", "1:200", "--replications", "3", "--out", validation, "--json");

        Assert.Contains(answer.ExitCode, new[] { ExitCode.Good, ExitCode.Failed });
        JsonNode json = JsonNode.Parse(answer.Out)!;
        JsonArray rows = json["rows"]!.AsArray();
        Assert.Equal(answer.ExitCode == ExitCode.Good, (int)json["missed"]! == 0);
        Assert.Equal(WorldReader.Read(World).Targets.Select(t => t.Key).Append("area_rank_correlation").Order(), rows.Where(r => (string)r!["use"]! != "identity").Select(r => (string)r!["key"]!).Order());
        Assert.True((bool)rows.Single(r => (string)r!["key"]! == "conservation")!["met"]!);
        Assert.Equal(
            ["areas.svg", "beds.svg", "manifest.json", "monthly-admissions.svg", "monthly-delayed-days.svg", "report.md", "series.parquet", "settling.svg", "survival.svg", "targets.svg", "validation.parquet", "weekday-discharges.svg"],
            Directory.EnumerateFiles(validation).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Contains("85 % of the days are taken as those of people 65+ (parameter delay.share_65plus)", File.ReadAllText(Path.Combine(validation, "report.md")), StringComparison.Ordinal);

        string observed = _folder.PathOf("observed.csv");
        File.WriteAllText(observed, "month,acute_days\n2014-03,1\n2014-04,70000\n2014-05,80000\n2014-06,90000\n");
        CliAnswer compared = CliFolder.Run("validate", "--world", World, "--observed", observed, "--results", validation, "--out", _folder.PathOf("compared"), "--json");

        Assert.Equal("", compared.Error);
        JsonNode comparison = Assert.Single(JsonNode.Parse(compared.Out)!["comparisons"]!.AsArray())!;
        Assert.Equal((3, "month"), ((int)comparison["points"]!, (string)comparison["by"]!));
        Assert.True(File.Exists(_folder.PathOf("compared/delayed-days.svg")));
        Assert.Contains("Not simulated, so left out: 2014-03", File.ReadAllText(_folder.PathOf("compared/report.md")), StringComparison.Ordinal);

        CliAnswer odd = CliFolder.Run("validate", "--world", World, "--observed", observed, "--results", validation, "--arm", "magic", "--out", _folder.PathOf("odd"));
        Assert.Equal((ExitCode.Wrong, "--arm – 'magic' is not an arm of the simulated figures – baseline"), (odd.ExitCode, odd.ErrorLines.Single()));
    }

    [Fact]
    public void Folds_AreTwoChecksNamedApart()
    {
        CliAnswer answer = CliFolder.Run("validate", "--world", World, "--sample", "1:200", "--replications", "1", "--folds", "2", "--out", _folder.PathOf("folds"), "--json");

        Assert.Equal(
            ["area_rank_held_out_features_only", "area_rank_held_out_own_2013_14"],
            JsonNode.Parse(answer.Out)!["rows"]!.AsArray().Where(r => ((string)r!["key"]!).StartsWith("area_rank_held_out", StringComparison.Ordinal)).Select(r => (string)r!["key"]!));
    }

    [Fact]
    public void Forward_RunsOnlyTheYearsThatAnObservedFileCovers_WithTheirPolicies()
    {
        string observed = _folder.PathOf("observed.csv");
        File.WriteAllText(observed, "month,ons_code,area,total_delayed_days\n2017-04,E06000001,Hartlepool,100\n2017-05,E06000001,Hartlepool,120\n");

        CliAnswer answer = CliFolder.Run("validate", "--world", World, "--observed", observed, "--sample", "1:200", "--replications", "1", "--out", _folder.PathOf("out"), "--json");

        JsonNode json = JsonNode.Parse(answer.Out)!;
        Assert.Equal(["2017-18 baseline", "2017-18 policies-of-the-day"], json["years"]!.AsArray().Select(y => $"{y!["year"]} {y["arm"]}"));
        Assert.Equal(10_030_511, (double)json["years"]![0]!["people_65plus"]!);
        Assert.Equal(["month", "area"], json["comparisons"]!.AsArray().Select(c => (string)c!["by"]!));
        Assert.Contains("policies-of-the-day 2017-04 to 2018-03", File.ReadAllText(_folder.PathOf("out/delayed-days-by-area.svg")), StringComparison.Ordinal);

        CliFolder.Run("validate", "--world", World, "--observed", observed, "--results", _folder.PathOf("out"), "--out", _folder.PathOf("again"));
        Assert.Equal(File.ReadAllText(_folder.PathOf("out/delayed-days-by-area.svg")), File.ReadAllText(_folder.PathOf("again/delayed-days-by-area.svg")));
        CliFolder.Run("validate", "--world", World, "--observed", observed, "--results", _folder.PathOf("out"), "--arm", "baseline", "--out", _folder.PathOf("without"));
        Assert.Contains("baseline 2017-04 to 2018-03", File.ReadAllText(_folder.PathOf("without/delayed-days-by-area.svg")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month,acute_days\n2019-04,1\n", "2019-04 to 2019-04, none of which is simulated – months from 2014-04 to 2018-03")]
    [InlineData("month,acute_days\n2015-04,x\n", "observed.csv:2:9 acute_days – 'x' is not a figure")]
    [InlineData("day,acute_days\n2015-04,1\n", "observed.csv:1:1 header – has no column 'month' – one of: ")]
    public void AWrongObservedFile_IsSaidAndNothingIsWritten(string text, string fault)
    {
        string observed = _folder.PathOf("observed.csv");
        File.WriteAllText(observed, text);
        IReadOnlyList<string> before = _folder.Contents();

        CliAnswer answer = CliFolder.Run("validate", "--world", World, "--observed", observed, "--out", _folder.PathOf("out"));

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Contains(fault, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, _folder.Contents());
    }

    [Fact]
    public void OptionsThatDoNotFit_AreAllSaid()
    {
        CliAnswer answer = CliFolder.Run("validate", "--world", World, "--forward", "--results", "x", "--arm", "y");

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal(["--results", "--arm", "--forward"], answer.ErrorLines.Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public void AFolderOfSomebodyElse_IsLeftAlone()
    {
        Directory.CreateDirectory(_folder.PathOf("mine"));
        File.WriteAllText(_folder.PathOf("mine/letter.txt"), "Dear");

        CliAnswer answer = CliFolder.Run("validate", "--world", World, "--out", _folder.PathOf("mine"));

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal("Dear", File.ReadAllText(_folder.PathOf("mine/letter.txt")));
    }

    /// <summary>What is validated is what is run. Only the forward years need longer to settle, because demand has grown in them.</summary>
    [Fact]
    public void BaseYear_HasTheWarmUpOfTheShippedScenarios() => Assert.All(
        IO.Scenarios.ScenarioFiles.ShippedYaml,
        f =>
        {
            int days = ScenarioReader.ReadFile(Path.Combine(IO.Scenarios.ScenarioFiles.Shipped, f)).Period.WarmUpDays;
            int validated = ValidateCommand.BaseYear("england-2014").Period.WarmUpDays;
            Assert.True(f.StartsWith("forward-", StringComparison.Ordinal) ? days > validated : days == validated, $"{f}: {days} days");
        });
}
