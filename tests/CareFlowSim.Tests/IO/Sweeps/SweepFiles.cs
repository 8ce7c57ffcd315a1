using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Scenarios;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Sweeps;

/// <summary>A folder of its own with a small pathway and sweeps over it.</summary>
internal sealed class SweepFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-sweep-");

    public SweepFiles() => File.WriteAllText(PathOf("ward.yaml"), """
        careflow: 1
        kind: pathway
        name: ward
        title: How long do people wait?
        period: { start: 2024-01-01, days: 60, warm_up_days: 10 }
        replications: 3
        seed: 1
        arrivals:
          - { name: arrivals, to: ward, per_day: 2.4 }
        places:
          - { name: ward, capacity: 3, stay: { distribution: exponential, mean_days: 1 } }
          - { name: spare, capacity: 5, stay: { distribution: exponential, mean_days: 1 } }
        routes:
          - { from: ward, to: { home: 0.9, spare: 0.1 } }
          - { from: spare, to: home }
        policies:
          - { name: larger, places: { place: ward, capacity: 4 } }
        """);

    public static string Shipped { get; } = Path.Combine(ScenarioFiles.Shipped, "sweeps");

    /// <summary>A grid of six cells in six parts of which one input, the places of the last ward, does nothing.</summary>
    public const string Grid = """
        design: { kind: grid }
        inputs:
          - { name: beds, path: places.ward.capacity, values: [3, 4] }
          - { name: spare, path: "places[spare].capacity", values: [90, 91, 92] }
        """;

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string lines, string name = "sweep.yaml", string scenario = "ward.yaml", int cellsPerPart = 1)
    {
        File.WriteAllText(PathOf(name), $"careflow: 1\nkind: sweep\nname: test\ntitle: What matters?\nscenario: {scenario}\ncells_per_part: {cellsPerPart}\n" + lines);
        return PathOf(name);
    }

    public SweepDocument Read(string lines, string scenario = "ward.yaml") => SweepReader.ReadFile(Write(lines, scenario: scenario), WorldOf);

    public IReadOnlyList<string> FaultsOf(string lines, string scenario = "ward.yaml") =>
        [.. Assert.ThrowsAny<InputException>(() => Read(lines, scenario)).Faults.Select(f => f.ToString().Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    /// <summary>Runs all or some parts and says how many were finished.</summary>
    public static int Run(SweepDocument sweep, string folder, SweepShard shard, string version = "1", int limit = int.MaxValue)
    {
        SweepFolder opened = SweepFolder.Begin(folder, sweep, version);
        SweepState state = SweepLedger.StateOf(opened, shard.Has);
        SweepLedger.Require(opened, state);
        return SweepRun.Run(sweep, opened, [.. state.Missing.Take(limit)], shard, 1);
    }

    /// <summary>All merged files with their bytes.</summary>
    public static IReadOnlyDictionary<string, string> Merged(string folder) =>
        SweepMerge.Merge(SweepFolder.Open(folder)).Files.ToDictionary(f => f, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, f)))));

    public static (string Folder, CareFlowSim.Model.World World) WorldOf(string path, string world) => (WorldFolders.Shipped, SmallWorld.England);

    public void Dispose() => _folder.Delete(recursive: true);
}
