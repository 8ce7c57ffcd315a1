using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The integral of a time profile (season, weekday, hour, growth): how much risk time a clock at speed 1 has run.</summary>
/// <remarks>Exposure is counted in days; a profile of 1 throughout gives one a day. Exact, by table; nothing is rejected.</remarks>
public sealed class ExposureTable
{
    private const int DaySeconds = 86_400;
    private const int HourSeconds = 3600;

    // From a cell of a guide to the day or hour is a step at most now and then.
    private const int CellsPerDay = 8;
    private const int HourCells = 256;

    private readonly Stretch[] _days;
    private readonly Stretch[] _hours = new Stretch[25];
    private readonly ushort[] _dayGuide;
    private readonly byte[] _hourGuide = new byte[HourCells + 1];
    private readonly double _cellsPerExposure;
    private readonly bool _even;
    private readonly double _slope;
    private readonly double _above;

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
        _days = new Stretch[profile.Count + 1];
        double sum = 0;
        for (int d = 0; d < profile.Count; d++)
        {
            if (!(profile[d] > 0))
            {
                throw new ArgumentException($"speed on day {d} must be above zero", nameof(profile));
            }

            _days[d] = new Stretch(sum, sum + profile[d]);
            sum += profile[d];
        }

        _days[profile.Count] = new Stretch(sum, sum);
        double whole = _even ? 1 : hourShares.Sum();
        sum = 0;
        for (int h = 0; h < 24; h++)
        {
            double until = h == 23 ? 1 : sum + ((_even ? 1.0 / 24 : hourShares[h]) / whole);
            _hours[h] = new Stretch(sum, until);
            sum = until;
        }

        _hours[24] = new Stretch(1, 1);
        Horizon = profile.Count * DaySeconds;
        _dayGuide = new ushort[(profile.Count * CellsPerDay) + 1];
        _cellsPerExposure = profile.Count * CellsPerDay / Total;
        FillGuides();
        _slope = Total / Horizon;
        for (int day = 0; day <= profile.Count; day++)
        {
            // Within a day the exposure is at most what it is at the end of the day.
            double end = _days[Math.Min(day + 1, profile.Count)].From;
            _above = Math.Max(_above, end - ((long)day * DaySeconds * _slope));
        }
    }

    /// <summary>Seconds covered.</summary>
    public int Horizon { get; }

    /// <summary>Exposure of the whole run, in days at speed 1.</summary>
    public double Total => _days[^1].From;

    /// <summary>Whether another table has the same risk time throughout.</summary>
    public bool SameAs(ExposureTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(this, other) || (_days.AsSpan().SequenceEqual(other._days) && _hours.AsSpan().SequenceEqual(other._hours));
    }

    /// <summary>Exposure of one day.</summary>
    public double OfDay(int day) => _days[day].Size;

    /// <summary>Exposure from the start until a time.</summary>
    public double At(int time)
    {
        Stretch[] days = _days;
        int day = (int)((uint)time / DaySeconds);
        if (day >= days.Length - 1)
        {
            return days[^1].From;
        }

        int second = time - (day * DaySeconds);
        ref Stretch today = ref days[day];
        if (_even)
        {
            return today.From + (today.Size * (second * (1.0 / DaySeconds)));
        }

        int hour = (int)((uint)second / HourSeconds);
        ref Stretch within = ref _hours[hour];
        return today.From + (today.Size * (within.From + (within.Size * ((second - (hour * HourSeconds)) * (1.0 / HourSeconds)))));
    }

    /// <summary>A bound that <see cref="At"/> does not exceed, a line: to tell in a moment that something comes later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double AtMost(int time) => _above + (time * _slope);

    /// <summary>The first second at which the exposure from the start reaches a value; <see cref="int.MaxValue"/> when it never does.</summary>
    public int TimeOf(double exposure)
    {
        Stretch[] days = _days;
        if (exposure >= days[^1].From)
        {
            return int.MaxValue;
        }

        exposure = exposure > 0 ? exposure : 0;
        int day = _dayGuide[Whole.Of(exposure * _cellsPerExposure)];
        while (days[day + 1].From <= exposure)
        {
            day++;
        }

        double share = (exposure - days[day].From) * days[day].PerSize;
        int second;
        if (_even)
        {
            second = Whole.Of(share * DaySeconds);
        }
        else
        {
            Stretch[] hours = _hours;
            int hour = _hourGuide[Whole.Of((share < 1 ? share : 1) * HourCells)];
            while (hour < 23 && hours[hour + 1].From <= share)
            {
                hour++;
            }

            second = (hour * HourSeconds) + Math.Min(Whole.Of((share - hours[hour].From) * hours[hour].PerSize * HourSeconds), HourSeconds - 1);
        }

        return (day * DaySeconds) + Math.Min(second, DaySeconds - 1);
    }

    /// <summary>For each cell of exposure the day, and of the share of a day the hour, in which it begins or one before: rounding must not skip one.</summary>
    private void FillGuides()
    {
        int last = _days.Length - 2;
        int day = 0;
        for (int cell = 0; cell < _dayGuide.Length; cell++)
        {
            double from = (cell / _cellsPerExposure) * (1 - 1e-12);
            while (day < last && _days[day + 1].From <= from)
            {
                day++;
            }

            _dayGuide[cell] = (ushort)day;
        }

        int hour = 0;
        for (int cell = 0; cell <= HourCells; cell++)
        {
            while (hour < 23 && _hours[hour + 1].From <= cell * (1.0 / HourCells) * (1 - 1e-12))
            {
                hour++;
            }

            _hourGuide[cell] = (byte)hour;
        }
    }

    /// <summary>A day of the run or an hour of the day: the exposure before it, in it, and one over that (zero where there is none).</summary>
    private readonly record struct Stretch(double From, double Size, double PerSize)
    {
        public Stretch(double from, double until)
            : this(from, until - from, until > from ? 1 / (until - from) : 0)
        {
        }
    }
}
