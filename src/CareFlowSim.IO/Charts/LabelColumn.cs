namespace CareFlowSim.IO;

/// <summary>The column of row labels left of horizontal bars: as wide as needed up to a third of the picture, then wrapped.</summary>
internal sealed class LabelColumn
{
    private readonly List<List<string>> _lines;

    internal LabelColumn(IEnumerable<string> labels, int chartWidth)
    {
        _lines = [.. labels.Select(l => TextMetrics.Wrap(l, chartWidth * 0.32, TextStyle.Label))];
        double widest = _lines.SelectMany(l => l).Select(l => TextMetrics.Width(l, TextStyle.Label)).DefaultIfEmpty(0).Max();
        Right = SvgCanvas.Margin + Math.Max(24, widest);
    }

    /// <summary>Where the labels end; they are flush with it.</summary>
    internal double Right { get; }

    /// <summary>Least height of a row so that its label does not touch the next one.</summary>
    internal double HeightOf(int row) => _lines[row].Count * TextStyle.Label.LineHeight;

    internal void Draw(SvgCanvas canvas, int row, double middle)
    {
        double y = middle - (HeightOf(row) / 2);
        foreach (string line in _lines[row])
        {
            y += TextStyle.Label.LineHeight;
            canvas.Text(Right, y - 4, line, TextStyle.Label, TextAnchor.End);
        }
    }
}
