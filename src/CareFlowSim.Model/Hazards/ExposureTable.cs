using System.Runtime.CompilerServices;

namespace CareFlowSim.Model;

/// <summary>The integral of a time profile (season, weekday, hour, growth): how much risk time a clock at speed 1 has run.</summary>
/// <remarks>Exposure is counted in days; a profile of 1 throughout gives one a day. Exact, by table; nothing is rejected.</remarks>
public sealed class ExposureTable
{
    private const int DaySeconds = 86_400;
    private const int HourSeconds = 3600;

    // From a cell of a guide to the day or hour is a step or two.
    private const int CellsPerDay = 2;
    private const int HourCells = 128;

    private readonly double[] _days;
    private readonly double[] _hours;
    private readonly double[] _secondsPerShare = new double[24];
    private readonly int[] _dayGuide;
    private readonly byte[] _hourGuide = new byte[HourCells + 1];
    private readonly double _cellsPerExposure;
    private readonly bool _even;

    /// <summary>Makes the table.</summary>
    /// <param name="profile">Speed on each day of the run, above zero.</param>
    /// <param name="hourShares">Share of a day's exposure in each hour (24 values that sum to 1), or empty for an even day.</param>
    /// <exception cref="ArgumentException">A speed is not above zero, or the hours are not 24 shares.</exception>
    public ExposureTable(IReadOnlyList<double> profile, IReadOnlyList<double> hourShares)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(hourShares);
        if (hourShares.Count is not (0 or 24))
        {
            throw new ArgumentException("24 shares, or none", nameof(hourShares));
        }

        _even = hourShares.Count == 0;
        _days = new double[profile.Count + 1];
        for (int d = 0; d < profile.Count; d++)
        {
            if (!(profile[d] > 0))
            {
                throw new ArgumentException($"speed on day {d} must be above zero", nameof(profile));
            }

            _days[d + 1] = _days[d] + profile[d];
        }

        _hours = new double[25];
        for (int h = 0; h < 24; h++)
        {
            _hours[h + 1] = _hours[h] + (_even ? 1.0 / 24 : hourShares[h]);
        }

        double whole = _hours[24];
        for (int h = 0; h <= 24; h++)
        {
            _hours[h] /= whole;
        }

        for (int h = 0; h < 24; h++)
        {
            double share = _hours[h + 1] - _hours[h];
            _secondsPerShare[h] = share > 0 ? HourSeconds / share : 0;
        }

        Horizon = profile.Count * DaySeconds;
        _dayGuide = new int[(profile.Count * CellsPerDay) + 1];
        _cellsPerExposure = profile.Count * CellsPerDay / Total;
        FillGuides();
    }

    /// <summary>Seconds covered.</summary>
    public int Horizon { get; }

    /// <summary>Exposure of the whole run, in days at speed 1.</summary>
    public double Total => _days[^1];

    /// <summary>Whether another table has the same risk time throughout.</summary>
    public bool SameAs(ExposureTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(this, other) || (_days.AsSpan().SequenceEqual(other._days) && _hours.AsSpan().SequenceEqual(other._hours));
    }

    /// <summary>Exposure of one day.</summary>
    public double OfDay(int day) => _days[day + 1] - _days[day];

    /// <summary>Exposure from the start until a time.</summary>
    public double At(int time)
    {
        double[] days = _days;
        int day = (int)((uint)time / DaySeconds);
        if (day >= days.Length - 1)
        {
            return days[^1];
        }

        int second = time - (day * DaySeconds);
        double start = days[day];
        double whole = days[day + 1] - start;
        if (_even)
        {
            return start + (whole * (second * (1.0 / DaySeconds)));
        }

        double[] hours = _hours;
        int hour = (int)((uint)second / HourSeconds);
        double within = hours[hour];
        within += (hours[hour + 1] - within) * ((second - (hour * HourSeconds)) * (1.0 / HourSeconds));
        return start + (whole * within);
    }

    /// <summary>The first second at which the exposure from the start reaches a value; <see cref="int.MaxValue"/> when it never does.</summary>
    public int TimeOf(double exposure)
    {
        double[] days = _days;
        if (exposure >= days[^1])
        {
            return int.MaxValue;
        }

        exposure = Math.Max(0, exposure);
        int day = _dayGuide[(int)(exposure * _cellsPerExposure)];
        while (days[day + 1] <= exposure)
        {
            day++;
        }

        double start = days[day];
        double within = (exposure - start) / (days[day + 1] - start);
        return (day * DaySeconds) + (_even ? Math.Min((int)(within * DaySeconds), DaySeconds - 1) : SecondOf(within));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SecondOf(double within)
    {
        double[] hours = _hours;
        int hour = _hourGuide[(int)(within * HourCells)];
        while (hour < 23 && hours[hour + 1] <= within)
        {
            hour++;
        }

        return (hour * HourSeconds) + Math.Min((int)((within - hours[hour]) * _secondsPerShare[hour]), HourSeconds - 1);
    }

    /// <summary>For each cell of exposure the day, and of the share of a day the hour, in which it begins or one before: rounding must not skip one.</summary>
    private void FillGuides()
    {
        int last = _days.Length - 2;
        int day = 0;
        for (int cell = 0; cell < _dayGuide.Length; cell++)
        {
            double from = (cell / _cellsPerExposure) * (1 - 1e-12);
            while (day < last && _days[day + 1] <= from)
            {
                day++;
            }

            _dayGuide[cell] = day;
        }

        int hour = 0;
        for (int cell = 0; cell <= HourCells; cell++)
        {
            while (hour < 23 && _hours[hour + 1] <= cell * (1.0 / HourCells) * (1 - 1e-12))
            {
                hour++;
            }

            _hourGuide[cell] = (byte)hour;
        }
    }
}
