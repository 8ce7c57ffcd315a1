using CareFlowSim.Model;

namespace CareFlowSim.Tests.Model;

/// <summary>A small pathway without faults, and parts to put into it.</summary>
internal static class PathwaySamples
{
    public static WorkingHours Weekdays { get; } = new()
    {
        Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        OpenHour = 8,
        CloseHour = 17,
    };

    /// <summary>Two classes come to a ward and go on to visits at home or to an end.</summary>
    public static PathwayScenario Good { get; } = new()
    {
        Name = "sample",
        Title = "How many?",
        Period = new Period(new DateOnly(2024, 1, 1), 28, 7),
        Classes = ["light", "heavy"],
        Arrivals =
        [
            new ArrivalStream { Name = "fit", To = "ward", Shares = [new ClassShare("light", 0.5), new ClassShare("heavy", 0.5)], Process = new PoissonArrivals(VaryingRate.Constant(2)) },
            new ArrivalStream { Name = "direct", Process = new PopulationArrivals(50, VaryingRate.Constant(0.01)) },
        ],
        Places =
        [
            Place("ward", 10) with { Costs = new PlaceCosts { PoundsPerUnitDay = 300 } },
            new PathwayPlace
            {
                Name = "visits",
                Kind = PlaceKind.Visits,
                Capacity = PlaceCapacity.Of(40.5),
                Stays = [new StayRule { LengthOfStay = new GammaDays(20, 10), Visits = new VisitPackage(4, 1) }],
                AdmissionHours = Weekdays,
            },
        ],
        Ends = ["care home"],
        Routes =
        [
            Route("ward", ("visits", 0.6), ("home", 0.4)),
            Route("visits", ("ward", 0.1), ("care home", 0.9)),
            Route("direct", ("visits", 1)),
        ],
        Start = new PathwayStart { Census = [new CensusRow { Place = "ward", Class = "light", InPlace = 10, Waiting = 3 }] },
        Search = new CapacitySearch { Places = [new SearchRange("ward", 5, 15)] },
        Policies =
        [
            new PathwayPolicy { Name = "more beds", Places = [new PlaceChange { Place = "ward", Capacity = PlaceCapacity.Of(12) }] },
            new PathwayPolicy { Name = "more people", Arrivals = [new ArrivalChange("fit", 1.1)] },
        ],
    };

    public static PathwayPlace Place(string name, int? units) => new()
    {
        Name = name,
        Capacity = units is { } u ? PlaceCapacity.Of(u) : PlaceCapacity.Unlimited,
        Stays = [new StayRule { LengthOfStay = new ExponentialDays(2) }],
    };

    public static PathwayRoute Route(string from, params (string To, double Probability)[] to) => new() { From = from, To = [.. to.Select(t => new RouteChoice(t.To, t.Probability))] };

    public static PathwayScenario Ward(Func<PathwayPlace, PathwayPlace> change) => Good with { Places = [change(Good.Places[0]), Good.Places[1]] };

    public static PathwayScenario Visits(Func<PathwayPlace, PathwayPlace> change) => Good with { Places = [Good.Places[0], change(Good.Places[1])] };

    public static PathwayScenario Stay(DayDistribution stay) => Ward(w => w with { Stays = [new StayRule { LengthOfStay = stay }] });

    public static PathwayScenario Fit(ArrivalProcess process) => Good with { Arrivals = [Good.Arrivals[0] with { Process = process }, Good.Arrivals[1]] };
}
