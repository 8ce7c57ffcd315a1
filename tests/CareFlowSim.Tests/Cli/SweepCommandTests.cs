using System.Text.Json.Nodes;
using CareFlowSim.Cli;
using CareFlowSim.Tests.IO.Sweeps;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class SweepCommandTests : IDisposable
{
    private readonly SweepFiles _files = new();

    private string Sweep => _files.Write(SweepFiles.Grid);

    private string Out => _files.PathOf("out");

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Plan_SaysHowLargeAndHowLong()
    {
        CliAnswer words = CliFolder.Run("plan", Sweep, "--rate", "10", "--threads", "2");
        CliAnswer json = CliFolder.Run("plan", Sweep, "--rate", "10", "--threads", "2", "--json");

        Assert.True(words.ExitCode == ExitCode.Good, words.Error);
        Assert.Contains("6 cells, 3 replications, 2 arms, 36 runs of an arm, 6 parts", words.Out, StringComparison.Ordinal);
        Assert.Contains("About 1.8 s on 2 threads (by the rate given)", words.Out, StringComparison.Ordinal);
        JsonNode plan = JsonNode.Parse(json.Out)!;
        Assert.Equal((6, 36, 1.8), ((int)plan["cells"]!, (int)plan["arm_runs"]!, (double)plan["expected_seconds"]!));
    }

    [Fact]
    public void Plan_WithoutRate_IsMeasured() =>
        Assert.Contains("(by one timed run of the first cell)", CliFolder.Run("plan", Sweep).Out, StringComparison.Ordinal);

    [Fact]
    public void Run_Alone_MergesAndWarns()
    {
        CliAnswer answer = CliFolder.Run("sweep", "run", Sweep, "--out", Out, "--threads", "2");

        Assert.True(answer.ExitCode == ExitCode.Good, answer.Error);
        Assert.Contains("larger against the baseline, cell by cell", answer.Out, StringComparison.Ordinal);
        Assert.Contains("NO EFFECT: spare", answer.Error, StringComparison.Ordinal);
        Assert.Contains("6 parts are finished already, 0 parts are run now.", CliFolder.Run("sweep", "run", Sweep, "--out", Out).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_StatusAndMerge_TellWhatIsMissing()
    {
        CliAnswer first = CliFolder.Run("sweep", "run", Sweep, "--out", Out, "--shard", "1/2");
        CliAnswer status = CliFolder.Run("sweep", "status", Out, "--json");
        CliAnswer early = CliFolder.Run("sweep", "merge", Out);
        CliAnswer second = CliFolder.Run("sweep", "run", Sweep, "--out", Out, "--shard", "2/2");
        CliAnswer merged = CliFolder.Run("sweep", "merge", Out, "--json");

        Assert.Contains("3 parts are missing in all", first.Error, StringComparison.Ordinal);
        Assert.Equal([2, 4, 6], JsonNode.Parse(status.Out)!["missing"]!.AsArray().Select(p => (int)p!));
        Assert.Equal(ExitCode.Wrong, early.ExitCode);
        Assert.Contains("3 parts of 6 missing (2, 4, 6)", early.Error, StringComparison.Ordinal);
        Assert.Contains("All 6 parts are finished. Put them together with: careflow sweep merge", second.Error, StringComparison.Ordinal);
        Assert.Equal(6, (int)JsonNode.Parse(merged.Out)!["sweep"]!["cells"]!);
    }

    [Fact]
    public void Run_Stopped_SaysWhatIsFinishedAndHowToGoOn()
    {
        CliFolder.Run("sweep", "run", Sweep, "--out", Out, "--limit", "2");

        CliAnswer stopped = CliFolder.Run(["sweep", "run", Sweep, "--out", Out], new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Stopped, stopped.ExitCode);
        Assert.Contains($"Stopped; 2 parts are finished and stay so. Go on with: careflow sweep run {Sweep} --out {Out}", stopped.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=7,SLURM_ARRAY_TASK_MIN=3,SLURM_ARRAY_TASK_STEP=2,SLURM_ARRAY_TASK_COUNT=4", "Share 3/4")]
    [InlineData("JOB_COMPLETION_INDEX=0,CAREFLOW_SHARDS=3", "Share 1/3")]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=1,AWS_BATCH_JOB_ARRAY_SIZE=2", "Share 2/2")]
    [InlineData("JOB_COMPLETION_INDEX=0", "--shard – is auto, and the number of tasks is not known – --shards N, or CAREFLOW_SHARDS")]
    [InlineData("", "--shard – is auto, and no variable of a job array is set")]
    [InlineData("SLURM_ARRAY_TASK_ID=9,SLURM_ARRAY_TASK_MIN=1,SLURM_ARRAY_TASK_COUNT=2", "--shard – is auto, and this is task 9 of 2")]
    public void ShardAuto_ReadsTheJobArray(string variables, string said)
    {
        Dictionary<string, string> set = variables.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        StringWriter error = new();

        CommandLine.Invoke(["sweep", "run", Sweep, "--out", Out, "--shard", "auto"], new Terminal(new StringWriter(), error) { Variable = name => set.GetValueOrDefault(name) });

        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("1of4")]
    public void Shard_Wrong_IsRefused(string shard) =>
        Assert.Equal([$"--shard – is '{shard}' – i/n with i from 1 to n, or auto"], CliFolder.Run("sweep", "run", Sweep, "--out", Out, "--shard", shard).ErrorLines);

    [Fact]
    public void Script_Slurm_IsAnArrayOfShards()
    {
        string text = CliFolder.Run("sweep", "script", "--slurm", Sweep, "--out", "my results", "--tasks", "4").Out;

        Assert.StartsWith("#!/bin/bash\n#SBATCH --job-name=test\n#SBATCH --array=1-4\n", text, StringComparison.Ordinal);
        Assert.Contains("export DOTNET_PROCESSOR_COUNT=\"${SLURM_CPUS_PER_TASK:-1}\"\n", text, StringComparison.Ordinal);
        Assert.Contains($"sweep run {Sweep} --out 'my results' --shard \"$SLURM_ARRAY_TASK_ID/4\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_Kubernetes_IsAnIndexedJob()
    {
        string text = CliFolder.Run("sweep", "script", "--k8s", Sweep, "--out", "results", "--tasks", "4", "--image", "i").Out;

        Assert.All(new[] { "completionMode: Indexed", "completions: 4", "name: CAREFLOW_SHARDS", "image: \"i\"", "--shard, auto" }, t => Assert.Contains(t, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_KnowsSweeps() => Assert.StartsWith($"OK {Sweep}: 6 cells", CliFolder.Run("check", Sweep).Out, StringComparison.Ordinal);
}
