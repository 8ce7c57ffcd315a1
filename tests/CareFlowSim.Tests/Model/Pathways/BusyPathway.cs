using CareFlowSim.Model;
using CareFlowSim.Tests.Theory;

namespace CareFlowSim.Tests.Model;

/// <summary>A small pathway with everything in it at once.</summary>
internal static class BusyPathway
{
    public static PathwayScenario Scenario { get; } = new()
    {
        Name = "busy",
        Title = "Everything at once",
        Period = new Period(new DateOnly(2024, 3, 4), 120, 28),
        Seed = 77,
        Replications = new PathwayReplications { Number = 6 },
        Classes = ["young", "old", "frail"],
        BankHolidays = [new DateOnly(2024, 4, 1)],
        Arrivals =
        [
            new ArrivalStream
            {
                Name = "door",
                Shares = [new ClassShare("young", 0.5), new ClassShare("old", 0.3), new ClassShare("frail", 0.2)],
                Process = new PoissonArrivals(new VaryingRate
                {
                    Levels = [new RatePoint(null, 7), new RatePoint(new DateTime(2024, 4, 15, 6, 0, 0), 9)],
                    WeekdayFactors = [1.2, 1.1, 1, 1, 1, 0.8, 0.9],
                    HourFactors = [.. Enumerable.Range(0, 24).Select(h => h is >= 8 and < 20 ? 1.5 : 0.5)],
                    Waves = [new SineWave(0.3, 60, 5)],
                }),
            },
            PathwayRuns.Stream("coach", 0.2, "ward") with { Batch = [new BatchSize(1, 1), new BatchSize(6, 2)] },
            new ArrivalStream { Name = "clinic", To = "ward", Process = new RegularArrivals(new DateTime(2024, 2, 7, 9, 0, 0), 24) },
            new ArrivalStream { Name = "listed", To = "step", Process = new ListedArrivals([new DateTime(2024, 3, 20), new DateTime(2024, 3, 20), new DateTime(2031, 1, 1)]) },
            new ArrivalStream { Name = "members", To = "ward", Process = new PopulationArrivals(40, VaryingRate.Constant(0.01)) },
        ],
        Places =
        [
            new PathwayPlace
            {
                Name = "ward",
                Capacity = new PlaceCapacity { Steps = [new PathwayCapacityStep(null, 45), new PathwayCapacityStep(new DateOnly(2024, 5, 1), 38)] },
                Stays = [new StayRule { LengthOfStay = new LogNormalDays(4, 4) }, new StayRule { Class = "frail", LengthOfStay = new GammaDays(7, 5) { AtMostDays = 30 } }],
                QueueLimit = 6,
                TurnedAwayTo = "chairs",
                Priority = ["frail", "old"],
                Patience = [new PatienceRule("young", new ExponentialDays(0.3))],
                Deaths = [new WaitingDeaths("frail", 0.2)],
            },
            PathwayRuns.Place("chairs", 5, new UniformDays(0.2, 1)) with { QueueLimit = 0, TurnedAwayTo = PathwayEnds.TurnedAway },
            PathwayRuns.Place("step", 12, new EmpiricalDays([new WeightedDays(3, 1), new WeightedDays(10, 2), new WeightedDays(25, 1)])) with
            {
                WaitingSpot = WaitingSpot.PreviousPlace,
                TransferDelay = new ExponentialDays(0.3),
                AdmissionHours = Weekdays(8, 18),
                Patience = [new PatienceRule(null, new FixedDays(20))],
                LeftTo = "visits",
            },
            PathwayRuns.Place("visits", 30.5, new FixedDays(1)) with
            {
                Kind = PlaceKind.Visits,
                Stays = [new StayRule { LengthOfStay = new LogNormalDays(12, 9), Visits = new VisitPackage(4, 0.5) }, new StayRule { Class = "young", LengthOfStay = new ExponentialDays(5), Visits = new VisitPackage(2, 2) }],
                Capacity = new PlaceCapacity { Steps = [new PathwayCapacityStep(null, 20)], Hours = [new CapacityInHours(Weekdays(0, 24), 30.5)] },
                TransferDelay = new FixedDays(0.5),
                ReserveDuringTransfer = false,
                AdmissionHours = Weekdays(9, 15),
                Costs = new PlaceCosts { PoundsPerVisit = 20, PoundsPerDelayDay = 5 },
            },
        ],
        Ends = ["care home"],
        Routes =
        [
            PathwayRuns.Route("door", ("ward", 0.9), ("chairs", 0.1)),
            PathwayRuns.Route("ward", (PathwayEnds.Home, 0.6), ("step", 0.15), ("visits", 0.2), (PathwayEnds.Died, 0.05)),
            PathwayRuns.Route("ward", (PathwayEnds.Home, 0.8), ("visits", 0.2)) with { Class = "young" },
            PathwayRuns.Route("chairs", (PathwayEnds.Home, 0.9), ("ward", 0.1)),
            PathwayRuns.Route("step", (PathwayEnds.Home, 0.5), ("care home", 0.3), ("ward", 0.1), ("step", 0.1)),
            PathwayRuns.Home("visits"),
        ],
        Start = new PathwayStart
        {
            Census =
            [
                new CensusRow { Place = "ward", Class = "old", InPlace = 25 },
                new CensusRow { Place = "step", Class = "frail", InPlace = 8, Waiting = 3, WaitingIn = "ward", WaitedDays = 2 },
                new CensusRow { Place = "visits", Class = "frail", InPlace = 2, Waiting = 2 },
            ],
        },
        Costs = new PathwayCosts { PoundsPerDeath = 10, PoundsPerTurnedAway = 3 },
        Policies =
        [
            new PathwayPolicy { Name = "more", Places = [new PlaceChange { Place = "ward", Capacity = PlaceCapacity.Of(60) }, new PlaceChange { Place = "step", TransferDelay = new FixedDays(0) }] },
            new PathwayPolicy { Name = "fewer come", Arrivals = [new ArrivalChange("door", 0.5), new ArrivalChange("members", 2)] },
        ],
    };

    private static WorkingHours Weekdays(double open, double close) => new()
    {
        Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        OpenHour = open,
        CloseHour = close,
    };
}
