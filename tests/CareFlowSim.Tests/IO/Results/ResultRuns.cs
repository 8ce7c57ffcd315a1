using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.World;

namespace CareFlowSim.Tests.IO.Results;

/// <summary>Small experiments to write and to read back.</summary>
internal static class ResultRuns
{
    private const string ScenarioText = "careflow: 1\n";

    public static CareFlowSim.Model.World World { get; } = WorldReader.Read(WorldFolders.Shipped);

    /// <summary>Two areas, two replications, a policy of nothing and a policy of something, the winter among the days; spells kept.</summary>
    public static Scenario Small { get; } = new()
    {
        Name = "small",
        Title = "What does a small experiment show?",
        World = "england-2014",
        Period = new Period(new DateOnly(2015, 11, 1), 60, 60),
        Areas = ["Bolton", "Rutland", "Leicester"],
        PeoplePerAgent = 10,
        Replications = 2,
        Seed = 7,
        ParameterChanges = new Dictionary<string, double> { ["cost.ae_attendance"] = 100 },
        Policies =
        [
            new Policy { Name = "nothing", Title = "No lever moved", Levers = Levers.Off },
            new Policy { Name = "something", Title = "Crisis | teams", Levers = new Levers { Workforce = new CommunityWorkforce { CrisisResponse = 20000, AdditionalShare = 1 } } },
        ],
    };

    /// <summary>The result of <see cref="Small"/>.</summary>
    public static ExperimentResult Result { get; } = Run(Small);

    public static ExperimentResult Run(Scenario scenario, int threads = 1, int shuffle = 0, bool spells = true) =>
        ExperimentRunner.Run(new Setup(World, scenario), new RunOptions { Threads = threads, Shuffle = shuffle, Spells = spells });

    /// <summary>A run that is stopped once so many systems of replications are finished.</summary>
    public static ExperimentResult Stopped(Scenario scenario, int after)
    {
        using CancellationTokenSource stop = new();
        if (after == 0)
        {
            stop.Cancel();
        }

        return ExperimentRunner.Run(
            new Setup(World, scenario),
            new RunOptions { Threads = 1 },
            p =>
            {
                if (p.Finished == after)
                {
                    stop.Cancel();
                }
            },
            stop.Token);
    }

    public static RunInfo Info(int threads = 1) => new()
    {
        Command = "run small.yaml",
        ScenarioFile = "small.yaml",
        ScenarioBytes = System.Text.Encoding.UTF8.GetBytes(ScenarioText),
        WorldFolder = WorldFolders.Shipped,
        Version = "1.2.3",
        Threads = threads,
        RunSeconds = threads * 1.5,
        Started = new DateTimeOffset(2020, 1, threads, 12, 0, 0, TimeSpan.Zero),
    };
}

/// <summary>A results folder that goes away after the test.</summary>
internal sealed class WrittenFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-results-");

    public WrittenFolder(ExperimentResult result, RunInfo? info = null) => Names = ResultFolder.Write(Path, result, info ?? ResultRuns.Info());

    public string Path => _folder.FullName;

    public IReadOnlyList<string> Names { get; }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public string Text(string name) => File.ReadAllText(PathOf(name));

    public Table Table(string name)
    {
        using FileStream file = File.OpenRead(PathOf(name));
        return ParquetReader.Read(file);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>Columns of a table that was read back.</summary>
internal static class TableColumns
{
    public static T[] Of<T>(this Table table, string column) => (T[])table.Columns.Single(c => c.Name == column).Values;

    /// <summary>Rows for which something holds.</summary>
    public static int[] Where(this Table table, string column, string value) =>
        [.. table.Of<string>(column).Index().Where(c => c.Item == value).Select(c => c.Index)];
}
