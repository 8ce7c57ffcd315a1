using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>Runs the parts of a sweep that fall to a shard and are not finished, and writes each as soon as it is.</summary>
public static class SweepRun
{
    /// <summary>Runs parts. What is finished stays finished, whatever becomes of this process.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="todo">Numbers of the parts to run.</param>
    /// <param name="shard">Which process this is, for the name of its ledger.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="progress">Told of finished work, from any thread.</param>
    /// <param name="stop">Stops before the next system; the parts under way are given up.</param>
    /// <returns>Number of parts finished.</returns>
    public static int Run(SweepDocument sweep, SweepFolder folder, IReadOnlyList<int> todo, SweepShard shard, int threads, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(todo);

        // Within a part all threads work on one group of cells; where a group is too small for them, several parts are run at once.
        int tasks = Math.Max(1, sweep.Replications * sweep.Model.Tasks);
        int inside = Math.Clamp(threads, 1, tasks);
        int beside = Math.Clamp(threads / inside, 1, Math.Max(1, todo.Count));
        int finished = 0;
        using SweepLedger ledger = new(folder, shard);
        try
        {
            Parallel.ForEach(
                Partitioner.Create(todo, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = beside },
                (part, loop) =>
                {
                    if (!stop.IsCancellationRequested && One(sweep, part, new RunOptions { Threads = inside }, stop) is { } outcomes)
                    {
                        ledger.Add(folder.Write(part, outcomes, sweep.Model));
                        int done = Interlocked.Increment(ref finished);
                        progress?.Invoke(new RunProgress((double)done / todo.Count, done, todo.Count));
                    }
                    else
                    {
                        loop.Stop();
                    }
                });
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return finished;
    }

    /// <summary>The outcomes of a part, in order of cells; null when stopped.</summary>
    private static List<SweepOutcome>? One(SweepDocument sweep, int part, RunOptions options, CancellationToken stop)
    {
        bool probes = part > sweep.Parts.Count;
        IEnumerable<IReadOnlyList<SweepCell>> groups = probes ? sweep.Probes.Select(c => (IReadOnlyList<SweepCell>)[c]) : sweep.Parts[part - 1].Groups;
        List<SweepOutcome> all = [];
        foreach (IReadOnlyList<SweepCell> group in groups)
        {
            if (sweep.Model.Run(group, probes ? SweepDocument.ReplicationsOfProbes : sweep.Replications, options, null, stop) is not { } outcomes)
            {
                return null;
            }

            all.AddRange(outcomes);
        }

        return [.. all.OrderBy(o => o.Cell.Number)];
    }
}
