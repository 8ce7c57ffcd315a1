namespace CareFlowSim.IO;

/// <summary>A number for every pair of two inputs: deeper colour for higher, with the figure in each field.</summary>
public sealed record HeatMapChart : Chart
{
    private const double FieldHeight = 38;
    private const double WidestField = 130;

    /// <summary>What the rows are, with the unit.</summary>
    public required string RowLabel { get; init; }

    /// <summary>What the columns are, with the unit.</summary>
    public required string ColumnLabel { get; init; }

    /// <summary>What the fields measure, with the unit.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>Labels of the rows, from the top down.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Labels of the columns, from left to right.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>By row and column; <see cref="double.NaN"/> leaves the field empty.</summary>
    public required IReadOnlyList<double[]> Values { get; init; }

    private protected override bool HasData => Values.Any(r => r.Any(double.IsFinite));

    private protected override void Check()
    {
        if (Values.Count != Rows.Count || Values.Any(r => r.Length != Columns.Count))
        {
            throw new ArgumentException($"A heat map of {Rows.Count} rows and {Columns.Count} columns needs as many values.", nameof(Values));
        }

        for (int r = 0; r < Rows.Count; r++)
        {
            foreach (double value in Values[r])
            {
                ChartCheck.Value(value, Rows[r]);
            }
        }
    }

    private protected override double Draw(SvgCanvas canvas, double top)
    {
        int decimals = Ticks.DecimalsFor(Values.SelectMany(r => r));
        double left = SvgCanvas.Margin + Math.Max(1.06 * TextMetrics.Width(RowLabel, TextStyle.Axis), Rows.Max(r => TextMetrics.Width(r, TextStyle.Label))) + 10;
        double width = Math.Min(WidestField, (Width - SvgCanvas.Margin - left) / Columns.Count);
        double y = canvas.Paragraph(SvgCanvas.Margin, top, Width - (2 * SvgCanvas.Margin), ValueLabel, TextStyle.Strongly) + 6;
        canvas.Text(left + (width * Columns.Count / 2), y + 12, ColumnLabel, TextStyle.Axis, TextAnchor.Middle);
        canvas.Text(left - 10, y + 30, RowLabel, TextStyle.Axis, TextAnchor.End);
        for (int c = 0; c < Columns.Count; c++)
        {
            canvas.Text(left + (width * (c + 0.5)), y + 30, TextMetrics.Fit(Columns[c], width - 4, TextStyle.Label), TextStyle.Label, TextAnchor.Middle, Columns[c]);
        }

        y += 38;
        (double low, double high) = Ends();
        for (int r = 0; r < Rows.Count; r++, y += FieldHeight)
        {
            canvas.Text(left - 10, y + (FieldHeight / 2) + 4.5, Rows[r], TextStyle.Label, TextAnchor.End);
            for (int c = 0; c < Columns.Count; c++)
            {
                double value = Values[r][c];
                double depth = high > low ? (value - low) / (high - low) : 0.5;
                bool known = double.IsFinite(value);
                canvas.Rect(left + (width * c) + 1, y + 1, width - 2, FieldHeight - 2, known ? Palette.Depth(depth) : Palette.Band);
                canvas.Text(
                    left + (width * (c + 0.5)), y + (FieldHeight / 2) + 4.5, known ? Ticks.Number(value, decimals) : "–",
                    known && depth > 0.65 ? TextStyle.Label with { Colour = "#fff" } : TextStyle.Label, TextAnchor.Middle);
            }
        }

        return y;
    }

    private protected override string Describe()
    {
        int decimals = Ticks.DecimalsFor(Values.SelectMany(r => r));
        return $"Heat map of {ValueLabel}, rows {RowLabel}, columns {ColumnLabel}. "
            + string.Join("; ", Rows.Select((row, r) => $"{row}: " + string.Join(", ", Columns.Select((column, c) => $"{column} {(double.IsFinite(Values[r][c]) ? Ticks.Number(Values[r][c], decimals) : "–")}")))) + ".";
    }

    private (double Low, double High) Ends()
    {
        double[] known = [.. Values.SelectMany(r => r).Where(double.IsFinite)];
        return (known.Min(), known.Max());
    }
}
