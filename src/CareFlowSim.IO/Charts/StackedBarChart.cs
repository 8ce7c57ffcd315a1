namespace CareFlowSim.IO;

/// <summary>Horizontal bars made of layers, for instance delayed beds by reason, in the baseline and under each policy.</summary>
/// <remarks>The sum stands right of each bar, as "net" if layers are negative; a bar with a layer of <see cref="double.NaN"/> is "incomplete".</remarks>
public sealed record StackedBarChart : Chart
{
    private const double Thickness = 30;
    private const double RowGap = 16;

    /// <summary>What the bars measure, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The bars from the top down.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The layers from zero outwards, each with one value per category; negative values go left of zero.</summary>
    public required IReadOnlyList<StackedSeries> Series { get; init; }

    /// <summary>Decimals of the values in figures; null: chosen from their size.</summary>
    public int? Decimals { get; init; }

    private protected override bool HasData => Series.Any(s => s.Values.Any(double.IsFinite));

    private protected override void Check()
    {
        foreach (var series in Series)
        {
            ChartCheck.Values(series.Values, series.Name, Categories.Count);
        }
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        int decimals = FiguresAfterPoint();
        string[] totals = [.. Enumerable.Range(0, Categories.Count).Select(c => TotalText(c, decimals))];
        var column = new LabelColumn(Categories, Width);
        var axis = new HorizontalAxis(
            Enumerable.Range(0, Categories.Count).Min(c => Sum(c, v => v < 0)),
            Enumerable.Range(0, Categories.Count).Max(c => Sum(c, v => v > 0)),
            column.Right + 10,
            Width - SvgCanvas.Margin - Math.Max(20, totals.Max(t => TextMetrics.Width(t, TextStyle.Strongly)) + 10),
            TextStyle.Axis);

        double plotTop = Legend.Draw(canvas, top, [.. Series.Select((s, i) => new LegendItem(s.Name, new Swatch(SwatchKind.Box, Palette.FillOf(i))))]) + 4;
        double[] heights = [.. Categories.Select((_, i) => Math.Max(Thickness, column.HeightOf(i)) + RowGap)];
        double bottom = plotTop + heights.Sum();
        axis.DrawGrid(canvas, plotTop, bottom);
        double y = plotTop;
        for (int category = 0; category < Categories.Count; category++)
        {
            double middle = y + (heights[category] / 2);
            column.Draw(canvas, category, middle);
            DrawStack(canvas, axis, category, middle, decimals);
            canvas.Text(axis.At(Sum(category, v => v > 0)) + 6, middle + 4.5, totals[category], TextStyle.Strongly, halo: true);
            y += heights[category];
        }

        return axis.DrawFoot(canvas, bottom, ValueLabel);
    }

    private protected override string Describe()
    {
        int decimals = FiguresAfterPoint();
        return $"Stacked bar chart of {ValueLabel}. " + string.Join(" ", Categories.Select((category, c) =>
            $"{category}: {TotalText(c, decimals)}; "
            + string.Join(", ", Series.Select(s => $"{s.Name} {Ticks.Number(s.Values[c], decimals)}")) + "."));
    }

    private void DrawStack(SvgCanvas canvas, HorizontalAxis axis, int category, double middle, int decimals)
    {
        double above = 0;
        double below = 0;
        for (int i = 0; i < Series.Count; i++)
        {
            double value = Series[i].Values[category];
            if (double.IsNaN(value) || value == 0)
            {
                continue;
            }

            double from = value > 0 ? above : below;
            above += Math.Max(0, value);
            below += Math.Min(0, value);
            double left = Math.Min(axis.At(from), axis.At(from + value));
            double width = Math.Abs(axis.At(from + value) - axis.At(from));
            var fill = Palette.FillOf(i);
            canvas.Rect(left, middle - (Thickness / 2), width, Thickness, fill);
            DrawFigures(canvas, Ticks.Number(value, decimals), left, width, middle, fill);
        }
    }

    // A figure that does not fit in its layer is left out; the axis and the description still tell.
    private static void DrawFigures(SvgCanvas canvas, string figures, double left, double width, double middle, Fill fill)
    {
        var style = new TextStyle(12, fill.TextColour);
        double textWidth = TextMetrics.Width(figures, style);
        if (textWidth + 6 > width)
        {
            return;
        }

        double x = left + (width / 2);
        if (fill.Hatched)
        {
            canvas.Rect(x - (textWidth / 2) - 1, middle - 8, textWidth + 2, 16, "#fff");
        }

        canvas.Text(x, middle + 4.5, figures, style, TextAnchor.Middle);
    }

    private int FiguresAfterPoint() => Decimals ?? Ticks.DecimalsFor(Series.SelectMany(s => s.Values));

    private string TotalText(int category, int decimals)
    {
        double[] layers = [.. Series.Select(s => s.Values[category])];
        if (layers.Any(double.IsNaN))
        {
            return layers.All(double.IsNaN) ? "no data" : "incomplete";
        }

        return (layers.Any(v => v < 0) ? "net " : "") + Ticks.Number(layers.Sum(), decimals);
    }

    private double Sum(int category, Func<double, bool> which) => Series.Select(s => s.Values[category]).Where(which).Sum();
}
