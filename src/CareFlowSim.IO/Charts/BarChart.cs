namespace CareFlowSim.IO;

/// <summary>Horizontal bars from zero, with whiskers for intervals and the value in figures.</summary>
public sealed record BarChart : Chart
{
    private const double RowGap = 12;

    /// <summary>What the bars measure, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The bars from the top down. If any has a group, bars of one label stand together, coloured by group.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>What the whiskers are, for instance "95% interval"; empty: not said.</summary>
    public string IntervalLabel { get; init; } = "";

    /// <summary>Decimals of the values in figures; null: chosen from their size.</summary>
    public int? Decimals { get; init; }

    private protected override bool HasData => Bars.Any(b => double.IsFinite(b.Value));

    private protected override void Check()
    {
        foreach (var bar in Bars)
        {
            ChartCheck.Value(bar.Value, bar.Label);
            ChartCheck.Interval(bar.Low, bar.High, bar.Label);
        }
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        var groups = Groups();
        var rows = Rows(groups.Count > 0);
        double thickness = groups.Count > 1 ? 16 : 20;
        int decimals = FiguresAfterPoint();
        var column = new LabelColumn(rows.Select(r => r[0].Label), Width);
        var axis = Axis(column.Right + 10, decimals);

        double plotTop = Legend.Draw(canvas, top, LegendItems(groups)) + 4;
        double[] heights = [.. rows.Select((r, i) => Math.Max(r.Count * thickness, column.HeightOf(i)) + RowGap)];
        double bottom = plotTop + heights.Sum();
        axis.DrawGrid(canvas, plotTop, bottom);
        double y = plotTop;
        for (int i = 0; i < rows.Count; i++)
        {
            column.Draw(canvas, i, y + (heights[i] / 2));
            double barTop = y + ((heights[i] - (rows[i].Count * thickness)) / 2);
            foreach (var bar in rows[i])
            {
                var fill = Palette.FillOf(Math.Max(0, groups.IndexOf(bar.Group ?? "")));
                DrawBar(canvas, axis, bar, barTop, thickness, fill, decimals);
                barTop += thickness;
            }

            y += heights[i];
        }

        return axis.DrawFoot(canvas, bottom, ValueLabel);
    }

    private protected override string Describe()
    {
        int decimals = FiguresAfterPoint();
        return $"Bar chart of {ValueLabel}. " + string.Join("; ", Bars.Select(b =>
            b.Label
            + (b.Group is null ? "" : $", {b.Group}")
            + $": {Ticks.Number(b.Value, decimals)}"
            + (HasInterval(b) ? $" ({Ticks.Number(b.Low!.Value, decimals)} to {Ticks.Number(b.High!.Value, decimals)})" : ""))) + ".";
    }

    private static bool HasInterval(Bar bar) =>
        double.IsFinite(bar.Value) && double.IsFinite(bar.Low ?? double.NaN) && double.IsFinite(bar.High ?? double.NaN);

    private static double LowEnd(Bar bar) => HasInterval(bar) ? Math.Min(bar.Value, bar.Low!.Value) : bar.Value;

    private static double HighEnd(Bar bar) => HasInterval(bar) ? Math.Max(bar.Value, bar.High!.Value) : bar.Value;

    private static void DrawBar(SvgCanvas canvas, HorizontalAxis axis, Bar bar, double top, double thickness, Fill fill, int decimals)
    {
        double middle = top + (thickness / 2);
        string figures = Ticks.Number(bar.Value, decimals);
        double zero = axis.At(0);
        if (double.IsNaN(bar.Value))
        {
            bool roomOnTheRight = zero < (axis.Left + axis.Right) / 2;
            canvas.Text(zero + (roomOnTheRight ? 6 : -6), middle + 4.5, figures, TextStyle.Note, roomOnTheRight ? TextAnchor.Start : TextAnchor.End, halo: true);
            return;
        }

        double end = axis.At(bar.Value);
        canvas.Rect(Math.Min(zero, end), top + 1, Math.Abs(end - zero), thickness - 2, fill);
        if (HasInterval(bar))
        {
            canvas.Whisker(axis.At(bar.Low!.Value), axis.At(bar.High!.Value), middle, 4);
        }

        if (bar.Value < 0)
        {
            canvas.Text(Math.Min(zero, axis.At(LowEnd(bar))) - 6, middle + 4.5, figures, TextStyle.Label, TextAnchor.End, halo: true);
        }
        else
        {
            canvas.Text(Math.Max(zero, axis.At(HighEnd(bar))) + 6, middle + 4.5, figures, TextStyle.Label, halo: true);
        }
    }

    private int FiguresAfterPoint() => Decimals ?? Ticks.DecimalsFor(Bars.Select(b => b.Value));

    private List<string> Groups() =>
        Bars.Any(b => b.Group is not null) ? [.. Bars.Select(b => b.Group ?? "").Distinct()] : [];

    private List<List<Bar>> Rows(bool grouped) =>
        grouped ? [.. Bars.GroupBy(b => b.Label).Select(g => g.ToList())] : [.. Bars.Select(b => new List<Bar> { b })];

    // The figures stand outside the bars; the axis shrinks until the outermost of them fit as well.
    private HorizontalAxis Axis(double left, int decimals)
    {
        var known = Bars.Where(b => double.IsFinite(b.Value)).ToList();
        double low = Math.Min(0, known.Min(LowEnd));
        double high = Math.Max(0, known.Max(HighEnd));
        double right = Width - SvgCanvas.Margin;
        var axis = new HorizontalAxis(low, high, left, right - 20, TextStyle.Axis);
        for (int pass = 0; pass < 4; pass++)
        {
            double overLeft = known.Where(b => b.Value < 0).Select(b => left - (axis.At(LowEnd(b)) - Figures(b))).DefaultIfEmpty(0).Max();
            double overRight = known.Where(b => b.Value >= 0).Select(b => axis.At(HighEnd(b)) + Figures(b) - right).DefaultIfEmpty(0).Max();
            if (overLeft <= 0 && overRight <= 0)
            {
                break;
            }

            axis = new HorizontalAxis(low, high, axis.Left + Math.Max(0, overLeft), axis.Right - Math.Max(0, overRight), TextStyle.Axis);
        }

        return axis;

        double Figures(Bar bar) => TextMetrics.Width(Ticks.Number(bar.Value, decimals), TextStyle.Label) + 8;
    }

    private List<LegendItem> LegendItems(List<string> groups)
    {
        var items = groups.Select((g, i) => new LegendItem(g, new Swatch(SwatchKind.Box, Palette.FillOf(i)))).Where(i => i.Text.Length > 0).ToList();
        if (IntervalLabel.Length > 0 && Bars.Any(HasInterval))
        {
            items.Add(new LegendItem(IntervalLabel, new Swatch(SwatchKind.Whisker, new Fill(Palette.Ink))));
        }

        return items;
    }
}
