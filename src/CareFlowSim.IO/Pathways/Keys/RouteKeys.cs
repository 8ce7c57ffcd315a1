using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of where people go next, of who is there at the beginning, and of what belongs to no place.</summary>
internal static class RouteKeys
{
    private static readonly Key<PathwayRoute, string> From = new(TextForm.Label, r => r.From) { Name = "from", Meaning = "A place, or a stream without a first place.", Required = true };
    private static readonly Key<PathwayRoute, string> Class = new(TextForm.Label, r => r.Class) { Name = "class", Meaning = "The class that it holds for.", Otherwise = "every class without a route of its own" };

    private static readonly Key<PathwayRoute, IReadOnlyList<RouteChoice>> To = new(
        new SharesForm<RouteChoice>("places or ends with their probabilities, such as { rehabilitation: 0.3, home: 0.7 }, or one name alone", new NumberForm("probability", 0, 1), (n, p) => new RouteChoice(n, p), c => (c.To, c.Probability)),
        r => r.To)
    {
        Name = "to",
        Meaning = "Places and ends with their probabilities, which add up to 1; a single name alone has 1. Loops are allowed. Ends always there: home, died, turned away, left.",
        Required = true,
    };

    private static readonly Key<CensusRow, string> Place = new(TextForm.Label, c => c.Place) { Name = "place", Meaning = "The place.", Required = true };
    private static readonly Key<CensusRow, string> CensusClass = new(TextForm.Label, c => c.Class) { Name = "class", Meaning = "Their class.", Otherwise = "the only class" };
    private static readonly Key<CensusRow, long> InPlace = new(new WholeNumberForm("people", 0, 1_000_000), c => (long)c.InPlace) { Name = "in_place", Meaning = "People in the place.", Default = 0L };
    private static readonly Key<CensusRow, long> Waiting = new(new WholeNumberForm("people", 0, 1_000_000), c => (long)c.Waiting) { Name = "waiting", Meaning = "People waiting for it.", Default = 0L };
    private static readonly Key<CensusRow, string> WaitingIn = new(TextForm.Label, c => c.WaitingIn) { Name = "waiting_in", Meaning = "The place that those who wait still occupy.", Otherwise = "they wait outside" };
    private static readonly Key<CensusRow, double> Waited = new(new NumberForm("days", 0, 10_000), c => c.WaitedDays) { Name = "waited_days", Meaning = "How long they have waited already.", Default = 0 };

    private static readonly Key<PathwayStart, IReadOnlyList<CensusRow>> Census = new(
        new ListForm<CensusRow>(
            "a list of who is where",
            new GroupForm<CensusRow>(
                "a group with a place and people",
                [Place, CensusClass, InPlace, Waiting, WaitingIn, Waited],
                v => new CensusRow
                {
                    Place = v.Get(Place),
                    Class = v.FindGroup(CensusClass),
                    InPlace = (int)v.Get(InPlace),
                    Waiting = (int)v.Get(Waiting),
                    WaitingIn = v.FindGroup(WaitingIn),
                    WaitedDays = v.Get(Waited),
                })),
        s => s.Census)
    {
        Name = "census",
        Meaning = "People there when the run begins, by place and class. What remains of their stays is drawn as of people found at a random moment: long stays are found more often.",
        Required = true,
    };

    private static readonly Key<PathwayCosts, double> Death = PlaceKeys.Pounds<PathwayCosts>("pounds_per_death", "GBP a person", "Each person who dies, in a place or waiting.", c => c.PoundsPerDeath);
    private static readonly Key<PathwayCosts, double> TurnedAway = PlaceKeys.Pounds<PathwayCosts>("pounds_per_turned_away", "GBP a person", "Each person turned away for good.", c => c.PoundsPerTurnedAway);
    private static readonly Key<PathwayCosts, double> Left = PlaceKeys.Pounds<PathwayCosts>("pounds_per_left", "GBP a person", "Each person who leaves a line for good.", c => c.PoundsPerLeft);

    /// <summary>One route.</summary>
    public static GroupForm<PathwayRoute> Group { get; } = new(
        "a group with from and to",
        [From, Class, To],
        v => new PathwayRoute { From = v.Get(From), Class = v.FindGroup(Class), To = v.FindGroup(To) ?? [] });

    /// <summary>Who is there at the beginning.</summary>
    public static GroupForm<PathwayStart> Start { get; } = new("a group with census", [Census], v => new PathwayStart { Census = v.FindGroup(Census) ?? [] });

    /// <summary>Costs that belong to no place.</summary>
    public static GroupForm<PathwayCosts> Costs { get; } = new(
        "a group of unit costs",
        [Death, TurnedAway, Left],
        v => new PathwayCosts { PoundsPerDeath = v.Get(Death), PoundsPerTurnedAway = v.Get(TurnedAway), PoundsPerLeft = v.Get(Left) });
}
