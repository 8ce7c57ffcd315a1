namespace CareFlowSim.IO;

/// <summary>
/// Areas ranked by a value, a dot each, with whiskers for intervals: the picture a map would be, for readers who want to find one area.
/// Sorted highest first; more than 40 areas stand in two columns with the same scale, if the picture is wide enough.
/// </summary>
/// <remarks>With intervals and a reference line, an area whose whole interval lies above or below the line has a colour of its own.</remarks>
public sealed record DotRankingChart : Chart
{
    private const int MostInOneColumn = 40;
    private const int WidthOfTwoColumns = 700;
    private const double RowHeight = 16;
    private const double ColumnGap = 24;
    private const string Above = "#0072B2";
    private const string Below = "#D55E00";

    private static readonly TextStyle RowText = new(11.5, Palette.Ink);
    private static readonly TextStyle RowFaint = new(11.5, Palette.Grey);

    /// <summary>What the dots measure, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>The areas, in any order.</summary>
    public required IReadOnlyList<RankedDot> Dots { get; init; }

    /// <summary>What is ranked, as a plural.</summary>
    public string Kind { get; init; } = "areas";

    /// <summary>How many stand between the <see cref="LeftOutAfter"/> highest shown and the rest, and are not shown; ranks count them.</summary>
    public int LeftOut { get; init; }

    /// <inheritdoc cref="LeftOut"/>
    public int LeftOutAfter { get; init; }

    /// <summary>The value to compare with, for instance that of England.</summary>
    public double? ReferenceLine { get; init; }

    /// <summary>What <see cref="ReferenceLine"/> is, for instance "England".</summary>
    public string ReferenceLabel { get; init; } = "";

    /// <summary>What the whiskers are, for instance "95% interval"; empty: "interval".</summary>
    public string IntervalLabel { get; init; } = "";

    /// <summary>Whether the axis must include zero.</summary>
    public bool StartAtZero { get; init; }

    /// <summary>Decimals of the values in figures; null: chosen from their size.</summary>
    public int? Decimals { get; init; }

    private protected override bool HasData => Dots.Any(d => double.IsFinite(d.Value));

    private bool HasReference => ReferenceLine is { } level && double.IsFinite(level);

    private string IntervalName => IntervalLabel.Length > 0 ? IntervalLabel : "interval";

    private protected override void Check()
    {
        foreach (var dot in Dots)
        {
            ChartCheck.Value(dot.Value, dot.Label);
            ChartCheck.Interval(dot.Low, dot.High, dot.Label);
        }

        ChartCheck.Value(ReferenceLine ?? 0, ReferenceLabel);
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        var ranked = Ranked();
        int decimals = FiguresAfterPoint();
        int columns = ranked.Count > MostInOneColumn && Width >= WidthOfTwoColumns ? 2 : 1;
        int perColumn = (ranked.Count + columns - 1) / columns;
        double y = Legend.Draw(canvas, top, LegendItems(decimals));
        y = canvas.Paragraph(SvgCanvas.Margin, y, Width - (2 * SvgCanvas.Margin), ValueLabel, TextStyle.Axis) + 4;
        double columnWidth = (Width - (2 * SvgCanvas.Margin) - ((columns - 1) * ColumnGap)) / columns;
        for (int c = 0; c < columns; c++)
        {
            double left = SvgCanvas.Margin + (c * (columnWidth + ColumnGap));
            DrawColumn(canvas, ranked.Skip(c * perColumn).Take(perColumn).ToList(), left, columnWidth, y, perColumn * RowHeight, decimals);
        }

        return y + 22 + (perColumn * RowHeight) + 22;
    }

    private protected override string Describe()
    {
        int decimals = FiguresAfterPoint();
        var known = Ranked().Where(r => double.IsFinite(r.Dot.Value)).Select(r => r.Dot).ToList();
        string reference = HasReference ? $" {ReferenceLabel}: {Ticks.Number(ReferenceLine!.Value, decimals)}." : "";
        return $"Ranking of {known.Count + LeftOut} {Kind} by {ValueLabel}. "
            + $"Highest: {known[0].Label}, {Ticks.Number(known[0].Value, decimals)}. Lowest: {known[^1].Label}, {Ticks.Number(known[^1].Value, decimals)}.{reference}";
    }

    /// <summary>Highest first, equal values with equal rank and by name; areas without a value last.</summary>
    private List<(int Rank, RankedDot Dot)> Ranked()
    {
        var sorted = Dots
            .OrderBy(d => double.IsNaN(d.Value))
            .ThenByDescending(d => d.Value)
            .ThenBy(d => d.Label, StringComparer.Ordinal)
            .ToList();
        var ranked = new List<(int Rank, RankedDot Dot)>();
        for (int i = 0; i < sorted.Count; i++)
        {
            bool tie = i > 0 && sorted[i].Value == sorted[i - 1].Value;
            int rank = i + 1 + (i >= LeftOutAfter ? LeftOut : 0);
            ranked.Add((tie && i != LeftOutAfter ? ranked[^1].Rank : rank, sorted[i]));
        }

        return ranked;
    }

    private void DrawColumn(SvgCanvas canvas, List<(int Rank, RankedDot Dot)> rows, double left, double width, double top, double height, int decimals)
    {
        double rankWidth = TextMetrics.Width((Dots.Count + LeftOut).ToString(System.Globalization.CultureInfo.InvariantCulture), RowFaint);
        double labelLeft = left + rankWidth + 8;
        double valueWidth = Dots.Max(d => TextMetrics.Width(Ticks.Number(d.Value, decimals), RowText));
        double labelWidth = Math.Min(Dots.Max(d => TextMetrics.Width(d.Label, RowText)), (width * 0.72) - rankWidth - valueWidth - 24);
        double valueRight = labelLeft + labelWidth + 8 + valueWidth;
        var axis = Axis(valueRight + 14, left + width - 14);

        double rowsTop = top + 22;
        axis.DrawNumbers(canvas, top + 14);
        for (int i = 1; i < rows.Count; i += 2)
        {
            canvas.Rect(left, rowsTop + (i * RowHeight), width, RowHeight, Palette.Band);
        }

        axis.DrawGrid(canvas, rowsTop, rowsTop + height);
        if (HasReference)
        {
            canvas.Line(axis.At(ReferenceLine!.Value), rowsTop, axis.At(ReferenceLine.Value), rowsTop + height, Palette.Grey, 1.5, "4 3");
        }

        for (int i = 0; i < rows.Count; i++)
        {
            var (rank, dot) = rows[i];
            double middle = rowsTop + ((i + 0.5) * RowHeight);
            bool known = double.IsFinite(dot.Value);
            string label = TextMetrics.Fit(dot.Label, labelWidth, RowText);
            canvas.Text(left + rankWidth, middle + 4, known ? Ticks.Number(rank, 0) : "–", RowFaint, TextAnchor.End);
            canvas.Text(labelLeft, middle + 4, label, RowText, hint: label == dot.Label ? "" : dot.Label);
            canvas.Text(valueRight, middle + 4, Ticks.Number(dot.Value, decimals), RowText, TextAnchor.End);
            DrawDot(canvas, axis, dot, middle);
        }

        axis.DrawNumbers(canvas, rowsTop + height + 15);
    }

    private void DrawDot(SvgCanvas canvas, HorizontalAxis axis, RankedDot dot, double y)
    {
        if (double.IsNaN(dot.Value))
        {
            return;
        }

        string colour = ColourOf(dot);
        if (HasInterval(dot))
        {
            canvas.Line(axis.At(dot.Low!.Value), y, axis.At(dot.High!.Value), y, colour, 1.5);
        }

        canvas.Circle(axis.At(dot.Value), y, 3.5, colour);
    }

    private static bool HasInterval(RankedDot dot) =>
        double.IsFinite(dot.Value) && double.IsFinite(dot.Low ?? double.NaN) && double.IsFinite(dot.High ?? double.NaN);

    private string ColourOf(RankedDot dot)
    {
        if (!HasReference)
        {
            return Above;
        }

        return !HasInterval(dot) ? Palette.Grey : dot.Low > ReferenceLine ? Above : dot.High < ReferenceLine ? Below : Palette.Grey;
    }

    private HorizontalAxis Axis(double left, double right)
    {
        var values = Dots
            .Where(d => double.IsFinite(d.Value))
            .SelectMany(d => HasInterval(d) ? [d.Value, d.Low!.Value, d.High!.Value] : new[] { d.Value })
            .Concat(HasReference ? [ReferenceLine!.Value] : [])
            .Concat(StartAtZero ? [0] : [])
            .ToList();
        double low = values.Min();
        double margin = (values.Max() - low) * 0.03;
        return new HorizontalAxis(StartAtZero && low == 0 ? 0 : low - margin, values.Max() + margin, left, right, RowFaint, tight: true);
    }

    private int FiguresAfterPoint() => Decimals ?? Ticks.DecimalsFor(Dots.Select(d => d.Value));

    private List<LegendItem> LegendItems(int decimals)
    {
        var items = new List<LegendItem>();
        bool intervals = Dots.Any(HasInterval);
        if (HasReference)
        {
            items.Add(new($"{ReferenceLabel}: {Ticks.Number(ReferenceLine!.Value, decimals)}", new Swatch(SwatchKind.Line, new Fill(Palette.Grey), "4 3")));
        }

        if (HasReference && intervals)
        {
            items.Add(new($"{IntervalName} above {ReferenceLabel}", new Swatch(SwatchKind.Dot, new Fill(Above))));
            items.Add(new($"{IntervalName} includes {ReferenceLabel}", new Swatch(SwatchKind.Dot, new Fill(Palette.Grey))));
            items.Add(new($"{IntervalName} below {ReferenceLabel}", new Swatch(SwatchKind.Dot, new Fill(Below))));
        }
        else if (intervals && IntervalLabel.Length > 0)
        {
            items.Add(new(IntervalLabel, new Swatch(SwatchKind.Dot, new Fill(Above))));
        }

        return items;
    }
}
