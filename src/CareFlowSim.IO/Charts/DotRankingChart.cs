namespace CareFlowSim.IO;

/// <summary>
/// Areas ranked by a value, a dot each, with whiskers for intervals: the picture a map would be, for readers who want to find one area.
/// Sorted highest first; more than 40 areas stand in two columns with the same scale.
/// </summary>
public sealed record DotRankingChart : Chart
{
    /// <summary>What the dots measure, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The areas, in any order.</summary>
    public required IReadOnlyList<RankedDot> Dots { get; init; }

    /// <summary>The value to compare with, for instance that of England.</summary>
    public double? ReferenceLine { get; init; }

    /// <summary>What <see cref="ReferenceLine"/> is, for instance "England".</summary>
    public string ReferenceLabel { get; init; } = "";

    /// <summary>What the whiskers are, for instance "95% interval"; empty: not said.</summary>
    public string IntervalLabel { get; init; } = "";

    /// <summary>Whether the axis must include zero.</summary>
    public bool StartAtZero { get; init; }

    /// <summary>Decimals of the values in figures; null: chosen from their size.</summary>
    public int? Decimals { get; init; }

    private protected override bool HasData => Dots.Any(d => double.IsFinite(d.Value));

    private protected override void Check()
    {
    }

    private protected override double Draw(SvgCanvas canvas, double top) => top;

    private protected override string Describe() => "";
}
