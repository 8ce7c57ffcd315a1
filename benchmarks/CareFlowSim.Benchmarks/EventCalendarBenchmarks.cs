using BenchmarkDotNet.Attributes;
using CareFlowSim.Kernel;

namespace CareFlowSim.Benchmarks;

/// <summary>The hold model: every event schedules its entity's next one, most of them months ahead, a quarter within hours. The baseline is the library's heap without cancelling.</summary>
[MemoryDiagnoser]
public class EventCalendarBenchmarks
{
    private const int Days = 1_095;
    private const int DelayMask = (1 << 16) - 1;

    private readonly int[] _delays = new int[DelayMask + 1];
    private readonly EventCalendar _calendar = new(0, 0);
    private readonly PriorityQueue<int, long> _heap = new();

    [Params(100_000)]
    public int Entities { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RandomStream luck = new(1, 0);
        for (int i = 0; i < _delays.Length; i++)
        {
            Draw draw = luck.For((uint)i, 0, 0);
            double mean = draw.U1 < 0.25 ? 2.0 / 24 : 90;
            _delays[i] = SecondsFor(Quantile.Exponential(draw.U0, mean));
        }
    }

    [Benchmark(Baseline = true)]
    public int PriorityQueue()
    {
        const int Horizon = Days * Clock.SecondsPerDay;
        int events = 0;
        int next = 0;
        _heap.Clear();
        for (int entity = 0; entity < Entities; entity++)
        {
            Enqueue(entity, _delays[next++ & DelayMask], Horizon);
        }

        while (_heap.TryDequeue(out int entity, out long key))
        {
            events++;
            Enqueue(entity, (key >> 32) + _delays[next++ & DelayMask], Horizon);
        }

        return events;
    }

    [Benchmark]
    public int Calendar()
    {
        int events = 0;
        int next = 0;
        _calendar.Reset(Entities, Days);
        for (int entity = 0; entity < Entities; entity++)
        {
            _calendar.Schedule(entity, _delays[next++ & DelayMask]);
        }

        while (_calendar.TryNext(out int at, out int entity))
        {
            events++;
            _calendar.Schedule(entity, at + _delays[next++ & DelayMask]);
        }

        return events;
    }

    private static int SecondsFor(double days) => (int)Math.Min(days, 10_000) * Clock.SecondsPerDay + (int)(days % 1 * Clock.SecondsPerDay);

    private void Enqueue(int entity, long at, int horizon)
    {
        if (at < horizon)
        {
            _heap.Enqueue(entity, (at << 32) | (uint)entity);
        }
    }
}
