using CareFlowSim.Experiments;
using CareFlowSim.Kernel;

namespace CareFlowSim.Cli;

/// <summary>The yardstick W2 against a textbook simulation of the same bed flow.</summary>
internal sealed class BedFlowMeasurement : Measurement
{
    private const int People = 50_000;

    // A run takes milliseconds; that many of them can be timed.
    private const int Repeats = 20;

    private static readonly BenchTarget Target = new(15, AtLeast: true);

    public override string Name => "bed-flow";

    public override string What => "W2, beds and workers for 50,000 people: the kernel against a textbook simulation in C#.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        int people = People / setting.Sample;
        BedFlowWorkload ours = new(people);
        double[][] seconds = setting.Interleaved(
            warmUp: true,
            () => Repeat(i => ours.Run(new RandomStream(1, i))),
            () => Repeat(i => new TextbookBedFlow(people, seed: i + 1).Run()));
        string name = $"W2, {Show.Count(people, "person", "people")}";
        double personYears = (double)people * Repeats;
        yield return new BenchRow($"{name}: CareFlowSim", "million person-years/s", [.. seconds[0].Select(s => personYears / s / 1e6)]);
        yield return new BenchRow($"{name}: textbook", "million person-years/s", [.. seconds[1].Select(s => personYears / s / 1e6)]);
        yield return new BenchRow("W2: CareFlowSim against textbook", "× faster", BenchSetting.Ratio(seconds[1], seconds[0]), Target);
    }

    private static void Repeat(Func<int, BedFlowCounts> run)
    {
        for (int i = 0; i < Repeats; i++)
        {
            run(i);
        }
    }
}
