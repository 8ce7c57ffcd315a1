using BenchmarkDotNet.Attributes;
using CareFlowSim.Kernel;

namespace CareFlowSim.Benchmarks;

/// <summary>The hold model with few events pending: every event schedules its entity's next one, an hour later on average. The baseline is the library's heap without cancelling.</summary>
[MemoryDiagnoser]
public class FewEventsBenchmarks
{
    private const int Days = 1_095;
    private const int DelayMask = (1 << 12) - 1;

    private readonly int[] _delays = new int[DelayMask + 1];
    private readonly EventCalendar _calendar = new(0, 0);
    private readonly PriorityQueue<int, long> _heap = new();

    [Params(2, 10, 16, 40)]
    public int Entities { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RandomStream luck = new(1, 0);
        for (int i = 0; i < _delays.Length; i++)
        {
            _delays[i] = (int)Quantile.Exponential(luck.For((uint)i, 0, 0).U0, Clock.SecondsPerHour);
        }
    }

    [Benchmark(Baseline = true)]
    public int PriorityQueue()
    {
        const long Horizon = (long)Days * Clock.SecondsPerDay << 32;
        int events = 0;
        _heap.Clear();
        for (int entity = 0; entity < Entities; entity++)
        {
            _heap.Enqueue(entity, ((long)_delays[entity] << 32) | (uint)entity);
        }

        while (_heap.TryDequeue(out int entity, out long key) && key < Horizon)
        {
            long at = (key >> 32) + _delays[events++ & DelayMask];
            _heap.Enqueue(entity, (at << 32) | (uint)entity);
        }

        return events;
    }

    [Benchmark]
    public int Calendar()
    {
        int events = 0;
        _calendar.Reset(Entities, Days);
        for (int entity = 0; entity < Entities; entity++)
        {
            _calendar.Schedule(entity, _delays[entity]);
        }

        while (_calendar.TryNext(out int at, out int entity))
        {
            _calendar.Schedule(entity, at + _delays[events++ & DelayMask]);
        }

        return events;
    }
}
