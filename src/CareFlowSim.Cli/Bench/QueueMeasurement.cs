using CareFlowSim.Experiments;
using CareFlowSim.Kernel;

namespace CareFlowSim.Cli;

/// <summary>The yardstick W1 against a textbook simulation of the same queue.</summary>
internal sealed class QueueMeasurement : Measurement
{
    private const int Customers = 1_000_000;
    private static readonly BenchTarget Target = new(3, AtLeast: true);

    public override string Name => "queue";

    public override string What => "W1, M/M/10 with a million customers: the kernel against a textbook simulation in C#.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        int customers = Customers / setting.Sample;
        QueueWorkload ours = new(customers);
        QueueCounts counted = default;
        double[][] seconds = setting.Interleaved(
            warmUp: true,
            () => counted = ours.Run(new RandomStream(1, 0)),
            () => _ = new TextbookQueue(customers, seed: 1).Run());
        string name = $"W1, {Show.Count(customers, "customer", "customers")}";
        yield return new BenchRow($"{name}: CareFlowSim", "million events/s", [.. seconds[0].Select(s => counted.Events / s / 1e6)]);
        yield return new BenchRow($"{name}: textbook", "million events/s", [.. seconds[1].Select(s => counted.Events / s / 1e6)]);
        yield return new BenchRow("W1: CareFlowSim against textbook", "× faster", BenchSetting.Ratio(seconds[1], seconds[0]), Target);
    }
}
