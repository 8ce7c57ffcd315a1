namespace CareFlowSim.IO;

/// <summary>A value axis from left to right: its ticks, its scale, and their drawing.</summary>
internal sealed class HorizontalAxis
{
    private readonly double[] _ticks;
    private readonly string[] _texts;
    private readonly TextStyle _style;

    /// <summary>Covers <paramref name="low"/> to <paramref name="high"/>, with ticks no closer than their texts allow.</summary>
    internal HorizontalAxis(double low, double high, double left, double right, TextStyle style)
    {
        _style = style;
        double room = 70;
        do
        {
            _ticks = Ticks.Covering(low, high, right - left, room);
            _texts = [.. _ticks.Select(t => Ticks.Text(t, _ticks[1] - _ticks[0]))];
            room += 10;
        }
        while (_ticks.Length > 2 && Widest + 14 > (right - left) / (_ticks.Length - 1));

        Scale = new Scale(_ticks[0], _ticks[^1], left, right);
    }

    internal Scale Scale { get; }

    private double Widest => _texts.Max(t => TextMetrics.Width(t, _style));

    internal double At(double value) => Scale.At(value);

    /// <summary>Grid lines from top to bottom, the zero line darker.</summary>
    internal void DrawGrid(SvgCanvas canvas, double top, double bottom)
    {
        foreach (double tick in _ticks)
        {
            canvas.Line(At(tick), top, At(tick), bottom, tick == 0 ? Palette.Rule : Palette.Grid);
        }
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
