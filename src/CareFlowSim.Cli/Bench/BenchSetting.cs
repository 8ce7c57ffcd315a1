using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>What the measurements are made with: the world, how often, how large, and the clock.</summary>
internal sealed record BenchSetting
{
    private const string PolicyFile = "better-care-fund-2015.yaml";
    private const int MeasuredDays = 365;
    private const int WarmUpRounds = 50;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(10);

    /// <summary>Days simulated before any are counted.</summary>
    public const int WarmUpDays = 90;

    /// <summary>Folder of the world's tables; the shipped scenarios stand beside it.</summary>
    public required string WorldFolder { get; init; }

    /// <summary>The world.</summary>
    public required World World { get; init; }

    /// <summary>Runs of each measurement.</summary>
    public required int Runs { get; init; }

    /// <summary>A tenth of everything, for a first look; the targets do not hold for it.</summary>
    public bool Quick { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whether the user wants to stop.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>People per simulated person.</summary>
    public int Sample => Quick ? 10 : 1;

    /// <summary>What to add to a name for the size measured.</summary>
    public string Scale => Quick ? "1:10" : "1:1";

    /// <summary>All of England for a year after a warm-up, baseline only.</summary>
    public Scenario England => new()
    {
        Name = "bench",
        Title = "How fast is it?",
        World = World.Name,
        Period = new Period(new DateOnly(2014, 4, 1), MeasuredDays, WarmUpDays),
        PeoplePerAgent = Sample,
    };

    /// <summary>The same with the first policy of the shipped scenario of the Better Care Fund.</summary>
    public Scenario EnglandWithPolicy => England with { Policies = [ScenarioReader.ReadFile(Beside(PolicyFile)).Policies[0]] };

    /// <summary>Path of a file that stands beside the world.</summary>
    public string Beside(string file) => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(WorldFolder)) ?? "", file);

    /// <summary>People 65 and over of an area.</summary>
    public static long PeopleOf(AreaInputs area) => (long)area.Women.Skip(5).Sum() + area.Men.Skip(5).Sum();

    /// <summary>Lays a scenario out and runs it.</summary>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public ExperimentResult Simulate(Scenario scenario, int threads, bool spells = false)
    {
        ExperimentResult result = ExperimentRunner.Run(new Setup(World, scenario), new RunOptions { Threads = threads, Spells = spells }, stop: Stop);
        Stop.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>Writes all files of a result into a folder of its own, which is taken away again.</summary>
    /// <returns>Bytes written.</returns>
    public long Write(ExperimentResult result)
    {
        using TemporaryFolder folder = new();
        ResultFolder.Write(folder.Path, result, new RunInfo
        {
            Command = "careflow bench",
            ScenarioFile = "bench.yaml",
            ScenarioBytes = [],
            WorldFolder = WorldFolder,
            Version = CommandLine.Version,
            Threads = Environment.ProcessorCount,
            RunSeconds = 0,
            Started = DateTimeOffset.UnixEpoch,
        });
        return folder.Bytes;
    }

    /// <summary>Seconds that some work takes, after what earlier work left has been cleared away.</summary>
    public double Seconds(Action work)
    {
        Stop.ThrowIfCancellationRequested();
        GC.Collect();
        long start = Time.GetTimestamp();
        work();
        return Time.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Seconds of several works, taking turns so that a machine that becomes slower or faster does so for all of them.</summary>
    /// <param name="warmUp">Whether each runs before, unmeasured, until it is compiled as well as it ever will be.</param>
    /// <param name="works">The works.</param>
    /// <returns>By work, one figure a run.</returns>
    public double[][] Interleaved(bool warmUp, params Action[] works)
    {
        if (warmUp)
        {
            WarmUp(works);
        }

        double[][] seconds = [.. works.Select(_ => new double[Runs])];
        for (int run = 0; run < Runs; run++)
        {
            for (int work = 0; work < works.Length; work++)
            {
                seconds[work][run] = Seconds(works[work]);
            }
        }

        return seconds;
    }

    /// <summary>The runtime compiles what has been called thirty times anew; long works reach that by themselves.</summary>
    private void WarmUp(Action[] works)
    {
        long start = Time.GetTimestamp();
        for (int round = 0; round < WarmUpRounds && (round == 0 || Time.GetElapsedTime(start) < WarmUpTime); round++)
        {
            foreach (Action work in works)
            {
                Stop.ThrowIfCancellationRequested();
                work();
            }
        }
    }

    /// <summary>Figures run by run, one divided by the other.</summary>
    public static double[] Ratio(double[] above, double[] below) => [.. above.Zip(below, (a, b) => a / b)];
}
