using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>
/// Where the ticks of an axis go and how its numbers are written: pure functions of range and size.
/// Steps are 1, 2 or 5 times a power of ten; numbers are plain ("1,200", "0.5", "−3"), never "1.2k".
/// </summary>
public static class Ticks
{
    // Below this share of the values' own size a difference is rounding, and the range counts as a single value.
    private const double Indistinct = 1e-9;

    /// <summary>Evenly spaced round numbers that cover the range: the first is at most <paramref name="low"/>, the last at least <paramref name="high"/>.</summary>
    /// <param name="low">Smallest value to show.</param>
    /// <param name="high">Largest value to show; when equal to <paramref name="low"/>, the range is widened around it.</param>
    /// <param name="pixels">Length of the axis.</param>
    /// <param name="pixelsPerTick">Least room a tick should have; two ticks are given in any case.</param>
    /// <param name="leastStep">Least step from one tick to the next: 1 for what is counted.</param>
    /// <exception cref="ArgumentException">The range is not finite, or upside down.</exception>
    public static double[] Covering(double low, double high, double pixels, double pixelsPerTick = 60, double leastStep = 0)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
        {
            throw new ArgumentException($"An axis cannot run from {low.ToString(CultureInfo.InvariantCulture)} to {high.ToString(CultureInfo.InvariantCulture)}.");
        }

        (low, high) = Widened(low, high);
        double atMost = Math.Max(1, Math.Floor(pixels / pixelsPerTick));
        double step = Math.Max(leastStep, RoundStep((high - low) / atMost));
        double first = Math.Floor((low / step) + Indistinct);
        double last = Math.Max(first + 1, Math.Ceiling((high / step) - Indistinct));
        var ticks = new double[(int)(last - first) + 1];
        for (int i = 0; i < ticks.Length; i++)
        {
            ticks[i] = Exact((first + i) * step, step);
        }

        return ticks;
    }

    /// <summary>The number as a reader expects it, with as many decimals as <paramref name="step"/> needs.</summary>
    /// <param name="value">The number.</param>
    /// <param name="step">Distance between neighbouring ticks.</param>
    public static string Text(double value, double step) => Number(value, DecimalsOf(step));

    /// <summary>The number with thousands separators, a fixed count of decimals and a true minus sign.</summary>
    /// <param name="value">The number; <see cref="double.NaN"/> reads "no data".</param>
    /// <param name="decimals">Figures after the point.</param>
    public static string Number(double value, int decimals)
    {
        if (double.IsNaN(value))
        {
            return "no data";
        }

        string text = Math.Abs(value).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        bool negative = value < 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0;
        return negative ? "−" + text : text;
    }

    /// <summary>How many decimals let the largest of some values be read to about three figures.</summary>
    internal static int DecimalsFor(IEnumerable<double> values)
    {
        var known = values.Where(v => !double.IsNaN(v)).ToList();
        if (known.TrueForAll(v => v == Math.Floor(v)))
        {
            return 0;
        }

        double largest = known.Max(Math.Abs);
        return (int)Math.Clamp(2 - Math.Floor(Math.Log10(largest)), 0, 12);
    }

    private static (double Low, double High) Widened(double low, double high)
    {
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low > Math.Max(size, 1) * Indistinct)
        {
            return (low, high);
        }

        return size > Indistinct ? (low - (size * 0.1), high + (size * 0.1)) : (Math.Min(0, low), 1);
    }

    private static double RoundStep(double atLeast)
    {
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        double lead = atLeast / magnitude;
        double round = lead <= 1 + Indistinct ? 1 : lead <= 2 + Indistinct ? 2 : lead <= 5 + Indistinct ? 5 : 10;
        return round * magnitude;
    }

    // 3 × 0.1 is 0.30000000000000004 in binary; a tick must say 0.3.
    private static double Exact(double tick, double step) => Math.Round(tick, Math.Min(15, DecimalsOf(step) + 2)) + 0.0;

    private static int DecimalsOf(double step) => (int)Math.Clamp(-Math.Floor(Math.Log10(step) + Indistinct), 0, 12);
}
