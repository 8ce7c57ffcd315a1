using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of a place where people stay.</summary>
internal static class PlaceKeys
{
    private const double MostPounds = 1e9;

    private static readonly Key<PathwayPlace, string> Name = new(TextForm.Label, p => p.Name) { Name = "name", Meaning = "Name in tables and charts; no stream, place or end shares it.", Required = true };

    private static readonly Key<PathwayPlace, PlaceKind> Kind = new(
        new ChoiceForm<PlaceKind>(("beds", PlaceKind.Beds), ("slots", PlaceKind.Slots), ("teams", PlaceKind.Teams), ("visits", PlaceKind.Visits)), p => p.Kind)
    {
        Name = "kind",
        Meaning = "What its capacity counts: beds, slots or teams take one person each; visits are home visits a day, of which each person needs some.",
        Default = PlaceKind.Beds,
    };

    private static readonly Key<PathwayPlace, PlaceCapacity> Capacity = new(CapacityForm.OfPlace, p => p.Capacity)
    {
        Name = "capacity",
        Meaning = "How much there is: a number, `unlimited`, or steps by date and working hours.",
        Required = true,
    };

    private static readonly Key<PathwayPlace, IReadOnlyList<StayRule>> Stay = new(StayKeys.Stays, p => p.Stays)
    {
        Name = "stay",
        Meaning = "How long people stay: one group for everybody, or a list by class.",
        Required = true,
    };

    private static readonly Key<PathwayPlace, long> QueueLimit = new(new WholeNumberForm("people", 0, 1_000_000), p => p.QueueLimit is { } limit ? (long)limit : null)
    {
        Name = "queue_limit",
        Meaning = "The most people waiting outside for the place; who finds as many is turned away. 0 is a loss system. People who wait in the place before do not count.",
        Otherwise = "no limit",
    };

    private static readonly Key<PathwayPlace, string> TurnedAwayTo = new(TextForm.Label, p => p.TurnedAwayTo) { Name = "turned_away_to", Meaning = "Where those go who are turned away: a place or an end.", Default = PathwayEnds.TurnedAway };

    private static readonly Key<PathwayPlace, IReadOnlyList<string>> Priority = new(new ListForm<string>("a list of classes, the most urgent first", TextForm.Label), p => p.Priority.Count == 0 ? null : p.Priority)
    {
        Name = "priority",
        Meaning = "Classes by urgency, the most urgent first; classes not named come last, together. Within a rank, first come, first served.",
        Otherwise = "first come, first served",
    };

    private static readonly Key<PathwayPlace, IReadOnlyList<PatienceRule>> Patience = new(StayKeys.Patience, p => p.Patience.Count == 0 ? null : p.Patience)
    {
        Name = "patience",
        Meaning = "How long people are willing to wait: one group for everybody, or a list by class.",
        Otherwise = "for ever",
    };

    private static readonly Key<PathwayPlace, string> LeftTo = new(TextForm.Label, p => p.LeftTo) { Name = "left_to", Meaning = "Where those go whose patience is over: a place or an end.", Default = PathwayEnds.Left };

    private static readonly Key<PathwayPlace, IReadOnlyList<WaitingDeaths>> Deaths = new(StayKeys.Deaths, p => p.Deaths.Count == 0 ? null : p.Deaths)
    {
        Name = "deaths_waiting",
        Meaning = "Deaths among those who wait: one group for everybody, or a list by class.",
        Otherwise = "none",
    };

    private static readonly Key<PathwayPlace, WaitingSpot> Waiting = new(
        new ChoiceForm<WaitingSpot>(("outside", WaitingSpot.Outside), ("previous-place", WaitingSpot.PreviousPlace)), p => p.WaitingSpot)
    {
        Name = "wait_in",
        Meaning = "Where those wait who come from another place: outside, so that the previous place is free at once, or in the previous place, which stays occupied (boarding, blocking after service).",
        Default = WaitingSpot.Outside,
    };

    private static readonly Key<PathwayPlace, DayDistribution> Transfer = new(DistributionKeys.Length, p => p.TransferDelay)
    {
        Name = "transfer_delay",
        Meaning = "What the transfer to this place takes.",
        Otherwise = "no time",
    };

    private static readonly Key<PathwayPlace, WorkingHours> Admission = new(HoursKeys.Group, p => p.AdmissionHours)
    {
        Name = "admission_hours",
        Meaning = "Hours in which people may come in.",
        Otherwise = "at any time",
    };

    private static readonly Key<PathwayPlace, bool> Reserve = new(TruthForm.TrueOrFalse, p => p.ReserveDuringTransfer)
    {
        Name = "reserve_during_transfer",
        Meaning = "true: first the line, then transfer and admission hour, and the place is held for the person meanwhile. false: transfer and admission hour first, then the line.",
        Default = true,
    };

    private static readonly Key<PlaceCosts, double> UnitDay = Pounds<PlaceCosts>("pounds_per_unit_day", "GBP a unit and day", "Each unit of capacity and day, used or not.", c => c.PoundsPerUnitDay);
    private static readonly Key<PlaceCosts, double> OccupiedDay = Pounds<PlaceCosts>("pounds_per_occupied_day", "GBP a person and day", "Each person in the place and day, boarding included.", c => c.PoundsPerOccupiedDay);
    private static readonly Key<PlaceCosts, double> Visit = Pounds<PlaceCosts>("pounds_per_visit", "GBP a visit", "Each visit made.", c => c.PoundsPerVisit);
    private static readonly Key<PlaceCosts, double> DelayDay = Pounds<PlaceCosts>("pounds_per_delay_day", "GBP a person and day", "Each day of delay before coming in, line and transfer.", c => c.PoundsPerDelayDay);
    private static readonly Key<PlaceCosts, double> TurnedAway = Pounds<PlaceCosts>("pounds_per_turned_away", "GBP a person", "Each person turned away here.", c => c.PoundsPerTurnedAway);
    private static readonly Key<PlaceCosts, double> DeathWaiting = Pounds<PlaceCosts>("pounds_per_death_waiting", "GBP a person", "Each person who dies waiting here.", c => c.PoundsPerDeathWaiting);

    private static readonly Key<PathwayPlace, PlaceCosts> Costs = new(
        new GroupForm<PlaceCosts>(
            "a group of unit costs",
            [UnitDay, OccupiedDay, Visit, DelayDay, TurnedAway, DeathWaiting],
            v => new PlaceCosts
            {
                PoundsPerUnitDay = v.Get(UnitDay),
                PoundsPerOccupiedDay = v.Get(OccupiedDay),
                PoundsPerVisit = v.Get(Visit),
                PoundsPerDelayDay = v.Get(DelayDay),
                PoundsPerTurnedAway = v.Get(TurnedAway),
                PoundsPerDeathWaiting = v.Get(DeathWaiting),
            }),
        p => p.Costs == new PlaceCosts() ? null : p.Costs)
    {
        Name = "costs",
        Meaning = "What the place costs.",
        Otherwise = "nothing",
    };

    /// <summary>One place.</summary>
    public static GroupForm<PathwayPlace> Group { get; } = new(
        "a group with a name, a capacity and a stay",
        [Name, Kind, Capacity, Stay, QueueLimit, TurnedAwayTo, Priority, Patience, LeftTo, Deaths, Waiting, Transfer, Admission, Reserve, Costs],
        v => new PathwayPlace
        {
            Name = v.Get(Name),
            Kind = v.Get(Kind),
            Capacity = v.FindGroup(Capacity) ?? CapacityForm.OfPlace.Fallback,
            Stays = v.FindGroup(Stay) ?? [],
            QueueLimit = (int?)v.Find(QueueLimit),
            TurnedAwayTo = v.Get(TurnedAwayTo),
            Priority = v.FindGroup(Priority) ?? [],
            Patience = v.FindGroup(Patience) ?? [],
            LeftTo = v.Get(LeftTo),
            Deaths = v.FindGroup(Deaths) ?? [],
            WaitingSpot = v.Get(Waiting),
            TransferDelay = v.FindGroup(Transfer),
            AdmissionHours = v.FindGroup(Admission),
            ReserveDuringTransfer = v.Get(Reserve),
            Costs = v.FindGroup(Costs) ?? new PlaceCosts(),
        });

    /// <summary>A key for a sum of money.</summary>
    public static Key<TOwner, double> Pounds<TOwner>(string name, string unit, string meaning, Func<TOwner, double> part) =>
        new(new NumberForm(unit, 0, MostPounds), o => part(o)) { Name = name, Meaning = meaning, Default = 0 };
}
