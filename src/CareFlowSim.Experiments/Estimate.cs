using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace CareFlowSim.Experiments;

/// <summary>Where an interval comes from.</summary>
public enum IntervalMethod
{
    /// <summary>No interval: one replication, and no person-level pairing of this measure.</summary>
    None,

    /// <summary>Student's t over replications.</summary>
    Replications,

    /// <summary>One replication: pairs of the same crisis that ended differently, taken as independent (McNemar 1947).</summary>
    DiscordantPairs,
}

/// <summary>A point, its 95 % interval and the number of replications. The interval is stochastic error only; parameters are taken as given.</summary>
/// <param name="Point">Mean over replications.</param>
/// <param name="Low">Lower end, NaN without an interval.</param>
/// <param name="High">Upper end, NaN without an interval.</param>
/// <param name="Replications">Number of replications.</param>
/// <param name="Method">Where the interval comes from.</param>
public sealed record Estimate(double Point, double Low, double High, int Replications, IntervalMethod Method)
{
    private static readonly ConcurrentDictionary<int, double> Quantiles = [];

    /// <summary>Mean and 95 % interval of one value per replication.</summary>
    public static Estimate Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int n = values.Count;
        double mean = values.Average();
        if (n < 2)
        {
            return new Estimate(mean, double.NaN, double.NaN, n, IntervalMethod.None);
        }

        double sum = 0;
        foreach (double v in values)
        {
            sum += (v - mean) * (v - mean);
        }

        double half = sum == 0 ? 0 : Quantiles.GetOrAdd(n - 1, static f => StudentT.InvCDF(0, 1, f, 0.975)) * Math.Sqrt(sum / (n - 1) / n);
        return new Estimate(mean, mean - half, mean + half, n, IntervalMethod.Replications);
    }

    /// <summary>A difference of counts of paired crises in one replication; the standard error is the root of the discordant pairs.</summary>
    public static Estimate OfPairs(double difference, double standardError) =>
        new(difference, difference - (1.96 * standardError), difference + (1.96 * standardError), 1, IntervalMethod.DiscordantPairs);
}
