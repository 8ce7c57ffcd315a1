namespace CareFlowSim.IO;

/// <summary>A stretch between two percentiles, for each day of a <see cref="FanChart"/>.</summary>
/// <param name="Name">What it is, for instance "middle half".</param>
/// <param name="Low">Lower end, one a day; <see cref="double.NaN"/> is a gap.</param>
/// <param name="High">Upper end, as long as <paramref name="Low"/>.</param>
public sealed record FanBand(string Name, double[] Low, double[] High);

/// <summary>How a level spreads over the days of a simulated period: its median, and bands of percentiles around it.</summary>
public sealed record FanChart : DateChart
{
    private const string Colour = "#0072B2";

    /// <summary>The bands, the widest first; each lies within the one before.</summary>
    public required IReadOnlyList<FanBand> Fan { get; init; }

    /// <summary>The line in the middle.</summary>
    public required LineSeries Middle { get; init; }

    /// <summary>Lines to compare with, for instance the beds that are open; dashed.</summary>
    public IReadOnlyList<LineSeries> References { get; init; } = [];

    private protected override bool HasData => Middle.Values.Any(double.IsFinite);

    private protected override int Days => Middle.Values.Length;

    private protected override void Check()
    {
        base.Check();
        ChartCheck.Values(Middle.Values, Middle.Name, Days);
        foreach (FanBand band in Fan)
        {
            ChartCheck.Values(band.Low, band.Name, Days, "lower ends");
            ChartCheck.Values(band.High, band.Name, Days, "upper ends");
        }

        foreach (LineSeries line in References)
        {
            ChartCheck.Values(line.Values, line.Name, Days);
        }
    }

    private protected override (double Low, double High) Range()
    {
        double[] all = [.. Fan.SelectMany(b => b.Low.Concat(b.High)).Concat(Middle.Values).Concat(References.SelectMany(r => r.Values)).Where(double.IsFinite)];
        return (Math.Min(0, all.Min()), all.Max());
    }

    private protected override IReadOnlyList<EndLabel> Names() =>
    [
        new EndLabel(Middle.Name, new Swatch(SwatchKind.Line, new Fill(Colour)), Middle.Values.LastOrDefault(double.IsFinite, double.NaN)),
        .. References.Select((r, i) => new EndLabel(r.Name, ReferenceSwatch(i), r.Values.LastOrDefault(double.IsFinite, double.NaN))),
    ];

    private protected override IReadOnlyList<LegendItem> ExtraLegend() =>
        [.. Fan.Select((b, i) => new LegendItem(b.Name, new Swatch(i == 0 ? SwatchKind.Shade : SwatchKind.DeepShade, new Fill(Colour))))];

    private protected override void DrawSeries(SvgCanvas canvas, DatePlot plot)
    {
        // Shades lie over one another, so the narrower band is the darker one.
        foreach (FanBand band in Fan)
        {
            foreach ((int first, int last) in DatePlot.Stretches(Days, d => double.IsFinite(band.Low[d]) && double.IsFinite(band.High[d])))
            {
                if (first == last)
                {
                    canvas.Line(plot.X(first), plot.Y(band.Low[first]), plot.X(first), plot.Y(band.High[first]), Colour, 1.5);
                    continue;
                }

                int[] days = [.. Enumerable.Range(first, last - first + 1)];
                canvas.Shade(days.Select(d => (plot.X(d), plot.Y(band.High[d]))).Concat(days.Reverse().Select(d => (plot.X(d), plot.Y(band.Low[d])))), Colour);
            }
        }

        for (int i = 0; i < References.Count; i++)
        {
            DrawLine(canvas, plot, References[i].Values, ReferenceSwatch(i));
        }

        DrawLine(canvas, plot, Middle.Values, new Swatch(SwatchKind.Line, new Fill(Colour)));
    }

    private protected override string Describe()
    {
        double[] known = [.. Middle.Values.Where(double.IsFinite)];
        int decimals = Ticks.DecimalsFor(known);
        string fan = string.Concat(Fan.Select(b =>
            $"; {b.Name}: at most from {Ticks.Number(b.Low.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min(), decimals)} to {Ticks.Number(b.High.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max(), decimals)}"));
        return $"Fan chart of {YLabel}, {Period()}. {Middle.Name}: {Ticks.Number(known[0], decimals)} at the start, {Ticks.Number(known[^1], decimals)} at the end, "
            + $"lowest {Ticks.Number(known.Min(), decimals)}, highest {Ticks.Number(known.Max(), decimals)}{fan}.";
    }

    private static Swatch ReferenceSwatch(int index) => new(SwatchKind.Line, new Fill(Palette.LineColour(index + 1)), "7 4");

    private static void DrawLine(SvgCanvas canvas, DatePlot plot, double[] values, Swatch swatch)
    {
        foreach ((int first, int last) in DatePlot.Stretches(values.Length, d => double.IsFinite(values[d])))
        {
            if (first == last)
            {
                canvas.Circle(plot.X(first), plot.Y(values[first]), 3, swatch.Fill.Colour);
                continue;
            }

            canvas.Polyline(Enumerable.Range(first, last - first + 1).Select(d => (plot.X(d), plot.Y(values[d]))), swatch.Fill.Colour, 2, swatch.Dash);
        }
    }
}
