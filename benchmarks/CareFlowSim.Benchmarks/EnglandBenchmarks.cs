using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CareFlowSim.Cli;
using CareFlowSim.IO;

namespace CareFlowSim.Benchmarks;

/// <summary>All of England at 1:1, 90 + 365 days, laid out and simulated. The baseline is one arm on one thread.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 7)]
public class EnglandBenchmarks
{
    private BenchSetting _setting = null!;

    [GlobalSetup]
    public void Setup()
    {
        string folder = Path.Combine(Shipped.Scenarios, "england-2014");
        _setting = new BenchSetting { WorldFolder = folder, World = WorldReader.Read(folder), Runs = 1, Time = TimeProvider.System };
    }

    [Benchmark(Baseline = true)]
    public long OneThread() => _setting.Simulate(_setting.England, threads: 1).Events;

    [Benchmark]
    public long TwoThreads() => _setting.Simulate(_setting.England, threads: 2).Events;

    [Benchmark]
    public long TwoArmsOneThread() => _setting.Simulate(_setting.EnglandWithPolicy, threads: 1).Events;

    /// <summary>With every hospital stay kept.</summary>
    [Benchmark]
    public long OneThreadWithSpells() => _setting.Simulate(_setting.England, threads: 1, spells: true).Events;
}
