namespace CareFlowSim.Model;

/// <summary>How many replications: a fixed number, or as many as a measure needs.</summary>
public sealed record PathwayReplications
{
    /// <summary>The number, when there is no goal.</summary>
    public int Number { get; init; } = 10;

    /// <summary>Go on until a measure is known well enough, or null.</summary>
    public PrecisionGoal? Precision { get; init; }
}

/// <summary>When a measure of the baseline is known well enough. Source: Hoad, Robinson and Davies (2010), Journal of the Operational Research Society 61, 1632-1644.</summary>
public sealed record PrecisionGoal
{
    /// <summary>The measure.</summary>
    public required PathwayMeasure Measure { get; init; }

    /// <summary>Its place; null is the whole path.</summary>
    public string? Place { get; init; }

    /// <summary>Half the width of the interval that is narrow enough.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>Whether the half width is relative to the mean (0.05 is 5 %) or in the unit of the measure.</summary>
    public bool Relative { get; init; } = true;

    /// <summary>The fewest replications, at least 3.</summary>
    public int AtLeast { get; init; } = 3;

    /// <summary>The most replications.</summary>
    public int AtMost { get; init; } = 1_000;

    /// <summary>One less the coverage of the interval, between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Replications for which the interval must stay narrow enough (below 100 replications; in proportion above).</summary>
    public int LookAhead { get; init; } = 5;
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
