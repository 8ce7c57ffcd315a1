using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>A policy's figures shared out among its levers, each lever on or off, on common random numbers.</summary>
public sealed class PolicyAttribution
{
    /// <summary>Arms run side by side: more would hold more daily series in memory at once than a small machine has room for.</summary>
    private const int ArmsAtOnce = 16;

    private PolicyAttribution(Setup first, IReadOnlyList<string> levers, IReadOnlyList<PolicyMeasure> measures, double[][][] values)
    {
        First = first;
        Levers = levers;
        Measures = measures;
        Values = values;
        Shares = [.. values.Select(v => ShapleyAttribution.Of(v))];
    }

    /// <summary>The scenario laid out on its world.</summary>
    public Setup First { get; }

    /// <summary>The levers by name.</summary>
    public IReadOnlyList<string> Levers { get; }

    /// <summary>The measures.</summary>
    public IReadOnlyList<PolicyMeasure> Measures { get; }

    /// <summary>By measure and replication: the figure of each subset; bit i of its number says whether lever i is on.</summary>
    public double[][][] Values { get; }

    /// <summary>The shares by measure.</summary>
    public IReadOnlyList<ShapleyAttribution> Shares { get; }

    /// <summary>Replications that are whole.</summary>
    public int Replications => Values[0].Length;

    /// <summary>The largest difference between a whole and the sum of its shares, relative to the whole.</summary>
    public double Gap(int measure)
    {
        ShapleyAttribution shares = Shares[measure];
        double whole = shares.Whole.Point;
        double difference = Math.Abs(shares.Shares.Sum(s => s.Share.Point) - whole);
        return whole == 0 ? difference : difference / Math.Abs(whole);
    }

    /// <summary>Runs every subset of the levers.</summary>
    /// <param name="world">The world.</param>
    /// <param name="scenario">The scenario; its own policies are left out.</param>
    /// <param name="levers">The levers by name, at most <see cref="ShapleyAttribution.MaxLevers"/>.</param>
    /// <param name="subset">The policy with some of the levers on; bit i of the argument says whether lever i is.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="options">Threads.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Stops before the next system.</param>
    /// <returns>Null when it was stopped before one replication of every subset was whole.</returns>
    public static PolicyAttribution? Run(
        World world,
        Scenario scenario,
        IReadOnlyList<string> levers,
        Func<int, Policy> subset,
        IReadOnlyList<PolicyMeasure> measures,
        RunOptions options,
        Action<RunProgress>? progress = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(levers);
        ArgumentNullException.ThrowIfNull(subset);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levers.Count, ShapleyAttribution.MaxLevers);
        int[][] batches = [.. Enumerable.Range(1, (1 << levers.Count) - 1).Chunk(ArmsAtOnce - 1)];
        double[][][] values = [.. measures.Select(_ => Enumerable.Range(0, scenario.Replications).Select(_ => new double[1 << levers.Count]).ToArray())];
        int whole = scenario.Replications;
        for (int b = 0; b < batches.Length; b++)
        {
            int batch = b;
            Setup setup = new(world, scenario with { Replications = whole, Policies = [.. batches[b].Select(subset)] });
            ExperimentResult? result = ExperimentRunner
                .Run(setup, options, progress is null ? null : p => progress(new RunProgress((batch + p.Done) / batches.Length, (batch * p.Total) + p.Finished, batches.Length * p.Total)), stop)
                .Whole();
            if (result is null)
            {
                return null;
            }

            whole = result.Replications;
            for (int m = 0; m < measures.Count; m++)
            {
                for (int r = 0; r < whole; r++)
                {
                    // The figure of the baseline against itself is that of no lever at all.
                    double none = measures[m].Level(result, r, 0);
                    values[m][r][0] = measures[m].Figure(none, none);
                    for (int i = 0; i < batches[b].Length; i++)
                    {
                        values[m][r][batches[b][i]] = measures[m].Figure(none, measures[m].Level(result, r, i + 1));
                    }
                }
            }
        }

        return new PolicyAttribution(new Setup(world, scenario with { Replications = whole, Policies = [subset((1 << levers.Count) - 1)] }), levers, measures, [.. values.Select(v => v[..whole])]);
    }
}
