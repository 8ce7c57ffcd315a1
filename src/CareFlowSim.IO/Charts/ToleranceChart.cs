namespace CareFlowSim.IO;

/// <summary>Figures against their targets, each in its own tolerances: a dot within the band meets its target. Beyond the axis a dot stands at its edge, with an arrow.</summary>
public sealed record ToleranceChart : Chart
{
    private const double RowHeight = 19;
    private const double GroupHeight = 26;
    private const double Reach = 3;
    private const string Met = "#0072B2";
    private const string Missed = "#D55E00";
    private const string BandColour = "#DCEBDD";

    /// <summary>The figures, in order; a new group starts a new heading.</summary>
    public required IReadOnlyList<ToleranceDot> Dots { get; init; }

    private protected override bool HasData => Dots.Count > 0;

    private protected override void Check()
    {
        foreach (ToleranceDot dot in Dots)
        {
            ChartCheck.Interval(dot.Low.HasValue, dot.High.HasValue, dot.Label);
        }
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        double y = Legend.Draw(canvas, top,
        [
            new("within the tolerance", new Swatch(SwatchKind.Dot, new Fill(Met))),
            new("outside it", new Swatch(SwatchKind.Dot, new Fill(Missed))),
            new("tolerance", new Swatch(SwatchKind.Box, new Fill(BandColour))),
        ]);
        double labels = Dots.Max(d => TextMetrics.Width(d.Label, TextStyle.Label));
        double words = Dots.Max(d => TextMetrics.Width(d.Words, TextStyle.Label));
        double left = SvgCanvas.Margin + labels + 14;
        HorizontalAxis axis = new(-Reach, Reach, left, Width - SvgCanvas.Margin - words - 14, TextStyle.Axis);
        string[] groups = [.. Dots.Select(d => d.Group).Distinct()];
        double bottom = y + (groups.Length * GroupHeight) + (Dots.Count * RowHeight) + 6;
        canvas.Rect(axis.At(-1), y + 4, axis.At(1) - axis.At(-1), bottom - y - 4, BandColour);
        axis.DrawGrid(canvas, y + 4, bottom);
        foreach (string group in groups)
        {
            canvas.Text(SvgCanvas.Margin, y + 18, group, TextStyle.Strongly, halo: true);
            y += GroupHeight;
            foreach (ToleranceDot dot in Dots.Where(d => d.Group == group))
            {
                Draw(canvas, axis, dot, y + (RowHeight / 2), left);
                y += RowHeight;
            }
        }

        return axis.DrawFoot(canvas, bottom, "Distance from the target, in tolerances");
    }

    private protected override string Describe() =>
        $"{Dots.Count(d => Math.Abs(d.Value) <= 1)} of {Dots.Count} figures lie within their tolerance. Outside: "
        + string.Join("; ", Dots.Where(d => !(Math.Abs(d.Value) <= 1)).Select(d => $"{d.Label} ({d.Words})")) + ".";

    private void Draw(SvgCanvas canvas, HorizontalAxis axis, ToleranceDot dot, double y, double left)
    {
        canvas.Text(left - 10, y + 4.5, dot.Label, TextStyle.Label, TextAnchor.End);
        canvas.Text(Width - SvgCanvas.Margin, y + 4.5, dot.Words, TextStyle.Label, TextAnchor.End);
        if (double.IsNaN(dot.Value))
        {
            return;
        }

        string colour = Math.Abs(dot.Value) <= 1 ? Met : Missed;
        double x = axis.At(Math.Clamp(dot.Value, -Reach, Reach));
        if (Math.Abs(dot.Value) > Reach)
        {
            double tip = x + (Math.Sign(dot.Value) * 5);
            double tail = x - (Math.Sign(dot.Value) * 8);
            canvas.Polyline([(tail, y - 5), (tip, y), (tail, y + 5)], colour, 2.5);
            return;
        }

        if (dot is { Low: { } low, High: { } high } && double.IsFinite(low) && double.IsFinite(high))
        {
            canvas.Line(axis.At(Math.Clamp(low, -Reach, Reach)), y, axis.At(Math.Clamp(high, -Reach, Reach)), y, colour, 1.5);
        }

        canvas.Circle(x, y, 4, colour);
    }
}

/// <summary>One figure of a <see cref="ToleranceChart"/>.</summary>
/// <param name="Group">Heading under which it stands.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">Distance from its target in tolerances.</param>
/// <param name="Low">Lower end of its interval, in tolerances; needs <paramref name="High"/>.</param>
/// <param name="High">Upper end, in tolerances.</param>
/// <param name="Words">Its difference as text.</param>
public sealed record ToleranceDot(string Group, string Label, double Value, double? Low, double? High, string Words);
