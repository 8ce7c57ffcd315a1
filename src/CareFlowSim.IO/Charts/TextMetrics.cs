namespace CareFlowSim.IO;

/// <summary>
/// How wide a text will be, near enough to lay out a picture without a font: widths between those of Arial and of the
/// wider DejaVu Sans, so the first leaves a little room over and the second takes no more than the gaps and margins allow.
/// </summary>
internal static class TextMetrics
{
    private const double BetweenFonts = 0.92;
    private const double Bold = 1.1;

    internal static double Width(string text, TextStyle style)
    {
        double em = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            em += Em(rune.Value);
        }

        return em * BetweenFonts * style.Size * (style.Strong ? Bold : 1);
    }

    /// <summary>Breaks at spaces into lines no wider than <paramref name="width"/>; a longer word is cut.</summary>
    internal static List<string> Wrap(string text, double width, TextStyle style)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (Width(longer, style) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = word;
            while (Width(line, style) > width && line.Length > 1)
            {
                int keep = FittingLength(line, width, style);
                lines.Add(line[..keep]);
                line = line[keep..];
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    internal static string Fit(string text, double width, TextStyle style) =>
        Width(text, style) <= width
            ? text
            : text[..FittingLength(text, width - Width("…", style), style)].TrimEnd() + "…";

    private static int FittingLength(string text, double width, TextStyle style)
    {
        int length = text.Length;
        while (length > 1 && (char.IsHighSurrogate(text[length - 1]) || Width(text[..length], style) > width))
        {
            length--;
        }

        return length == 1 && char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : length;
    }

    private static double Em(int rune) => rune switch
    {
        >= '0' and <= '9' => 0.64,
        'i' or 'j' or 'l' or '\'' or 'I' => 0.3,
        ' ' or '.' or ',' or ':' or ';' or '|' or 'f' or 't' or 'r' or '-' or '(' or ')' or '/' or '!' => 0.4,
        'm' or 'M' or 'W' or '%' or '@' or '…' or '—' => 1.0,
        'w' or 'O' or 'Q' or '+' or '−' or '=' or '<' or '>' => 0.84,
        >= 'A' and <= 'Z' => 0.72,
        's' or 'c' or 'z' => 0.56,
        >= 'a' and <= 'z' => 0.63,
        < 0x2000 => 0.66,
        _ => 1.05,
    };
}
