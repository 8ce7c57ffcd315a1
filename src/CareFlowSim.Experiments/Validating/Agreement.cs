using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace CareFlowSim.Experiments;

/// <summary>A simulated figure beside an observed one.</summary>
/// <param name="Place">Area, or <c>England</c>.</param>
/// <param name="Period">Month as 2014-04, or the months compared.</param>
/// <param name="Observed">Observed figure, made comparable.</param>
/// <param name="Simulated">Mean over replications.</param>
/// <param name="Low">Lower end of the 95 % range of a single replication, NaN without one.</param>
/// <param name="High">Its upper end.</param>
public sealed record ComparedPoint(string Place, string Period, double Observed, double Simulated, double Low, double High)
{
    /// <summary>Whether the observed figure lies in the range; null without a range.</summary>
    public bool? Covered => double.IsNaN(Low) ? null : Observed >= Low && Observed <= High;
}

/// <summary>How well simulated figures agree with observed ones.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="ByArea">Whether the points are areas; otherwise they are months.</param>
/// <param name="Points">The points compared.</param>
/// <param name="Note">How the observed figures were made comparable.</param>
public sealed record Agreement(string Name, string Unit, bool ByArea, IReadOnlyList<ComparedPoint> Points, string Note)
{
    private const int FewestReplications = 3;

    /// <summary>Simulated sum over observed sum, less 1.</summary>
    public double Bias => (Points.Sum(p => p.Simulated) / Points.Sum(p => p.Observed)) - 1;

    /// <summary>Pearson's correlation; NaN with fewer than three points or where one side does not vary.</summary>
    public double Correlation => Of(Points, Pearson);

    /// <summary>Spearman's rank correlation; NaN as <see cref="Correlation"/>.</summary>
    public double Rank => Of(Points, RankCorrelation);

    /// <summary>Share of points whose observed figure lies in the range of a single replication; NaN without ranges.</summary>
    public double Coverage => Points.Any(p => p.Covered is not null) ? Points.Where(p => p.Covered is not null).Average(p => p.Covered == true ? 1.0 : 0.0) : double.NaN;

    /// <summary>Spearman's rank correlation, ties sharing their mean rank.</summary>
    public static double RankCorrelation(double[] a, double[] b) => Pearson(Experiments.RankCorrelation.Ranks(a), Experiments.RankCorrelation.Ranks(b));

    /// <summary>
    /// Mean, and the range in which one more replication would fall 19 times in 20 (Student's t). One observed year is one draw, so it is this
    /// range and not the interval of the mean that should cover it. Counts, so never below zero; none from fewer than three replications.
    /// </summary>
    public static (double Mean, double Low, double High) RangeOf(IReadOnlyList<double> replications)
    {
        ArgumentNullException.ThrowIfNull(replications);
        int n = replications.Count;
        double mean = replications.Average();
        if (n < FewestReplications)
        {
            return (mean, double.NaN, double.NaN);
        }

        double half = StudentT.InvCDF(0, 1, n - 1, 0.975) * replications.StandardDeviation() * Math.Sqrt(1 + (1.0 / n));
        return (mean, Math.Max(0, mean - half), mean + half);
    }

    private static double Of(IReadOnlyList<ComparedPoint> points, Func<double[], double[], double> correlation) =>
        points.Count < 3 ? double.NaN : correlation([.. points.Select(p => p.Observed)], [.. points.Select(p => p.Simulated)]);

    /// <summary>Pearson's correlation; NaN where one side does not vary.</summary>
    public static double Pearson(double[] a, double[] b) =>
        MathNet.Numerics.Statistics.Correlation.Pearson(a, b) is double r && double.IsFinite(r) ? r : double.NaN;
}
