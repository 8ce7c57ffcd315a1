using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Results;

/// <summary>The folder as a whole: complete, whole, and the same whenever the run is the same.</summary>
public sealed class ResultFolderTests
{
    [Fact]
    public void Folder_HoldsExactlyTheFilesNamed_AndTheManifestLast()
    {
        using WrittenFolder folder = new(ResultRuns.Result);

        Assert.Equal(
            folder.Names.Order(StringComparer.Ordinal),
            Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Equal("manifest.json", folder.Names[^1]);
        Assert.Equal(10 + 7 + 2, folder.Names.Count);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 5)]
    [InlineData(1, 3)]
    public void SameRun_WithOtherThreadsAndOrder_GivesTheSameBytes(int threads, int shuffle)
    {
        using WrittenFolder first = new(ResultRuns.Result);
        using WrittenFolder second = new(ResultRuns.Run(ResultRuns.Small, threads, shuffle), ResultRuns.Info(threads));

        Assert.Equal(first.Names, second.Names);
        Assert.All(first.Names.SkipLast(1), n => Assert.True(Hash(first.PathOf(n)) == Hash(second.PathOf(n)), n));
        Assert.Equal(WithoutTimings(first), WithoutTimings(second));
    }

    [Fact]
    public void EarlierRun_LeavesNothingBehind_AndOtherFilesStay()
    {
        using WrittenFolder folder = new(ResultRuns.Result);
        File.WriteAllText(folder.PathOf("notes.txt"), "mine");

        IReadOnlyList<string> names = ResultFolder.Write(folder.Path, ResultRuns.Run(ResultRuns.Small with { Policies = [], Areas = ["Rutland"] }, spells: false), ResultRuns.Info());

        Assert.DoesNotContain("spells.parquet", names);
        Assert.DoesNotContain("differences.parquet", names);
        Assert.DoesNotContain("areas.svg", names);
        Assert.Equal(names.Append("notes.txt").Order(StringComparer.Ordinal), Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Manifest_TellsWhatWasRunAndWhatWasWritten()
    {
        using WrittenFolder folder = new(ResultRuns.Result);
        JsonNode manifest = JsonNode.Parse(folder.Text("manifest.json"))!;

        Assert.Equal(folder.Names.SkipLast(1), manifest["files"]!.AsArray().Select(f => (string)f!["name"]!));
        Assert.All(manifest["files"]!.AsArray(), f =>
        {
            Assert.Equal(Hash(folder.PathOf((string)f!["name"]!)), (string)f["sha256"]!);
            Assert.Equal(new FileInfo(folder.PathOf((string)f["name"]!)).Length, (long)f["bytes"]!);
        });
        Assert.Equal("7", manifest["seed"]!.ToString());
        Assert.Equal("small", (string)manifest["scenario"]!["name"]!);
        Assert.Equal(WorldReader.Sources(ResultRuns.Info().WorldFolder).Files, manifest["world"]!["files"]!.AsArray().Select(f => (string)f!["name"]!));
        Assert.Equal(["cost.ae_attendance"], manifest["parameters"]!.AsArray().Where(p => (bool)p!["changed_by_scenario"]!).Select(p => (string)p!["key"]!));
        Assert.True((bool)manifest["completeness"]!["complete"]!);
        Assert.True((bool)manifest["settling"]!["checked"]!);
        Assert.Equal("timings", manifest.AsObject().Last().Key);
        Assert.DoesNotContain(Path.GetTempPath().TrimEnd('/'), folder.Text("manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_AreWellFormedAndSayWhatTheyAreOf()
    {
        using WrittenFolder folder = new(ResultRuns.Result);

        Assert.All(folder.Names.Where(n => n.EndsWith(".svg", StringComparison.Ordinal)), n =>
        {
            string svg = XDocument.Parse(folder.Text(n)).Root!.Value;
            Assert.Contains("Seed 7", svg, StringComparison.Ordinal);
            Assert.Contains(ResultRuns.Small.Title, svg, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", folder.Text(n), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Report_HoldsTheSummaryAndShowsEveryPicture()
    {
        using WrittenFolder folder = new(ResultRuns.Result);
        string report = folder.Text("report.md");

        Assert.StartsWith("# What does a small experiment show?\n", report, StringComparison.Ordinal);
        Assert.All(Summary.Of(ResultRuns.Result), s => Assert.Contains($"## {s.Title}\n", report, StringComparison.Ordinal));
        Assert.All(folder.Names.Where(n => n.EndsWith(".svg", StringComparison.Ordinal)), n => Assert.Contains($"]({n})", report, StringComparison.Ordinal));
        Assert.Contains("Crisis \\| teams", report, StringComparison.Ordinal);
    }

    [Fact]
    public void StoppedRun_GivesItsWholeReplicationsOnly()
    {
        int systems = ResultRuns.Result.Setup.Systems.Count;
        ExperimentResult stopped = ResultRuns.Stopped(ResultRuns.Small, systems + 1);
        using WrittenFolder folder = new(stopped);
        using WrittenFolder complete = new(ResultRuns.Result);

        Assert.Equal(["annual.parquet", "replications.parquet", "delays.parquet", "report.md", "manifest.json"], folder.Names);
        Table all = complete.Table("annual.parquet");
        Table part = folder.Table("annual.parquet");
        Assert.All(part.Of<int>("replication"), r => Assert.Equal(1, r));
        Assert.Equal(all.RowCount, 2 * part.RowCount);
        Assert.Equal(
            all.Of<long>("emergency_admissions").Where((_, i) => all.Of<int>("replication")[i] == 1),
            part.Of<long>("emergency_admissions"));
        Assert.Contains("1 of 2 replications are whole", folder.Text("report.md"), StringComparison.Ordinal);
        JsonNode unfinished = Assert.Single(JsonNode.Parse(folder.Text("manifest.json"))!["completeness"]!["unfinished"]!.AsArray())!;
        Assert.Equal(2, (int)unfinished["replication"]!);
        Assert.Equal(systems - 1, unfinished["acute_systems"]!.AsArray().Count);
        Assert.Equal("Stopped before the end", Assert.Single(Summary.Of(stopped)).Title);
    }

    [Fact]
    public void RunStoppedAtOnce_GivesReportAndManifest()
    {
        using WrittenFolder folder = new(ResultRuns.Stopped(ResultRuns.Small, 0));

        Assert.Equal(["report.md", "manifest.json"], folder.Names);
    }

    [Fact]
    public void FaultWhileWriting_IsTheFaultItself()
    {
        using WrittenFolder folder = new(ResultRuns.Result);
        File.Delete(folder.PathOf("daily.parquet"));
        Directory.CreateDirectory(folder.PathOf("daily.parquet"));

        Exception? fault = Record.Exception(() => ResultFolder.Write(folder.Path, ResultRuns.Result, ResultRuns.Info()));

        Assert.True(fault is IOException or UnauthorizedAccessException, fault?.ToString());
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), f => f.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.False(File.Exists(folder.PathOf("manifest.json")));
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static string WithoutTimings(WrittenFolder folder)
    {
        JsonObject manifest = JsonNode.Parse(folder.Text("manifest.json"))!.AsObject();
        Assert.True(manifest.Remove("timings"));
        return manifest.ToJsonString();
    }
}
