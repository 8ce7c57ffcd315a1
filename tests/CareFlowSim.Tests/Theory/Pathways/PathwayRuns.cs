using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.Tests.Theory;

/// <summary>Small pathways for tests, and what their replications say.</summary>
internal static class PathwayRuns
{
    /// <summary>One stream to one place, and home.</summary>
    public static PathwayScenario Station(double perDay, double capacity, DayDistribution stay, int days, int warmUpDays = 20) => new()
    {
        Name = "station",
        Title = "One station",
        Period = new Period(new DateOnly(2024, 1, 1), days, warmUpDays),
        Seed = 201,
        Replications = new PathwayReplications { Number = 20 },
        Arrivals = [Stream("door", perDay, "ward")],
        Places = [Place("ward", capacity, stay)],
        Routes = [Home("ward")],
    };

    public static ArrivalStream Stream(string name, double perDay, string? to) => new() { Name = name, To = to, Process = new PoissonArrivals(VaryingRate.Constant(perDay)) };

    /// <summary>A place; an infinite capacity is no limit.</summary>
    public static PathwayPlace Place(string name, double capacity, DayDistribution stay) => new()
    {
        Name = name,
        Capacity = double.IsInfinity(capacity) ? PlaceCapacity.Unlimited : PlaceCapacity.Of(capacity),
        Stays = [new StayRule { LengthOfStay = stay }],
    };

    public static PathwayRoute Home(string from) => Route(from, (PathwayEnds.Home, 1));

    public static PathwayRoute Route(string from, params (string To, double Probability)[] ways) => new() { From = from, To = [.. ways.Select(w => new RouteChoice(w.To, w.Probability))] };

    /// <summary>The same scenario with its only place changed.</summary>
    public static PathwayScenario With(this PathwayScenario scenario, Func<PathwayPlace, PathwayPlace> change) => scenario with { Places = [.. scenario.Places.Select(change)] };

    public static PathwayResult Run(PathwayScenario scenario) => PathwayRunner.Run(scenario, new RunOptions { Threads = 2, Check = true });

    /// <summary>A measure of a place over replications.</summary>
    public static Tally Of(this PathwayResult result, string? place, PathwayMeasure measure, string? @class = null) => TallyOf(result.Values(0, result.RowOf(place, @class), measure));

    /// <summary>A series on one day over replications.</summary>
    public static Tally Of(this PathwayResult result, int place, PathwaySeries series, int day) => TallyOf(result.Outcomes[0].Select(o => (double)o.Series(place, series)[day]));

    public static Tally TallyOf(IEnumerable<double> values)
    {
        Tally tally = new();
        foreach (double value in values)
        {
            tally.Add(value);
        }

        return tally;
    }
}
