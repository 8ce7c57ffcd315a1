using CareFlowSim.Cli;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class GalleryCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gallery_KeepsPicturesReportAndSummaryOnly()
    {
        CliAnswer answer = CliFolder.Run(Everything, Words());

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.Equal(["beds.svg", "report.md", "summary.txt"], OutputFolder.FilesIn(_folder.PathOf("gallery")));
    }

    [Fact]
    public void Gallery_Again_GivesTheSameBytes()
    {
        Assert.Equal(Bytes(), Bytes());

        string[] Bytes()
        {
            Assert.Equal(ExitCode.Good, CliFolder.Run(Words()).ExitCode);
            return [.. OutputFolder.FilesIn(_folder.PathOf("gallery")).Select(f => f + Convert.ToHexString(File.ReadAllBytes(_folder.PathOf("gallery/" + f))))];
        }
    }

    [Fact]
    public void Gallery_IntoAnotherFolder_IsRefused()
    {
        RunCommandTests.Note(_folder.PathOf("gallery"), "mine");

        CliAnswer answer = CliFolder.Run(Everything, Words());

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Contains("which is not of a gallery", answer.Error, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Everything(string folder, ExperimentResult result, RunInfo info)
    {
        string[] files = ["beds.svg", "daily.parquet", "report.md", "manifest.json"];
        foreach (string file in files)
        {
            File.WriteAllText(Path.Combine(folder, file), file);
        }

        return files;
    }

    private string[] Words() => ["gallery", "--scenario", _folder.QuickStart, "--out", _folder.PathOf("gallery")];
}
