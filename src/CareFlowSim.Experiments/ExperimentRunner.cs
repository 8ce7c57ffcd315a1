using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>How far an experiment is.</summary>
/// <param name="Done">Share of the work done, 0 to 1.</param>
/// <param name="Finished">Finished runs of a system in a replication, all arms.</param>
/// <param name="Total">All of them.</param>
public readonly record struct RunProgress(double Done, int Finished, int Total);

/// <summary>What else a run is asked to do.</summary>
public sealed record RunOptions
{
    /// <summary>Worker threads; 0 takes one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>Check conservation of people, beds, places and hours every simulated day.</summary>
    public bool Check { get; init; }

    /// <summary>Keep every finished spell.</summary>
    public bool Spells { get; init; }

    /// <summary>Work through the systems in another order, for tests: the answer must not change.</summary>
    public int Shuffle { get; init; }
}

/// <summary>Runs all arms on the same people and the same luck, systems and replications side by side; the answer does not depend on the number of threads.</summary>
public static class ExperimentRunner
{
    /// <summary>Runs an experiment.</summary>
    /// <param name="setup">The scenario laid out on its world.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="progress">Told after each system and replication, from any thread.</param>
    /// <param name="stop">Stops before the next system; what is finished is kept.</param>
    /// <exception cref="InvalidOperationException">A conservation check failed.</exception>
    public static ExperimentResult Run(Setup setup, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(options);
        ExperimentResult result = new(setup);
        (SystemLayout System, int Replication, double Weight)[] tasks = Tasks(setup, options.Shuffle);
        double all = tasks.Sum(t => t.Weight);
        double done = 0;
        int finished = 0;
        int next = -1;
        Exception? fault = null;
        object gate = new();
        int threads = Math.Clamp(options.Threads > 0 ? options.Threads : Environment.ProcessorCount, 1, Math.Max(1, tasks.Length));
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        return fault is null ? result : throw new InvalidOperationException(fault.Message, fault);

        void Work()
        {
            CareSystem system = new(setup);
            while (!stop.IsCancellationRequested && fault is null)
            {
                int i = Interlocked.Increment(ref next);
                if (i >= tasks.Length)
                {
                    return;
                }

                try
                {
                    if (system.RunArms(tasks[i].System, tasks[i].Replication, options.Spells, options.Check, stop) is not { } arms)
                    {
                        return;
                    }

                    result.Add(tasks[i].System, tasks[i].Replication, arms);
                    lock (gate)
                    {
                        done += tasks[i].Weight;
                        finished++;
                        progress?.Invoke(new RunProgress(done / all, finished, tasks.Length));
                    }
                }
#pragma warning disable CA1031 // Whatever goes wrong on a worker is told by the thread that waits for it.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    lock (gate)
                    {
                        fault ??= e;
                    }

                    return;
                }
            }
        }
    }

    private static (SystemLayout System, int Replication, double Weight)[] Tasks(Setup setup, int shuffle)
    {
        // Largest first, so that no worker is left with a large system at the end; replication by replication, so that what is done is whole.
        var tasks = Enumerable.Range(0, setup.Scenario.Replications)
            .SelectMany(r => setup.Systems
                .Select(s => (s, r, w: s.Areas.Sum(a => (double)setup.World.Areas[a].Women.Skip(5).Sum() + setup.World.Areas[a].Men.Skip(5).Sum())))
                .OrderByDescending(t => t.w).ThenBy(t => t.s.Index))
            .ToArray();
        return shuffle == 0 ? tasks : [.. tasks.OrderBy(t => unchecked((uint)((t.s.Index + 1) * 2654435761u) ^ (uint)((t.r + shuffle) * 40503)))];
    }
}
