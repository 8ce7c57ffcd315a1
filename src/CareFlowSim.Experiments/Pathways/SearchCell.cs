using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>What one combination of capacities gave.</summary>
/// <param name="Index">Place in the order of evaluation, from 0.</param>
/// <param name="Units">Units of each sought place, in the order of the search.</param>
/// <param name="Cost">Cost in pounds of the measured period; NaN where nothing has a cost.</param>
/// <param name="Costs">The cost of each replication; all combinations have the same people and the same luck, so costs of the same replication are pairs.</param>
/// <param name="Levels">The measure of each service level, in their order.</param>
/// <param name="Shortfall">How far the service levels are missed, as the sum of the excesses relative to what is allowed; 0 where all are met, infinite where a measure has no value.</param>
public sealed record SearchCell(int Index, IReadOnlyList<int> Units, Estimate Cost, IReadOnlyList<double> Costs, IReadOnlyList<Estimate> Levels, double Shortfall)
{
    /// <summary>Whether the means meet all service levels.</summary>
    public bool Meets => Shortfall == 0;

    /// <summary>Units of all sought places together.</summary>
    public long UnitsInAll => Units.Sum(u => (long)u);

    /// <summary>Weighs what was read of a combination.</summary>
    internal static SearchCell Of(int index, IReadOnlyList<int> units, CapacitySearch search, SearchReading reading)
    {
        Estimate[] levels = [.. reading.Levels.Select(Measured)];
        double shortfall = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            // A level of 0 has no relative excess; the excess itself does.
            double allowed = search.ServiceLevels[i].AtMost;
            double excess = (levels[i].Point - allowed) / (allowed > 0 ? allowed : 1);
            shortfall += double.IsNaN(excess) ? double.PositiveInfinity : Math.Max(0, excess);
        }

        return new SearchCell(index, units, Measured(reading.Costs), reading.Costs, levels, shortfall);
    }

    /// <summary>Whether this cell is better than another: cells that meet the service levels before those that do not, then by the objective; the fewer units, then the cheaper of equals.</summary>
    internal int CompareTo(SearchCell other, SearchObjective objective)
    {
        int met = Shortfall.CompareTo(other.Shortfall);
        if (met != 0)
        {
            return met;
        }

        if (!Meets)
        {
            // Nobody came in at all: only more units can help.
            return double.IsInfinity(Shortfall) ? other.UnitsInAll.CompareTo(UnitsInAll) : UnitsInAll.CompareTo(other.UnitsInAll);
        }

        int cost = Cost.Point.CompareTo(other.Cost.Point);
        int units = UnitsInAll.CompareTo(other.UnitsInAll);
        return objective == SearchObjective.LeastCapacity ? (units != 0 ? units : cost) : (cost != 0 ? cost : units);
    }

    /// <summary>Replications without anything to measure are left out.</summary>
    private static Estimate Measured(IReadOnlyList<double> values)
    {
        double[] there = [.. values.Where(v => !double.IsNaN(v))];
        return there.Length == 0 ? new Estimate(double.NaN, double.NaN, double.NaN, 0, IntervalMethod.None) : Estimate.Of(there);
    }
}

/// <summary>What a search reads of one combination: one value per replication, in the order of their numbers.</summary>
/// <param name="Costs">Cost in pounds.</param>
/// <param name="Levels">The measure of each service level, in their order.</param>
public sealed record SearchReading(IReadOnlyList<double> Costs, IReadOnlyList<IReadOnlyList<double>> Levels);
