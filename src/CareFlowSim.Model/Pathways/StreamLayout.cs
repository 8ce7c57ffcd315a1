using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>A stream laid out for running.</summary>
internal sealed class StreamLayout
{
    private readonly double[] _shares;
    private readonly double[] _batchShares = [];
    private readonly int[] _batchSizes = [];

    public StreamLayout(PathwayLayout layout, ArrivalStream stream, int index, Dictionary<string, int> targets)
    {
        Index = index;
        string[] classes = [.. layout.Classes];
        double sum = 0;
        _shares = stream.Shares.Count == 0
            ? [.. classes.Select((_, i) => (i + 1.0) / classes.Length)]
            : [.. classes.Select(c => sum += stream.Shares.Where(s => s.Class == c).Sum(s => s.Share))];
        Ways = stream.To is { } to
            ? [.. classes.Select(_ => new WayLayout([new RouteChoice(to, 1)], targets))]
            : layout.WaysFrom(stream.Name, targets);
        if (stream.Batch.Count > 0)
        {
            double all = stream.Batch.Sum(b => b.Weight);
            double weight = 0;
            _batchShares = [.. stream.Batch.Select(b => (weight += b.Weight) / all)];
            _batchSizes = [.. stream.Batch.Select(b => b.People)];
        }

        switch (stream.Process)
        {
            case PoissonArrivals poisson:
                Curve = layout.Epoch.Curve(poisson.Rate, 1);
                break;
            case PopulationArrivals population:
                Curve = layout.Epoch.Curve(population.Hazard, 1);
                People = population.People;
                break;
            case ListedArrivals listed:
                Times = [.. listed.At.Select(layout.Epoch.SecondsOf).Where(t => t >= 0 && t < layout.Epoch.End).Order().Select(t => (int)t)];
                break;
            case RegularArrivals regular:
                Times = Regular(regular, layout.Epoch);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(stream), stream.Process, "Unknown kind of arrivals.");
        }
    }

    public int Index { get; }

    /// <summary>Cumulated rate, or cumulated hazard of one person; null for arrivals at given times.</summary>
    public RateCurve? Curve { get; }

    /// <summary>Size of a closed population; 0 for none.</summary>
    public int People { get; }

    /// <summary>Given times in seconds, in order.</summary>
    public int[] Times { get; } = [];

    public bool HasBatches => _batchSizes.Length > 0;

    public WayLayout[] Ways { get; }

    /// <summary>People expected from a second on to the end of the run; of a closed population it is not known beforehand.</summary>
    public double Expected(int from)
    {
        double batches = Curve is { } curve ? curve.Total - curve.At(from) : Times.Count(t => t >= from);
        double before = 0;
        double people = HasBatches ? 0 : 1;
        foreach ((double until, int size) in _batchShares.Zip(_batchSizes))
        {
            people += (until - before) * size;
            before = until;
        }

        return batches * people;
    }

    public int ClassOf(uint word) => _shares.Length == 1 ? 0 : Quantile.Categorical(Draw.Uniform(word), _shares);

    public int BatchOf(uint word) => _batchSizes.Length == 0 ? 1 : _batchSizes[Quantile.Categorical(Draw.Uniform(word), _batchShares)];

    private static int[] Regular(RegularArrivals regular, PathwayEpoch epoch)
    {
        double every = regular.EveryHours * Clock.SecondsPerHour;
        double first = regular.First is { } at ? epoch.SecondsOf(at) : 0;
        double from = first >= 0 ? 0 : Math.Ceiling(-first / every);
        List<int> times = [];
        for (double k = from; first + (k * every) < epoch.End; k++)
        {
            times.Add((int)(first + (k * every)));
        }

        return [.. times];
    }
}

/// <summary>People of one class at one place at the beginning, laid out for running.</summary>
/// <param name="Place">Number of the place.</param>
/// <param name="Class">Number of the class.</param>
/// <param name="InPlace">People in the place.</param>
/// <param name="Waiting">People waiting.</param>
/// <param name="WaitingIn">Place they board in, or -1.</param>
/// <param name="WaitedSeconds">How long they have waited.</param>
/// <param name="Stay">Lengths of stay as met at a random moment.</param>
internal sealed record CensusLayout(int Place, int Class, int InPlace, int Waiting, int WaitingIn, int WaitedSeconds, DaySampler Stay)
{
    public static CensusLayout[] Of(PathwayLayout layout, Dictionary<string, int> targets) =>
    [
        .. layout.Scenario.Start.Census.Select(row =>
        {
            int place = targets[row.Place];
            int @class = row.Class is { } name ? layout.Classes.ToList().IndexOf(name) : 0;
            StayRule stay = PathwayLayout.RuleOf(layout.Scenario.Places[place].Stays, s => s.Class, layout.Classes[@class])!;
            return new CensusLayout(
                place, @class, row.InPlace, row.Waiting, row.WaitingIn is { } at ? targets[at] : -1,
                (int)Math.Round(row.WaitedDays * Clock.SecondsPerDay), layout.Samplers.LengthBiased(stay.LengthOfStay));
        }),
    ];
}
