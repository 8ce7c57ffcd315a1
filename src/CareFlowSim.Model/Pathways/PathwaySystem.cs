using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>
/// Runs one replication of a pathway after the other, in the same memory. What happens to a person depends on the seed, the replication, the stream, the person's number in it
/// and how many places they asked for: never on the order of events.
/// </summary>
/// <remarks>Not safe for several threads; each takes its own.</remarks>
public sealed partial class PathwaySystem
{
    private const int FirstRoom = 1_024;

    // The place of the dead among the ends that every scenario has.
    private const int DiedEnd = 1;
    private const uint ArrivalDecision = 0;
    private const uint VisitDecision = 1 << 16;
    private const uint ClassDecision = 2 << 16;
    private const uint CensusDecision = 3 << 16;
    private const uint DeathDecision = 4 << 16;
    private const uint MemberDecision = 5 << 16;
    private const int TableCells = 2_048;

    private static readonly QuantileTable s_exponential = new(u => Quantile.Exponential(u, 1), TableCells);

    private readonly PathwayLayout _layout;
    private readonly PlaceLayout[] _places;
    private readonly StreamState[] _streams;
    private readonly PlaceTally[] _tallies;
    private readonly ResourcePool[] _pools;
    private readonly int[] _firstLine;
    private readonly int[] _waitingOutside;
    private readonly int _lineCount;
    private readonly EventCalendar _calendar = new(0, 0);
    private readonly WaitingLines _lines = new(0, 0);
    private readonly long[] _arrived;
    private readonly long[] _ended;
    private readonly int[] _toServe;
    private readonly bool[] _isToServe;
    private Traveller[] _people = new Traveller[FirstRoom];
    private int[] _freeSlots = new int[FirstRoom];
    private int _free;
    private int _slots;
    private int _serving;
    private int _measuredFrom;
    private RandomStream _luck;
    private long _events;

    /// <summary>Makes the memory for runs of an arm.</summary>
    public PathwaySystem(PathwayLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        _places = layout.Places;
        _streams = [.. layout.Streams.Select(s => new StreamState(s))];
        _tallies = [.. _places.Select(p => new PlaceTally(layout, p))];
        _pools = [.. _places.Select(_ => new ResourcePool(0))];
        _firstLine = new int[_places.Length];
        foreach (PlaceLayout place in _places)
        {
            _firstLine[place.Index] = _lineCount;
            _lineCount += place.Ranks;
        }

        _waitingOutside = new int[_places.Length];
        _arrived = new long[layout.Classes.Count];
        _ended = new long[layout.Ends.Count * layout.Classes.Count];
        _toServe = new int[_places.Length];
        _isToServe = new bool[_places.Length];
    }

    /// <summary>Runs a replication.</summary>
    /// <param name="replication">Its number, from 0.</param>
    /// <param name="check">Whether to check conservation of people and units and Little's law at the end.</param>
    /// <exception cref="InvalidOperationException">A check failed.</exception>
    public PathwayOutcome Run(int replication, bool check = false)
    {
        Simulate(replication);
        if (check)
        {
            PathwayChecks.Check(this);
        }

        return PathwayOutcome.Of(this);
    }

    /// <summary>Simulates, without summing up: allocates nothing once there is room for everybody.</summary>
    internal void Simulate(int replication)
    {
        Begin(replication);
        int warmUp = _layout.Epoch.WarmUpDays * Clock.SecondsPerDay;
        GoOn(warmUp);
        Restart(warmUp);
        GoOn(_layout.Epoch.End);
        foreach (PlaceTally tally in _tallies)
        {
            tally.GoTo(_layout.Epoch.End);
        }

        CountThoseThere(_layout.Epoch.End);
    }

    internal PathwayLayout Layout => _layout;

    internal PlaceTally[] Tallies => _tallies;

    internal ResourcePool[] Pools => _pools;

    internal ReadOnlySpan<Traveller> People => _people.AsSpan(0, _slots);

    /// <summary>People who came from outside in the measured period, by class.</summary>
    internal long[] Arrived => _arrived;

    /// <summary>People who reached each end in the measured period: end times classes plus class.</summary>
    internal long[] Ended => _ended;

    /// <summary>People who died in the measured period, by class.</summary>
    internal ReadOnlySpan<long> Died => _ended.AsSpan(DiedEnd * _arrived.Length, _arrived.Length);

    /// <summary>Events of the last run.</summary>
    internal long Events => _events;

    private void Begin(int replication)
    {
        _luck = new RandomStream(unchecked((ulong)_layout.Scenario.Seed), replication);
        _calendar.Reset(Entities, _layout.Epoch.Days);
        _lines.Reset(_lineCount, _people.Length);
        _free = 0;
        _slots = 0;
        _serving = 0;
        _measuredFrom = 0;
        _events = 0;
        Array.Clear(_waitingOutside);
        Array.Clear(_isToServe);
        foreach (PlaceLayout place in _places)
        {
            _tallies[place.Index].Reset();
            _pools[place.Index].Reset(place.Steps.At(0));
            ScheduleChange(place, 0);
        }

        Array.Clear(_arrived);
        Array.Clear(_ended);
        FillPopulations();
        TakeCensus();
        Serve(0);
        foreach (StreamState stream in _streams)
        {
            BeginStream(stream);
        }
    }

    private void GoOn(int until)
    {
        while (_calendar.TryNextBefore(until, out int now, out int entity))
        {
            _events++;
            int person = entity - _places.Length;
            if (person < 0)
            {
                Change(_places[entity], now);
            }
            else if (person < _people.Length)
            {
                Happen(person, now);
            }
            else
            {
                Arrive(_streams[person - _people.Length], now);
            }

            if (_serving > 0)
            {
                Serve(now);
            }
        }
    }

    /// <summary>Begins to measure.</summary>
    private void Restart(int now)
    {
        _measuredFrom = now;
        foreach (PlaceTally tally in _tallies)
        {
            tally.Restart(now);
        }

        Array.Clear(_arrived);
        Array.Clear(_ended);
    }

    /// <summary>The capacity changes, or admission begins.</summary>
    private void Change(PlaceLayout place, int now)
    {
        _pools[place.Index].SetCapacity(place.Steps.At(now));
        ScheduleChange(place, now);
        WillServe(place.Index);
    }

    private void ScheduleChange(PlaceLayout place, int now) => _calendar.Schedule(place.Index, place.NextChange(now));

    // Places come first, so that capacity is there at the very second; streams come last, so that who comes finds free what is left free at that second.
    private int Entities => _places.Length + _people.Length + _streams.Length;

    private int EntityOf(StreamState stream) => _places.Length + _people.Length + stream.Layout.Index;

    private int NewSlot()
    {
        if (_free > 0)
        {
            return _freeSlots[--_free];
        }

        if (_slots == _people.Length)
        {
            MakeRoom();
        }

        return _slots++;
    }

    /// <summary>Twice the room; the streams, which come behind the people, move up.</summary>
    private void MakeRoom()
    {
        Span<int> due = stackalloc int[Math.Min(_streams.Length, 256)];
        int[] all = due.Length < _streams.Length ? new int[_streams.Length] : [];
        due = all.Length > 0 ? all : due;
        foreach (StreamState stream in _streams)
        {
            due[stream.Layout.Index] = _calendar.DueOf(EntityOf(stream));
            _calendar.Cancel(EntityOf(stream));
        }

        Array.Resize(ref _people, _people.Length * 2);
        Array.Resize(ref _freeSlots, _people.Length);
        _calendar.Grow(Entities);
        _lines.Grow(_people.Length);
        foreach (StreamState stream in _streams)
        {
            _calendar.Schedule(EntityOf(stream), due[stream.Layout.Index]);
        }
    }
}
