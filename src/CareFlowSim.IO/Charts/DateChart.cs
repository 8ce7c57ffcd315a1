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
        double[] ticks = Ticks.Covering(low, high, PlotHeight, 55);
        string[] tickTexts = [.. ticks.Select(t => Ticks.Text(t, ticks[1] - ticks[0]))];
        double left = SvgCanvas.Margin + tickTexts.Max(t => TextMetrics.Width(t, TextStyle.Axis)) + 8;

        var names = Names();
        var labels = new EndLabels(names, Width * 0.22);
        bool beside = labels.Height <= PlotHeight;
        double right = Width - SvgCanvas.Margin - (beside ? labels.Width : 14);

        IEnumerable<LegendItem> legend = beside ? [] : names.Select(n => new LegendItem(n.Text, n.Swatch));
        double y = Legend.Draw(canvas, top, [.. legend, .. ExtraLegend()]);
        string remark = ticks[0] > 0 || ticks[^1] < 0 ? " (axis does not start at zero)" : "";
        y = canvas.Paragraph(SvgCanvas.Margin, y, Width - (2 * SvgCanvas.Margin), YLabel + remark, TextStyle.Axis) + 4;

        var shown = ShownBands();
        double strip = shown.Exists(b => b.Label.Length > 0) ? 20 : 4;
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

    // First and last day counted from Start, cut to the picture.
    private List<(int From, int To, string Label)> ShownBands() =>
        [.. Bands
            .Select(b => (From: Math.Max(0, b.From.DayNumber - Start.DayNumber), To: Math.Min(Days - 1, b.To.DayNumber - Start.DayNumber), b.Label))
            .Where(b => b.From <= b.To)];

    private static void DrawBands(SvgCanvas canvas, DatePlot plot, double top, List<(int From, int To, string Label)> bands)
    {
        foreach (var (from, to, label) in bands)
        {
            double x = plot.X(from - 0.5);
            double width = plot.X(to + 0.5) - x;
            canvas.Rect(x, top, width, plot.Bottom - top, Palette.Band);
            if (label.Length > 0 && width >= 30)
            {
                canvas.Text(x + (width / 2), top + 14.5, TextMetrics.Fit(label, width - 4, TextStyle.Note), TextStyle.Note, TextAnchor.Middle, label);
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
