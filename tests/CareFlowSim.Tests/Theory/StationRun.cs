using CareFlowSim.Kernel;

namespace CareFlowSim.Tests.Theory;

/// <summary>One station: Poisson arrivals of several classes, equal servers, a line per class. Hours in the inputs, whole seconds inside.</summary>
internal sealed class StationRun
{
    private const int Room = 5_000;
    private const uint ArrivalDecision = 0;
    private const uint ServiceDecision = 1;

    private readonly EventCalendar _calendar;
    private readonly WaitingLines _lines;
    private readonly ResourcePool _servers;
    private readonly Stack<int> _freeIds = new();
    private readonly int[] _arrived = new int[Room];
    private readonly int[] _class = new int[Room];
    private readonly uint[] _arrivals;
    private uint _services;
    private int _warmUp;

    public required double[] ArrivalsPerHour { get; init; }

    /// <summary>Service time in hours from a uniform number.</summary>
    public required Func<double, double> Service { get; init; }

    /// <summary>Seconds of waiting granted in advance, by class.</summary>
    public required int[] Credit { get; init; }

    /// <summary>Whether those who find all servers busy wait or are lost.</summary>
    public bool MayWait { get; init; } = true;

    /// <summary>Wait in hours before service, by class.</summary>
    public Tally[] Wait { get; }

    /// <summary>1 for each arrival that found all servers busy, 0 for the others.</summary>
    public Tally Delayed { get; } = new();

    /// <summary>Hours from arrival to departure.</summary>
    public Tally Sojourn { get; } = new();

    /// <summary>Number in the station.</summary>
    public TimeWeighted Present { get; } = new();

    public StationRun(int servers, int classes, int days)
    {
        _calendar = new EventCalendar(Room + classes, days);
        _lines = new WaitingLines(classes, Room);
        _servers = new ResourcePool(servers);
        _arrivals = new uint[classes];
        Wait = [.. Enumerable.Range(0, classes).Select(_ => new Tally())];
        for (int id = Room - 1; id >= 0; id--)
        {
            _freeIds.Push(id);
        }
    }

    public void Run(RandomStream luck, int warmUpDays)
    {
        _warmUp = warmUpDays * Clock.SecondsPerDay;
        for (int c = 0; c < ArrivalsPerHour.Length; c++)
        {
            ScheduleArrival(luck, c, 0);
        }

        bool counting = false;
        while (_calendar.TryNext(out int now, out int entity))
        {
            if (!counting && now >= _warmUp)
            {
                counting = true;
                Present.Restart(_warmUp);
            }

            if (entity >= Room)
            {
                Arrive(luck, entity - Room, now);
                ScheduleArrival(luck, entity - Room, now);
            }
            else
            {
                Depart(luck, entity, now);
            }
        }
    }

    private void ScheduleArrival(RandomStream luck, int c, int now) =>
        _calendar.Schedule(Room + c, now + Seconds(Quantile.Exponential(luck.For((uint)c, ArrivalDecision, _arrivals[c]++).U0, 1 / ArrivalsPerHour[c])));

    private void Arrive(RandomStream luck, int c, int now)
    {
        bool free = _servers.Free > 0;
        if (now >= _warmUp)
        {
            Delayed.Add(free ? 0 : 1);
        }

        if (!free && !MayWait)
        {
            return;
        }

        int id = _freeIds.Pop();
        _arrived[id] = now;
        _class[id] = c;
        Present.Set(now, Present.Level + 1);
        if (free)
        {
            Begin(luck, id, now);
        }
        else
        {
            _lines.Join(c, id, now);
        }
    }

    private void Begin(RandomStream luck, int id, int now)
    {
        _servers.TrySeize(1);
        if (_arrived[id] >= _warmUp)
        {
            Wait[_class[id]].Add(Hours(now - _arrived[id]));
        }

        _calendar.Schedule(id, now + Seconds(Service(luck.For(0, ServiceDecision, _services++).U0)));
    }

    private void Depart(RandomStream luck, int id, int now)
    {
        _servers.Release(1);
        Present.Set(now, Present.Level - 1);
        if (_arrived[id] >= _warmUp)
        {
            Sojourn.Add(Hours(now - _arrived[id]));
        }

        _freeIds.Push(id);
        int next = _lines.FirstOf(0, Credit.Length, Credit);
        if (next >= 0)
        {
            _lines.Leave(next);
            Begin(luck, next, now);
        }
    }

    public static int Seconds(double hours) => (int)((hours * Clock.SecondsPerHour) + 0.5);

    public static double Hours(int seconds) => (double)seconds / Clock.SecondsPerHour;
}
