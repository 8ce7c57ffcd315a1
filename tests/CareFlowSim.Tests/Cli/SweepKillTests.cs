using System.Diagnostics;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Sweeps;
using Xunit;

namespace CareFlowSim.Tests.Cli;

/// <summary>The real program, killed without warning (SIGKILL on Unix) and started again: the merged files are those of an undisturbed run.</summary>
public sealed class SweepKillTests : IDisposable
{
    private const string Cells = """
        replications: 20
        set: { period.days: 400 }
        design: { kind: grid }
        inputs:
          - { name: beds, path: places.ward.capacity, from: 3, to: 6, steps: 4 }
          - { name: rate, path: "arrivals[arrivals].per_day", from: 2, to: 2.9, steps: 10 }
        """;

    private readonly SweepFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Kill_AfterTheFirstPart_LosesNothingFinished()
    {
        string sweep = _files.Write(Cells);
        string folder = _files.PathOf("out");

        using (Process process = Start(sweep, folder))
        {
            while (!process.HasExited && Finished(folder) == 0)
            {
                Thread.Sleep(5);
            }

            process.Kill();
            process.WaitForExit();
        }

        int before = Finished(folder);
        Finish(sweep, folder);

        Assert.True(before >= 1);
        Assert.Equal(Undisturbed(sweep), SweepFiles.Merged(folder));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Kill_AtTwentyRandomMoments_SameBytes()
    {
        string sweep = _files.Write(Cells);
        IReadOnlyDictionary<string, string> undisturbed = Undisturbed(sweep);
        Random moments = new(20);
        int kills = 0;
        for (int round = 0; kills < 20; round++)
        {
            string folder = _files.PathOf("round" + round);
            for (bool done = false; !done && kills < 20;)
            {
                using Process process = Start(sweep, folder);
                done = process.WaitForExit(moments.Next(100, 1_500));
                if (!done)
                {
                    int before = Finished(folder);
                    process.Kill();
                    process.WaitForExit();
                    kills++;
                    Assert.True(Finished(folder) >= before);
                }
            }

            Finish(sweep, folder);
            Assert.Equal(undisturbed, SweepFiles.Merged(folder));
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Memory_DoesNotGrowWithTheNumberOfCells()
    {
        long few = Peak(Cells.Replace("steps: 10", "steps: 5", StringComparison.Ordinal), "few");
        long many = Peak(Cells.Replace("steps: 10", "steps: 250", StringComparison.Ordinal), "many");

        Assert.True(many < few + 40_000_000, $"{few} bytes with 20 cells, {many} with 1,000");
    }

    private long Peak(string cells, string name)
    {
        // The collector may let tens of megabytes pile up before it begins: with a small budget, what is measured is what is kept.
        using Process process = Start(_files.Write(cells, name + ".yaml", cellsPerPart: 16), _files.PathOf(name), ("DOTNET_GCgen0size", "400000"));
        long peak = 0;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = process.HasExited ? peak : Math.Max(peak, process.PeakWorkingSet64);
        }

        Assert.Equal(0, process.ExitCode);
        return peak;
    }

    private IReadOnlyDictionary<string, string> Undisturbed(string sweep)
    {
        string folder = _files.PathOf("undisturbed");
        Finish(sweep, folder);
        return SweepFiles.Merged(folder);
    }

    private static void Finish(string sweep, string folder)
    {
        using Process process = Start(sweep, folder);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static int Finished(string folder) => Directory.Exists(Path.Combine(folder, "ledger")) && File.Exists(Path.Combine(folder, "sweep.json"))
        ? SweepLedger.Read(SweepFolder.Open(folder)).Count
        : 0;

    private static Process Start(string sweep, string folder, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in (string[])[Path.Combine(AppContext.BaseDirectory, "careflow.dll"), "sweep", "run", sweep, "--out", folder, "--threads", "2"])
        {
            start.ArgumentList.Add(word);
        }

        foreach ((string variable, string value) in environment)
        {
            start.Environment[variable] = value;
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
