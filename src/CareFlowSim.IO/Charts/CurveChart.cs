namespace CareFlowSim.IO;

/// <summary>One line of a <see cref="CurveChart"/>.</summary>
/// <param name="Name">What the line is, as the reader sees it.</param>
/// <param name="Points">Its points from left to right; a y of <see cref="double.NaN"/> is a gap.</param>
/// <param name="Dots">Whether each point is marked.</param>
public sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points, bool Dots = false);

/// <summary>A level to compare with, drawn across the plot.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Label">What it is.</param>
public sealed record ReferenceLevel(double Value, string Label);

/// <summary>Lines over a number rather than a date, for instance the share of time that so many beds are enough.</summary>
public sealed record CurveChart : Chart
{
    private const double EndRoom = 14;

    /// <summary>What the horizontal axis measures, with its unit.</summary>
    public required string XLabel { get; init; }

    /// <summary>What the vertical axis measures, with its unit; written above the axis.</summary>
    public required string YLabel { get; init; }

    /// <summary>The lines, in the order of their colours.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>Heights to compare with, dashed from left to right.</summary>
    public IReadOnlyList<ReferenceLevel> Levels { get; init; } = [];

    /// <summary>Places to compare with, dashed from bottom to top.</summary>
    public IReadOnlyList<ReferenceLevel> Places { get; init; } = [];

    /// <summary>Whether the vertical axis must include zero. When it does not, the chart says so.</summary>
    public bool StartAtZero { get; init; } = true;

    /// <summary>Whether the horizontal axis counts things, so that its ticks are whole numbers.</summary>
    public bool CountsAcross { get; init; }

    /// <summary>Height of the plot itself in pixels, without headings; at least 120.</summary>
    public int PlotHeight { get; init; } = 340;

    private protected override bool HasData => Curves.Any(c => c.Points.Any(p => double.IsFinite(p.Y)));

    private protected override void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PlotHeight, 120);
        foreach (Curve curve in Curves)
        {
            for (int i = 0; i < curve.Points.Count; i++)
            {
                ChartCheck.Value(curve.Points[i].X, curve.Name, $" at position {i} from left to right");
                ChartCheck.Value(curve.Points[i].Y, curve.Name, $" at position {i} upwards");
            }
        }

        foreach (ReferenceLevel level in Levels.Concat(Places))
        {
            ChartCheck.Value(level.Value, level.Label);
        }
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        double[] ys = [.. Known().Select(p => p.Y), .. Levels.Select(l => l.Value)];
        double[] xs = [.. Known().Select(p => p.X), .. Places.Select(p => p.Value)];
        double[] ticks = Ticks.Covering(StartAtZero ? Math.Min(0, ys.Min()) : ys.Min(), ys.Max(), PlotHeight, 55);
        string[] texts = [.. ticks.Select(t => Ticks.Text(t, ticks[1] - ticks[0]))];
        double left = SvgCanvas.Margin + texts.Max(t => TextMetrics.Width(t, TextStyle.Axis)) + 8;
        double right = Width - SvgCanvas.Margin - EndRoom;
        HorizontalAxis axis = new(xs.Min(), xs.Max(), left, right, TextStyle.Axis, tight: true, leastStep: CountsAcross ? 1 : 0);

        double y = Legend.Draw(canvas, top, LegendItems());
        string remark = ticks[0] > 0 || ticks[^1] < 0 ? " (axis does not start at zero)" : "";
        y = canvas.Paragraph(SvgCanvas.Margin, y, Width - (2 * SvgCanvas.Margin), YLabel + remark, TextStyle.Axis) + 14;
        double bottom = y + PlotHeight;
        Scale values = new(ticks[0], ticks[^1], bottom, y);
        axis.DrawGrid(canvas, y, bottom);
        for (int i = 0; i < ticks.Length; i++)
        {
            canvas.Line(left, values.At(ticks[i]), right, values.At(ticks[i]), Palette.Grid);
            canvas.Text(left - 8, values.At(ticks[i]) + 4.5, texts[i], TextStyle.Axis, TextAnchor.End);
        }

        canvas.Line(left, bottom, right, bottom, Palette.Rule);
        for (int i = 0; i < Levels.Count; i++)
        {
            canvas.Line(left, values.At(Levels[i].Value), right, values.At(Levels[i].Value), Palette.Grey, 1.5, LevelDash(i));
        }

        for (int i = 0; i < Places.Count; i++)
        {
            canvas.Line(axis.At(Places[i].Value), y, axis.At(Places[i].Value), bottom, PlaceColour(i), 1.5, "7 4");
        }

        for (int i = 0; i < Curves.Count; i++)
        {
            DrawCurve(canvas, axis, values, Curves[i], Palette.LineColour(i), Palette.LineDash(i, dashed: false));
        }

        return axis.DrawFoot(canvas, bottom, XLabel);
    }

    private protected override string Describe()
    {
        int decimals = Ticks.DecimalsFor(Known().Select(p => p.Y));
        int across = Ticks.DecimalsFor(Known().Select(p => p.X));
        return $"Curves of {YLabel} over {XLabel}. " + string.Join("; ", Curves.Select(c =>
        {
            (double X, double Y)[] known = [.. c.Points.Where(p => double.IsFinite(p.Y))];
            return known.Length == 0 ? $"{c.Name}: no data"
                : $"{c.Name}: {Ticks.Number(known[0].Y, decimals)} at {Ticks.Number(known[0].X, across)}, {Ticks.Number(known[^1].Y, decimals)} at {Ticks.Number(known[^1].X, across)}, "
                    + $"lowest {Ticks.Number(known.Min(p => p.Y), decimals)}, highest {Ticks.Number(known.Max(p => p.Y), decimals)}";
        })) + ".";
    }

    private static string LevelDash(int index) => index % 2 == 0 ? "4 3" : "2 3";

    private static void DrawCurve(SvgCanvas canvas, HorizontalAxis axis, Scale values, Curve curve, string colour, string dash)
    {
        foreach ((int first, int last) in DatePlot.Stretches(curve.Points.Count, i => double.IsFinite(curve.Points[i].Y)))
        {
            (double X, double Y)[] points = [.. curve.Points.Skip(first).Take(last - first + 1).Select(p => (axis.At(p.X), values.At(p.Y)))];
            if (points.Length > 1)
            {
                canvas.Polyline(points, colour, 2, dash);
            }

            foreach ((double x, double y) in curve.Dots || points.Length == 1 ? points : [])
            {
                canvas.Circle(x, y, 3, colour);
            }
        }
    }

    private string PlaceColour(int index) => Palette.LineColour(Places.Count == Curves.Count && Curves.Count > 1 ? index : index + Curves.Count);

    private IEnumerable<(double X, double Y)> Known() => Curves.SelectMany(c => c.Points).Where(p => double.IsFinite(p.Y));

    private List<LegendItem> LegendItems() =>
    [
        .. Curves.Select((c, i) => new LegendItem(c.Name, new Swatch(SwatchKind.Line, new Fill(Palette.LineColour(i)), Palette.LineDash(i, dashed: false)))),
        .. Levels.Select((l, i) => new LegendItem(l.Label, new Swatch(SwatchKind.Line, new Fill(Palette.Grey), LevelDash(i)))),
        .. Places.Select((p, i) => new LegendItem(p.Label, new Swatch(SwatchKind.Line, new Fill(PlaceColour(i)), "7 4"))),
    ];
}
