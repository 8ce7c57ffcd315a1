namespace CareFlowSim.Model;

/// <summary>The integral of a time profile (season, weekday, hour, growth): how much risk time a clock at speed 1 has run.</summary>
/// <remarks>Exposure is counted in days; a profile of 1 throughout gives one a day. Exact, by table; nothing is rejected.</remarks>
public sealed class ExposureTable
{
    private const int HourSeconds = 3600;
    private readonly double[] _days;
    private readonly double[] _hours;

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
            _hours[h + 1] = _hours[h] + (hourShares.Count == 0 ? 1.0 / 24 : hourShares[h]);
        }

        for (int h = 0; h <= 24; h++)
        {
            _hours[h] /= _hours[24];
        }

        Horizon = profile.Count * 86_400;
    }

    /// <summary>Seconds covered.</summary>
    public int Horizon { get; }

    /// <summary>Exposure of the whole run, in days at speed 1.</summary>
    public double Total => _days[^1];

    /// <summary>Exposure from the start until a time.</summary>
    public double At(int time)
    {
        if (time >= Horizon)
        {
            return _days[^1];
        }

        int day = time / 86_400;
        int second = time - (day * 86_400);
        int hour = second / HourSeconds;
        double within = _hours[hour] + ((_hours[hour + 1] - _hours[hour]) * ((second - (hour * HourSeconds)) * (1.0 / HourSeconds)));
        return _days[day] + ((_days[day + 1] - _days[day]) * within);
    }

    /// <summary>The first second at which the exposure from the start reaches a value; <see cref="int.MaxValue"/> when it never does.</summary>
    public int TimeOf(double exposure)
    {
        double[] days = _days;
        int last = days.Length - 1;
        if (exposure >= days[last])
        {
            return int.MaxValue;
        }

        int day = Math.Clamp((int)(exposure * last / days[last]), 0, last - 1);
        while (days[day] > exposure)
        {
            day--;
        }

        while (days[day + 1] <= exposure)
        {
            day++;
        }

        double within = (exposure - days[day]) / (days[day + 1] - days[day]);
        double[] hours = _hours;
        int hour = Math.Min((int)(within * 24), 23);
        while (hours[hour] > within)
        {
            hour--;
        }

        while (hour < 23 && hours[hour + 1] <= within)
        {
            hour++;
        }

        double share = hours[hour + 1] - hours[hour];
        double seconds = share > 0 ? (within - hours[hour]) / share * HourSeconds : 0;
        return (day * 86_400) + (hour * HourSeconds) + Math.Min((int)seconds, HourSeconds - 1);
    }
}
