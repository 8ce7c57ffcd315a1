using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>One acute system on one thread, on memory that is already there: what an event costs when data fit into the caches and when they do not.</summary>
internal sealed class SystemMeasurement : Measurement
{
    private const long EventsPerRun = 2_000_000;
    private const double Nanoseconds = 1e9;

    private readonly BenchTarget _target;
    private readonly Func<World, AreaInputs[]> _choose;

    private SystemMeasurement(string name, string what, double target, Func<World, AreaInputs[]> choose)
    {
        Name = name;
        What = what;
        _target = new BenchTarget(target);
        _choose = choose;
    }

    /// <summary>The area in the middle when all are ordered by people 65 and over.</summary>
    public static SystemMeasurement MedianArea { get; } = new(
        "median-area",
        "The area of median size: nanoseconds per event.",
        60,
        world => [world.Areas.OrderBy(BenchSetting.PeopleOf).ElementAt(world.Areas.Count / 2)]);

    /// <summary>The acute system with the most people 65 and over.</summary>
    public static SystemMeasurement LargestSystem { get; } = new(
        "largest-system",
        "The acute system with the most people: nanoseconds per event.",
        100,
        world => [.. world.Areas.GroupBy(a => a.AcuteSystem).MaxBy(s => s.Sum(BenchSetting.PeopleOf))!]);

    public override string Name { get; }

    public override string What { get; }

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        AreaInputs[] areas = _choose(setting.World);
        Setup setup = new(setting.World, setting.England with { Areas = [.. areas.Select(a => a.Code)] });
        CareSystem system = new(setup);
        long events = Once();
        int repeats = (int)Math.Max(1, EventsPerRun / Math.Max(1, events));
        double[] seconds = setting.Interleaved(warmUp: true, () =>
        {
            for (int i = 0; i < repeats; i++)
            {
                Once();
            }
        })[0];
        string name = areas.Length == 1 ? areas[0].Name : $"{areas[0].AcuteSystem} (system)";
        string people = Show.Count(areas.Sum(BenchSetting.PeopleOf) / setting.Sample, "person", "people");
        yield return new BenchRow($"{name}, {people}: per event", "ns", [.. seconds.Select(s => s * Nanoseconds / repeats / events)], _target);

        long Once() => system.Run(setup.Systems[0], arm: 0, replication: 0).Events;
    }
}
