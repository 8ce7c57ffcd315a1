using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>
/// Published delayed days by area, made comparable with the model: days a year of people 65+ in acute beds. The return by council counts adults in all care;
/// each reason is scaled so that the areas sum to England's acute days of that reason times the share of people 65+ (<c>delay.share_65plus</c>).
/// </summary>
public sealed class AreaTargets
{
    /// <summary>
    /// So many days of England's mean are mixed into each figure when the model is fitted. A delay is counted in days but happens in people, of whom each stays
    /// about two weeks, so a figure of a hundred days rests on seven people.
    /// </summary>
    private const double MeanDaysMixedIn = 100;

    /// <summary>Takes the published figures of a world.</summary>
    /// <exception cref="ArgumentException">The world has none.</exception>
    public AreaTargets(World world)
        : this(world, Comparable(world))
    {
    }

    /// <summary>Takes days given for each area and reason; null for an area without.</summary>
    internal AreaTargets(World world, IReadOnlyList<double[]?> days)
    {
        Days = days;
        People = [.. world.Areas.Select(a => (double)(a.Women.Skip(5).Sum() + a.Men.Skip(5).Sum()))];
        int reasons = Validation.ReasonCodes.Length;
        double people = Enumerable.Range(0, days.Count).Sum(a => days[a] is null ? 0 : People[a]);
        double[] mean = [.. Enumerable.Range(0, reasons).Select(k => days.Sum(d => d?[k] ?? 0) / people)];
        Smoothed =
        [
            .. days.Select((d, a) => d is null ? null : Enumerable.Range(0, reasons)
                .Select(k => mean[k] * People[a] is > 0 and double expected ? expected * (d[k] + MeanDaysMixedIn) / (expected + MeanDaysMixedIn) : d[k]).ToArray()),
        ];
    }

    /// <summary>Days a year by area and reason; null where the area made no return.</summary>
    public IReadOnlyList<double[]?> Days { get; }

    /// <summary>The same with some of England's mean mixed in: what is fitted.</summary>
    public IReadOnlyList<double[]?> Smoothed { get; }

    /// <summary>People 65+ by area.</summary>
    public IReadOnlyList<double> People { get; }

    /// <summary>Days a year per 1,000 people 65+, all reasons; NaN where the area made no return.</summary>
    public double PerThousand(int area) => Days[area] is { } d ? 1000 * d.Sum() / People[area] : double.NaN;

    private static double[]?[] Comparable(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.AreaDelays.All(d => d.Days is null))
        {
            throw new ArgumentException($"the world {world.Name} has no published delays by area (area_delays.csv)", nameof(world));
        }

        double share = world.Parameters["delay.share_65plus"];
        double[] scale =
        [
            .. world.OfficialDelays.Select((o, k) => world.AreaDelays.Sum(d => d.Days?[k] ?? 0) is > 0 and double sum ? share * o.Total / sum : 0),
        ];
        return [.. world.AreaDelays.Select(d => d.Days?.Select((x, k) => x * scale[k]).ToArray())];
    }
}
