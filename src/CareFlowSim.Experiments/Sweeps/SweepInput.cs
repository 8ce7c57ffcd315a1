namespace CareFlowSim.Experiments;

/// <summary>How values between two ends are spaced.</summary>
public enum SweepScale
{
    /// <summary>Equal steps.</summary>
    Linear,

    /// <summary>Equal factors; both ends are above 0.</summary>
    Log,
}

/// <summary>What kind of values an input has, and so the type of its column.</summary>
public enum SweepValueKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>One of a few words.</summary>
    Word,
}

/// <summary>One value of an input: a number, or a word.</summary>
/// <param name="Number">The number; 0 for a word.</param>
/// <param name="Word">The word; null for a number.</param>
public readonly record struct SweepValue(double Number, string? Word = null);

/// <summary>An input that a sweep moves: levels, a range or a prior. Not how it gets into a scenario; that is the reader's.</summary>
public sealed record SweepInput
{
    /// <summary>Name: the column in results and the word in conditions.</summary>
    public required string Name { get; init; }

    /// <summary>Path of the input in the scenario.</summary>
    public required string Path { get; init; }

    /// <summary>Unit of its values; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Kind of its values.</summary>
    public SweepValueKind Kind { get; init; }

    /// <summary>The levels, one or more; empty when a range or a prior takes their place.</summary>
    public IReadOnlyList<SweepValue> Levels { get; init; } = [];

    /// <summary>Low end of a range.</summary>
    public double Low { get; init; }

    /// <summary>High end of a range.</summary>
    public double High { get; init; }

    /// <summary>How a range is spaced.</summary>
    public SweepScale Scale { get; init; }

    /// <summary>What is believed of the input; null when levels or a range say it.</summary>
    public Prior? Prior { get; init; }

    /// <summary>The value at a place of the unit interval: levels have equal parts of it, a prior gives its quantile.</summary>
    /// <param name="place">From 0 to 1; for a prior strictly between.</param>
    public SweepValue At(double place)
    {
        if (Levels.Count > 0)
        {
            return Levels[Math.Clamp((int)(place * Levels.Count), 0, Levels.Count - 1)];
        }

        double value = Prior?.Quantile(place)
            ?? (Scale == SweepScale.Log ? Low * Math.Pow(High / Low, place)
            : Kind == SweepValueKind.Whole ? Math.Floor(Low + (place * (High - Low + 1)))
            : Low + (place * (High - Low)));
        value = Prior is null ? Math.Clamp(value, Low, High) : value;
        return new SweepValue(Kind == SweepValueKind.Whole ? Math.Round(value, MidpointRounding.AwayFromZero) : value);
    }

    /// <summary>Its low end, middle or high end in a one-at-a-time design: the first, middle and last level, the ends and the middle of a range, or quantiles of a prior.</summary>
    /// <param name="quantile">The quantile for a prior, with 0.5 the middle.</param>
    public SweepValue AtEnd(double quantile) =>
        Levels.Count > 0 ? Levels[quantile < 0.5 ? 0 : quantile > 0.5 ? Levels.Count - 1 : (Levels.Count - 1) / 2]
        : At(Prior is not null || quantile == 0.5 ? quantile : quantile < 0.5 ? 0 : 1);

    /// <summary>Levels of a range, both ends among them.</summary>
    /// <param name="steps">How many, 2 or more.</param>
    public IReadOnlyList<SweepValue> Steps(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        return [.. Enumerable.Range(0, steps).Select(i => Between((double)i / (steps - 1))).Distinct()];
    }

    private SweepValue Between(double share)
    {
        double value = share == 1 ? High : Scale == SweepScale.Log ? Low * Math.Pow(High / Low, share) : Low + (share * (High - Low));
        return new SweepValue(Kind == SweepValueKind.Whole ? Math.Round(value, MidpointRounding.AwayFromZero) : value);
    }
}
