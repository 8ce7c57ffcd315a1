using MathNet.Numerics.Distributions;

namespace CareFlowSim.Experiments;

/// <summary>One measure in two runs, and the difference of the second from the first.</summary>
/// <param name="First">Mean and 95 % interval in the first run.</param>
/// <param name="Second">The same in the second.</param>
/// <param name="Difference">Second less first, with its 95 % interval.</param>
/// <param name="Paired">Whether replications were paired.</param>
/// <param name="PairingFactor">What pairing gained, see <see cref="CommonLuck"/>; NaN where it was not done.</param>
public sealed record SeriesDifference(Estimate First, Estimate Second, Estimate Difference, bool Paired, double PairingFactor)
{
    /// <summary>
    /// Compares two series of replications. Paired: Student's t on the differences of the replications that both have. Unpaired: Welch's interval
    /// (Welch 1947, Biometrika 34, 28-35), which assumes independent runs.
    /// </summary>
    /// <param name="first">One value per replication; not a number where there was nothing to measure.</param>
    /// <param name="second">The same of the other run.</param>
    /// <param name="paired">Whether replications of the same number had the same people and the same luck.</param>
    /// <returns>Null when one of them has no value.</returns>
    public static SeriesDifference? Of(IReadOnlyList<double> first, IReadOnlyList<double> second, bool paired)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        (double First, double Second)[] both = [.. first.Zip(second).Where(p => !double.IsNaN(p.First) && !double.IsNaN(p.Second))];
        double[] a = [.. paired ? both.Select(p => p.First) : first.Where(v => !double.IsNaN(v))];
        double[] b = [.. paired ? both.Select(p => p.Second) : second.Where(v => !double.IsNaN(v))];
        if (a.Length == 0 || b.Length == 0)
        {
            return null;
        }

        return paired
            ? new SeriesDifference(Estimate.Of(a), Estimate.Of(b), Estimate.Of([.. b.Zip(a, (y, x) => y - x)]), true, CommonLuck.Factor(a, b))
            : new SeriesDifference(Estimate.Of(a), Estimate.Of(b), Welch(a, b), false, double.NaN);
    }

    private static Estimate Welch(double[] a, double[] b)
    {
        double point = b.Average() - a.Average();
        int n = Math.Min(a.Length, b.Length);
        if (n < 2)
        {
            return new Estimate(point, double.NaN, double.NaN, n, IntervalMethod.None);
        }

        (double va, double vb) = (Variance(a) / a.Length, Variance(b) / b.Length);
        double variance = va + vb;
        double half = variance == 0 ? 0
            : StudentT.InvCDF(0, 1, variance * variance / ((va * va / (a.Length - 1)) + (vb * vb / (b.Length - 1))), 0.975) * Math.Sqrt(variance);
        return new Estimate(point, point - half, point + half, n, IntervalMethod.Replications);
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
