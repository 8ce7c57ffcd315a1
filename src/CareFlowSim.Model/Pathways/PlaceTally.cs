using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>What is counted at one place. Counts are forgotten at the end of the warm-up, levels go on.</summary>
internal sealed class PlaceTally
{
    private readonly int _classes;

    public PlaceTally(PathwayLayout layout, PlaceLayout place)
    {
        int days = layout.Epoch.Days;
        _classes = layout.Classes.Count;
        Counts = new ClassCounts[_classes];
        Waits = [.. Enumerable.Range(0, _classes).Select(_ => new WaitHistogram())];
        int room = place.IsLimited ? 64 : 256;
        Occupied = new DailyLevel(days);
        InUse = new DailyLevel(days);
        Waiting = new DailyLevel(days);
        Blocked = new DailyLevel(days);
        Visiting = place.Visits ? new DailyLevel(days) : null;
        OccupiedTimes = new LevelTimes(room);
        NeededTimes = new LevelTimes(room);
    }

    /// <summary>Counts by class.</summary>
    public ClassCounts[] Counts { get; }

    /// <summary>Waits of those who came in, by class.</summary>
    public WaitHistogram[] Waits { get; }

    /// <summary>People in the place, boarding included.</summary>
    public DailyLevel Occupied { get; }

    /// <summary>Units in use, reservations included.</summary>
    public DailyLevel InUse { get; }

    /// <summary>People waiting for the place, in line and transfer.</summary>
    public DailyLevel Waiting { get; }

    /// <summary>People in the place who wait for somewhere else.</summary>
    public DailyLevel Blocked { get; }

    /// <summary>Visits per day being made, in thousandths; only where visits are counted.</summary>
    public DailyLevel? Visiting { get; }

    /// <summary>Distribution over time of people in the place.</summary>
    public LevelTimes OccupiedTimes { get; }

    /// <summary>Distribution over time of people in the place and waiting for it, less those in it who wait for somewhere else: the places needed.</summary>
    public LevelTimes NeededTimes { get; }

    /// <summary>People in the place when measuring began.</summary>
    public int OccupiedBefore { get; private set; }

    /// <summary>People waiting when measuring began.</summary>
    public int WaitingBefore { get; private set; }

    public void Reset()
    {
        Forget();
        foreach (DailyLevel? level in (ReadOnlySpan<DailyLevel?>)[Occupied, InUse, Waiting, Blocked, Visiting])
        {
            level?.Reset();
        }

        OccupiedTimes.Reset();
        NeededTimes.Reset();
        OccupiedBefore = 0;
        WaitingBefore = 0;
    }

    /// <summary>Begins to measure.</summary>
    public void Restart(int now)
    {
        Forget();
        GoTo(now);
        OccupiedTimes.Restart(now);
        NeededTimes.Restart(now);
        OccupiedBefore = Occupied.Level;
        WaitingBefore = Waiting.Level;
    }

    /// <summary>Books all levels until a time.</summary>
    public void GoTo(int now)
    {
        foreach (DailyLevel? level in (ReadOnlySpan<DailyLevel?>)[Occupied, InUse, Waiting, Blocked, Visiting])
        {
            level?.GoTo(now);
        }

        OccupiedTimes.Add(now, 0);
        NeededTimes.Add(now, 0);
    }

    private void Forget()
    {
        Array.Clear(Counts);
        foreach (WaitHistogram waits in Waits)
        {
            waits.Reset();
        }
    }
}

/// <summary>What is counted of one class at one place.</summary>
internal struct ClassCounts
{
    public long Asked;
    public long Admitted;
    public long Departed;
    public long TurnedAway;
    public long Left;
    public long Died;

    /// <summary>Seconds in line of those who came in.</summary>
    public long LineSeconds;

    /// <summary>Seconds of waiting in the measured period, of everybody, booked when the wait ends.</summary>
    public long DelaySeconds;

    /// <summary>Seconds in the place in the measured period, booked when they leave.</summary>
    public long StaySeconds;

    /// <summary>Adds those of another class.</summary>
    public void Add(in ClassCounts counts)
    {
        Asked += counts.Asked;
        Admitted += counts.Admitted;
        Departed += counts.Departed;
        TurnedAway += counts.TurnedAway;
        Left += counts.Left;
        Died += counts.Died;
        LineSeconds += counts.LineSeconds;
        DelaySeconds += counts.DelaySeconds;
        StaySeconds += counts.StaySeconds;
    }
}
