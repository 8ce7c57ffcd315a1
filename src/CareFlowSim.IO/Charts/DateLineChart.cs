namespace CareFlowSim.IO;

/// <summary>Lines over the days of a simulated period, for instance occupied beds under the baseline and a policy.</summary>
public sealed record DateLineChart : DateChart
{
    /// <summary>The lines, in the order of their colours; they need not be equally long.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>Whether the vertical axis must include zero. When it does not, the chart says so.</summary>
    public bool StartAtZero { get; init; }

    /// <summary>A level to compare with, for instance the number of open beds.</summary>
    public double? ReferenceLine { get; init; }

    /// <summary>What <see cref="ReferenceLine"/> is.</summary>
    public string ReferenceLabel { get; init; } = "";

    /// <summary>What the shading around the lines is, for instance "95% interval"; empty: not said.</summary>
    public string IntervalLabel { get; init; } = "";

    private protected override bool HasData => Series.Any(s => s.Values.Any(double.IsFinite));

    private protected override int Days => Series.Max(s => s.Values.Length);

    private bool HasIntervals => Series.Any(s => s.Low is not null);

    /// <summary>The colour of the only line with an interval; that of text when there are several.</summary>
    private string IntervalColour =>
        Series.Count(s => s.Low is not null) == 1 ? Palette.LineColour(Series.ToList().FindIndex(s => s.Low is not null)) : Palette.Ink;

    private protected override void Check()
    {
        base.Check();
        foreach (var series in Series)
        {
            ChartCheck.Interval(series.Low is not null, series.High is not null, series.Name);
            ChartCheck.Values(series.Values, series.Name, series.Values.Length);
            ChartCheck.Values(series.Low ?? series.Values, series.Name, series.Values.Length, "lower ends");
            ChartCheck.Values(series.High ?? series.Values, series.Name, series.Values.Length, "upper ends");
        }

        ChartCheck.Value(ReferenceLine ?? 0, ReferenceLabel);
    }

    private protected override (double Low, double High) Range()
    {
        var all = Series
            .SelectMany(s => s.Values.Concat(s.Low ?? []).Concat(s.High ?? []))
            .Append(ReferenceLine ?? double.NaN)
            .Append(StartAtZero ? 0 : double.NaN)
            .Where(double.IsFinite)
            .ToList();
        return (all.Min(), all.Max());
    }

    private protected override IReadOnlyList<EndLabel> Names()
    {
        var names = Series.Select((s, i) => new EndLabel(s.Name, SwatchOf(s, i), s.Values.LastOrDefault(double.IsFinite, double.NaN)));
        return ReferenceLine is { } level && double.IsFinite(level)
            ? [.. names, new EndLabel(ReferenceLabel, new Swatch(SwatchKind.Line, new Fill(Palette.Grey), "4 3"), level)]
            : [.. names];
    }

    private protected override IReadOnlyList<LegendItem> ExtraLegend() =>
        HasIntervals && IntervalLabel.Length > 0
            ? [new LegendItem(IntervalLabel, new Swatch(SwatchKind.Shade, new Fill(IntervalColour)))]
            : [];

    private protected override void DrawSeries(SvgCanvas canvas, DatePlot plot)
    {
        for (int i = 0; i < Series.Count; i++)
        {
            DrawInterval(canvas, plot, Series[i], Palette.LineColour(i));
        }

        if (ReferenceLine is { } level && double.IsFinite(level))
        {
            canvas.Line(plot.Left, plot.Y(level), plot.Right, plot.Y(level), Palette.Grey, 1.5, "4 3");
        }

        for (int i = 0; i < Series.Count; i++)
        {
            DrawLine(canvas, plot, Series[i].Values, Palette.LineColour(i), Palette.LineDash(i, Series[i].Dashed));
        }
    }

    private protected override string Describe()
    {
        var known = Series.Where(s => s.Values.Any(double.IsFinite)).ToList();
        int decimals = Ticks.DecimalsFor(known.SelectMany(s => s.Values));
        return $"Line chart of {YLabel}, {Period()}. " + string.Join("; ", known.Select(s =>
        {
            var values = s.Values.Where(double.IsFinite).ToList();
            return $"{s.Name}: {Ticks.Number(values[0], decimals)} at the start, {Ticks.Number(values[^1], decimals)} at the end, "
                + $"lowest {Ticks.Number(values.Min(), decimals)}, highest {Ticks.Number(values.Max(), decimals)}";
        })) + ".";
    }

    private static Swatch SwatchOf(LineSeries series, int index) =>
        new(SwatchKind.Line, new Fill(Palette.LineColour(index)), Palette.LineDash(index, series.Dashed));

    private static void DrawInterval(SvgCanvas canvas, DatePlot plot, LineSeries series, string colour)
    {
        if (series is not { Low: { } low, High: { } high })
        {
            return;
        }

        foreach (var (first, last) in DatePlot.Stretches(low.Length, d => double.IsFinite(low[d]) && double.IsFinite(high[d])))
        {
            if (first == last)
            {
                canvas.Line(plot.X(first), plot.Y(low[first]), plot.X(first), plot.Y(high[first]), colour, 1.5);
                continue;
            }

            var days = Enumerable.Range(first, last - first + 1);
            canvas.Shade(days.Select(d => (plot.X(d), plot.Y(high[d]))).Concat(days.Reverse().Select(d => (plot.X(d), plot.Y(low[d])))), colour);
        }
    }

    private static void DrawLine(SvgCanvas canvas, DatePlot plot, double[] values, string colour, string dash)
    {
        foreach (var (first, last) in DatePlot.Stretches(values.Length, d => double.IsFinite(values[d])))
        {
            if (first == last)
            {
                canvas.Circle(plot.X(first), plot.Y(values[first]), 3, colour);
                continue;
            }

            canvas.Polyline(Enumerable.Range(first, last - first + 1).Select(d => (plot.X(d), plot.Y(values[d]))), colour, 2, dash);
        }
    }
}
