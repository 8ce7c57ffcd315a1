using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>The combinations of a search by whole steps from the lowest units; each is evaluated once.</summary>
internal sealed class SearchLattice(CapacitySearch search, Func<IReadOnlyList<int>, SearchReading?> evaluate, Action<SearchCell>? evaluated, CancellationToken stop)
{
    /// <summary>What a combination that misses a service level costs at least in the scalar of the simplex: more than any sum of money here.</summary>
    private const double Penalty = 1e15;

    private readonly Dictionary<string, SearchCell> _known = [];
    private readonly List<SearchCell> _cells = [];

    /// <summary>The last step of each range.</summary>
    public int[] Last { get; } = [.. search.Places.Select(p => (p.Highest - p.Lowest) / p.Step)];

    /// <summary>The combinations so far.</summary>
    public IReadOnlyList<SearchCell> Cells => _cells;

    /// <summary>Why it ended; settled until something else happens.</summary>
    public StageEnd End { get; private set; } = StageEnd.Settled;

    /// <summary>The steps of the best combination so far.</summary>
    public int[]? BestPoint => _cells.Count == 0 ? null : Steps(_cells.Aggregate((a, b) => Compare(b, a) < 0 ? b : a));

    /// <summary>Name of a sought place.</summary>
    public string Name(int place) => search.Places[place].Place;

    /// <summary>Which of two combinations is better: below 0 for the first.</summary>
    public int Compare(SearchCell a, SearchCell b) => a.CompareTo(b, search.Objective);

    /// <summary>The combination at so many steps; null when the search has to end.</summary>
    public SearchCell? At(int[] steps)
    {
        int[] units = [.. steps.Zip(search.Places, (s, p) => p.Lowest + (s * p.Step))];
        string key = string.Join(',', units);
        if (_known.TryGetValue(key, out SearchCell? known))
        {
            return known;
        }

        if (End != StageEnd.Settled || stop.IsCancellationRequested || _cells.Count >= search.MostEvaluations)
        {
            End = End != StageEnd.Settled ? End : stop.IsCancellationRequested ? StageEnd.Stopped : StageEnd.EvaluationsUsed;
            return null;
        }

        if (evaluate(units) is not { } reading)
        {
            End = StageEnd.Stopped;
            return null;
        }

        SearchCell cell = SearchCell.Of(_cells.Count, units, search, reading);
        _known[key] = cell;
        _cells.Add(cell);
        evaluated?.Invoke(cell);
        return cell;
    }

    /// <summary>One figure that orders combinations as <see cref="Compare"/> does, but for equals.</summary>
    public double Loss(SearchCell cell) => cell.Meets
        ? search.Objective == SearchObjective.LeastCost ? cell.Cost.Point : cell.UnitsInAll
        : Penalty * (2 + Math.Min(1e6, cell.Shortfall) - (double.IsInfinity(cell.Shortfall) ? 1 - (1.0 / (1 + cell.UnitsInAll)) : 0));

    private int[] Steps(SearchCell cell) => [.. cell.Units.Zip(search.Places, (u, p) => (u - p.Lowest) / p.Step)];
}
