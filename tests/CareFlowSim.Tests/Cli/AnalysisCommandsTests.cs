using System.Text.Json.Nodes;
using CareFlowSim.Cli;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class AnalysisCommandsTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compare_OfRunsOnTheSameLuck_IsPaired_AndOfAnotherSeedSaysThatItIsNot()
    {
        (string a, string b, string c) = (Run("a", "--replications", "3"), Run("b", "--replications", "4"), Run("c", "--replications", "3", "--seed", "99"));

        JsonNode paired = Json("compare", a, b, "--out", _folder.PathOf("paired"), "--json");
        JsonNode unpaired = Json("compare", a, c, "--out", _folder.PathOf("unpaired"), "--json");

        Assert.True((bool)paired["facts"]!["paired"]!);
        Assert.All(paired["figures"]!.AsArray(), f => Assert.Equal((0.0, 3), ((double)f!["value"]!, (int)f["n"]!)));
        Assert.False((bool)unpaired["facts"]!["paired"]!);
        Assert.Equal("seed differs", (string)unpaired["facts"]!["not_paired_because"]![0]!);
        Assert.Contains("NOT paired, because seed differs", File.ReadAllText(Path.Combine(_folder.PathOf("unpaired"), "report.md")), StringComparison.Ordinal);
        Assert.Contains(unpaired["figures"]!.AsArray(), f => (double)f!["value"]! != 0);
        Assert.Equal(ExitCode.Wrong, CliFolder.Run("compare", a, _folder.PathOf("england-2014")).ExitCode);
    }

    [Fact]
    public void Options_OfARun_TakeThePriceOfThePolicy()
    {
        string run = Run("a", "--replications", "3");

        JsonNode without = Json("options", run, "--out", _folder.PathOf("options"), "--json");
        JsonNode with = Json("options", run, "--effect", "emergency_admissions_avoided", "--price", "community-package=1000000", "--worth", "5000", "--out", _folder.PathOf("options"), "--json");

        double cost = Value(without, "cost");
        Assert.Equal(cost + 1_000_000, Value(with, "cost"), 1e-3);
        Assert.Equal((5_000 * Value(with, "emergency_admissions_avoided")) - cost - 1_000_000, Value(with, "net_benefit"), 1e-3);
        Assert.Contains("does not cost the policy itself", File.ReadAllText(Path.Combine(_folder.PathOf("options"), "report.md")), StringComparison.Ordinal);
        Assert.Equal(["manifest.json", "options.parquet", "plane.svg", "report.md"], OutputFolder.FilesIn(_folder.PathOf("options")));

        CliAnswer wrong = CliFolder.Run("options", run, "--price", "other=1", "--worth", "much");
        Assert.Equal(ExitCode.Wrong, wrong.ExitCode);
        Assert.Contains("--price – 'other' is no policy here – one of community-package", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("--worth – is 'much' – a number above 0", wrong.Error, StringComparison.Ordinal);

        static double Value(JsonNode json, string measure) => (double)json["figures"]!.AsArray().Single(f => (string)f!["measure"]! == measure && (string)f["of"]!["policy"]! == "community-package")!["value"]!;
    }

    [Fact]
    public void Options_OfDraws_SayWhatItIsWorthToKnowMore()
    {
        string draws = _folder.PathOf("draws");
        CliAnswer made = CliFolder.Run(
            "uncertainty", _folder.QuickStart, "--people-per-agent", "40", "--draws", "8", "--replications", "2", "--inputs", "response.averted_share,crisis.acs_share",
            "--measure", "beds_freed,pounds_added", "--out", draws);
        Assert.Equal(ExitCode.Good, made.ExitCode);

        JsonNode json = Json("options", draws, "--worth", "50000", "--out", _folder.PathOf("options"), "--json");

        Assert.True((double)json["facts"]!["evpi_pounds"]! >= 0);
        Assert.Equal(["crisis.acs_share", "response.averted_share"], json["figures"]!.AsArray().Where(f => (string)f!["measure"]! == "evppi").Select(f => (string)f!["of"]!["input"]!).Order());
        CliAnswer missing = CliFolder.Run("options", draws, "--effect", "packages_added");
        Assert.Contains("did not keep packages_added – careflow uncertainty … --measure packages_added,pounds_added", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensitivity_OfAMorrisSweep_FindsWhatMatters_AndWhatDoesNot()
    {
        string scenario = _folder.Scenario("moved.yaml", """
            period: { start: 2015-04-01, days: 40, warm_up_days: 60 }
            areas: [Rutland]
            sample: 1:10
            policies:
              - { name: shorter, what_if: { length_of_stay: 0.9 } }

            """);
        File.WriteAllText(_folder.PathOf("morris.yaml"), $$"""
            careflow: 1
            kind: sweep
            name: morris
            title: What matters?
            scenario: {{Path.GetFileName(scenario)}}
            replications: 1
            design: { kind: morris, trajectories: 3, levels: 4 }
            inputs:
              - { name: stay, path: "policies[shorter].what_if.length_of_stay", from: 0.5, to: 0.95 }
              - { name: price, path: parameters.cost.ae_attendance, from: 50, to: 200 }
            measures: [beds_freed]

            """);
        string sweep = _folder.PathOf("sweep");
        CliAnswer ran = CliFolder.Run("sweep", "run", _folder.PathOf("morris.yaml"), "--out", sweep, "--allow-unsettled");
        Assert.True(ran.ExitCode == ExitCode.Good, ran.Error);

        JsonNode json = Json("sensitivity", sweep, "--out", _folder.PathOf("sensitivity"), "--json");

        Assert.True(MuStar("stay") > 0);
        Assert.Equal(0, MuStar("price"));
        Assert.Contains("Inputs without effect", File.ReadAllText(Path.Combine(_folder.PathOf("sensitivity"), "report.md")), StringComparison.Ordinal);
        Assert.Contains("morris-shorter-beds_freed.svg", OutputFolder.FilesIn(_folder.PathOf("sensitivity")));
        Assert.Contains("holds no sweep", CliFolder.Run("sensitivity", _folder.PathOf("england-2014")).Error, StringComparison.Ordinal);

        double MuStar(string input) => (double)json["figures"]!.AsArray()
            .Single(f => (string)f!["measure"]! == "mu_star" && (string)f["of"]!["policy"]! == "shorter" && (string)f["of"]!["input"]! == input)!["value"]!;
    }

    [Fact]
    public void Select_ChoosesAPolicy_AndSaysHowSurely()
    {
        string scenario = _folder.Scenario("two.yaml", """
            period: { start: 2015-04-01, days: 60, warm_up_days: 60 }
            areas: [Rutland]
            sample: 1:10
            policies:
              - { name: little, what_if: { length_of_stay: 0.98 } }
              - { name: much, what_if: { length_of_stay: 0.6 } }

            """);
        string[] command = ["run", scenario, "--allow-unsettled", "--out", _folder.PathOf("chosen"), "--select", "beds_freed"];

        JsonNode json = Json([.. command, "--indifference", "5", "--at-most", "60", "--json"]);

        Assert.Equal("much", (string)json["facts"]!["best"]!);
        Assert.Equal((int)json["facts"]!["replications"]!, json["figures"]!.AsArray().Max(f => (int)f!["n"]!));
        Assert.Contains("Chosen: much, after", File.ReadAllText(Path.Combine(_folder.PathOf("chosen"), "report.md")), StringComparison.Ordinal);
        Assert.Contains("--indifference – is missing", CliFolder.Run(command).Error, StringComparison.Ordinal);
        Assert.Contains("--select – is given with --replications – one of the two", CliFolder.Run([.. command, "--indifference", "5", "--replications", "3"]).Error, StringComparison.Ordinal);
        Assert.Contains("two or more to choose from", CliFolder.Run("run", _folder.QuickStart, "--select", "beds_freed", "--indifference", "1").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Precision_DecidesHowManyReplications_AndTheTablesAreThoseOfThatNumber()
    {
        string[] small = ["run", _folder.QuickStart, "--sample", "1:20", "--allow-unsettled"];
        JsonNode json = Json([.. small, "--precision", "emergency_admissions_avoided=40%", "--at-most", "60", "--out", _folder.PathOf("until"), "--json"]);
        int made = (int)json["facts"]!["replications"]!;
        Assert.Equal(ExitCode.Good, CliFolder.Run([.. small, "--replications", $"{made}", "--out", _folder.PathOf("fixed")]).ExitCode);

        Assert.True((bool)json["facts"]!["precision_reached"]!);
        Assert.Equal(made, (int)json["facts"]!["replications_needed"]! + 5);
        string[] same = [.. OutputFolder.FilesIn(_folder.PathOf("until")).Except(["manifest.json", "report.md", "precision.parquet"])];
        Assert.True(same.Length > 8);
        Assert.All(same, f => Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.PathOf("fixed"), f)), File.ReadAllBytes(Path.Combine(_folder.PathOf("until"), f))));
        Assert.Contains("What variance reduction gained", File.ReadAllText(Path.Combine(_folder.PathOf("fixed"), "report.md")), StringComparison.Ordinal);
        Assert.Contains("Precision asked for", File.ReadAllText(Path.Combine(_folder.PathOf("until"), "report.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--precision – is 'beds' – MEASURE=WIDTH", "--precision", "beds")]
    [InlineData("--precision – is the text 'beds' – did you mean 'beds_freed'?", "--precision", "beds=5%")]
    [InlineData("--precision – is given with --replications – one of the two", "--precision", "beds_freed=5%", "--replications", "3")]
    [InlineData("--at-most – is given without --precision or --select", "--at-most", "5")]
    [InlineData("--indifference – is given without --select – --select beside it", "--indifference", "5")]
    public void Run_WrongOptions_AreTold(string expected, params string[] more)
    {
        CliAnswer answer = CliFolder.Run(["run", _folder.QuickStart, .. more]);

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasOneShape_AndNothingElseOnTheAnswerSide()
    {
        string run = Run("a", "--replications", "2");
        JsonNode[] all =
        [
            Json("run", _folder.QuickStart, "--sample", "1:40", "--replications", "3", "--allow-unsettled", "--out", _folder.PathOf("again"), "--json"),
            Json("check", _folder.QuickStart, "--json"),
            Json("compare", run, run, "--out", _folder.PathOf("compared"), "--json"),
            Json("options", run, "--out", _folder.PathOf("options"), "--json"),
            Json("attribute", _folder.QuickStart, "--policy", "community-package", "--sample", "1:40", "--replications", "2", "--out", _folder.PathOf("shares"), "--json"),
        ];

        Assert.Equal(["run", "check", "compare", "options", "attribute"], all.Select(j => (string)j["command"]!));
        Assert.All(all, j =>
        {
            Assert.Equal(["careflow", "version", "command", "title", "facts", "figures", "files"], j.AsObject().Select(p => p.Key).Take(7));
            Assert.Equal(ScriptJson.Format, (int)j["careflow"]!);
            Assert.NotEmpty(j["figures"]!.AsArray());
            Assert.All(j["figures"]!.AsArray(), f => Assert.Equal(["measure", "of", "unit", "value", "low", "high", "interval", "n"], f!.AsObject().Select(p => p.Key)));
        });
    }

    [Fact]
    public void Check_Json_CarriesTheFaults()
    {
        CliAnswer answer = CliFolder.Run("check", _folder.QuickStart, _folder.Scenario("wrong.yaml", "period: 3\n"), "--json");

        JsonNode json = JsonNode.Parse(answer.Out)!;
        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal([true, false], json["scenarios"]!.AsArray().Select(s => (bool)s!["good"]!));
        Assert.Equal("period", (string)json["scenarios"]![1]!["faults"]![0]!["where"]!);
    }

    private string Run(string name, params string[] more)
    {
        string folder = _folder.PathOf(name);
        CliAnswer answer = CliFolder.Run(["run", _folder.QuickStart, "--sample", "1:40", "--allow-unsettled", "--out", folder, .. more]);
        Assert.True(answer.ExitCode == ExitCode.Good, answer.Error);
        return folder;
    }

    private static JsonNode Json(params string[] command)
    {
        CliAnswer answer = CliFolder.Run(command);
        Assert.True(answer.ExitCode == ExitCode.Good, answer.Error);
        return JsonNode.Parse(answer.Out)!;
    }
}
