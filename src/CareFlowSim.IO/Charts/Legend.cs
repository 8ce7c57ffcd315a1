namespace CareFlowSim.IO;

/// <summary>The small sample of a line, fill or whisker that stands before its name.</summary>
internal readonly record struct Swatch(SwatchKind Kind, Fill Fill, string Dash = "")
{
    internal const double Width = 20;

    /// <summary>Draws with its left end at <paramref name="x"/>, centred on <paramref name="y"/>.</summary>
    internal void Draw(SvgCanvas canvas, double x, double y)
    {
        double middle = x + (Width / 2);
        switch (Kind)
        {
            case SwatchKind.Line:
                canvas.Line(x, y, x + Width, y, Fill.Colour, 2.5, Dash);
                break;
            case SwatchKind.Box:
                canvas.Rect(x + 2, y - 7, 14, 14, Fill);
                break;
            case SwatchKind.Shade:
            case SwatchKind.DeepShade:
                for (int layer = 0; layer < (Kind == SwatchKind.DeepShade ? 2 : 1); layer++)
                {
                    canvas.Shade([(x, y - 6), (x + Width, y - 6), (x + Width, y + 6), (x, y + 6)], Fill.Colour);
                }

                break;
            case SwatchKind.Dot:
                canvas.Line(x, y, x + Width, y, Fill.Colour, 1.5);
                canvas.Circle(middle, y, 4, Fill.Colour);
                break;
            default:
                canvas.Whisker(x + 1, x + Width - 1, y, 4);
                break;
        }
    }
}

/// <summary>What a <see cref="Swatch"/> looks like.</summary>
internal enum SwatchKind
{
    Line,
    Box,
    Shade,
    DeepShade,
    Dot,
    Whisker,
}

/// <summary>One name in a legend.</summary>
internal sealed record LegendItem(string Text, Swatch Swatch);

/// <summary>Names in rows, as many to a row as fit; a name too long for a row wraps.</summary>
internal static class Legend
{
    private const double Gap = 22;
    private const double TextOffset = Swatch.Width + 7;

    /// <summary>Draws below <paramref name="top"/> and returns where the legend ends.</summary>
    internal static double Draw(SvgCanvas canvas, double top, IReadOnlyList<LegendItem> items)
    {
        if (items.Count == 0)
        {
            return top;
        }

        var style = TextStyle.Label;
        double right = canvas.Width - SvgCanvas.Margin;
        double x = SvgCanvas.Margin;
        double y = top;
        double rowHeight = 0;
        foreach (var item in items)
        {
            var lines = TextMetrics.Wrap(item.Text, right - SvgCanvas.Margin - TextOffset, style);
            double width = TextOffset + lines.Select(l => TextMetrics.Width(l, style)).DefaultIfEmpty(0).Max();
            if (x > SvgCanvas.Margin && x + width > right)
            {
                x = SvgCanvas.Margin;
                y += rowHeight;
                rowHeight = 0;
            }

            item.Swatch.Draw(canvas, x, y + 10);
            for (int i = 0; i < lines.Count; i++)
            {
                canvas.Text(x + TextOffset, y + 14.5 + (i * style.LineHeight), lines[i], style);
            }

            rowHeight = Math.Max(rowHeight, (Math.Max(1, lines.Count) * style.LineHeight) + 4);
            x += width + Gap;
        }

        return y + rowHeight + 4;
    }
}
