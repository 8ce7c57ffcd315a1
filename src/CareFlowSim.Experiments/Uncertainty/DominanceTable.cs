namespace CareFlowSim.Experiments;

/// <summary>Where an option stands among the others.</summary>
public enum Standing
{
    /// <summary>On the frontier: for some price of the effect it is best.</summary>
    Kept,

    /// <summary>Another option has at least the effect at no more cost.</summary>
    Dominated,

    /// <summary>A mixture of two other options has more effect at the same cost.</summary>
    ExtendedlyDominated,
}

/// <summary>One option with its cost and effect.</summary>
/// <param name="Name">Name of the option.</param>
/// <param name="Cost">Expected cost, in pounds.</param>
/// <param name="Effect">Expected effect, in any unit of which more is better.</param>
public sealed record CostEffect(string Name, double Cost, double Effect);

/// <summary>One row of a dominance table.</summary>
/// <param name="Option">The option.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="CostPerEffect">Pounds per additional unit of effect against the next cheaper kept option; NaN for the cheapest and for those not kept.</param>
public sealed record DominanceRow(CostEffect Option, Standing Standing, double CostPerEffect);

/// <summary>
/// Options by rising cost, told apart by dominance and extended dominance.
/// Source: Karlsson and Johannesson (1996), "The decision rules of cost-effectiveness analysis", PharmacoEconomics 9, 113-120.
/// </summary>
public static class DominanceTable
{
    /// <summary>The table.</summary>
    /// <param name="options">The options, each name once.</param>
    /// <returns>One row per option, by rising cost; at equal cost the greater effect first.</returns>
    /// <exception cref="ArgumentException">No option, a name given twice, or a figure that is not finite.</exception>
    public static IReadOnlyList<DominanceRow> Of(IReadOnlyList<CostEffect> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Count == 0 || options.DistinctBy(o => o.Name).Count() < options.Count || !options.All(o => double.IsFinite(o.Cost) && double.IsFinite(o.Effect)))
        {
            throw new ArgumentException("There must be at least one option, each with its own name and with finite cost and effect.", nameof(options));
        }

        CostEffect[] sorted = [.. options.OrderBy(o => o.Cost).ThenByDescending(o => o.Effect)];
        Standing[] standing = new Standing[sorted.Length];
        List<int> kept = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (kept.Count > 0 && sorted[i].Effect <= sorted[kept[^1]].Effect)
            {
                standing[i] = Standing.Dominated;
                continue;
            }

            while (kept.Count > 1 && Ratio(sorted[kept[^2]], sorted[kept[^1]]) >= Ratio(sorted[kept[^1]], sorted[i]))
            {
                standing[kept[^1]] = Standing.ExtendedlyDominated;
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(i);
        }

        return [.. sorted.Select((option, i) =>
        {
            int place = kept.IndexOf(i);
            return new DominanceRow(option, standing[i], place > 0 ? Ratio(sorted[kept[place - 1]], option) : double.NaN);
        })];
    }

    private static double Ratio(CostEffect cheaper, CostEffect dearer) => (dearer.Cost - cheaper.Cost) / (dearer.Effect - cheaper.Effect);
}
