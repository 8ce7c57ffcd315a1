namespace CareFlowSim.IO;

/// <summary>Lines over the days of a simulated period, for instance occupied beds under the baseline and a policy.</summary>
public sealed record DateLineChart : DateChart
{
    /// <summary>The lines, in the order of the legend; they need not be equally long.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>Whether the vertical axis must include zero. When it does not, the chart says so.</summary>
    public bool StartAtZero { get; init; }

    /// <summary>A level to compare with, for instance the number of open beds.</summary>
    public double? ReferenceLine { get; init; }

    /// <summary>What <see cref="ReferenceLine"/> is.</summary>
    public string ReferenceLabel { get; init; } = "";

    /// <summary>What the shaded bands are, for instance "95% interval"; empty: not said.</summary>
    public string IntervalLabel { get; init; } = "";

    private protected override bool HasData => Series.Any(s => s.Values.Any(double.IsFinite));

    private protected override void Check()
    {
    }

    private protected override double Draw(SvgCanvas canvas, double top) => top;

    private protected override string Describe() => "";
}
