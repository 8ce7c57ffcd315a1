using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>A measure of a pathway at a place.</summary>
/// <param name="Place">Name of the place; null is the whole path.</param>
/// <param name="Measure">The measure.</param>
public sealed record PathwayFigure(string? Place, PathwayMeasure Measure);

/// <summary>Cells of a sweep over a pathway.</summary>
public static class PathwaySweep
{
    /// <summary>Runs a group of cells.</summary>
    /// <param name="cells">The cells, each with its scenario; their scenarios differ in policies only.</param>
    /// <param name="replications">Replications.</param>
    /// <param name="figures">What to keep.</param>
    /// <param name="options">Threads.</param>
    /// <param name="progress">Told of each arm and replication.</param>
    /// <param name="stop">Stops before the next run.</param>
    /// <returns>One outcome a cell; null when stopped.</returns>
    public static IReadOnlyList<SweepOutcome>? Run(
        IReadOnlyList<(SweepCell Cell, PathwayScenario Scenario)> cells,
        int replications,
        IReadOnlyList<PathwayFigure> figures,
        RunOptions options,
        Action<RunProgress>? progress = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(figures);
        (IReadOnlyList<PathwayPolicy> policies, IReadOnlyList<int[]> arms) = SweepArms.Of([.. cells.Select(c => c.Scenario.Policies)]);
        PathwayScenario all = cells[0].Scenario with { Policies = policies, Search = null, Replications = new PathwayReplications { Number = replications } };
        PathwayResult result = PathwayRunner.Run(all, options, progress, stop);
        if (result.Replications < replications)
        {
            return null;
        }

        int[] rows = [.. figures.Select(f => result.RowOf(f.Place))];
        long events = result.Outcomes.Sum(arm => arm.Sum(o => o.Events));
        return [.. cells.Select((c, i) => new SweepOutcome(c.Cell, Values(arms[i]), true, i == 0 ? events : 0))];

        double[,,] Values(int[] own)
        {
            double[,,] values = new double[replications, own.Length, figures.Count];
            for (int arm = 0; arm < own.Length; arm++)
            {
                for (int r = 0; r < replications; r++)
                {
                    for (int f = 0; f < rows.Length; f++)
                    {
                        values[r, arm, f] = result.Outcomes[own[arm]][r].Value(rows[f], figures[f].Measure);
                    }
                }
            }

            return values;
        }
    }
}
