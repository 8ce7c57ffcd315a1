namespace CareFlowSim.Model;

/// <summary>
/// How demand and services moved through the base year: a change a year, taken from annual figures up to 2014-15, laid by date through the middle of 2014-15, which has
/// the level that the tables give. Before April 2013 and after March 2015 levels stay: nothing is known beyond. Not a forecast, and not a fit to months.
/// </summary>
internal sealed class Trend
{
    private static readonly DateOnly First = new(2013, 4, 1);
    private static readonly DateOnly Middle = new(2014, 10, 1);
    private static readonly DateOnly Last = new(2015, 3, 31);

    /// <summary>Years from the middle of the base year, by day of the run.</summary>
    private readonly double[] _years;

    /// <summary>Lays the changes of a year over the days of a run.</summary>
    /// <param name="p">Parameters; <c>trend.share</c> switches all changes on (1) or off (0).</param>
    /// <param name="origin">Date of day 0.</param>
    /// <param name="days">Days of the run.</param>
    public Trend(ParameterTable p, DateOnly origin, int days)
    {
        _years = [.. Enumerable.Range(0, days).Select(d => (Math.Clamp(origin.AddDays(d).DayNumber, First.DayNumber, Last.DayNumber) - Middle.DayNumber) / 365.25)];
        double share = p["trend.share"];
        Demand = On(share * p["trend.demand_per_year"]);
        HomeCare = On(share * p["trend.home_care_hours_per_year"]);
        Reablement = On(share * p["trend.reablement_places_per_year"]);
        Support = On(share * p["trend.support_per_year"]);
    }

    /// <summary>Crisis rates against those of the middle of the base year, by day.</summary>
    public double[] Demand { get; }

    /// <summary>Home-care hours, likewise.</summary>
    public double[] HomeCare { get; }

    /// <summary>Reablement places, likewise.</summary>
    public double[] Reablement { get; }

    /// <summary>Share of stays that end on pathways 1 to 3, likewise.</summary>
    public double[] Support { get; }

    private double[] On(double perYear) => [.. _years.Select(y => Math.Pow(1 + perYear, y))];
}
