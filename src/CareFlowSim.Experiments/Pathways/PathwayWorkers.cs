using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Threads that run replications of several arms. Their memory is kept from one call to the next.</summary>
internal sealed class PathwayWorkers
{
    private readonly PathwayLayout[] _layouts;
    private readonly bool _check;
    private readonly PathwaySystem?[][] _systems;

    public PathwayWorkers(PathwayLayout[] layouts, RunOptions options)
    {
        _layouts = layouts;
        _check = options.Check;
        int threads = Math.Max(1, options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        _systems = [.. Enumerable.Range(0, threads).Select(_ => new PathwaySystem?[layouts.Length])];
    }

    /// <summary>Runs replications of all arms.</summary>
    /// <returns>By arm and replication; when stopped, those before the first that is not whole.</returns>
    public PathwayOutcome[][] Run(int first, int count, ProgressCount progress, CancellationToken stop)
    {
        PathwayOutcome?[][] outcomes = [.. _layouts.Select(_ => new PathwayOutcome?[count])];
        int tasks = count * _layouts.Length;
        int next = -1;
        Exception? fault = null;
        object gate = new();
        Thread[] threads = [.. _systems.Take(Math.Max(1, tasks)).Select(s => new Thread(() => Work(s)))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        if (fault is not null)
        {
            throw new InvalidOperationException(fault.Message, fault);
        }

        int whole = Enumerable.Range(0, count).TakeWhile(r => outcomes.All(arm => arm[r] is not null)).Count();
        return [.. outcomes.Select(arm => arm.Take(whole).Select(o => o!).ToArray())];

        void Work(PathwaySystem?[] systems)
        {
            while (!stop.IsCancellationRequested && fault is null)
            {
                int task = Interlocked.Increment(ref next);
                if (task >= tasks)
                {
                    return;
                }

                (int replication, int arm) = Math.DivRem(task, _layouts.Length);
                try
                {
                    PathwaySystem system = systems[arm] ??= new PathwaySystem(_layouts[arm]);
                    outcomes[arm][replication] = system.Run(first + replication, _check);
                    lock (gate)
                    {
                        progress.Another();
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
}

/// <summary>Counts finished runs and tells of them.</summary>
internal sealed class ProgressCount(Action<RunProgress>? tell, int total)
{
    private int _finished;

    /// <summary>One more is finished. Not safe for several threads.</summary>
    public void Another()
    {
        _finished++;
        tell?.Invoke(new RunProgress((double)_finished / Math.Max(1, total), _finished, total));
    }
}
