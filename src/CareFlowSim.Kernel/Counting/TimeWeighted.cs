using System.Diagnostics;

namespace CareFlowSim.Kernel;

/// <summary>A whole-number level averaged over time, such as beds occupied. Kept in whole unit-seconds, so it is exact. Not a tally of observations (see <see cref="Tally"/>).</summary>
public sealed class TimeWeighted
{
    private long _area;
    private int _since;
    private long _mergedArea;
    private long _mergedSeconds;
    private int _start;

    /// <summary>Starts watching.</summary>
    /// <param name="start">Time in seconds from which the level counts.</param>
    /// <param name="level">Level at the start.</param>
    public TimeWeighted(int start = 0, int level = 0)
    {
        _start = start;
        _since = start;
        Level = level;
    }

    /// <summary>The level now.</summary>
    public int Level { get; private set; }

    /// <summary>Changes the level from a time in seconds on, which must not lie before the last change.</summary>
    public void Set(int time, int level)
    {
        Debug.Assert(time >= _since, "A level cannot change in the past.");
        _area += (long)Level * (time - _since);
        _since = time;
        Level = level;
    }

    /// <summary>Forgets everything before a time in seconds, merged parts included, and keeps the level: the end of the warm-up.</summary>
    public void Restart(int time)
    {
        Debug.Assert(time >= _since, "A level cannot restart in the past.");
        _area = 0;
        _mergedArea = 0;
        _mergedSeconds = 0;
        _start = time;
        _since = time;
    }

    /// <summary>Level times seconds from the start until a time in seconds, with everything merged.</summary>
    public long Area(int until) => _mergedArea + _area + ((long)Level * (until - _since));

    /// <summary>Mean level from the start until a time in seconds, with everything merged; not a number over no time.</summary>
    public double Mean(int until)
    {
        long seconds = _mergedSeconds + until - _start;
        return seconds == 0 ? double.NaN : (double)Area(until) / seconds;
    }

    /// <summary>Adds the stretch another one has watched, from its start to its last change: set the other's level at its end first.</summary>
    public void Merge(TimeWeighted other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _mergedArea += other._mergedArea + other._area;
        _mergedSeconds += other._mergedSeconds + other._since - other._start;
    }
}
