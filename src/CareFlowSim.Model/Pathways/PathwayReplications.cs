namespace CareFlowSim.Model;

/// <summary>How many replications: a fixed number, or as many as some measures need.</summary>
public sealed record PathwayReplications
{
    /// <summary>The number, when there is no goal.</summary>
    public int Number { get; init; } = 10;

    /// <summary>Go on until every one of these is known well enough; empty for the fixed number.</summary>
    public IReadOnlyList<PrecisionGoal<PathwayMeasure>> Precision { get; init; } = [];
}

/// <summary>How capacities are searched.</summary>
public enum SearchMethod
{
    /// <summary>Every combination.</summary>
    Grid,

    /// <summary>Golden section over one capacity (Kiefer 1953).</summary>
    GoldenSection,

    /// <summary>Simplex over several capacities (Nelder and Mead 1965), rounded to the steps.</summary>
    NelderMead,
}

/// <summary>What the best capacities are.</summary>
public enum SearchObjective
{
    /// <summary>Those with the least mean cost, among those that meet the service levels.</summary>
    LeastCost,

    /// <summary>The fewest units in all that meet the service levels.</summary>
    LeastCapacity,
}

/// <summary>A search for capacities on common random numbers.</summary>
public sealed record CapacitySearch
{
    /// <summary>The capacities to move; each replaces the capacity of its place by one that is the same at all times.</summary>
    public required IReadOnlyList<SearchRange> Places { get; init; }

    /// <summary>How.</summary>
    public SearchMethod Method { get; init; } = SearchMethod.Grid;

    /// <summary>What for.</summary>
    public SearchObjective Objective { get; init; } = SearchObjective.LeastCost;

    /// <summary>What must be met; the mean over replications counts. Needed for the least capacity.</summary>
    public IReadOnlyList<ServiceLevel> ServiceLevels { get; init; } = [];

    /// <summary>Replications of each evaluation.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>The most combinations tried.</summary>
    public int MostEvaluations { get; init; } = 500;
}

/// <summary>Which capacities are possible.</summary>
/// <param name="Place">Name of the place.</param>
/// <param name="Lowest">Fewest units.</param>
/// <param name="Highest">Most units.</param>
/// <param name="Step">Units between one and the next, 1 or more.</param>
public sealed record SearchRange(string Place, int Lowest, int Highest, int Step = 1);

/// <summary>What must be met, for instance the share that waits at most 0.05.</summary>
/// <param name="Place">Name of the place; null is the whole path.</param>
/// <param name="Measure">The measure.</param>
/// <param name="AtMost">The most its mean over replications may be.</param>
public sealed record ServiceLevel(string? Place, PathwayMeasure Measure, double AtMost);
