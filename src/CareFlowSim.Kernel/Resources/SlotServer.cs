namespace CareFlowSim.Kernel;

/// <summary>
/// A team which starts one job per unit of its <see cref="WorkCurve"/>, in the order asked. Capacity that finds no job is lost, not stored.
/// It hands out starts; it does not hold who waits.
/// </summary>
public sealed class SlotServer
{
    private WorkCurve _curve;
    private double _nextFree;
    private int _taken;

    /// <summary>Makes a team with nothing to do.</summary>
    public SlotServer(WorkCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        _curve = curve;
    }

    /// <summary>Makes a copy of a team in the middle of its work.</summary>
    public SlotServer(SlotServer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _curve = other._curve;
        _nextFree = other._nextFree;
        _taken = other._taken;
    }

    /// <summary>Works by another curve from now on, one that has delivered as much until now. Starts already handed out stay; later jobs stay behind them.</summary>
    public void Follow(WorkCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        _curve = curve;
    }

    /// <summary>Units used so far: one per job taken.</summary>
    public double UnitsUsed => _taken;

    /// <summary>The hours and capacity of the team.</summary>
    public WorkCurve Curve => _curve;

    /// <summary>The earliest start in seconds for a job that asks now, behind all jobs taken; <see cref="int.MaxValue"/> when none is left.</summary>
    public int NextStart(int now) => StartFor(now, out _);

    /// <summary>Takes the next start for a job that asks now.</summary>
    /// <returns>The start in seconds; <see cref="int.MaxValue"/>, and nothing taken, when none is left within the horizon.</returns>
    public int Take(int now)
    {
        TryTake(now, int.MaxValue, out int start);
        return start;
    }

    /// <summary>Takes the next start only if it is not too late: a job that would have to wait longer goes elsewhere.</summary>
    /// <param name="now">Time of asking in seconds.</param>
    /// <param name="latestStart">Latest acceptable start in seconds.</param>
    /// <param name="start">The earliest start in seconds, taken or not; <see cref="int.MaxValue"/> when none is left.</param>
    public bool TryTake(int now, int latestStart, out int start)
    {
        start = StartFor(now, out double position);
        if (start > latestStart || start == int.MaxValue)
        {
            return false;
        }

        _nextFree = position + 1;
        _taken++;
        return true;
    }

    /// <summary>Gives back a start that was taken and is not needed any more: the line behind gets shorter by one job. Starts already handed out stay.</summary>
    /// <param name="now">Time in seconds, before that start.</param>
    /// <exception cref="InvalidOperationException">No start is out.</exception>
    public void GiveBack(int now)
    {
        if (_taken == 0)
        {
            throw new InvalidOperationException("No start was taken.");
        }

        _nextFree = Math.Max(_nextFree - 1, _curve.At(now));
        _taken--;
    }

    /// <summary>Forgets all jobs.</summary>
    public void Reset()
    {
        _nextFree = 0;
        _taken = 0;
    }

    /// <summary>The earliest start for a job that asks now, and its place on the curve.</summary>
    private int StartFor(int now, out double position)
    {
        position = _curve.At(now);
        if (position < _nextFree)
        {
            position = _nextFree;
            return Math.Max(now, _curve.TimeWhen(position));
        }

        // Nobody is ahead.
        return _curve.NextOpen(now);
    }
}
