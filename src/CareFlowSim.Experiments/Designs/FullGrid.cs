namespace CareFlowSim.Experiments;

/// <summary>Every combination of given levels. The last input changes fastest.</summary>
public static class FullGrid
{
    private const int MaxPoints = 10_000_000;

    /// <summary>Every combination of the levels of each input, in the levels' own unit.</summary>
    /// <param name="levels">Per input its levels, at least one each.</param>
    /// <returns>One row per combination, one column per input.</returns>
    /// <exception cref="ArgumentException">No input, an input without a level, or more than ten million combinations.</exception>
    public static double[][] Points(IReadOnlyList<IReadOnlyList<double>> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Count == 0 || levels.Any(l => l.Count == 0))
        {
            throw new ArgumentException("A grid needs at least one input, and every input at least one level.", nameof(levels));
        }

        double count = levels.Aggregate(1.0, (product, l) => product * l.Count);
        if (count > MaxPoints)
        {
            throw new ArgumentException($"The grid would have {count:0} points; at most {MaxPoints} are allowed.", nameof(levels));
        }

        double[][] points = new double[(int)count][];
        for (int p = 0; p < points.Length; p++)
        {
            points[p] = new double[levels.Count];
            int rest = p;
            for (int i = levels.Count - 1; i >= 0; i--)
            {
                points[p][i] = levels[i][rest % levels[i].Count];
                rest /= levels[i].Count;
            }
        }

        return points;
    }

    /// <summary>Every combination of the middles of equal cells of the unit cube.</summary>
    /// <param name="cells">Per input the number of cells, 1 or more.</param>
    /// <returns>One row per combination, one column per input, strictly inside the unit cube.</returns>
    /// <exception cref="ArgumentException">No input, an input without a cell, or more than ten million combinations.</exception>
    public static double[][] CellMiddles(IReadOnlyList<int> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return Points([.. cells.Select(c => (IReadOnlyList<double>)[.. Enumerable.Range(0, Math.Max(0, c)).Select(k => (k + 0.5) / c)])]);
    }
}
