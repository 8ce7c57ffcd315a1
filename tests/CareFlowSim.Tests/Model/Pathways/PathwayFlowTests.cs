using CareFlowSim.Model;
using Xunit;
using static CareFlowSim.Tests.Model.PathwaySamples;

namespace CareFlowSim.Tests.Model;

/// <summary>Which circles of places can lock up, and which cannot.</summary>
public sealed class PathwayFlowTests
{
    [Fact]
    public void TwoPlacesThatBoardForEachOther_CanLockUp()
    {
        PathwayFault fault = Assert.Single(PathwayRules.Check(Two(Boards, Boards)));
        Assert.Equal("routes[1].to[0].to", fault.Path);
        Assert.Equal("closes a circle of places that board for each other, acute - step-down - acute: when all are full of people waiting for the next, nobody can ever move (deadlock)", fault.Wrong);
    }

    [Fact]
    public void APlaceThatBoardsForItself_CanLockUp()
    {
        PathwayScenario scenario = Two(Boards, p => p) with { Routes = [Route("acute", ("acute", 0.2), ("step-down", 0.8)), Route("step-down", ("home", 1))] };
        Assert.Contains("lets people board in 'acute' for 'acute' itself", Assert.Single(PathwayRules.Check(scenario)).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void OneThatWaitsOutside_OrHasNoLimit_OrIsLeftInTime_CannotLockUp()
    {
        Assert.Empty(PathwayRules.Check(Two(Boards, p => p)));
        Assert.Empty(PathwayRules.Check(Two(Boards, p => Boards(p) with { Capacity = PlaceCapacity.Unlimited })));
        Assert.Empty(PathwayRules.Check(Two(Boards, p => Boards(p) with { Patience = [new PatienceRule(null, new ExponentialDays(3))] })));
        Assert.Empty(PathwayRules.Check(Two(Boards, p => Boards(p) with { Deaths = [new WaitingDeaths(null, 0.01)] })));
    }

    [Fact]
    public void ARouteWithoutProbability_IsNoCircle()
    {
        PathwayScenario scenario = Two(Boards, Boards);
        Assert.Empty(PathwayRules.Check(scenario with { Routes = [scenario.Routes[0], Route("step-down", ("acute", 0), ("home", 1))] }));
    }

    [Fact]
    public void ACircleOfThree_IsToldOnce()
    {
        PathwayScenario scenario = Two(Boards, Boards) with
        {
            Places = [Boards(Place("a", 1)), Boards(Place("b", 1)), Boards(Place("c", 1))],
            Arrivals = [new ArrivalStream { Name = "in", To = "a", Process = new RegularArrivals(null, 24) }],
            Routes = [Route("a", ("b", 1)), Route("b", ("c", 0.5), ("home", 0.5)), Route("c", ("home", 0.9), ("a", 0.1))],
        };
        PathwayFault fault = Assert.Single(PathwayRules.Check(scenario));
        Assert.Equal("routes[2].to[1].to", fault.Path);
        Assert.Contains("a - b - c - a", fault.Wrong, StringComparison.Ordinal);
    }

    private static PathwayPlace Boards(PathwayPlace place) => place with { WaitingSpot = WaitingSpot.PreviousPlace };

    private static PathwayScenario Two(Func<PathwayPlace, PathwayPlace> acute, Func<PathwayPlace, PathwayPlace> stepDown) => new()
    {
        Name = "two",
        Title = "Does it lock up?",
        Period = new Period(new DateOnly(2024, 1, 1), 28, 0),
        Arrivals = [new ArrivalStream { Name = "in", To = "acute", Process = new PoissonArrivals(VaryingRate.Constant(1)) }],
        Places = [acute(Place("acute", 5)), stepDown(Place("step-down", 5))],
        Routes = [Route("acute", ("step-down", 0.5), ("home", 0.5)), Route("step-down", ("acute", 0.1), ("home", 0.9))],
    };
}
