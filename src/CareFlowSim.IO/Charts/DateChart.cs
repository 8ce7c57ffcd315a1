namespace CareFlowSim.IO;

/// <summary>What the charts over time have in common: one value a day from <see cref="Start"/>, month ticks, shaded seasons.</summary>
public abstract record DateChart : Chart
{
    private protected DateChart()
    {
    }

    /// <summary>What the vertical axis measures, with its unit; written above the axis.</summary>
    public required string YLabel { get; init; }

    /// <summary>The day of the first value.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Stretches of days to shade, for instance winters; those outside the picture are left out.</summary>
    public IReadOnlyList<DateBand> Bands { get; init; } = [];

    /// <summary>Height of the plot itself in pixels, without headings; at least 120.</summary>
    public int PlotHeight { get; init; } = 360;
}
