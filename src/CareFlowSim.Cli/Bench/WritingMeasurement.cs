using CareFlowSim.Experiments;

namespace CareFlowSim.Cli;

/// <summary>Writing all files against simulating what is in them.</summary>
internal sealed class WritingMeasurement : Measurement
{
    private static readonly BenchTarget Target = new(15);

    public override string Name => "writing";

    public override string What => "Writing all files as a share of a national run with one policy, on two threads.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        ExperimentResult? result = null;
        double[][] seconds = setting.Interleaved(
            warmUp: true,
            () => result = setting.Simulate(setting.EnglandWithPolicy, 2),
            () => setting.Write(result!));
        yield return new BenchRow($"England {setting.Scale}, baseline and a policy, two threads: simulating", "s", seconds[0]);
        yield return new BenchRow("Writing all its files", "s", seconds[1]);
        yield return new BenchRow("Writing as a share of the run", "%", [.. seconds[0].Zip(seconds[1], (run, write) => 100 * write / (run + write))], Target);
    }
}
