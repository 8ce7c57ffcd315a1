using BenchmarkDotNet.Attributes;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Benchmarks;

/// <summary>The quick start, one replication: one area with its hospital, every person, warm-up and year. The baseline is the arm without a policy.</summary>
[MemoryDiagnoser]
public class WholeRunBenchmarks
{
    private World _world = null!;
    private Scenario _scenario = null!;
    private Setup _setup = null!;
    private CareSystem _system = null!;

    [GlobalSetup]
    public void Setup()
    {
        _scenario = ScenarioReader.ReadFile(Path.Combine(Shipped.Scenarios, "one-area-quick-start.yaml"));
        _world = WorldReader.Read(Path.Combine(Shipped.Scenarios, _scenario.World));
        _setup = new Setup(_world, _scenario);
        _system = new CareSystem(_setup);
    }

    /// <summary>One arm of one replication, on memory that is already there.</summary>
    [Benchmark(Baseline = true)]
    public long BaselineArm() => _system.Run(_setup.Systems[0], arm: 0, replication: 0).Events;

    /// <summary>The same people and luck under the policy.</summary>
    [Benchmark]
    public long PolicyArm() => _system.Run(_setup.Systems[0], arm: 1, replication: 0).Events;

    /// <summary>With every hospital stay kept.</summary>
    [Benchmark]
    public long BaselineArmWithSpells() => _system.Run(_setup.Systems[0], arm: 0, replication: 0, logSpells: true).Events;

    /// <summary>Laying the scenario out on its world, once for all arms and replications.</summary>
    [Benchmark]
    public int LayOut() => new Setup(_world, _scenario).Days;
}
