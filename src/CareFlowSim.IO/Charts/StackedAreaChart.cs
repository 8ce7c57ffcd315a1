namespace CareFlowSim.IO;

/// <summary>Layers that add up, over the days of a simulated period, for instance delayed beds by reason.</summary>
/// <remarks>A day on which any layer is <see cref="double.NaN"/> is a gap in the whole stack: a sum with a hole is no sum.</remarks>
public sealed record StackedAreaChart : DateChart
{
    /// <summary>The layers from the bottom up, all equally long, none negative.</summary>
    public required IReadOnlyList<StackedSeries> Series { get; init; }

    private protected override bool HasData => Series.Count > 0 && Enumerable.Range(0, Days).Any(Known);

    private protected override int Days => Series[0].Values.Length;

    private protected override void Check()
    {
        base.Check();
        foreach (var series in Series)
        {
            ChartCheck.Values(series.Values, series.Name, Days);
            if (series.Values.Any(v => v < 0))
            {
                throw new ArgumentException($"\"{series.Name}\" has a negative value; layers of an area cannot be negative.");
            }
        }
    }

    private protected override (double Low, double High) Range() =>
        (0, Enumerable.Range(0, Days).Where(Known).Max(d => Below(Series.Count, d)));

    private protected override IReadOnlyList<EndLabel> Names()
    {
        int last = Enumerable.Range(0, Days).Last(Known);
        return [.. Series.Select((s, i) => new EndLabel(s.Name, new Swatch(SwatchKind.Box, Palette.FillOf(i)), Below(i, last) + (s.Values[last] / 2)))];
    }

    private protected override IReadOnlyList<LegendItem> ExtraLegend() => [];

    private protected override void DrawSeries(SvgCanvas canvas, DatePlot plot)
    {
        for (int i = 0; i < Series.Count; i++)
        {
            foreach (var (first, last) in DatePlot.Stretches(Days, Known))
            {
                var days = Enumerable.Range(first, last - first + 1);
                var upper = days.Select(d => (X: plot.X(d), Y: plot.Y(Below(i + 1, d))));
                var lower = days.Reverse().Select(d => (X: plot.X(d), Y: plot.Y(Below(i, d))));
                if (first == last)
                {
                    // A single day has no width of its own; give it a visible one.
                    double x = Math.Clamp(plot.X(first) - 2, plot.Left, plot.Right - 4);
                    canvas.Rect(x, upper.First().Y, 4, lower.First().Y - upper.First().Y, Palette.FillOf(i));
                    continue;
                }

                canvas.Area(upper.Concat(lower), Palette.FillOf(i));
            }
        }
    }

    private protected override string Describe()
    {
        var known = Enumerable.Range(0, Days).Where(Known).ToList();
        int decimals = Ticks.DecimalsFor(known.Select(d => Below(Series.Count, d)));
        return $"Stacked area chart of {YLabel}, {Period()}. Mean over the days shown: "
            + string.Join("; ", Series.Select(s => $"{s.Name} {Ticks.Number(known.Average(d => s.Values[d]), decimals)}")) + ".";
    }

    private bool Known(int day) => Series.All(s => double.IsFinite(s.Values[day]));

    /// <summary>Sum of the layers under layer <paramref name="layer"/> on one day.</summary>
    private double Below(int layer, int day)
    {
        double sum = 0;
        for (int i = 0; i < layer; i++)
        {
            sum += Series[i].Values[day];
        }

        return sum;
    }
}
