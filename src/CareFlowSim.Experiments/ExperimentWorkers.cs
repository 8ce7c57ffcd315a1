using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Threads that run systems and replications side by side. Their memory is kept from one call to the next.</summary>
internal sealed class ExperimentWorkers
{
    private readonly Setup _setup;
    private readonly RunOptions _options;
    private readonly Action<RunProgress>? _progress;
    private readonly (SystemLayout System, double Weight)[] _systems;
    private readonly CareSystem?[] _memory;
    private readonly double _all;
    private readonly int _total;
    private readonly object _gate = new();
    private double _done;
    private int _finished;

    /// <summary>Makes the workers.</summary>
    /// <param name="setup">The scenario laid out on its world.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="replications">All replications that may be run, for the share that is done.</param>
    /// <param name="progress">Told after each system and replication, one at a time.</param>
    public ExperimentWorkers(Setup setup, RunOptions options, int replications, Action<RunProgress>? progress)
    {
        (_setup, _options, _progress) = (setup, options, progress);

        // Largest first, so that no worker is left with a large system at the end.
        _systems = [.. setup.Systems.Select(s => (s, w: s.Areas.Sum(a => (double)setup.World.Areas[a].Women.Skip(5).Sum() + setup.World.Areas[a].Men.Skip(5).Sum())))
            .OrderByDescending(t => t.w).ThenBy(t => t.s.Index)];
        _all = replications * _systems.Sum(s => s.Weight);
        _total = replications * _systems.Length;
        _memory = new CareSystem?[Math.Max(1, options.Threads > 0 ? options.Threads : Environment.ProcessorCount)];
    }

    /// <summary>Runs some replications into a result, which must have room for them.</summary>
    public void Run(ExperimentResult result, int from, int to, CancellationToken stop)
    {
        (SystemLayout System, int Replication, double Weight)[] tasks = Tasks(from, to);
        int next = -1;
        Exception? fault = null;
        Thread[] workers = [.. Enumerable.Range(0, Math.Clamp(tasks.Length, 1, _memory.Length)).Select(i => new Thread(() => Work(_memory[i] ??= new CareSystem(_setup))))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        if (fault is not null)
        {
            throw new InvalidOperationException(fault.Message, fault);
        }

        void Work(CareSystem system)
        {
            while (!stop.IsCancellationRequested && fault is null)
            {
                int i = Interlocked.Increment(ref next);
                if (i >= tasks.Length)
                {
                    return;
                }

                try
                {
                    if (system.RunArms(tasks[i].System, tasks[i].Replication, _options.Spells, _options.Check, stop) is not { } arms)
                    {
                        return;
                    }

                    result.Add(tasks[i].System, tasks[i].Replication, arms);
                    lock (_gate)
                    {
                        _done += tasks[i].Weight;
                        _finished++;
                        _progress?.Invoke(new RunProgress(_done / _all, _finished, _total));
                    }
                }
#pragma warning disable CA1031 // Whatever goes wrong on a worker is told by the thread that waits for it.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    lock (_gate)
                    {
                        fault ??= e;
                    }

                    return;
                }
            }
        }
    }

    /// <summary>Replication by replication, so that what is done is whole.</summary>
    private (SystemLayout System, int Replication, double Weight)[] Tasks(int from, int to)
    {
        var tasks = Enumerable.Range(from, to - from).SelectMany(r => _systems.Select(s => (s.System, r, s.Weight))).ToArray();
        return _options.Shuffle == 0 ? tasks : [.. tasks.OrderBy(t => unchecked((uint)((t.System.Index + 1) * 2654435761u) ^ (uint)((t.r + _options.Shuffle) * 40503)))];
    }
}
