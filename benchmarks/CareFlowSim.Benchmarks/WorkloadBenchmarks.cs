using BenchmarkDotNet.Attributes;
using CareFlowSim.Cli;
using CareFlowSim.Experiments;
using CareFlowSim.Kernel;

namespace CareFlowSim.Benchmarks;

/// <summary>The yardstick W1, M/M/10. The baseline is the same queue as a textbook would write it.</summary>
[MemoryDiagnoser]
public class QueueWorkloadBenchmarks
{
    private const int Customers = 1_000_000;

    private readonly QueueWorkload _queue = new(Customers);

    [Benchmark(Baseline = true)]
    public double Textbook() => new TextbookQueue(Customers, seed: 1).Run().MeanWait;

    [Benchmark]
    public double Kernel() => _queue.Run(new RandomStream(1, 0)).MeanWait;
}

/// <summary>The yardstick W2, beds and workers for a year. The baseline is the same flow as a textbook would write it.</summary>
[MemoryDiagnoser]
public class BedFlowWorkloadBenchmarks
{
    private BedFlowWorkload _flow = null!;

    [Params(50_000, 300_000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Setup() => _flow = new BedFlowWorkload(People);

    [Benchmark(Baseline = true)]
    public long Textbook() => new TextbookBedFlow(People, seed: 1).Run().Admissions;

    [Benchmark]
    public long Kernel() => _flow.Run(new RandomStream(1, 0)).Admissions;
}
