using MathNet.Numerics.Distributions;

namespace CareFlowSim.Experiments;

/// <summary>
/// An estimate corrected by something counted in the same replications whose mean is known exactly. The plain estimate stays beside it.
/// Source: Lavenberg and Welch (1981), "A perspective on the use of control variables to increase the efficiency of Monte Carlo simulations",
/// Management Science 27, 322-335: least squares on the control less its mean; Student's t with two degrees of freedom fewer than replications,
/// exact when figure and control are jointly normal.
/// </summary>
/// <param name="Controlled">The corrected mean and its 95 % interval.</param>
/// <param name="Slope">Change of the figure per unit of the control, estimated from the same replications.</param>
/// <param name="Factor">Variance of the plain mean over that of the corrected one: so many times as many replications would have been needed without the control. Below 1 the control does harm.</param>
/// <param name="KnownMean">The exact mean of the control.</param>
/// <param name="ObservedMean">Its mean in the replications that were made.</param>
public sealed record ControlVariate(Estimate Controlled, double Slope, double Factor, double KnownMean, double ObservedMean)
{
    /// <summary>The fewest replications that leave anything to tell the error from.</summary>
    public const int FewestReplications = 4;

    /// <summary>Corrects an estimate; null with too few replications, or when the control does not vary in them.</summary>
    /// <param name="values">The figure of each replication.</param>
    /// <param name="control">The control in the same replications.</param>
    /// <param name="mean">The exact mean of the control.</param>
    /// <exception cref="ArgumentException">Not one finite control per value.</exception>
    public static ControlVariate? Of(IReadOnlyList<double> values, IReadOnlyList<double> control, double mean)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(control);
        int n = values.Count;
        if (control.Count != n || !control.All(double.IsFinite) || !double.IsFinite(mean))
        {
            throw new ArgumentException($"There must be one finite control for each of {n} values.", nameof(control));
        }

        double average = values.DefaultIfEmpty(double.NaN).Average();
        double observed = control.DefaultIfEmpty(double.NaN).Average();
        double spread = control.Sum(c => (c - observed) * (c - observed));
        if (n < FewestReplications || !double.IsFinite(average) || spread == 0)
        {
            return null;
        }

        double together = values.Zip(control, (v, c) => (v - average) * (c - observed)).Sum();
        double slope = together / spread;
        double plain = values.Sum(v => (v - average) * (v - average));
        double left = Math.Max(0, plain - (slope * together)) / (n - 2);
        double variance = left * ((1.0 / n) + ((observed - mean) * (observed - mean) / spread));
        double point = average - (slope * (observed - mean));
        double half = StudentT.InvCDF(0, 1, n - 2, 0.975) * Math.Sqrt(variance);
        return new ControlVariate(
            new Estimate(point, point - half, point + half, n, IntervalMethod.Replications),
            slope,
            plain == 0 ? 1 : plain / (n - 1) / n / variance,
            mean,
            observed);
    }
}
