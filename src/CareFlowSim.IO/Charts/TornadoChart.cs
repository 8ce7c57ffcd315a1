namespace CareFlowSim.IO;

/// <summary>One bar of a <see cref="TornadoChart"/>.</summary>
/// <param name="Label">The input.</param>
/// <param name="AtLow">Output with the input at its low end.</param>
/// <param name="AtHigh">Output with the input at its high end.</param>
public sealed record TornadoRow(string Label, double AtLow, double AtHigh);

/// <summary>How far an output moves when one input goes from one end of its range to the other: the widest bar first.</summary>
public sealed record TornadoChart : Chart
{
    private const double Thickness = 18;
    private const double RowGap = 8;
    private const string LowColour = "#0072B2";
    private const string HighColour = "#D55E00";

    /// <summary>What the scale measures, with its unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>Output with every input at its centre.</summary>
    public required double Centre { get; init; }

    /// <summary>The bars from the top down.</summary>
    public required IReadOnlyList<TornadoRow> Rows { get; init; }

    private protected override bool HasData => Rows.Count > 0;

    private protected override void Check()
    {
        foreach (TornadoRow row in Rows)
        {
            ChartCheck.Value(row.AtLow, row.Label);
            ChartCheck.Value(row.AtHigh, row.Label);
        }
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        LabelColumn column = new(Rows.Select(r => r.Label), Width);
        double[] values = [.. Rows.SelectMany(r => new[] { r.AtLow, r.AtHigh }), Centre];
        HorizontalAxis axis = new(values.Min(), values.Max(), column.Right + 14, Width - SvgCanvas.Margin - 20, TextStyle.Axis);
        double plotTop = Legend.Draw(
            canvas,
            top,
            [
                new("input at its low end", new Swatch(SwatchKind.Box, new Fill(LowColour))),
                new("input at its high end", new Swatch(SwatchKind.Box, new Fill(HighColour))),
                new("mean of the draws", new Swatch(SwatchKind.Line, new Fill(Palette.Ink), "4 3")),
            ]) + 4;
        double[] heights = [.. Rows.Select((_, i) => Math.Max(Thickness, column.HeightOf(i)) + RowGap)];
        double bottom = plotTop + heights.Sum();
        axis.DrawGrid(canvas, plotTop, bottom);
        double y = plotTop;
        for (int i = 0; i < Rows.Count; i++)
        {
            double middle = y + (heights[i] / 2);
            column.Draw(canvas, i, middle);
            Half(canvas, axis, Rows[i].AtLow, middle - (Thickness / 2), LowColour);
            Half(canvas, axis, Rows[i].AtHigh, middle - (Thickness / 2), HighColour);
            y += heights[i];
        }

        canvas.Line(axis.At(Centre), plotTop, axis.At(Centre), bottom, Palette.Ink, 1.5, "4 3");
        return axis.DrawFoot(canvas, bottom, ValueLabel);
    }

    private protected override string Describe()
    {
        int decimals = Ticks.DecimalsFor(Rows.SelectMany(r => new[] { r.AtLow, r.AtHigh }));
        return $"Tornado chart of {ValueLabel}, mean {Ticks.Number(Centre, decimals)}. "
            + string.Join("; ", Rows.Select(r => $"{r.Label}: {Ticks.Number(r.AtLow, decimals)} at its low end, {Ticks.Number(r.AtHigh, decimals)} at its high end")) + ".";
    }

    private void Half(SvgCanvas canvas, HorizontalAxis axis, double value, double top, string colour)
    {
        double from = axis.At(Centre);
        double to = axis.At(value);
        canvas.Rect(Math.Min(from, to), top, Math.Abs(to - from), Thickness, new Fill(colour));
    }
}
