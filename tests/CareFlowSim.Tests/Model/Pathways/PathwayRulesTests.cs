using CareFlowSim.Model;
using Xunit;
using static CareFlowSim.Tests.Model.PathwaySamples;

namespace CareFlowSim.Tests.Model;

public sealed class PathwayRulesTests
{
    private static readonly Dictionary<string, (PathwayScenario Scenario, string Path, string Wrong)> s_faults = new()
    {
        ["no days"] = (Good with { Period = new Period(new DateOnly(2024, 1, 1), 0, 0) }, "period.days", "is 0"),
        ["warm-up below 0"] = (Good with { Period = new Period(new DateOnly(2024, 1, 1), 1, -1) }, "period.warm_up_days", "is -1"),
        ["too many days"] = (Good with { Period = new Period(new DateOnly(2024, 1, 1), 24_000, 1_000) }, "period.days", "is 24000, with the warm-up 25000"),
        ["name twice"] = (Good with { Ends = ["ward"] }, "ends[0]", "is 'ward', the name of a place"),
        ["name of an end"] = (Good with { Ends = ["home"] }, "ends[0]", "is 'home', the name of an end that is always there"),
        ["class twice"] = (Good with { Classes = ["light", "heavy", "light"] }, "classes[2]", "is 'light', which is there already"),
        ["unknown first place"] = (Good with { Arrivals = [Good.Arrivals[0] with { To = "wart" }, Good.Arrivals[1]] }, "arrivals[0].to", "is 'wart', which is not a place"),
        ["no first place"] = (Good with { Arrivals = [Good.Arrivals[0] with { To = null }, Good.Arrivals[1]] }, "arrivals[0]", "has neither a first place nor a route from 'fit'"),
        ["unknown class of a share"] = (Good with { Arrivals = [Good.Arrivals[0] with { Shares = [new ClassShare("lite", 1)] }, Good.Arrivals[1]] }, "arrivals[0].shares[0].class", "is 'lite', which is not a class"),
        ["shares do not sum to 1"] = (Good with { Arrivals = [Good.Arrivals[0] with { Shares = [new ClassShare("light", 0.5), new ClassShare("heavy", 0.4)] }, Good.Arrivals[1]] }, "arrivals[0].shares", "has shares that sum to 0.9"),
        ["batch of a population"] = (Good with { Arrivals = [Good.Arrivals[0], Good.Arrivals[1] with { Batch = [new BatchSize(2, 1)] }] }, "arrivals[1].batch", "is given for a population, whose people come one by one"),
        ["batch without weight"] = (Good with { Arrivals = [Good.Arrivals[0] with { Batch = [new BatchSize(2, 0)] }, Good.Arrivals[1]] }, "arrivals[0].batch", "has no size with a weight"),
        ["rate below 0"] = (Fit(new PoissonArrivals(VaryingRate.Constant(-1))), "arrivals[0].process.rate.levels[0].per_day", "is -1"),
        ["rate of 0"] = (Good with { Arrivals = [Good.Arrivals[0] with { Process = new PoissonArrivals(VaryingRate.Constant(0)) }], Start = PathwayStart.Empty }, "arrivals[0].process.rate", "is 0 throughout, so nobody ever comes"),
        ["hazard of 0"] = (Fit(new PopulationArrivals(10, VaryingRate.Constant(0))), "arrivals[0].process.hazard", "is 0 throughout, so nobody of the population ever comes"),
        ["levels that fall back"] = (Fit(new PoissonArrivals(new VaryingRate { Levels = [new RatePoint(new DateTime(2024, 1, 2), 1), new RatePoint(new DateTime(2024, 1, 1), 1)] })), "arrivals[0].process.rate.levels[1].from", "is not after the one before"),
        ["five weekday factors"] = (Fit(new PoissonArrivals(VaryingRate.Constant(1) with { WeekdayFactors = [1, 1, 1, 1, 1] })), "arrivals[0].process.rate.weekday_factors", "has 5 factors"),
        ["waves too high"] = (Fit(new PoissonArrivals(VaryingRate.Constant(1) with { Waves = [new SineWave(0.7, 1, 0), new SineWave(0.5, 7, 0)] })), "arrivals[0].process.rate.waves", "has amplitudes that sum to 1.2, so the rate would fall below 0"),
        ["no moment in the run"] = (Fit(new ListedArrivals([new DateTime(2023, 1, 1)])), "arrivals[0].process.at", "lists no moment in the simulated days, 2023-12-25 to 2024-01-28"),
        ["distance of 0"] = (Fit(new RegularArrivals(null, 0)), "arrivals[0].process.every_hours", "is 0"),
        ["capacity below 0"] = (Ward(w => w with { Capacity = PlaceCapacity.Of(-1) }), "places[0].capacity.steps[0].units", "is -1"),
        ["half a bed"] = (Ward(w => w with { Capacity = PlaceCapacity.Of(9.5) }), "places[0].capacity.steps[0].units", "is 9.5"),
        ["capacity never open"] = (Ward(w => w with { Capacity = new PlaceCapacity { Steps = [new PathwayCapacityStep(null, 0), new PathwayCapacityStep(new DateOnly(2025, 1, 1), 9)] } }), "places[0].capacity", "is 0 throughout the simulated days, 2023-12-25 to 2024-01-28, so the place is never open"),
        ["capacity dates fall back"] = (Ward(w => w with { Capacity = new PlaceCapacity { Steps = [new PathwayCapacityStep(null, 10), new PathwayCapacityStep(null, 9)] } }), "places[0].capacity.steps[1].from", "is left out"),
        ["hours without limit"] = (Ward(w => w with { Capacity = new PlaceCapacity { Hours = [new CapacityInHours(Weekdays, 5)] } }), "places[0].capacity.hours", "is given for a place without limit"),
        ["window without a day"] = (Visits(v => v with { AdmissionHours = Weekdays with { Days = [] } }), "places[1].admission_hours.days", "names no day of the week, so no hour is ever open"),
        ["window that closes first"] = (Visits(v => v with { AdmissionHours = Weekdays with { OpenHour = 17, CloseHour = 8 } }), "places[1].admission_hours", "opens at 17 and closes at 8, so no hour is ever open"),
        ["window that never comes"] = (Visits(v => v with { AdmissionHours = Weekdays with { Days = [DayOfWeek.Sunday] } }) with { Period = new Period(new DateOnly(2024, 1, 1), 5, 0) }, "places[1].admission_hours", "is on Sunday only, and no such working day lies in the simulated days, 2024-01-01 to 2024-01-05"),
        ["no visits"] = (Visits(v => v with { Stays = [new StayRule { LengthOfStay = new FixedDays(1) }] }), "places[1].stays[0]", "does not say how many visits are needed"),
        ["visits to beds"] = (Ward(w => w with { Stays = [new StayRule { LengthOfStay = new FixedDays(1), Visits = new VisitPackage(1, 1) }] }), "places[0].stays[0].visits", "is given in a place that counts no visits"),
        ["visits that rise"] = (Visits(v => v with { Stays = [new StayRule { LengthOfStay = new FixedDays(1), Visits = new VisitPackage(1, 2) }] }), "places[1].stays[0].visits.last_per_day", "is 2"),
        ["too many visits"] = (Visits(v => v with { Capacity = PlaceCapacity.Of(3) }), "places[1].stays[0].visits.first_per_day", "is 4, more than the place ever has, so nobody could begin"),
        ["stay of a class missing"] = (Ward(w => w with { Stays = [w.Stays[0] with { Class = "light" }] }), "places[0].stays", "has no length of stay for class 'heavy', whose people come here"),
        ["stay of a class twice"] = (Ward(w => w with { Stays = [w.Stays[0], w.Stays[0]] }), "places[0].stays[1]", "is a second rule for all other classes"),
        ["mean of 0"] = (Stay(new ExponentialDays(0)), "places[0].stays[0].length_of_stay.mean_days", "is 0"),
        ["gamma without spread"] = (Stay(new GammaDays(1, 0)), "places[0].stays[0].length_of_stay.standard_deviation_days", "is 0"),
        ["uniform upside down"] = (Stay(new UniformDays(2, 1)), "places[0].stays[0].length_of_stay.high_days", "is 1"),
        ["empirical without weight"] = (Stay(new EmpiricalDays([new WeightedDays(1, 0)])), "places[0].stays[0].length_of_stay.values", "has no value with a weight"),
        ["limits that cross"] = (Stay(new ExponentialDays(1) { AtLeastDays = 3, AtMostDays = 2 }), "places[0].stays[0].length_of_stay.at_most_days", "is 2, below the least, 3"),
        ["limits that leave nothing"] = (Stay(new UniformDays(1, 2) { AtLeastDays = 3 }), "places[0].stays[0].length_of_stay.at_least_days", "leaves 3 days or more, and no length of the distribution lies there"),
        ["queue limit below 0"] = (Ward(w => w with { QueueLimit = -1 }), "places[0].queue_limit", "is -1"),
        ["turned away to nowhere"] = (Ward(w => w with { TurnedAwayTo = "elsewhere" }), "places[0].turned_away_to", "is 'elsewhere', which is not a place or an end"),
        ["turned away in a circle"] = (Good with { Places = [Good.Places[0] with { QueueLimit = 0, TurnedAwayTo = "visits" }, Good.Places[1] with { QueueLimit = 0, TurnedAwayTo = "ward" }] }, "places[0].turned_away_to", "sends people on at once in a circle, ward - visits - ward: when all are full somebody would go round for ever"),
        ["leaves in a circle in no time"] = (Good with { Places = [Good.Places[0] with { QueueLimit = 0, TurnedAwayTo = "visits" }, Good.Places[1] with { LeftTo = "ward", Patience = [new PatienceRule(null, new FixedDays(0))] }] }, "places[0].turned_away_to", "sends people on at once in a circle, ward - visits - ward: when all are full somebody would go round for ever"),
        ["leaves to itself"] = (Ward(w => w with { LeftTo = "ward", Patience = [new PatienceRule(null, new FixedDays(1))] }), "places[0].left_to", "is the place itself, so that nobody ever leaves its line"),
        ["unknown class of priority"] = (Ward(w => w with { Priority = ["urgent"] }), "places[0].priority[0]", "is 'urgent', which is not a class"),
        ["deaths below 0"] = (Ward(w => w with { Deaths = [new WaitingDeaths(null, -0.1)] }), "places[0].deaths[0].per_day", "is -0.1"),
        ["transfer below 0"] = (Ward(w => w with { TransferDelay = new FixedDays(-1) }), "places[0].transfer_delay.days", "is -1"),
        ["cost below 0"] = (Ward(w => w with { Costs = new PlaceCosts { PoundsPerVisit = -1 } }), "places[0].costs.pounds_per_visit", "is -1"),
        ["cost of a death below 0"] = (Good with { Costs = new PathwayCosts { PoundsPerDeath = -1 } }, "costs.pounds_per_death", "is -1"),
        ["probabilities"] = (Good with { Routes = [Route("ward", ("visits", 0.6), ("home", 0.3)), .. Good.Routes.Skip(1)] }, "routes[0].to", "has probabilities from 'ward' that sum to 0.9"),
        ["probabilities of a class"] = (Good with { Routes = [.. Good.Routes, Route("ward", ("home", 0.5)) with { Class = "light" }] }, "routes[3].to", "has probabilities from 'ward' for class 'light' that sum to 0.5"),
        ["probability above 1"] = (Good with { Routes = [Route("ward", ("home", 1.5)), .. Good.Routes.Skip(1)] }, "routes[0].to[0].probability", "is 1.5"),
        ["route to nowhere"] = (Good with { Routes = [Route("ward", ("visits", 0.6), ("hom", 0.4)), .. Good.Routes.Skip(1)] }, "routes[0].to[1].to", "is 'hom', which is not a place or an end"),
        ["route from nowhere"] = (Good with { Routes = [.. Good.Routes, Route("wards", ("home", 1))] }, "routes[3].from", "is 'wards', which is not a place or a stream"),
        ["route of a stream with a place"] = (Good with { Routes = [.. Good.Routes, Route("fit", ("ward", 1))] }, "routes[3].from", "is 'fit', a stream that has its first place, 'ward', already"),
        ["route twice"] = (Good with { Routes = [.. Good.Routes, Good.Routes[0]] }, "routes[3]", "is a second route from 'ward' for all other classes"),
        ["no route"] = (Good with { Routes = [Good.Routes[0], Good.Routes[2]] }, "places[1]", "'visits' has no route, so nobody could ever leave"),
        ["no route for a class"] = (Good with { Routes = [Good.Routes[0] with { Class = "light" }, .. Good.Routes.Skip(1)] }, "places[0]", "'ward' has no route for class 'heavy', whose people come here"),
        ["no route of a stream for a class"] = (Good with { Routes = [.. Good.Routes.Take(2), Good.Routes[2] with { Class = "light" }] }, "arrivals[1]", "has no route for class 'heavy'"),
        ["never reached"] = (Good with { Places = [.. Good.Places, Place("annexe", 3)], Routes = [.. Good.Routes, Route("annexe", ("home", 1))] }, "places[2]", "'annexe' is never reached"),
        ["no way out"] = (Good with { Routes = [Route("ward", ("visits", 1)), Route("visits", ("ward", 1)), Good.Routes[2]] }, "places[0]", "nobody of class 'light', 'heavy' who comes to 'ward' ever reaches an end"),
        ["census of an unknown place"] = (Census(new CensusRow { Place = "wards", Class = "light" }), "start.census[0].place", "is 'wards', which is not a place"),
        ["census without class"] = (Census(new CensusRow { Place = "ward", InPlace = 1 }), "start.census[0]", "does not say which class"),
        ["census above capacity"] = (Census(new CensusRow { Place = "ward", Class = "light", InPlace = 6 }, new CensusRow { Place = "ward", Class = "heavy", InPlace = 5 }), "start.census[1].in_place", "brings 'ward' to 11 units in use, above its capacity of 10"),
        ["census of visits above capacity"] = (Census(new CensusRow { Place = "visits", Class = "light", InPlace = 41 }), "start.census[0].in_place", "brings 'visits' to 41 units in use, above its capacity of 40.5"),
        ["census below 0"] = (Census(new CensusRow { Place = "ward", Class = "light", Waiting = -1 }), "start.census[0].waiting", "is -1"),
        ["census boards for what does not board"] = (Census(new CensusRow { Place = "visits", Class = "light", Waiting = 1, WaitingIn = "ward" }), "start.census[0].waiting_in", "is 'ward', but whoever waits for 'visits' waits outside"),
        ["census above the queue limit"] = (Ward(w => w with { QueueLimit = 2 }), "start.census[0].waiting", "makes 3 wait for 'ward', whose queue limit is 2"),
        ["nobody ever"] = (Good with { Arrivals = [], Start = PathwayStart.Empty }, "arrivals", "has no stream, and nobody is there at the start"),
        ["no replication"] = (Good with { Replications = new PathwayReplications { Number = 0 } }, "replications.number", "is 0"),
        ["half width of 0"] = (Goal(g => g with { HalfWidth = 0 }), "replications.precision[0].half_width", "is 0"),
        ["two replications"] = (Goal(g => g with { AtLeast = 2 }), "replications.precision[0].at_least", "is 2"),
        ["most below fewest"] = (Goal(g => g with { AtMost = 2 }), "replications.precision[0].at_most", "is 2"),
        ["unknown measure"] = (Goal(g => g with { Measure = (PathwayMeasure)99 }), "replications.precision[0].measure", "is 99, which is not a measure"),
        ["goal of an unknown place"] = (Goal(g => g with { Place = "bed" }), "replications.precision[0].place", "is 'bed', which is not a place"),
        ["visits where none are"] = (Goal(g => g with { Place = "ward", Measure = PathwayMeasure.Visits }), "replications.precision[0].measure", "is the visits of 'ward', which counts none"),
        ["utilisation of the whole path"] = (Goal(g => g with { Place = null, Measure = PathwayMeasure.Utilisation }), "replications.precision[0]", "does not say of which place; the whole path has no such measure"),
        ["search of an unknown place"] = (Search(s => s with { Places = [new SearchRange("bed", 1, 2)] }), "search.places[0].place", "is 'bed', which is not a place"),
        ["search upside down"] = (Search(s => s with { Places = [new SearchRange("ward", 3, 2)] }), "search.places[0].highest", "is 2"),
        ["search without end"] = (Search(s => s with { MostEvaluations = 10 }), "search.method", "is the grid, and the ranges have 11 combinations, more than the most evaluations, 10"),
        ["golden section of two"] = (Search(s => s with { Method = SearchMethod.GoldenSection, Places = [new SearchRange("ward", 1, 2), new SearchRange("visits", 5, 6)] }), "search.method", "is the golden section, and 2 capacities are sought"),
        ["least capacity without a level"] = (Search(s => s with { Objective = SearchObjective.LeastCapacity }), "search.service_levels", "is empty, so that no capacity at all would be best"),
        ["least cost without a cost"] = (Ward(w => w with { Costs = new PlaceCosts() }), "search.objective", "is the least cost, and nothing has a cost"),
        ["level of an unknown place"] = (Search(s => s with { ServiceLevels = [new ServiceLevel("bed", PathwayMeasure.MeanWait, 1)] }), "search.service_levels[0].place", "is 'bed', which is not a place"),
        ["policy named baseline"] = (Policy(p => p with { Name = "Baseline" }), "policies[0].name", "is 'Baseline', the name of the scenario without a policy"),
        ["policy without change"] = (Policy(p => p with { Places = [] }), "policies[0]", "changes nothing"),
        ["policy of an unknown place"] = (Policy(p => p with { Places = [new PlaceChange { Place = "bed", Capacity = PlaceCapacity.Of(1) }] }), "policies[0].places[0].place", "is 'bed', which is not a place"),
        ["policy of an unknown stream"] = (Policy(p => p with { Arrivals = [new ArrivalChange("fat", 1)] }), "policies[0].arrivals[0].stream", "is 'fat', which is not a stream"),
        ["policy with too few beds for the census"] = (Policy(p => p with { Places = [new PlaceChange { Place = "ward", Capacity = PlaceCapacity.Of(9) }] }), "policies[0]", "with this policy: brings 'ward' to 10 units in use, above its capacity of 9"),
        ["policy that leaves a population at home"] = (Policy(p => p with { Arrivals = [new ArrivalChange("direct", 0)] }), "policies[0]", "with this policy: is 0 throughout, so nobody of the population ever comes"),
        ["policy that closes the way out"] = (Policy(p => p with { Routes = [Route("ward", ("visits", 1)), Route("visits", ("ward", 1))] }), "policies[0]", "with this policy: nobody of class 'light', 'heavy' who comes to 'ward' ever reaches an end"),
    };

    public static TheoryData<string> Names => [.. s_faults.Keys];

    [Fact]
    public void Check_GoodScenario_HasNoFaults() => Assert.Empty(PathwayRules.Check(Good));

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OneFault_IsNotedOnceInItsPlace(string name)
    {
        (PathwayScenario scenario, string path, string wrong) = s_faults[name];
        IReadOnlyList<PathwayFault> faults = PathwayRules.Check(scenario);
        PathwayFault fault = Assert.Single(faults, f => f.Path == path && f.Wrong == wrong);
        Assert.NotEmpty(fault.Allowed);
        Assert.Equal(faults.Count, faults.Distinct().Count());
    }

    /// <summary>What follows from a misspelt name is not told beside it.</summary>
    [Fact]
    public void Check_MisspeltName_IsOneFault()
    {
        PathwayScenario alone = Good with { Policies = [], Search = null, Start = PathwayStart.Empty };
        PathwayScenario astray = alone with { Arrivals = [Good.Arrivals[0] with { To = "wrad" }, Good.Arrivals[1]], Routes = [Good.Routes[0], Route("visits", ("care home", 1)), Good.Routes[2]] };
        Assert.Equal(["arrivals[0].to"], PathwayRules.Check(astray).Select(f => f.Path));
        Assert.Equal(["routes[1].from"], PathwayRules.Check(alone with { Routes = [Good.Routes[0], Route("vists", ("home", 1)), Good.Routes[2]] }).Select(f => f.Path));
    }

    /// <summary>One stream of several may be switched off, by the scenario or by a policy, and a policy may leave a place empty.</summary>
    [Fact]
    public void Check_WhatIsSwitchedOff_IsNoFault()
    {
        Assert.Empty(PathwayRules.Check(Fit(new PoissonArrivals(VaryingRate.Constant(0)))));
        Assert.Empty(PathwayRules.Check(Policy(p => p with { Arrivals = [new ArrivalChange("fit", 0)] })));
        PathwayScenario direct = Good with { Arrivals = [Good.Arrivals[0]], Routes = [.. Good.Routes.Take(2)] };
        Assert.Empty(PathwayRules.Check(direct with { Policies = [new PathwayPolicy { Name = "home", Routes = [Route("ward", ("home", 1))] }] }));
    }

    [Fact]
    public void Check_ManyFaults_AreAllNotedAtOnce()
    {
        PathwayScenario scenario = Ward(w => w with { QueueLimit = -1, LeftTo = "x" }) with { Ends = ["home"], Costs = new PathwayCosts { PoundsPerDeath = -1 } };
        Assert.Equal(["ends[0]", "places[0].queue_limit", "places[0].left_to", "costs.pounds_per_death"], PathwayRules.Check(scenario).Select(f => f.Path).Intersect(["ends[0]", "places[0].queue_limit", "places[0].left_to", "costs.pounds_per_death"]));
    }

    private static PathwayScenario Census(params CensusRow[] rows) => Good with { Start = new PathwayStart { Census = rows } };

    private static PathwayScenario Goal(Func<PrecisionGoal<PathwayMeasure>, PrecisionGoal<PathwayMeasure>> change) =>
        Good with { Replications = new PathwayReplications { Precision = [change(new PrecisionGoal<PathwayMeasure> { Measure = PathwayMeasure.MeanWait, Place = "ward", HalfWidth = 0.05 })] } };

    private static PathwayScenario Search(Func<CapacitySearch, CapacitySearch> change) => Good with { Search = change(Good.Search!) };

    private static PathwayScenario Policy(Func<PathwayPolicy, PathwayPolicy> change) => Good with { Policies = [change(Good.Policies[0])] };
}
