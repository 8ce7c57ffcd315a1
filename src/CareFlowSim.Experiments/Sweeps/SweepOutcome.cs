namespace CareFlowSim.Experiments;

/// <summary>What one cell came to: a figure for every replication, arm and measure.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Values">By replication, arm (0 is the baseline) and measure: the level; not a number where there is nothing to measure.</param>
/// <param name="Settled">Whether the baseline had settled when measurement began; true where that is not checked.</param>
/// <param name="Events">Events handled for the group of cells that it was run with, told with its first cell only.</param>
public sealed record SweepOutcome(SweepCell Cell, double[,,] Values, bool Settled, long Events);

/// <summary>Runs cells that share a baseline as the arms of one experiment: the warm-up and the baseline are simulated once for all of them.</summary>
internal static class SweepArms
{
    /// <summary>Gathers the policies of all cells, each different one once, and says which arm each is.</summary>
    /// <typeparam name="T">Type of a policy.</typeparam>
    /// <param name="cells">Policies by cell; those that are the same object are the same policy.</param>
    /// <returns>The policies to run, and by cell the arms of its policies, the baseline first.</returns>
    public static (IReadOnlyList<T> Policies, IReadOnlyList<int[]> Arms) Of<T>(IReadOnlyList<IReadOnlyList<T>> cells)
        where T : class
    {
        List<T> policies = [];
        Dictionary<T, int> arms = new(ReferenceEqualityComparer.Instance);
        List<int[]> byCell = [];
        foreach (IReadOnlyList<T> cell in cells)
        {
            int[] own = new int[cell.Count + 1];
            for (int i = 0; i < cell.Count; i++)
            {
                if (!arms.TryGetValue(cell[i], out own[i + 1]))
                {
                    policies.Add(cell[i]);
                    arms[cell[i]] = own[i + 1] = policies.Count;
                }
            }

            byCell.Add(own);
        }

        return (policies, byCell);
    }
}
