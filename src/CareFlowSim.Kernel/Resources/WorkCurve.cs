namespace CareFlowSim.Kernel;

/// <summary>
/// Cumulative capacity over time of anything that works only at some hours of some days: on each open day its units are delivered evenly
/// between opening and closing. It says when capacity is there, not who uses it (see <see cref="SlotServer"/>).
/// </summary>
public sealed class WorkCurve
{
    // Rounding in running sums must neither delay a start by a whole second nor let it slip across a closing hour.
    private const double SecondsTolerance = 1e-3;
    private const double UnitsTolerance = 1e-9;

    private readonly double[] _units;
    private readonly double[] _before;
    private readonly int[] _nextOpenDay;
    private readonly int[] _guess;
    private readonly double _cellsPerUnit;
    private readonly double _secondsOpen;
    private readonly int _open;
    private readonly int _close;

    /// <summary>Makes a curve.</summary>
    /// <param name="unitsPerDay">Units delivered on each day from day 0 on; 0 means closed all day.</param>
    /// <param name="openSecond">Second of the day at which an open day begins.</param>
    /// <param name="closeSecond">Second of the day at which it ends, at most 86,400.</param>
    /// <exception cref="ArgumentOutOfRangeException">Hours outside the day or the wrong way round, or units negative or not finite.</exception>
    public WorkCurve(double[] unitsPerDay, int openSecond, int closeSecond)
    {
        ArgumentNullException.ThrowIfNull(unitsPerDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unitsPerDay.Length, Clock.MaxDays);
        ArgumentOutOfRangeException.ThrowIfNegative(openSecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(closeSecond, Clock.SecondsPerDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(openSecond, closeSecond);
        int days = unitsPerDay.Length;
        _units = [.. unitsPerDay];
        _open = openSecond;
        _close = closeSecond;
        _secondsOpen = closeSecond - openSecond;
        _before = new double[days + 1];
        for (int day = 0; day < days; day++)
        {
            if (!(_units[day] >= 0 && _units[day] < double.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(nameof(unitsPerDay), _units[day], $"Units of day {day} must be finite and not negative.");
            }

            _before[day + 1] = _before[day] + _units[day];
        }

        _nextOpenDay = new int[days + 1];
        _nextOpenDay[days] = days;
        for (int day = days - 1; day >= 0; day--)
        {
            _nextOpenDay[day] = _units[day] > 0 ? day : _nextOpenDay[day + 1];
        }

        // One cell a day of the average day's units: from the cell to the day is a step or two.
        _cellsPerUnit = TotalUnits > 0 ? days / TotalUnits : 0;
        _guess = new int[days + 1];
        int guess = 0;
        for (int cell = 0; cell < days; cell++)
        {
            while (guess < days - 1 && _before[guess + 1] * _cellsPerUnit <= cell)
            {
                guess++;
            }

            _guess[cell] = guess;
        }

        _guess[days] = Math.Max(0, days - 1);
    }

    /// <summary>Units delivered over the whole horizon.</summary>
    public double TotalUnits => _before[^1];

    /// <summary>Length of the horizon in days.</summary>
    public int Days => _units.Length;

    /// <summary>Units delivered from time 0 to a time in seconds.</summary>
    public double At(int time)
    {
        if (time <= 0)
        {
            return 0;
        }

        int day = time / Clock.SecondsPerDay;
        if (day >= _units.Length)
        {
            return TotalUnits;
        }

        int worked = Math.Clamp((time - (day * Clock.SecondsPerDay)) - _open, 0, _close - _open);
        return _before[day] + (_units[day] * worked / _secondsOpen);
    }

    /// <summary>
    /// The earliest time in seconds, rounded up, at which work beyond <paramref name="units"/> can start; out of hours this is the next opening.
    /// <see cref="int.MaxValue"/> when it cannot start within the horizon.
    /// </summary>
    public int TimeWhen(double units)
    {
        units = Math.Max(0, units);
        if (!(units + UnitsTolerance < TotalUnits))
        {
            return int.MaxValue;
        }

        int day = _guess[Math.Min(Whole.Of(units * _cellsPerUnit), _units.Length)];
        while (day > 0 && _before[day] > units + UnitsTolerance)
        {
            day--;
        }

        while (_before[day + 1] <= units + UnitsTolerance)
        {
            day++;
        }

        double into = Math.Max(0, units - _before[day]) / _units[day] * _secondsOpen;
        int second = Math.Min(_open + Whole.Of(Math.Ceiling(into - SecondsTolerance)), _close - 1);
        return (day * Clock.SecondsPerDay) + second;
    }

    /// <summary>Whether capacity is being delivered at a time in seconds.</summary>
    public bool IsOpen(int time) => NextOpen(time) == time;

    /// <summary>The earliest open time at or after a time in seconds; <see cref="int.MaxValue"/> when there is none within the horizon.</summary>
    public int NextOpen(int time)
    {
        int from = Math.Max(0, time);
        int day = from / Clock.SecondsPerDay;
        if (day >= _units.Length)
        {
            return int.MaxValue;
        }

        int second = from - (day * Clock.SecondsPerDay);
        if (_units[day] > 0 && second < _close)
        {
            return Math.Max(from, (day * Clock.SecondsPerDay) + _open);
        }

        int next = _nextOpenDay[day + (_units[day] > 0 ? 1 : 0)];
        return next < _units.Length ? (next * Clock.SecondsPerDay) + _open : int.MaxValue;
    }
}
