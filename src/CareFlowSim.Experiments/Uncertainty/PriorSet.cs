namespace CareFlowSim.Experiments;

/// <summary>The priors of several parameters, taken as independent: a point of the unit cube becomes a set of values.</summary>
public sealed record PriorSet
{
    /// <summary>Puts priors together.</summary>
    /// <param name="priors">The priors, each name once.</param>
    /// <exception cref="ArgumentException">Something is wrong; the message lists all faults.</exception>
    public PriorSet(IReadOnlyList<Prior> priors)
    {
        IReadOnlyList<string> faults = Faults(priors);
        if (faults.Count > 0)
        {
            throw new ArgumentException($"The priors have {faults.Count} fault(s): {string.Join("; ", faults)}.", nameof(priors));
        }

        Priors = [.. priors];
    }

    /// <summary>The priors, in the order of the design's inputs.</summary>
    public IReadOnlyList<Prior> Priors { get; }

    /// <summary>Number of parameters.</summary>
    public int Count => Priors.Count;

    /// <summary>The central values, in order.</summary>
    public double[] Central => [.. Priors.Select(p => p.Central)];

    /// <summary>Everything that is wrong with a list of priors, in words; empty when it is usable.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Prior> priors)
    {
        ArgumentNullException.ThrowIfNull(priors);
        return
        [
            .. priors.SelectMany(p => p.Faults()),
            .. priors.GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: named {g.Count()} times"),
        ];
    }

    /// <summary>Parameter values at a point of the unit cube.</summary>
    /// <param name="point">One number strictly between 0 and 1 per parameter.</param>
    /// <returns>One value per parameter, each in its own unit.</returns>
    /// <exception cref="ArgumentException">Not one number per parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not strictly between 0 and 1.</exception>
    public double[] Values(IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point.Count == Count
            ? [.. Priors.Select((p, i) => p.Quantile(point[i]))]
            : throw new ArgumentException($"The point has {point.Count} numbers for {Count} parameters.", nameof(point));
    }

    /// <summary>Parameter values at every point of a design: one row per point.</summary>
    /// <param name="points">Points of the unit cube, one row per point, one column per parameter.</param>
    public double[][] Values(IReadOnlyList<double[]> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return [.. points.Select(p => Values((IReadOnlyList<double>)p))];
    }
}
