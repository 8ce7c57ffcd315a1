namespace CareFlowSim.IO;

/// <summary>One row of an <see cref="IntervalChart"/>.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The point.</param>
/// <param name="Inner">The narrower kind of interval, drawn thick; null where there is none.</param>
/// <param name="Outer">The other kind, drawn thin; null where there is none.</param>
/// <param name="Figures">What stands at the right end of the row.</param>
public sealed record IntervalRow(string Label, double Value, (double Low, double High)? Inner, (double Low, double High)? Outer, string Figures);

/// <summary>Points with two kinds of interval on one scale, against a line. What lies beyond the scale ends in an arrow.</summary>
public sealed record IntervalChart : Chart
{
    private const double RowGap = 10;
    private const string Colour = "#0072B2";

    /// <summary>What the scale measures, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The rows from the top down.</summary>
    public required IReadOnlyList<IntervalRow> Rows { get; init; }

    /// <summary>The value to compare with.</summary>
    public required double ReferenceLine { get; init; }

    /// <summary>What <see cref="ReferenceLine"/> is.</summary>
    public required string ReferenceLabel { get; init; }

    /// <summary>What <see cref="IntervalRow.Inner"/> is; empty: not said.</summary>
    public string InnerLabel { get; init; } = "";

    /// <summary>What <see cref="IntervalRow.Outer"/> is; empty: not said.</summary>
    public string OuterLabel { get; init; } = "";

    /// <summary>What stands over the figures at the right.</summary>
    public string FiguresLabel { get; init; } = "";

    /// <summary>Where the scale is cut off at the left; null shows everything.</summary>
    public double? Least { get; init; }

    /// <summary>Where the scale is cut off at the right; null shows everything.</summary>
    public double? Most { get; init; }

    private protected override bool HasData => Rows.Any(r => double.IsFinite(r.Value));

    private protected override void Check()
    {
        ChartCheck.Value(ReferenceLine, ReferenceLabel);
        foreach (IntervalRow row in Rows)
        {
            foreach (double value in Values(row))
            {
                ChartCheck.Value(value, row.Label);
            }
        }
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        double[] shown = [.. Rows.SelectMany(Values).Where(double.IsFinite), ReferenceLine, 0];
        double low = Math.Max(shown.Min(), Least ?? double.NegativeInfinity);
        double high = Math.Min(shown.Max(), Most ?? double.PositiveInfinity);
        LabelColumn column = new(Rows.Select(r => r.Label), Width);
        double figures = Rows.Select(r => r.Figures).Append(FiguresLabel).Max(t => TextMetrics.Width(t, TextStyle.Label));
        HorizontalAxis axis = new(low, high, column.Right + 14, Width - SvgCanvas.Margin - figures - 18, TextStyle.Axis);

        double plotTop = Legend.Draw(canvas, top, LegendItems()) + 4;
        if (FiguresLabel.Length > 0)
        {
            canvas.Text(Width - SvgCanvas.Margin, plotTop + 12, FiguresLabel, TextStyle.Note, TextAnchor.End);
            plotTop += 18;
        }

        double[] heights = [.. Rows.Select((_, i) => Math.Max(18, column.HeightOf(i)) + RowGap)];
        double bottom = plotTop + heights.Sum();
        axis.DrawGrid(canvas, plotTop, bottom);
        canvas.Line(axis.At(ReferenceLine), plotTop, axis.At(ReferenceLine), bottom, Palette.Ink, 1.5, "4 3");
        double y = plotTop;
        for (int i = 0; i < Rows.Count; i++)
        {
            double middle = y + (heights[i] / 2);
            column.Draw(canvas, i, middle);
            DrawRow(canvas, axis, Rows[i], middle);
            canvas.Text(Width - SvgCanvas.Margin, middle + 4.5, Rows[i].Figures, TextStyle.Label, TextAnchor.End);
            y += heights[i];
        }

        return axis.DrawFoot(canvas, bottom, ValueLabel);
    }

    private protected override string Describe() =>
        $"Points with intervals: {ValueLabel}. {ReferenceLabel}: {Ticks.Number(ReferenceLine, 2)}. " + string.Join("; ", Rows.Select(r => $"{r.Label}: {r.Figures}")) + ".";

    private static IEnumerable<double> Values(IntervalRow row)
    {
        yield return row.Value;
        foreach ((double Low, double High)? interval in new[] { row.Inner, row.Outer })
        {
            if (interval is { } i)
            {
                yield return i.Low;
                yield return i.High;
            }
        }
    }

    private static void DrawRow(SvgCanvas canvas, HorizontalAxis axis, IntervalRow row, double y)
    {
        if (!double.IsFinite(row.Value))
        {
            return;
        }

        Span(canvas, axis, row.Outer, y, 1.5);
        Span(canvas, axis, row.Inner, y, 5);
        double x = axis.At(row.Value);
        if (x >= axis.Left && x <= axis.Right)
        {
            canvas.Circle(x, y, 5, "#fff");
            canvas.Circle(x, y, 4, Colour);
        }
        else
        {
            Arrow(canvas, x < axis.Left ? axis.Left : axis.Right, y, x < axis.Left);
        }
    }

    private static void Span(SvgCanvas canvas, HorizontalAxis axis, (double Low, double High)? interval, double y, double thickness)
    {
        if (interval is not { } i || !double.IsFinite(i.Low) || !double.IsFinite(i.High))
        {
            return;
        }

        double from = axis.At(i.Low);
        double to = axis.At(i.High);
        double left = Math.Clamp(from, axis.Left, axis.Right);
        double right = Math.Clamp(to, axis.Left, axis.Right);
        if (right > left)
        {
            canvas.Line(left, y, right, y, Colour, thickness);
        }

        if (from < axis.Left)
        {
            Arrow(canvas, axis.Left, y, left: true);
        }

        if (to > axis.Right)
        {
            Arrow(canvas, axis.Right, y, left: false);
        }
    }

    private static void Arrow(SvgCanvas canvas, double x, double y, bool left)
    {
        double back = left ? 7 : -7;
        canvas.Polyline([(x + back, y - 4), (x, y), (x + back, y + 4)], Colour, 1.5);
    }

    private List<LegendItem> LegendItems()
    {
        List<LegendItem> items = [new(ReferenceLabel, new Swatch(SwatchKind.Line, new Fill(Palette.Ink), "4 3"))];
        if (InnerLabel.Length > 0)
        {
            items.Add(new(InnerLabel, new Swatch(SwatchKind.Box, new Fill(Colour))));
        }

        if (OuterLabel.Length > 0)
        {
            items.Add(new(OuterLabel, new Swatch(SwatchKind.Dot, new Fill(Colour))));
        }

        return items;
    }
}
