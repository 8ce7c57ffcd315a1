using System.Diagnostics;
using System.Runtime.Versioning;
using CareFlowSim.Cli;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Scenarios;
using CareFlowSim.Tests.IO.Sweeps;
using Xunit;

namespace CareFlowSim.Tests.Cli;

/// <summary>A job array on a real Slurm, which a script of the repository starts on this machine.</summary>
[Trait("Category", "Slurm")]
[UnsupportedOSPlatform("windows")]
public sealed class SweepSlurmTests : IDisposable
{
    private const int Tasks = 4;

    // Enough work for each task that one can be killed between its first part and its last.
    private const string Cells = """
        replications: 300
        set: { period.days: 400 }
        design: { kind: grid }
        inputs:
          - { name: beds, path: places.ward.capacity, from: 3, to: 6, steps: 4 }
          - { name: rate, path: "arrivals[arrivals].per_day", from: 2, to: 2.9, steps: 10 }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SweepFiles _files = new();

    public SweepSlurmTests() => Cluster("start");

    private string ClusterFolder => _files.PathOf("slurm");

    public void Dispose()
    {
        Cluster("stop");
        _files.Dispose();
    }

    [Fact]
    public void Array_OneTaskKilledAndSubmittedAgain_SameBytesAsOneProcess()
    {
        string sweep = _files.Write(Cells);
        string folder = _files.PathOf("array");
        string script = WriteScript(sweep, folder);

        string job = Slurm("sbatch", "--parsable", script).Trim();
        Wait(() => FinishedBy(folder, task: 2) > 0);
        Slurm("scancel", "--full", "--signal=KILL", job + "_2");
        Wait(() => Slurm("squeue", "--noheader", "--jobs=" + job).Length == 0);
        SweepState killed = SweepLedger.StateOf(SweepFolder.Open(folder));
        Slurm("sbatch", "--wait", "--array=2", script);
        SweepState again = SweepLedger.StateOf(SweepFolder.Open(folder));

        Assert.NotEmpty(killed.Missing);
        Assert.All(killed.Missing, part => Assert.Equal(2, ((part - 1) % Tasks) + 1));
        Assert.True(again.Complete);
        Assert.Equal(Alone(sweep), SweepFiles.Merged(folder));
    }

    private IReadOnlyDictionary<string, string> Alone(string sweep)
    {
        string folder = _files.PathOf("alone");
        CliAnswer answer = CliFolder.Run("sweep", "run", sweep, "--out", folder, "--threads", "2");
        Assert.True(answer.ExitCode == ExitCode.Good, answer.Error);
        return SweepFiles.Merged(folder);
    }

    /// <summary>The job file that the program writes.</summary>
    private string WriteScript(string sweep, string folder)
    {
        CliAnswer answer = CliFolder.Run("sweep", "script", "--slurm", sweep, "--out", folder, "--tasks", $"{Tasks}");
        Assert.True(answer.ExitCode == ExitCode.Good, answer.Error);
        string script = _files.PathOf("job.sbatch");
        File.WriteAllText(script, answer.Out);
        return script;
    }

    /// <summary>The program as the tasks start it.</summary>
    private string Program()
    {
        string program = _files.PathOf("careflow");
        if (!File.Exists(program))
        {
            File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "careflow.dll")}' \"$@\"\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return program;
    }

    /// <summary>Parts in the ledger of a task.</summary>
    private static int FinishedBy(string folder, int task)
    {
        string ledger = Path.Combine(folder, "ledger");
        return Directory.Exists(ledger) ? Directory.GetFiles(ledger, $"{task}-of-{Tasks}.*").Sum(f => File.ReadAllText(f).Count(c => c == '\n')) : 0;
    }

    private void Cluster(string command) =>
        Run("bash", [Path.Combine(Path.GetDirectoryName(ScenarioFiles.Shipped)!, "tests", "slurm", "one-machine.sh"), command, ClusterFolder]);

    private string Slurm(string command, params string[] words) => Run(command, words);

    private string Run(string command, string[] words)
    {
        string log = _files.PathOf(Path.GetRandomFileName());
        ProcessStartInfo start = new("bash") { WorkingDirectory = Path.GetDirectoryName(log) };
        start.Environment["SLURM_CONF"] = Path.Combine(ClusterFolder, "slurm.conf");
        start.Environment["CAREFLOW"] = Program();

        // Into a file: the daemons that a start leaves behind would keep a pipe open.
        foreach (string word in (string[])["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1", "bash", log, command, .. words])
        {
            start.ArgumentList.Add(word);
        }

        using Process process = Process.Start(start)!;
        Assert.True(process.WaitForExit(Patience), $"{command} did not end");
        string said = File.ReadAllText(log);
        Assert.True(process.ExitCode == 0, said);
        return said;
    }

    private static void Wait(Func<bool> until)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!until())
        {
            Assert.True(waited.Elapsed < Patience, "waited too long");
            Thread.Sleep(20);
        }
    }
}
