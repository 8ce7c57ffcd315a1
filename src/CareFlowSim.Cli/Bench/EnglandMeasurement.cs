namespace CareFlowSim.Cli;

/// <summary>All of England, one arm: time on one and two threads, memory, events.</summary>
internal sealed class EnglandMeasurement : Measurement
{
    private const double Nanoseconds = 1e9;

    private static readonly BenchTarget OneThread = new(2.0);
    private static readonly BenchTarget TwoThreads = new(1.1);
    private static readonly BenchTarget Memory = new(250);
    private static readonly BenchTarget Scaling = new(1.8, AtLeast: true);

    public override string Name => "england";

    public override string What => "England, one arm, 90 + 365 days, laid out and simulated: time, memory, scaling from one thread to two.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        string england = $"England {setting.Scale}";
        long events = 0;
        ProcessMemory.Restart();
        double allocated = ProcessMemory.AllocatedMegabytes(() => events = setting.Simulate(setting.England, 2).Events);
        yield return new BenchRow($"{england}, two threads: peak memory of the process", "MB", [ProcessMemory.PeakMegabytes()], Memory);
        yield return new BenchRow($"{england}: allocated, result included", "MB", [allocated]);
        yield return new BenchRow($"{england}: events", "million", [events / 1e6]);

        double[][] seconds = setting.Interleaved(
            warmUp: true,
            () => setting.Simulate(setting.England, 1),
            () => setting.Simulate(setting.England, 2));
        yield return new BenchRow($"{england}, one thread", "s", seconds[0], OneThread);
        yield return new BenchRow($"{england}, one thread: per event", "ns", [.. seconds[0].Select(s => s * Nanoseconds / events)]);
        yield return new BenchRow($"{england}, two threads", "s", seconds[1], TwoThreads);
        yield return new BenchRow($"{england}, two threads: per event and thread", "ns", [.. seconds[1].Select(s => 2 * s * Nanoseconds / events)]);
        yield return new BenchRow($"{england}: two threads against one", "× faster", BenchSetting.Ratio(seconds[0], seconds[1]), Scaling);
    }
}
