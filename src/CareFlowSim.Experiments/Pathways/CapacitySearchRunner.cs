using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Searches for the best capacities of a pathway on the same people and the same luck in every combination.</summary>
public static class CapacitySearchRunner
{
    /// <summary>Runs the search of a scenario, without its policies.</summary>
    /// <param name="scenario">A scenario without faults that has a search.</param>
    /// <param name="options">Threads and checks of each combination.</param>
    /// <param name="evaluated">Told of each combination evaluated.</param>
    /// <param name="stop">Stops before the next replication; combinations that are finished are kept.</param>
    /// <exception cref="ArgumentException">The scenario has no search.</exception>
    public static CapacitySearchResult Run(PathwayScenario scenario, RunOptions options, Action<SearchCell>? evaluated = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        CapacitySearch search = scenario.Search ?? throw new ArgumentException("The scenario has no search.", nameof(scenario));
        PathwayScenario bare = scenario with { Policies = [], Search = null, Replications = new PathwayReplications { Number = search.Replications } };
        return Run(search, Read, evaluated, stop);

        SearchReading? Read(IReadOnlyList<int> units)
        {
            PathwayScenario tried = bare.With(search.Places.Zip(units).ToDictionary(p => p.First.Place, p => p.Second));
            PathwayResult result = PathwayRunner.Run(tried, options, stop: stop);
            return result.Replications < search.Replications
                ? null
                : new SearchReading(
                    result.Values(0, result.RowOf(null), PathwayMeasure.Cost),
                    [.. search.ServiceLevels.Select(l => result.Values(0, result.RowOf(l.Place), l.Measure))]);
        }
    }

    /// <summary>Runs a search over any model.</summary>
    /// <param name="search">Ranges, method, objective and service levels.</param>
    /// <param name="evaluate">Capacities in, in the order of the search, readings out; replications of the same number must have the same luck. Null when it was stopped.</param>
    /// <param name="evaluated">Told of each combination evaluated.</param>
    /// <param name="stop">Stops before the next combination.</param>
    public static CapacitySearchResult Run(
        CapacitySearch search, Func<IReadOnlyList<int>, SearchReading?> evaluate, Action<SearchCell>? evaluated = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(evaluate);
        SearchLattice lattice = new(search, evaluate, evaluated, stop);
        switch (search.Method)
        {
            case SearchMethod.Grid:
                Grid(lattice);
                break;
            case SearchMethod.GoldenSection:
                GoldenSection(lattice);
                break;
            case SearchMethod.NelderMead:
                Simplex(lattice);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(search), search.Method, "There is no such method.");
        }

        return new CapacitySearchResult(search, lattice.Cells, lattice.End);
    }

    private static void Grid(SearchLattice lattice)
    {
        IReadOnlyList<double>[] levels = [.. lattice.Last.Select(last => (IReadOnlyList<double>)[.. Enumerable.Range(0, last + 1).Select(i => (double)i)])];
        foreach (double[] point in FullGrid.Points(levels))
        {
            if (lattice.At([.. point.Select(i => (int)i)]) is null)
            {
                return;
            }
        }
    }

    /// <summary>Golden section on whole steps: between the two ends two points are held, and the part beyond the worse of them is cut off. It finds the best when there is one valley.</summary>
    private static void GoldenSection(SearchLattice lattice)
    {
        const double Ratio = 0.6180339887498949;
        int low = 0;
        int high = lattice.Last[0];
        while (high - low > 3)
        {
            int inner = (int)Math.Round((high - low) * (1 - Ratio));
            (int left, int right) = (low + inner, Math.Max(low + inner + 1, high - inner));
            if (lattice.At([left]) is not { } a || lattice.At([right]) is not { } b)
            {
                return;
            }

            if (lattice.Compare(a, b) <= 0)
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        for (int i = low; i <= high; i++)
        {
            if (lattice.At([i]) is null)
            {
                return;
            }
        }
    }

    /// <summary>
    /// The simplex, each vertex rounded to whole steps, then steps to better neighbours until there is none: rounding makes terraces on which a simplex may settle early
    /// (Hooke and Jeeves 1961, Journal of the ACM 8, 212-229).
    /// </summary>
    private static void Simplex(SearchLattice lattice)
    {
        int[] free = [.. Enumerable.Range(0, lattice.Last.Length).Where(i => lattice.Last[i] > 0)];
        int[] from = [.. lattice.Last.Select(l => l / 2)];
        if (free.Length > 0)
        {
            CalibrationProblem problem = new(
                [.. free.Select(i => new CalibrationParameter(lattice.Name(i), 0, lattice.Last[i], from[i]))],
                [new CalibrationTarget("objective", 0, 1)]);
            using CancellationTokenSource ended = new();
            CalibrationSearch simplex = new(problem, Evaluate, int.MaxValue, stop: ended.Token);
            double steps = free.Min(i => lattice.Last[i]);
            NelderMead.Run(simplex, new NelderMeadOptions(Math.Clamp(1.5 / steps, 0.25, 0.5), 0.5 / free.Max(i => lattice.Last[i]), Restarts: 2));

            FittedValues Evaluate(IReadOnlyList<double> values)
            {
                int[] point = [.. from];
                for (int k = 0; k < free.Length; k++)
                {
                    point[free[k]] = (int)Math.Round(values[k]);
                }

                if (lattice.At(point) is { } cell)
                {
                    return new FittedValues([lattice.Loss(cell)]);
                }

                ended.Cancel();
                return new FittedValues([double.PositiveInfinity]);
            }
        }

        Descend(lattice, lattice.BestPoint ?? from);
    }

    private static void Descend(SearchLattice lattice, int[] point)
    {
        if (lattice.At(point) is not { } here)
        {
            return;
        }

        bool moved = true;
        while (moved)
        {
            moved = false;
            foreach (int[] next in Neighbours(point, lattice.Last))
            {
                if (lattice.At(next) is not { } there)
                {
                    return;
                }

                if (lattice.Compare(there, here) < 0)
                {
                    (point, here, moved) = (next, there, true);
                    break;
                }
            }
        }
    }

    /// <summary>One step in each capacity, and one step of one capacity against another: along a limit of the service level only both together help.</summary>
    private static IEnumerable<int[]> Neighbours(int[] point, int[] last)
    {
        List<int[]> steps = [];
        for (int i = 0; i < point.Length; i++)
        {
            foreach (int by in (int[])[-1, 1])
            {
                steps.Add(Moved(point, i, by));
                steps.AddRange(Enumerable.Range(0, point.Length).Where(j => j != i).Select(j => Moved(Moved(point, i, by), j, -by)));
            }
        }

        return steps.Where(s => s.Zip(last).All(x => x.First >= 0 && x.First <= x.Second));

        static int[] Moved(int[] from, int i, int by)
        {
            int[] to = [.. from];
            to[i] += by;
            return to;
        }
    }
}
