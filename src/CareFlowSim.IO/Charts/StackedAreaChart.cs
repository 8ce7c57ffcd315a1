namespace CareFlowSim.IO;

/// <summary>Layers that add up, over the days of a simulated period, for instance delayed beds by reason.</summary>
/// <remarks>A day on which any layer is <see cref="double.NaN"/> is a gap in the whole stack: a sum with a hole is no sum.</remarks>
public sealed record StackedAreaChart : DateChart
{
    /// <summary>The layers from the bottom up, all equally long, none negative.</summary>
    public required IReadOnlyList<StackedSeries> Series { get; init; }

    private protected override bool HasData => Series.Any(s => s.Values.Any(double.IsFinite));

    private protected override void Check()
    {
    }

    private protected override double Draw(SvgCanvas canvas, double top) => top;

    private protected override string Describe() => "";
}
