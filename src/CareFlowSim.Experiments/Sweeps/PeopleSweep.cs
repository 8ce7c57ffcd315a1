using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Cells of a sweep over a scenario of people.</summary>
public static class PeopleSweep
{
    private const double BytesPerPart = 64e6;
    private const double PersonYearsPerPart = 40e6;
    private const int MostCellsPerPart = 16;
    private const double DaysPerYear = 365.25;

    // Bytes that an arm of a result holds a day, see ExperimentResult: sums by area, and one replication of all areas.
    private const double BytesPerAreaDay = 300;
    private const double BytesPerReplicationDay = 110;

    /// <summary>Runs a group of cells.</summary>
    /// <param name="world">The world.</param>
    /// <param name="cells">The cells, each with its scenario; their scenarios differ in policies only.</param>
    /// <param name="replications">Replications.</param>
    /// <param name="measures">What to keep.</param>
    /// <param name="options">Threads.</param>
    /// <param name="progress">Told of each system and replication.</param>
    /// <param name="stop">Stops before the next system.</param>
    /// <returns>One outcome a cell; null when stopped.</returns>
    public static IReadOnlyList<SweepOutcome>? Run(
        World world,
        IReadOnlyList<(SweepCell Cell, Scenario Scenario)> cells,
        int replications,
        IReadOnlyList<PolicyMeasure> measures,
        RunOptions options,
        Action<RunProgress>? progress = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(measures);
        (IReadOnlyList<Policy> policies, IReadOnlyList<int[]> arms) = SweepArms.Of([.. cells.Select(c => c.Scenario.Policies)]);
        Setup setup = new(world, cells[0].Scenario with { Policies = policies, Replications = replications });
        ExperimentResult result = ExperimentRunner.Run(setup, options, progress, stop);
        if (!result.Complete)
        {
            return null;
        }

        bool settled = Settling.Check(result).All(c => c.Settled);
        return [.. cells.Select((c, i) => new SweepOutcome(c.Cell, Values(arms[i]), settled, i == 0 ? result.Events : 0))];

        double[,,] Values(int[] own)
        {
            double[,,] values = new double[replications, own.Length, measures.Count];
            for (int r = 0; r < replications; r++)
            {
                for (int arm = 0; arm < own.Length; arm++)
                {
                    for (int m = 0; m < measures.Count; m++)
                    {
                        values[r, arm, m] = measures[m].Level(result, r, own[arm]);
                    }
                }
            }

            return values;
        }
    }

    /// <summary>How many cells a part may have so that neither its memory nor the work lost with it grows large; hangs on the scenario alone.</summary>
    public static int CellsPerPart(Setup setup, int replications)
    {
        ArgumentNullException.ThrowIfNull(setup);
        int areas = setup.Systems.Sum(s => s.Areas.Count);
        int policies = Math.Max(1, setup.Arms.Count - 1);
        double bytes = setup.Days * policies * ((areas * BytesPerAreaDay) + (replications * BytesPerReplicationDay));
        double years = PersonYears(setup) * replications * (policies + 1);
        return (int)Math.Clamp(Math.Min(BytesPerPart / bytes, PersonYearsPerPart / years), 1, MostCellsPerPart);
    }

    /// <summary>Simulated person-years of one arm in one replication, warm-up included.</summary>
    public static double PersonYears(Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        long people = setup.Systems.SelectMany(s => s.Areas).Sum(a => (long)setup.World.Areas[a].Women.Skip(5).Sum() + setup.World.Areas[a].Men.Skip(5).Sum());
        return (double)people / setup.Scenario.PeoplePerAgent * setup.Days / DaysPerYear;
    }
}
