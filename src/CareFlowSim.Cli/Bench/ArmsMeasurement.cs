namespace CareFlowSim.Cli;

/// <summary>The baseline with a policy beside it, against the baseline alone.</summary>
internal sealed class ArmsMeasurement : Measurement
{
    private static readonly BenchTarget Target = new(1.6);

    public override string Name => "arms";

    public override string What => "England with baseline and one policy against the baseline alone, on one thread.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        double[][] seconds = setting.Interleaved(
            warmUp: true,
            () => setting.Simulate(setting.England, 1),
            () => setting.Simulate(setting.EnglandWithPolicy, 1));
        yield return new BenchRow($"England {setting.Scale}, baseline and a policy, one thread", "s", seconds[1]);
        yield return new BenchRow("Two arms against one", "×", BenchSetting.Ratio(seconds[1], seconds[0]), Target);
    }
}
