using System.Diagnostics;
using System.Runtime.Versioning;
using CareFlowSim.Cli;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Sweeps;
using Xunit;

namespace CareFlowSim.Tests.Cli;

/// <summary>A sweep on a disk that fills up and on one that may not be written to: a small file system in memory, mounted for the test.</summary>
[Trait("Category", "SmallDisk")]
[SupportedOSPlatform("linux")]
public sealed class SweepDiskTests : IDisposable
{
    // Twenty parts, of which the disk has room for some.
    private const string Cells = """
        design: { kind: grid }
        inputs:
          - { name: beds, path: places.ward.capacity, from: 3, to: 22, steps: 20 }
        """;

    private readonly SweepFiles _files = new();

    public SweepDiskTests()
    {
        Directory.CreateDirectory(Disk);
        Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", Disk);
    }

    private string Disk => _files.PathOf("disk");

    private string Out => Path.Combine(Disk, "out");

    public void Dispose()
    {
        Run("umount", Disk);
        _files.Dispose();
    }

    [Fact]
    public void DiskFull_SaysSo_KeepsWhatIsFinished_AndGoesOnWithMoreRoom()
    {
        string sweep = _files.Write(Cells);
        CliAnswer alone = CliFolder.Run("sweep", "run", sweep, "--out", _files.PathOf("alone"));

        CliAnswer full = CliFolder.Run("sweep", "run", sweep, "--out", Out, "--threads", "1");
        int kept = SweepLedger.StateOf(SweepFolder.Open(Out)).Done.Count;
        Run("mount", "-o", "remount,size=8m", Disk);
        CliAnswer more = CliFolder.Run("sweep", "run", sweep, "--out", Out);

        Assert.True(alone.ExitCode == ExitCode.Good, alone.Error);
        Assert.Equal(ExitCode.Failed, full.ExitCode);
        Assert.Contains("No space left on device", full.Error, StringComparison.Ordinal);
        Assert.Contains("What is finished stays so.", full.Error, StringComparison.Ordinal);
        Assert.InRange(kept, 1, 19);
        Assert.Contains($"{kept} part", more.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Good, more.ExitCode);
        Assert.Equal(SweepFiles.Merged(_files.PathOf("alone")), SweepFiles.Merged(Out));
    }

    [Fact]
    public void DiskReadOnly_SaysSo_AndLosesNothing()
    {
        string sweep = _files.Write(Cells);
        Run("mount", "-o", "remount,size=8m", Disk);
        CliFolder.Run("sweep", "run", sweep, "--out", Out, "--limit", "2");

        Run("mount", "-o", "remount,ro", Disk);
        CliAnswer answer = CliFolder.Run("sweep", "run", sweep, "--out", Out);
        int kept = SweepLedger.StateOf(SweepFolder.Open(Out)).Done.Count;

        Assert.Equal(ExitCode.Failed, answer.ExitCode);
        Assert.Contains("Read-only file system", answer.Error, StringComparison.Ordinal);
        Assert.Equal(2, kept);
    }

    private static void Run(string command, params string[] words)
    {
        using Process process = Process.Start(command, words);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command} failed: a disk is mounted by root");
    }
}
