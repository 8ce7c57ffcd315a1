namespace CareFlowSim.IO;

/// <summary>Horizontal bars made of layers, for instance delayed beds by reason, in the baseline and under each policy.</summary>
public sealed record StackedBarChart : Chart
{
    /// <summary>What the bars measure, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The bars from the top down.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The layers from zero outwards, each with one value per category; negative values go left of zero.</summary>
    public required IReadOnlyList<StackedSeries> Series { get; init; }

    /// <summary>Decimals of the values in figures; null: chosen from their size.</summary>
    public int? Decimals { get; init; }

    private protected override bool HasData => Categories.Count > 0 && Series.Any(s => s.Values.Any(double.IsFinite));

    private protected override void Check()
    {
    }

    private protected override double Draw(SvgCanvas canvas, double top) => top;

    private protected override string Describe() => "";
}
