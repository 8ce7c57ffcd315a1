using System.Globalization;
using System.Text;

namespace CareFlowSim.IO;

/// <summary>Which point of a text its x coordinate is.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>The few text styles of all charts, so that they look like one family.</summary>
internal readonly record struct TextStyle(double Size, string Colour, bool Strong = false)
{
    internal static TextStyle Title => new(19, Palette.Ink, Strong: true);

    internal static TextStyle Subtitle => new(14, Palette.Grey);

    internal static TextStyle Label => new(13, Palette.Ink);

    internal static TextStyle Strongly => new(13, Palette.Ink, Strong: true);

    internal static TextStyle Axis => new(13, Palette.Grey);

    internal static TextStyle Small => new(11, Palette.Ink);

    internal static TextStyle Note => new(12, Palette.Grey);

    internal double LineHeight => Math.Round(Size * 1.3);
}

/// <summary>
/// Writes SVG elements as text: invariant culture, fixed decimals, escaped text, one element a line.
/// It knows nothing of axes or data.
/// </summary>
internal sealed class SvgCanvas(int width)
{
    internal const double Margin = 20;

    private readonly StringBuilder _body = new();
    private readonly SortedSet<string> _hatched = new(StringComparer.Ordinal);

    internal int Width => width;

    /// <summary>A coordinate: at most one decimal, never "-0".</summary>
    internal static string Number(double value) =>
        (Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text that XML allows: the five marks escaped, characters that XML forbids replaced.</summary>
    internal static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' or '\r' => " ",
                < ' ' or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return safe.ToString();
    }

    internal void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, string dash = "") =>
        Add($"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" stroke=\"{colour}\" stroke-width=\"{Number(thickness)}\"{Dash(dash)}/>");

    internal void Rect(double x, double y, double w, double h, string fill) =>
        Add($"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(Math.Max(0, w))}\" height=\"{Number(Math.Max(0, h))}\" fill=\"{fill}\"/>");

    /// <summary>A rectangle in a series' fill, edged in white so that neighbours stay apart.</summary>
    internal void Rect(double x, double y, double w, double h, Fill fill) =>
        Add($"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(Math.Max(0, w))}\" height=\"{Number(Math.Max(0, h))}\" fill=\"{Paint(fill)}\" stroke=\"#fff\" stroke-width=\"0.5\"/>");

    internal void Circle(double x, double y, double radius, string fill) =>
        Add($"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\" fill=\"{fill}\"/>");

    /// <summary>A horizontal interval with a short stroke across each end, edged in white to stand out on a bar.</summary>
    internal void Whisker(double x1, double x2, double y, double half)
    {
        Line(x1 - 1, y, x2 + 1, y, "#fff", 2.7);
        Line(x1, y, x2, y, Palette.Ink, 1.3);
        Line(x1, y - half, x1, y + half, Palette.Ink, 1.3);
        Line(x2, y - half, x2, y + half, Palette.Ink, 1.3);
    }

    internal void Polyline(IEnumerable<(double X, double Y)> points, string colour, double thickness, string dash = "") =>
        Add($"<polyline points=\"{Points(points)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{Number(thickness)}\" stroke-linejoin=\"round\"{Dash(dash)}/>");

    internal void Shade(IEnumerable<(double X, double Y)> points, string colour) =>
        Add($"<polygon points=\"{Points(points)}\" fill=\"{colour}\" fill-opacity=\"0.2\"/>");

    internal void Area(IEnumerable<(double X, double Y)> points, Fill fill) =>
        Add($"<polygon points=\"{Points(points)}\" fill=\"{Paint(fill)}\" stroke=\"#fff\" stroke-width=\"0.5\"/>");

    /// <summary>One line of text; the hint is what a pointer shows, the halo keeps grid lines out of the letters.</summary>
    internal void Text(double x, double y, string text, TextStyle style, TextAnchor anchor = TextAnchor.Start, string hint = "", bool halo = false)
    {
        if (text.Length == 0)
        {
            return;
        }

        string place = anchor switch
        {
            TextAnchor.Middle => " text-anchor=\"middle\"",
            TextAnchor.End => " text-anchor=\"end\"",
            _ => "",
        };
        string weight = style.Strong ? " font-weight=\"bold\"" : "";
        string edge = halo ? " stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"" : "";
        string tip = hint.Length == 0 ? "" : $"<title>{Escape(hint)}</title>";
        Add($"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{place} font-size=\"{Number(style.Size)}\"{weight} fill=\"{style.Colour}\"{edge}>{tip}{Escape(text)}</text>");
    }

    /// <summary>Writes wrapped text below <paramref name="top"/> and returns where it ends.</summary>
    internal double Paragraph(double x, double top, double wrapWidth, string text, TextStyle style, TextAnchor anchor = TextAnchor.Start)
    {
        double y = top;
        foreach (string line in TextMetrics.Wrap(text, wrapWidth, style))
        {
            y += style.LineHeight;
            Text(x, y - (style.LineHeight * 0.22), line, style, anchor);
        }

        return y;
    }

    /// <summary>The whole document. Title and description come first, for screen readers.</summary>
    internal string ToSvg(string title, string description, double height)
    {
        string h = Number(height);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{h}\" viewBox=\"0 0 {width} {h}\" role=\"img\" font-family=\"Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n<desc>{Escape(description)}</desc>\n");
        foreach (string colour in _hatched)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<defs><pattern id=\"{HatchId(colour)}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"6\" height=\"6\" fill=\"{colour}\" fill-opacity=\"0.35\"/><rect width=\"3\" height=\"6\" fill=\"{colour}\"/></pattern></defs>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{h}\" fill=\"#fff\"/>\n");
        return svg.Append(_body).Append("</svg>\n").ToString();
    }

    // The id follows from the colour alone: two charts on one page may share it, because it is the same pattern.
    private static string HatchId(string colour) => "hatch-" + colour[1..];

    private static string Dash(string dash) => dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"";

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => Number(p.X) + "," + Number(p.Y)));

    private string Paint(Fill fill)
    {
        if (!fill.Hatched)
        {
            return fill.Colour;
        }

        _hatched.Add(fill.Colour);
        return $"url(#{HatchId(fill.Colour)})";
    }

    private void Add(string element) => _body.Append(element).Append('\n');
}
