namespace CareFlowSim.IO;

/// <summary>Horizontal bars from zero, with whiskers for intervals and the value in figures.</summary>
public sealed record BarChart : Chart
{
    /// <summary>What the bars measure, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The bars from the top down.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>What the whiskers are, for instance "95% interval"; empty: not said.</summary>
    public string IntervalLabel { get; init; } = "";

    /// <summary>Decimals of the values in figures; null: chosen from their size.</summary>
    public int? Decimals { get; init; }

    private protected override bool HasData => Bars.Any(b => double.IsFinite(b.Value));

    private protected override void Check()
    {
    }

    private protected override double Draw(SvgCanvas canvas, double top) => top;

    private protected override string Describe() => "";
}
