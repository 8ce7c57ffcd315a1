namespace CareFlowSim.Model;

/// <summary>Which figure of a measure must be known well enough.</summary>
public enum PrecisionOf
{
    /// <summary>What each policy changes, on the same people and the same luck: the paired difference from the baseline.</summary>
    Change,

    /// <summary>The level of the baseline.</summary>
    Baseline,
}

/// <summary>When one measure is known well enough. Source: Hoad, Robinson and Davies (2010), Journal of the Operational Research Society 61, 1632-1644.</summary>
/// <typeparam name="TMeasure">How a measure is named.</typeparam>
public sealed record PrecisionGoal<TMeasure>
{
    /// <summary>The measure.</summary>
    public required TMeasure Measure { get; init; }

    /// <summary>Its place, of a pathway; null is the whole.</summary>
    public string? Place { get; init; }

    /// <summary>Which figure; null is the change where there are policies, and the baseline where there are none.</summary>
    public PrecisionOf? Of { get; init; }

    /// <summary>Half the width of the interval that is narrow enough.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>Whether the half width is relative to the mean (0.05 is 5 %) or in the unit of the measure.</summary>
    public bool Relative { get; init; } = true;

    /// <summary>The fewest replications, at least 3.</summary>
    public int AtLeast { get; init; } = 3;

    /// <summary>The most replications; of several goals the largest number holds.</summary>
    public int AtMost { get; init; } = 1_000;

    /// <summary>One less the coverage of the interval, between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Replications for which the interval must stay narrow enough (below 100 replications; in proportion above).</summary>
    public int LookAhead { get; init; } = 5;
}
