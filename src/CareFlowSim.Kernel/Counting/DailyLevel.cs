using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>A whole-number level by day: its mean over each day and its value at the midnight that ends it. In whole unit-seconds, so it is exact (see <see cref="TimeWeighted"/> for one mean).</summary>
public sealed class DailyLevel
{
    private readonly long[] _areas;
    private readonly int[] _midnights;
    private int _since;
    private int _day;
    private int _dayEnd;

    /// <summary>Makes a level of 0 at time 0.</summary>
    /// <param name="days">Number of days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public DailyLevel(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        _areas = new long[days + 1];
        _midnights = new int[days];
        Reset();
    }

    /// <summary>The level now.</summary>
    public int Level { get; private set; }

    /// <summary>Level times seconds of each day.</summary>
    public ReadOnlySpan<long> Areas => _areas.AsSpan(0, _midnights.Length);

    /// <summary>The level at the midnight that ends each day, changes at that very second not yet made.</summary>
    public ReadOnlySpan<int> Midnights => _midnights;

    /// <summary>Starts again with a level of 0 at time 0.</summary>
    public void Reset()
    {
        Array.Clear(_areas);
        Array.Clear(_midnights);
        _since = 0;
        _day = 0;
        _dayEnd = Clock.SecondsPerDay;
        Level = 0;
    }

    /// <summary>Changes the level by some units from a time in seconds on, not before the last change and not beyond the last day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int time, int units)
    {
        GoTo(time);
        Level += units;
    }

    /// <summary>Books the level until a time in seconds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void GoTo(int time)
    {
        if (time >= _dayEnd)
        {
            CloseDays(time);
        }

        _areas[_day] += (long)Level * (time - _since);
        _since = time;
    }

    /// <summary>Level times seconds over some days.</summary>
    public long Area(int fromDay, int untilDay)
    {
        long sum = 0;
        foreach (long area in _areas.AsSpan(fromDay, untilDay - fromDay))
        {
            sum += area;
        }

        return sum;
    }

    private void CloseDays(int time)
    {
        while (time >= _dayEnd && _day < _midnights.Length)
        {
            _areas[_day] += (long)Level * (_dayEnd - _since);
            _midnights[_day] = Level;
            _since = _dayEnd;
            _day++;
            _dayEnd += Clock.SecondsPerDay;
        }
    }
}
