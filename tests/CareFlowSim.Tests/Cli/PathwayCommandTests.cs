using System.Text.Json.Nodes;
using CareFlowSim.Cli;
using CareFlowSim.Tests.IO.Pathways;
using Xunit;

namespace CareFlowSim.Tests.Cli;

/// <summary>new, check, run and search on pathways, as a planner would use them.</summary>
public sealed class PathwayCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-pathway-");

    public static TheoryData<string> Templates => PathwayFiles.Templates;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void New_WritesATemplateThatChecksAndRuns()
    {
        string file = PathOf("my-ward.yaml");

        CliAnswer written = CliFolder.Run("new", "pathway", file, "--template", "mmc");
        CliAnswer ran = CliFolder.Run("run", file, "--replications", "3", "--set", "period.days=50", "--out", PathOf("out"), "--check");

        Assert.Equal(ExitCode.Good, written.ExitCode);
        Assert.Contains("name: my-ward\n", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.True(ran.ExitCode == ExitCode.Good, ran.Error);
        Assert.Contains("Places in the baseline", ran.Out, StringComparison.Ordinal);
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(PathOf("out/manifest.json")))!;
        Assert.Equal("my-ward", (string?)manifest["facts"]!["scenario"]!["name"]);
        Assert.Equal(3, (int)manifest["facts"]!["replications"]!);
        Assert.All(manifest["files"]!.AsArray(), f => Assert.True(File.Exists(PathOf("out/" + (string)f!["name"]!))));
    }

    [Fact]
    public void New_FileThatIsThere_IsLeftAlone()
    {
        string file = PathOf("mine.yaml");
        File.WriteAllText(file, "mine");

        CliAnswer answer = CliFolder.Run("new", "pathway", file);

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal([$"FILE – '{file}' is there already – a file that is not there yet, or --force to write over it"], answer.ErrorLines);
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Equal(ExitCode.Good, CliFolder.Run("new", "pathway", file, "--force").ExitCode);
        Assert.NotEqual("mine", File.ReadAllText(file));
    }

    [Fact]
    public void New_UnknownTemplate_NamesTheNearest()
    {
        CliAnswer answer = CliFolder.Run("new", "pathway", PathOf("a.yaml"), "--template", "strok");

        Assert.Equal(["--template – is 'strok' – did you mean 'stroke'? (one of acute-to-step-down, discharge-to-assess, emergency-medical-ward, mmc, stroke)"], answer.ErrorLines);
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_ShortRunHoldsTheBooks(string file)
    {
        CliAnswer answer = CliFolder.Run("run", Path.Combine(PathwayFiles.Shipped, file), "--replications", "2", "--set", "period.days=40", "--out", PathOf("out"), "--check");

        Assert.True(answer.ExitCode == ExitCode.Good, answer.Error);
        Assert.Contains("Conservation of people and places held", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FaultyFile_SaysAllAndWritesNothing()
    {
        CliAnswer answer = CliFolder.Run("run", Path.Combine(PathwayFiles.Tests, "Malformed", "04-flow.yaml"), "--out", PathOf("out"), "--replications", "many");

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Contains("--replications many:1:1 replications – is the text 'many' – a whole number from 1 to 100000 (replications)", answer.ErrorLines);
        Assert.Contains(answer.ErrorLines, l => l.Contains("deadlock", StringComparison.Ordinal));
        Assert.False(Directory.Exists(PathOf("out")));
    }

    [Fact]
    public void Run_OptionsOfTheOtherKind_AreRefused()
    {
        CliAnswer answer = CliFolder.Run("run", Path.Combine(PathwayFiles.Shipped, "mmc.yaml"), "--areas", "Bolton", "--spells", "--out", PathOf("out"));

        Assert.Equal(
            ["--areas – means nothing for a scenario of kind pathway – only for kind people", "--spells – means nothing for a scenario of kind pathway – only for kind people"],
            answer.ErrorLines);
    }

    [Fact]
    public void Run_Json_PrintsTheTables()
    {
        CliAnswer answer = CliFolder.Run("run", Path.Combine(PathwayFiles.Shipped, "mmc.yaml"), "--replications", "2", "--set", "period.days=20", "--out", PathOf("out"), "--json");

        Assert.NotEmpty(JsonNode.Parse(answer.Out)!["tables"]!["measures"]!.AsArray());
    }

    [Fact]
    public void Run_Stopped_WritesNothing()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();

        CliAnswer answer = CliFolder.Run(["run", Path.Combine(PathwayFiles.Shipped, "mmc.yaml"), "--out", PathOf("out")], stop.Token);

        Assert.Equal(ExitCode.Stopped, answer.ExitCode);
        Assert.Equal("Stopped; nothing was written.", answer.ErrorLines[^1]);
        Assert.False(Directory.Exists(PathOf("out")));
    }

    [Fact]
    public void Search_WritesItsTableAndPicture()
    {
        CliAnswer answer = CliFolder.Run("search", Path.Combine(PathwayFiles.Shipped, "mmc.yaml"), "--replications", "4", "--set", "period.days=200", "--out", PathOf("out"));

        Assert.True(answer.ExitCode == ExitCode.Good, answer.Error);
        Assert.StartsWith("Fewest units that meet the service levels", answer.Out, StringComparison.Ordinal);
        Assert.Equal(["manifest.json", "report.md", "search.parquet", "search.svg"], Directory.GetFiles(PathOf("out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Search_WithoutAnythingToSearch_SaysSo()
    {
        string file = PathOf("small.yaml");
        File.WriteAllText(file, PathwayFiles.Small());

        Assert.Equal([$"SCENARIO – '{file}' has no key search – a scenario that says what to search for"], CliFolder.Run("search", file, "--out", PathOf("out")).ErrorLines);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
