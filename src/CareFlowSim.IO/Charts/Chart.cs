namespace CareFlowSim.IO;

/// <summary>
/// What every chart has in common: a title, a subtitle, a note, a width, and its SVG as text.
/// It draws, and nothing else: it neither computes a statistic nor opens a file.
/// </summary>
/// <remarks>The same chart always gives the same text, character for character, on every machine.</remarks>
public abstract record Chart
{
    private const double Foot = 16;

    private protected Chart()
    {
    }

    /// <summary>What the picture shows, in a sentence; wraps when long.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader must know to read it (who, when, how many replications); wraps when long.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Small print under the picture, for instance the source.</summary>
    public string Note { get; init; } = "";

    /// <summary>Width in pixels, at least 480. The height follows from what is drawn.</summary>
    public int Width { get; init; } = 900;

    /// <summary>The picture as a complete SVG document.</summary>
    /// <exception cref="ArgumentException">A value is infinite or lists do not match in length; the message names the series.</exception>
    public string ToSvg()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 480);
        Check();
        var canvas = new SvgCanvas(Width);
        double y = 10;
        y = canvas.Paragraph(SvgCanvas.Margin, y, (Width - (2 * SvgCanvas.Margin)) * 0.9, Title, TextStyle.Title) + 2;
        y = canvas.Paragraph(SvgCanvas.Margin, y, (Width - (2 * SvgCanvas.Margin)) * 0.95, Subtitle, TextStyle.Subtitle) + 8;
        if (HasData)
        {
            y = Draw(canvas, y);
        }
        else
        {
            canvas.Rect(SvgCanvas.Margin, y, Width - (2 * SvgCanvas.Margin), 120, Palette.Band);
            canvas.Text(Width / 2.0, y + 65, "no data", TextStyle.Label, TextAnchor.Middle);
            y += 120;
        }

        y = canvas.Paragraph(SvgCanvas.Margin, y + 8, Width - (2 * SvgCanvas.Margin), Note, TextStyle.Note);
        return canvas.ToSvg(Title, HasData ? Describe() : "No data.", Math.Ceiling(y + Foot));
    }

    private protected abstract bool HasData { get; }

    private protected abstract void Check();

    /// <summary>Draws below <paramref name="top"/> and returns where the drawing ends.</summary>
    private protected abstract double Draw(SvgCanvas canvas, double top);

    private protected abstract string Describe();
}
