using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>How many seconds a whole-number level spent at each value: its distribution over time. Exact.</summary>
public sealed class LevelTimes
{
    private long[] _seconds;
    private int _since;

    /// <summary>Makes a level of 0 at time 0.</summary>
    /// <param name="room">Values for which there is room at first; more is made when needed.</param>
    public LevelTimes(int room)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(room);
        _seconds = new long[room + 1];
    }

    /// <summary>The level now.</summary>
    public int Level { get; private set; }

    /// <summary>Seconds spent at each value, from 0 on, up to the largest with room.</summary>
    public ReadOnlySpan<long> Seconds => _seconds;

    /// <summary>Changes the level by some units, never below 0, from a time in seconds on, not before the last change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int time, int units)
    {
        _seconds[Level] += time - _since;
        _since = time;
        Level += units;
        if (Level >= _seconds.Length)
        {
            MakeRoom();
        }
    }

    /// <summary>Forgets everything before a time in seconds and keeps the level.</summary>
    public void Restart(int time)
    {
        Array.Clear(_seconds);
        _since = time;
    }

    /// <summary>Starts again with a level of 0 at time 0.</summary>
    public void Reset()
    {
        Level = 0;
        Restart(0);
    }

    /// <summary>The smallest value that is exceeded for no more than the given share of the time.</summary>
    public int ExceededFor(double share)
    {
        long all = 0;
        foreach (long seconds in _seconds)
        {
            all += seconds;
        }

        long above = all;
        for (int level = 0; level < _seconds.Length; level++)
        {
            above -= _seconds[level];
            if (above <= all * share)
            {
                return level;
            }
        }

        return _seconds.Length - 1;
    }

    private void MakeRoom() => Array.Resize(ref _seconds, Level * 2);
}
