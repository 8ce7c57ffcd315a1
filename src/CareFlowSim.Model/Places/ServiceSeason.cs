namespace CareFlowSim.Model;

/// <summary>
/// What services have against the year's mean, by day of the run: they are planned for the people who need them, who come a stay in hospital later than the crises
/// and, where a place is held for weeks, include those who came before. So the season of crises is delayed twice, each time as by an exponential stay, and followed in part.
/// </summary>
internal sealed class ServiceSeason
{
    /// <summary>Days before the run from which the delay is carried forward; what was before has faded.</summary>
    private const int Before = 730;

    private readonly double[] _season;
    private readonly double _follow;

    /// <summary>Takes the season of crises.</summary>
    /// <param name="p">Parameters.</param>
    /// <param name="origin">Date of day 0.</param>
    /// <param name="days">Days of the run.</param>
    public ServiceSeason(ParameterTable p, DateOnly origin, int days)
    {
        double[] months = [.. Enumerable.Range(1, 12).Select(m => p["season.crisis." + ArmPlan.MonthName(m)])];
        double mean = months.Average();
        double[] crises = [.. Enumerable.Range(-Before, days + Before).Select(d => months[origin.AddDays(d).Month - 1] / mean)];
        _season = Delayed(crises, p["capacity.season_lag_days"]);
        _follow = p["capacity.season_follow"];
    }

    /// <summary>For a service that people need once, at the end of their stay (0), or hold for so many days on average.</summary>
    public double[] Of(double daysHeld) => [.. Delayed(_season, daysHeld).Skip(Before).Select(s => Math.Max(0, 1 + (_follow * (s - 1))))];

    private static double[] Delayed(double[] season, double days)
    {
        double[] delayed = new double[season.Length];
        double level = 1;
        for (int d = 0; d < season.Length; d++)
        {
            level += (season[d] - level) / (1 + days);
            delayed[d] = level;
        }

        return delayed;
    }
}
