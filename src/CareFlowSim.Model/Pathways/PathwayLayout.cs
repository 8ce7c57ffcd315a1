using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>
/// A scenario of a pathway laid out for running: names are numbers, dates are seconds, distributions are tables. Built once per arm, then only read, by any number of threads.
/// </summary>
public sealed class PathwayLayout
{
    /// <summary>Units of the capacity of visits: thousandths of a visit per day.</summary>
    internal const int UnitsPerVisit = 1_000;

    /// <summary>Lays out a scenario.</summary>
    /// <param name="scenario">The scenario; its policies are not applied, see <see cref="PathwayArms"/>.</param>
    /// <param name="like">A layout of another arm, whose tables are shared where they are the same.</param>
    /// <exception cref="ArgumentException">The scenario breaks <see cref="PathwayRules"/>.</exception>
    public PathwayLayout(PathwayScenario scenario, PathwayLayout? like = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (PathwayRules.CheckArm(scenario) is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join('\n', faults.Select(f => $"{f.Path} – {f.Wrong} – {f.Allowed}")), nameof(scenario));
        }

        Scenario = scenario;
        Epoch = new PathwayEpoch(scenario);
        Samplers = like?.Samplers ?? new SamplerCache();
        Classes = scenario.Classes;
        Ends = [.. PathwayEnds.All.Concat(scenario.Ends).Distinct()];
        Dictionary<string, int> targets = scenario.Places.Select((p, i) => (p.Name, Target: i))
            .Concat(Ends.Select((e, i) => (Name: e, Target: ~i)))
            .ToDictionary(t => t.Name, t => t.Target);
        Places = [.. scenario.Places.Select((p, i) => new PlaceLayout(this, p, i, targets))];
        Streams = [.. scenario.Arrivals.Select((a, i) => new StreamLayout(this, a, i, targets))];
        Census = CensusLayout.Of(this, targets);
    }

    /// <summary>What was laid out.</summary>
    public PathwayScenario Scenario { get; }

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Names of the ends: those that every scenario has, then its own.</summary>
    public IReadOnlyList<string> Ends { get; }

    /// <summary>
    /// People expected from outside in the measured time, exactly: the integral of the rates, times the mean batch, and the listed moments; null where a closed
    /// population makes it depend on how the path goes.
    /// </summary>
    public double? ExpectedArrivals => Streams.Any(s => s.People > 0) ? null : Streams.Sum(s => s.Expected(Epoch.WarmUpDays * Clock.SecondsPerDay));

    internal PathwayEpoch Epoch { get; }

    internal SamplerCache Samplers { get; }

    internal PlaceLayout[] Places { get; }

    internal StreamLayout[] Streams { get; }

    internal CensusLayout[] Census { get; }

    /// <summary>The rule for a class: its own, or the one for every class.</summary>
    internal static T? RuleOf<T>(IReadOnlyList<T> rules, Func<T, string?> classOf, string name)
        where T : class =>
        rules.FirstOrDefault(r => classOf(r) == name) ?? rules.FirstOrDefault(r => classOf(r) is null);

    /// <summary>The ways from a place or stream, by class.</summary>
    internal WayLayout[] WaysFrom(string from, Dictionary<string, int> targets)
    {
        PathwayRoute[] routes = [.. Scenario.Routes.Where(r => r.From == from)];
        return [.. Classes.Select(c => RuleOf(routes, r => r.Class, c) is { } route ? new WayLayout(route.To, targets) : WayLayout.Never)];
    }
}

/// <summary>Where somebody goes: places from 0, ends from -1 downwards.</summary>
internal sealed class WayLayout
{
    private readonly double[] _cumulative;
    private readonly int[] _targets;

    public WayLayout(IReadOnlyList<RouteChoice> choices, Dictionary<string, int> targets)
    {
        double sum = 0;
        _cumulative = [.. choices.Select(c => sum += c.Probability)];
        _targets = [.. choices.Select(c => targets[c.To])];
    }

    /// <summary>The way of a class that never comes here.</summary>
    public static WayLayout Never { get; } = new([new RouteChoice("", 1)], new() { [""] = -1 });

    public int Target(uint word) => _targets.Length == 1 ? _targets[0] : _targets[Quantile.Categorical(Draw.Uniform(word), _cumulative)];
}

/// <summary>Tables of distributions, each made once.</summary>
internal sealed class SamplerCache
{
    private readonly Dictionary<DayDistribution, DaySampler> _samplers = [];
    private readonly Dictionary<DayDistribution, DaySampler> _lengthBiased = [];

    public DaySampler Of(DayDistribution distribution)
    {
        lock (_samplers)
        {
            return _samplers.TryGetValue(distribution, out DaySampler? made) ? made : _samplers[distribution] = new DaySampler(distribution);
        }
    }

    public DaySampler LengthBiased(DayDistribution distribution)
    {
        lock (_samplers)
        {
            return _lengthBiased.TryGetValue(distribution, out DaySampler? made) ? made : _lengthBiased[distribution] = DaySampler.LengthBiased(distribution);
        }
    }
}
