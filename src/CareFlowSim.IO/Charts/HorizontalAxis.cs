namespace CareFlowSim.IO;

/// <summary>A value axis from left to right: its ticks, its scale, and their drawing.</summary>
internal sealed class HorizontalAxis
{
    private readonly double[] _ticks;
    private readonly string[] _texts;
    private readonly TextStyle _style;

    private readonly Scale _scale;

    /// <summary>
    /// From <paramref name="low"/> to <paramref name="high"/>, with ticks no closer than their texts allow.
    /// Ticks of things that are counted are no closer than <paramref name="leastStep"/>, 1.
    /// A tight axis ends at those values, for where room is scarce; otherwise it ends at the next ticks.
    /// </summary>
    internal HorizontalAxis(double low, double high, double left, double right, TextStyle style, bool tight = false, double leastStep = 0)
    {
        _style = style;
        double room = tight ? 24 : 70;
        double spacing;
        do
        {
            double[] all = Ticks.Covering(low, high, right - left, room);
            double step = all[1] - all[0];
            double[] inside = [.. all.Where(t => t >= low && t <= high)];
            bool cut = tight && inside.Length >= 2;
            _scale = cut ? new Scale(low, high, left, right) : new Scale(all[0], all[^1], left, right);
            _ticks = cut ? inside : all;
            _texts = [.. _ticks.Select(t => Ticks.Text(t, step))];
            spacing = At(step) - At(0);
            room += 6;
        }
        while (_ticks.Length > 2 && (_ticks[1] - _ticks[0] < leastStep - 1e-9 || _texts.Max(t => TextMetrics.Width(t, _style)) + 14 > spacing));
    }

    internal double Left => _scale.AtLow;

    internal double Right => _scale.AtHigh;

    internal double At(double value) => _scale.At(value);

    /// <summary>Grid lines from top to bottom, the zero line darker.</summary>
    internal void DrawGrid(SvgCanvas canvas, double top, double bottom)
    {
        foreach (double tick in _ticks)
        {
            canvas.Line(At(tick), top, At(tick), bottom, tick == 0 ? Palette.Rule : Palette.Grid);
        }
    }

    /// <summary>Numbers and the name of the axis below a plot that ends at <paramref name="bottom"/>; returns where they end.</summary>
    internal double DrawFoot(SvgCanvas canvas, double bottom, string name)
    {
        DrawNumbers(canvas, bottom + 18);
        return canvas.Paragraph((Left + Right) / 2, bottom + 25, Right - Left, name, TextStyle.Axis, TextAnchor.Middle);
    }

    /// <summary>Numbers whose feet stand on <paramref name="y"/>.</summary>
    internal void DrawNumbers(SvgCanvas canvas, double y)
    {
        for (int i = 0; i < _ticks.Length; i++)
        {
            canvas.Text(At(_ticks[i]), y, _texts[i], _style, TextAnchor.Middle);
        }
    }
}
