namespace CareFlowSim.IO;

/// <summary>How a layer is filled: a colour, plain or hatched.</summary>
internal readonly record struct Fill(string Colour, bool Hatched = false)
{
    /// <summary>The colour of text that can be read on the fill.</summary>
    internal string TextColour => Hatched || Colour is "#E69F00" or "#56B4E9" or "#F0E442" or "#CC79A7" ? Palette.Ink : "#fff";
}

/// <summary>
/// Colours that colour-blind readers can tell apart (Okabe and Ito, 2008, "Color Universal Design").
/// When they run out they come round again: lines dotted, fills hatched.
/// </summary>
internal static class Palette
{
    internal const string Ink = "#222222";
    internal const string Grey = "#555555";
    internal const string Rule = "#777777";
    internal const string Grid = "#E2E2E2";
    internal const string Band = "#EDF0F3";

    // Yellow is left out of the lines: too faint on white.
    private static readonly string[] Lines = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];
    private static readonly string[] Fills = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#4D4D4D"];

    internal static string LineColour(int index) => Lines[index % Lines.Length];

    internal static string LineDash(int index, bool dashed) => dashed ? "7 4" : (index / Lines.Length % 2) == 1 ? "2 3" : "";

    internal static Fill FillOf(int index) => new(Fills[index % Fills.Length], (index / Fills.Length % 2) == 1);

    /// <summary>A blue that is deeper the higher the share, from 0 to 1.</summary>
    internal static string Depth(double share)
    {
        double s = Math.Clamp(share, 0, 1);
        return "#" + Part(240, 0) + Part(246, 95) + Part(251, 155);

        string Part(int light, int deep) => ((int)Math.Round(light + (s * (deep - light)))).ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
    }
}
