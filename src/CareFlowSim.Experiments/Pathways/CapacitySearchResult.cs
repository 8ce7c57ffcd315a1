using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>What a search for capacities found, and how sure that is.</summary>
public sealed class CapacitySearchResult
{
    internal CapacitySearchResult(CapacitySearch search, IReadOnlyList<SearchCell> cells, StageEnd end)
    {
        Search = search;
        Cells = cells;
        End = end;
        SearchCell[] ranked = [.. cells.Order(Comparer<SearchCell>.Create((a, b) => a.CompareTo(b, search.Objective)))];
        Best = ranked.FirstOrDefault(c => c.Meets);
        Nearest = ranked.FirstOrDefault();
        RunnerUp = Best is null ? null : ranked.Skip(1).FirstOrDefault(c => c.Meets);
        Difference = Best is null || RunnerUp is null ? null : Estimate.Of([.. RunnerUp.Costs.Zip(Best.Costs, (r, b) => r - b)]);
        Edges = Best is null ? [] : [.. EdgesOf(Best)];
        Notes = [.. Sentences()];
    }

    /// <summary>What was asked.</summary>
    public CapacitySearch Search { get; }

    /// <summary>Every combination evaluated, in order.</summary>
    public IReadOnlyList<SearchCell> Cells { get; }

    /// <summary>Why it ended: settled, out of evaluations, or stopped.</summary>
    public StageEnd End { get; }

    /// <summary>The best combination that meets all service levels; null when none does.</summary>
    public SearchCell? Best { get; }

    /// <summary>The best one, or that which misses the service levels by least; null when nothing was evaluated.</summary>
    public SearchCell? Nearest { get; }

    /// <summary>The next best that meets the service levels, or null.</summary>
    public SearchCell? RunnerUp { get; }

    /// <summary>Cost of the runner-up less that of the best, over pairs of replications with the same luck; null without either.</summary>
    public Estimate? Difference { get; }

    /// <summary>Whether the interval of the difference leaves out 0: for the least cost, whether the best is surely better than the runner-up.</summary>
    public bool Distinguishable => Difference is { } d && (d.Low > 0 || d.High < 0 || (d.Point != 0 && d.Low == d.High));

    /// <summary>Places in which the best lies at the end of the range that was tried, so that something better may lie beyond.</summary>
    public IReadOnlyList<string> Edges { get; }

    /// <summary>What a reader must know of the answer, in sentences; empty when it is plain.</summary>
    public IReadOnlyList<string> Notes { get; }

    private IEnumerable<string> EdgesOf(SearchCell cell)
    {
        for (int i = 0; i < Search.Places.Count; i++)
        {
            SearchRange range = Search.Places[i];
            int highest = range.Lowest + ((range.Highest - range.Lowest) / range.Step * range.Step);
            bool low = cell.Units[i] == range.Lowest && range.Lowest > 0;
            if (highest > range.Lowest && (low || cell.Units[i] == highest))
            {
                yield return range.Place;
            }
        }
    }

    private IEnumerable<string> Sentences()
    {
        if (End != StageEnd.Settled)
        {
            yield return End == StageEnd.EvaluationsUsed
                ? $"The search ended after {Cells.Count} combinations, the most allowed: a better one may not have been tried."
                : $"The search was stopped after {Cells.Count} combinations: a better one may not have been tried.";
        }

        if (Best is null)
        {
            if (Nearest is { } nearest)
            {
                yield return $"No combination meets the service levels; {Show(nearest)} comes nearest, with {string.Join(" and ", Missed(nearest))}.";
            }

            yield break;
        }

        if (Edges.Count > 0)
        {
            yield return $"The best combination lies at the end of the range of {string.Join(" and ", Edges)}: something better may lie beyond.";
        }

        if (Search.Objective == SearchObjective.LeastCost && RunnerUp is { } next && !Distinguishable)
        {
            yield return $"The best combination cannot be told from the runner-up, {Show(next)}: their costs differ by {Show(Difference!.Point)} pounds (95% interval {Show(Difference.Low)} to {Show(Difference.High)}).";
        }

        if (Search.Objective == SearchObjective.LeastCapacity && RunnerUp is { } equal && equal.UnitsInAll == Best.UnitsInAll)
        {
            yield return $"{Show(equal)} needs as few units.";
        }

        for (int i = 0; i < Best.Levels.Count; i++)
        {
            if (Best.Levels[i].High > Search.ServiceLevels[i].AtMost)
            {
                yield return $"The best combination meets {Show(Search.ServiceLevels[i])} on the mean of {Show(Best.Levels[i].Point)} only: the 95% interval reaches {Show(Best.Levels[i].High)}.";
            }
        }

        if (Search.Objective == SearchObjective.LeastCapacity && Cells.FirstOrDefault(Nearly) is { } fewer)
        {
            yield return $"{Show(fewer)} has fewer units and misses the service levels by no more than chance may explain.";
        }
    }

    /// <summary>Whether a cell with fewer units than the best may meet the levels in truth: no interval lies wholly above what is allowed.</summary>
    private bool Nearly(SearchCell cell) =>
        cell.UnitsInAll < Best!.UnitsInAll && cell.Levels.Zip(Search.ServiceLevels).All(l => l.First.Low <= l.Second.AtMost || l.First.Point <= l.Second.AtMost);

    private IEnumerable<string> Missed(SearchCell cell) =>
        cell.Levels.Zip(Search.ServiceLevels).Where(l => !(l.First.Point <= l.Second.AtMost)).Select(l => $"{Show(l.First.Point)} for {Show(l.Second)}");

    private string Show(SearchCell cell) => string.Join(", ", Search.Places.Zip(cell.Units, (p, u) => $"{u} {p.Place}"));

    private static string Show(ServiceLevel level) => $"{level.Measure} of {level.Place ?? "the whole path"} at most {Show(level.AtMost)}";

    private static string Show(double value) => double.IsNaN(value) ? "no value" : value.ToString(Math.Abs(value) >= 100 ? "N0" : "G3", CultureInfo.InvariantCulture).Replace('-', '−');
}
