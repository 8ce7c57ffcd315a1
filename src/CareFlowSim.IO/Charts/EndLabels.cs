namespace CareFlowSim.IO;

/// <summary>A name to stand beside the plot, level with the end of its line; NaN when the line has no end.</summary>
internal sealed record EndLabel(string Text, Swatch Swatch, double Value);

/// <summary>
/// Names beside the ends of lines, moved apart so that none covers another, each tied to its line by a thin rule.
/// Nearer the eye than a legend; used as long as all of them fit beside the plot.
/// </summary>
internal sealed class EndLabels
{
    private const double Leader = 16;
    private const double TextOffset = Leader + Swatch.Width + 12;
    private const double Gap = 3;

    private readonly IReadOnlyList<EndLabel> _labels;
    private readonly List<List<string>> _lines;

    internal EndLabels(IReadOnlyList<EndLabel> labels, double maxTextWidth)
    {
        _labels = labels;
        _lines = [.. labels.Select(l => TextMetrics.Wrap(l.Text, maxTextWidth, TextStyle.Label))];
        double widest = _lines.SelectMany(l => l).Select(l => TextMetrics.Width(l, TextStyle.Label)).DefaultIfEmpty(0).Max();
        Width = TextOffset + widest;
        Height = _lines.Sum(HeightOf);
    }

    /// <summary>Room needed right of the plot.</summary>
    internal double Width { get; }

    /// <summary>Room needed from top to bottom.</summary>
    internal double Height { get; }

    internal void Draw(SvgCanvas canvas, double x, double top, double bottom, Func<double, double> yOf)
    {
        double[] ends = [.. _labels.Select(l => double.IsNaN(l.Value) ? bottom : yOf(l.Value))];
        int[] order = [.. Enumerable.Range(0, ends.Length).OrderBy(i => ends[i])];
        double[] tops = Spread([.. order.Select(i => ends[i])], [.. order.Select(i => HeightOf(_lines[i]))], top, bottom);
        for (int k = 0; k < order.Length; k++)
        {
            int i = order[k];
            double middle = tops[k] + (HeightOf(_lines[i]) / 2);
            if (!double.IsNaN(_labels[i].Value))
            {
                canvas.Line(x + 2, ends[i], x + Leader, middle, Palette.Rule, 0.7);
            }

            _labels[i].Swatch.Draw(canvas, x + Leader + 2, middle);
            double y = tops[k] + (Gap / 2);
            foreach (string line in _lines[i])
            {
                y += TextStyle.Label.LineHeight;
                canvas.Text(x + TextOffset, y - 4, line, TextStyle.Label);
            }
        }
    }

    /// <summary>
    /// Upper edges for boxes that would like to be centred on given heights (ascending) but may not overlap.
    /// Boxes in each other's way form a block, which is centred on the mean of its members' wishes.
    /// </summary>
    internal static double[] Spread(double[] centres, double[] heights, double top, double bottom)
    {
        var blocks = new List<(int First, int Count, double Height, double Wish)>();
        for (int i = 0; i < centres.Length; i++)
        {
            var block = (First: i, Count: 1, Height: heights[i], Wish: centres[i] - (heights[i] / 2));
            while (blocks.Count > 0 && Top(blocks[^1]) + blocks[^1].Height > Top(block))
            {
                var above = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                double wish = ((above.Wish * above.Count) + ((block.Wish - above.Height) * block.Count)) / (above.Count + block.Count);
                block = (above.First, above.Count + block.Count, above.Height + block.Height, wish);
            }

            blocks.Add(block);
        }

        var tops = new double[centres.Length];
        foreach (var block in blocks)
        {
            double y = Top(block);
            for (int i = block.First; i < block.First + block.Count; i++)
            {
                tops[i] = y;
                y += heights[i];
            }
        }

        return tops;

        double Top((int First, int Count, double Height, double Wish) block) =>
            Math.Max(top, Math.Min(block.Wish, bottom - block.Height));
    }

    private static double HeightOf(List<string> lines) => (Math.Max(1, lines.Count) * TextStyle.Label.LineHeight) + Gap;
}
