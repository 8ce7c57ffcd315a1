using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>Figures as text, the same on the screen, in the report and in charts.</summary>
internal static class Figures
{
    /// <summary>A number with thousands separators.</summary>
    public static string Number(double value, int decimals = 0) => double.IsNaN(value) ? "–" : Ticks.Number(value, decimals);

    /// <summary>A difference: its sign always shows, unless it is nothing.</summary>
    public static string Signed(double value, int decimals = 0)
    {
        string text = Number(value, decimals);
        return value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "+" + text : text;
    }

    /// <summary>A point and half the width of its 95% interval; the point alone without an interval.</summary>
    public static string PlusMinus(Estimate value, int decimals = 0, bool signed = false)
    {
        string point = signed ? Signed(value.Point, decimals) : Number(value.Point, decimals);
        return double.IsNaN(value.High) ? point : $"{point} ± {Number(value.High - value.Point, decimals)}";
    }

    /// <summary>The two ends of an interval.</summary>
    public static string Interval(Estimate value, int decimals = 0) =>
        double.IsNaN(value.Low) ? "–" : $"{Number(value.Low, decimals)} to {Number(value.High, decimals)}";

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double part, double whole, int decimals = 1) => whole == 0 ? "–" : Number(100 * part / whole, decimals) + "%";

    /// <summary>Decimals that show the largest of some values to about three figures; never more than two.</summary>
    public static int Decimals(IEnumerable<double> values)
    {
        double largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
    }
}
