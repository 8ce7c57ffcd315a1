using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>What the charts over time have in common: one value a day from <see cref="Start"/>, month ticks, shaded seasons.</summary>
public abstract record DateChart : Chart
{
    private const double PixelsPerDateTick = 46;

    private protected DateChart()
    {
    }

    /// <summary>What the vertical axis measures, with its unit; written above the axis.</summary>
    public required string YLabel { get; init; }

    /// <summary>The day of the first value.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Whether the values are numbers of people or things, so that the axis tells no parts of one.</summary>
    public bool CountsUp { get; init; }

    /// <summary>Stretches of days to shade, for instance winters; those outside the picture are left out.</summary>
    public IReadOnlyList<DateBand> Bands { get; init; } = [];

    /// <summary>Height of the plot itself in pixels, without headings; at least 120.</summary>
    public int PlotHeight { get; init; } = 360;

    private protected abstract int Days { get; }

    private protected abstract (double Low, double High) Range();

    private protected abstract IReadOnlyList<EndLabel> Names();

    private protected abstract IReadOnlyList<LegendItem> ExtraLegend();

    private protected abstract void DrawSeries(SvgCanvas canvas, DatePlot plot);

    private protected override void Check() => ArgumentOutOfRangeException.ThrowIfLessThan(PlotHeight, 120);

    private protected string Period() =>
        $"{Start.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} to {Start.AddDays(Days - 1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";

    private protected sealed override double Draw(SvgCanvas canvas, double top)
    {
        var (low, high) = Range();
        double[] ticks = Ticks.Covering(low, high, PlotHeight, 55, CountsUp ? 1 : 0);
        string[] tickTexts = [.. ticks.Select(t => Ticks.Text(t, ticks[1] - ticks[0]))];
        double left = SvgCanvas.Margin + tickTexts.Max(t => TextMetrics.Width(t, TextStyle.Axis)) + 8;

        var names = Names();
        var labels = new EndLabels(names, Width * 0.22);
        bool beside = labels.Height <= PlotHeight;
        double right = Width - SvgCanvas.Margin - (beside ? labels.Width : 14);

        IEnumerable<LegendItem> legend = beside ? [] : names.Select(n => new LegendItem(n.Text, n.Swatch));
        var shown = ShownBands(right - left);
        double y = Legend.Draw(canvas, top, [.. legend, .. ExtraLegend(), .. BandLegend(shown)]);
        string remark = ticks[0] > 0 || ticks[^1] < 0 ? " (axis does not start at zero)" : "";
        y = canvas.Paragraph(SvgCanvas.Margin, y, Width - (2 * SvgCanvas.Margin), YLabel + remark, TextStyle.Axis) + 4;

        double strip = shown.Exists(b => b.Labelled) ? 20 : 10;
        var plot = new DatePlot(left, right, y + strip, y + strip + PlotHeight, Days, new Scale(ticks[0], ticks[^1], y + strip + PlotHeight, y + strip));
        DrawBands(canvas, plot, y, shown);
        for (int i = 0; i < ticks.Length; i++)
        {
            canvas.Line(left, plot.Y(ticks[i]), right, plot.Y(ticks[i]), Palette.Grid);
            canvas.Text(left - 8, plot.Y(ticks[i]) + 4.5, tickTexts[i], TextStyle.Axis, TextAnchor.End);
        }

        DrawDates(canvas, plot);
        DrawSeries(canvas, plot);
        if (beside)
        {
            labels.Draw(canvas, right, plot.Top, plot.Bottom, plot.Y);
        }

        return plot.Bottom + 40;
    }

    private List<ShownBand> ShownBands(double plotWidth)
    {
        var shown = new List<ShownBand>();
        foreach (var band in Bands)
        {
            int from = Math.Max(0, band.From.DayNumber - Start.DayNumber);
            int to = Math.Min(Days - 1, band.To.DayNumber - Start.DayNumber);
            if (from <= to)
            {
                double width = Math.Min(to - from + 1, Days) * plotWidth / Days;
                bool labelled = band.Label.Length > 0 && TextMetrics.Width(band.Label, TextStyle.Note) + 4 <= width;
                shown.Add(new ShownBand(from, to, band.Label, labelled));
            }
        }

        return shown;
    }

    private static IEnumerable<LegendItem> BandLegend(List<ShownBand> bands) =>
        bands
            .Where(b => !b.Labelled && b.Label.Length > 0)
            .Select(b => b.Label)
            .Distinct()
            .Select(label => new LegendItem(label, new Swatch(SwatchKind.Box, new Fill(Palette.Band))));

    private static void DrawBands(SvgCanvas canvas, DatePlot plot, double top, List<ShownBand> bands)
    {
        foreach (var band in bands)
        {
            double x = plot.X(band.From - 0.5);
            double width = plot.X(band.To + 0.5) - x;
            canvas.Rect(x, top, width, plot.Bottom - top, Palette.Band);
            if (band.Labelled)
            {
                canvas.Text(x + (width / 2), top + 14.5, band.Label, TextStyle.Note, TextAnchor.Middle);
            }
        }
    }

    private void DrawDates(SvgCanvas canvas, DatePlot plot)
    {
        canvas.Line(plot.Left, plot.Bottom, plot.Right, plot.Bottom, Palette.Rule);
        foreach (var tick in DateTicks.Over(Start, Days, Math.Max(1, (int)((plot.Right - plot.Left) / PixelsPerDateTick))))
        {
            double x = plot.X(tick.Day);
            canvas.Line(x, plot.Bottom, x, plot.Bottom + 5, Palette.Rule);
            canvas.Text(x, plot.Bottom + 19, tick.Label, TextStyle.Axis, TextAnchor.Middle);
            canvas.Text(x, plot.Bottom + 35, tick.Year, TextStyle.Axis, TextAnchor.Middle);
        }
    }
}

/// <summary>A band cut to the picture, in days from its start; without room for its label above it, the legend says what it is.</summary>
internal readonly record struct ShownBand(int From, int To, string Label, bool Labelled);

/// <summary>The rectangle of a chart over time: days to the right, values upwards.</summary>
internal readonly record struct DatePlot(double Left, double Right, double Top, double Bottom, int Days, Scale Values)
{
    /// <summary>A day's place; a single day stands in the middle, and nothing leaves the plot.</summary>
    internal double X(double day) =>
        Days == 1 ? (Left + Right) / 2 + (day * 20) : Math.Clamp(Left + (day / (Days - 1) * (Right - Left)), Left, Right);

    internal double Y(double value) => Values.At(value);

    /// <summary>Unbroken stretches of days for which something holds, as first and last day.</summary>
    internal static IEnumerable<(int First, int Last)> Stretches(int days, Func<int, bool> holds)
    {
        int first = -1;
        for (int day = 0; day <= days; day++)
        {
            if (day < days && holds(day))
            {
                first = first < 0 ? day : first;
            }
            else if (first >= 0)
            {
                yield return (first, day - 1);
                first = -1;
            }
        }
    }
}
