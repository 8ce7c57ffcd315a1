using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.Theory;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class PathwaySystemTests
{
    [Fact]
    public void OnceThereIsRoom_ARunAllocatesNothing()
    {
        PathwaySystem system = new(new PathwayLayout(BusyPathway.Scenario with { Policies = [] }));
        system.Simulate(0);
        system.Simulate(1);

        long before = GC.GetAllocatedBytesForCurrentThread();
        system.Simulate(0);
        long after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
        Assert.True(system.Events > 1_000);
    }

    /// <summary>Memory used before, and room made in between, leave no trace.</summary>
    [Fact]
    public void ARunAfterOthers_IsThatOfFreshMemory()
    {
        PathwayScenario crowd = PathwayRuns.Station(50, double.PositiveInfinity, new LogNormalDays(30, 10), 120, 0);
        PathwayLayout layout = new(crowd);
        PathwaySystem used = new(layout);
        _ = used.Run(7);
        PathwayOutcome again = used.Run(3, check: true);
        PathwayOutcome fresh = new PathwaySystem(layout).Run(3, check: true);

        Assert.True(again.Value(1, PathwayMeasure.MeanOccupied) > 1_024, "The crowd must outgrow the first room.");
        foreach (PathwayMeasure measure in Enum.GetValues<PathwayMeasure>())
        {
            Assert.Equal(fresh.Value(1, measure), again.Value(1, measure));
        }

        Assert.Equal(fresh.Series(0, PathwaySeries.Occupied), again.Series(0, PathwaySeries.Occupied));
    }

    /// <summary>Beds close as people leave; nobody is sent away.</summary>
    [Fact]
    public void CapacityThatFallsBelowOccupancy_ClosesAsPeopleLeave()
    {
        PathwayScenario scenario = PathwayRuns.Station(0, 10, new FixedDays(10), 20, 0) with
        {
            Arrivals = [new ArrivalStream { Name = "door", To = "ward", Process = new RegularArrivals(null, 24) }],
        };
        scenario = scenario.With(p => p with { Capacity = new PlaceCapacity { Steps = [new PathwayCapacityStep(null, 10), new PathwayCapacityStep(new DateOnly(2024, 1, 8), 3)] }, QueueLimit = 0 });

        PathwayOutcome outcome = new PathwaySystem(new PathwayLayout(scenario)).Run(0, check: true);

        // One a day from day 0 on; from day 7 on nobody comes in until fewer than three are left, on day 14.
        Assert.Equal(7, outcome.Series(0, PathwaySeries.Occupied)[7]);
        Assert.Equal(7, outcome.Series(0, PathwaySeries.Occupied)[9]);
        Assert.Equal(6, outcome.Series(0, PathwaySeries.Occupied)[10]);
        Assert.Equal(3, outcome.Series(0, PathwaySeries.Occupied)[19]);
    }

    /// <summary>A bed that is free at the very second is free: one bed, a stay of a day, somebody each day.</summary>
    [Fact]
    public void ABedLeftAtTheSecondOfAnArrival_IsTaken()
    {
        PathwayScenario scenario = PathwayRuns.Station(0, 1, new FixedDays(1), 30, 0) with
        {
            Arrivals = [new ArrivalStream { Name = "door", To = "ward", Process = new RegularArrivals(null, 24) }],
        };
        PathwayOutcome outcome = new PathwaySystem(new PathwayLayout(scenario.With(p => p with { QueueLimit = 0 }))).Run(0, check: true);

        Assert.Equal(0, outcome.Value(1, PathwayMeasure.TurnedAway));
        Assert.Equal(1, outcome.Value(1, PathwayMeasure.Utilisation));
    }

    /// <summary>Held from the line on: line, then transfer. Not held: transfer, then line.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Transfer_IsAddedToTheLine_OrComesBeforeIt(bool reserves)
    {
        PathwayScenario scenario = PathwayRuns.Station(0, 1, new FixedDays(2), 30, 0) with
        {
            Arrivals = [new ArrivalStream { Name = "door", To = "ward", Process = new ListedArrivals([new DateTime(2024, 1, 1), new DateTime(2024, 1, 2)]) }],
        };
        PathwayOutcome outcome = new PathwaySystem(new PathwayLayout(scenario.With(p => p with { TransferDelay = new FixedDays(0.5), ReserveDuringTransfer = reserves }))).Run(0, check: true);

        // Both come half a day after they could; the first leaves on day 2.5. The second waits for that from day 1 on, or from day 1.5 on.
        double line = reserves ? 1.5 : 1;
        Assert.Equal(line / 2, outcome.Value(1, PathwayMeasure.MeanCapacityDelay), 1e-9);
        Assert.Equal(0.5, outcome.Value(1, PathwayMeasure.MeanTransitionDelay), 1e-9);
        Assert.Equal(4, outcome.Value(1, PathwayMeasure.MeanOccupied) * 30, 1e-9);
        Assert.Equal(reserves ? 5 : 4, outcome.Value(1, PathwayMeasure.MeanInUse) * 30, 1e-9);
    }

    [Fact]
    public void Costs_AreTheSumOfTheirParts()
    {
        PathwayScenario scenario = PathwayRuns.Station(2, 4, new ExponentialDays(2), 200).With(p => p with
        {
            QueueLimit = 3,
            Costs = new PlaceCosts { PoundsPerUnitDay = 100, PoundsPerOccupiedDay = 30, PoundsPerDelayDay = 7, PoundsPerTurnedAway = 11 },
        });
        PathwayOutcome outcome = new PathwaySystem(new PathwayLayout(scenario with { Costs = new PathwayCosts { PoundsPerTurnedAway = 1_000 } })).Run(0);

        double place = (100 * 4 * 200) + (30 * outcome.Value(1, PathwayMeasure.MeanOccupied) * 200) + (7 * outcome.Value(1, PathwayMeasure.DelayDays))
            + (11 * outcome.Value(1, PathwayMeasure.TurnedAway));
        Assert.True(outcome.Value(1, PathwayMeasure.TurnedAway) > 0);
        Assert.Equal(place, outcome.Value(1, PathwayMeasure.Cost), 1e-6);
        Assert.Equal(place + (1_000 * outcome.Value(1, PathwayMeasure.TurnedAway)), outcome.Value(0, PathwayMeasure.Cost), 1e-6);
    }
}
