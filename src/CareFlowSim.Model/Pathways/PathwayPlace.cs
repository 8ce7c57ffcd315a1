namespace CareFlowSim.Model;

/// <summary>What a place counts.</summary>
public enum PlaceKind
{
    /// <summary>Beds: one person each.</summary>
    Beds,

    /// <summary>Slots: one person each.</summary>
    Slots,

    /// <summary>Teams or staff: one person at a time each.</summary>
    Teams,

    /// <summary>Home visits: each person needs so many visits a day (see <see cref="VisitPackage"/>), and the capacity is visits per day.</summary>
    Visits,
}

/// <summary>Where somebody who comes from another place waits.</summary>
public enum WaitingSpot
{
    /// <summary>Outside: the previous place is free again at once.</summary>
    Outside,

    /// <summary>In the previous place, which stays occupied until the transfer is over: boarding, or blocking after service.</summary>
    PreviousPlace,
}

/// <summary>A place where people stay: a ward, a clinic's slots, a team, a round of visits.</summary>
public sealed record PathwayPlace
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What is counted.</summary>
    public PlaceKind Kind { get; init; } = PlaceKind.Beds;

    /// <summary>How much there is.</summary>
    public required PlaceCapacity Capacity { get; init; }

    /// <summary>Lengths of stay; each class needs one, of its own or the one without class.</summary>
    public required IReadOnlyList<StayRule> Stays { get; init; }

    /// <summary>The most people waiting outside for the place: who finds as many is turned away. 0 makes it a loss system, null sets no limit. People boarding do not count.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>Where those turned away go: a place or an end.</summary>
    public string TurnedAwayTo { get; init; } = PathwayEnds.TurnedAway;

    /// <summary>Classes by urgency, the most urgent first; classes not named come last, together. Within a rank first come, first served. Empty is one line for all.</summary>
    /// <remarks>Who is first and does not fit (visits) holds up those behind: nobody overtakes in a line.</remarks>
    public IReadOnlyList<string> Priority { get; init; } = [];

    /// <summary>How long people are willing to wait until the place is theirs; classes without a rule wait for ever.</summary>
    public IReadOnlyList<PatienceRule> Patience { get; init; } = [];

    /// <summary>Where those go whose patience is over: a place or an end.</summary>
    public string LeftTo { get; init; } = PathwayEnds.Left;

    /// <summary>Deaths while waiting until the place is theirs.</summary>
    public IReadOnlyList<WaitingDeaths> Deaths { get; init; } = [];

    /// <summary>Where those wait who come from another place.</summary>
    public WaitingSpot WaitingSpot { get; init; } = WaitingSpot.Outside;

    /// <summary>What the transfer to this place takes, from the moment somebody may come; null takes no time.</summary>
    public DayDistribution? TransferDelay { get; init; }

    /// <summary>Hours in which people may come in; null is at any time.</summary>
    public WorkingHours? AdmissionHours { get; init; }

    /// <summary>
    /// Whether the place is held for a person from the moment it is theirs, through the transfer, to the next admission hour: first the line, then the transfer.
    /// If not, it is the other way round: transfer and next admission hour first, then the line, which moves only in admission hours.
    /// </summary>
    public bool ReserveDuringTransfer { get; init; } = true;

    /// <summary>What the place costs.</summary>
    public PlaceCosts Costs { get; init; } = new();
}

/// <summary>How much of a place there is. When it falls below what is in use nobody is sent away: it closes as people leave.</summary>
public sealed record PlaceCapacity
{
    /// <summary>No limit.</summary>
    public static PlaceCapacity Unlimited { get; } = new();

    /// <summary>Units (beds, slots, teams, visits per day) from each date on, in rising order; the first also holds before. Empty is without limit.</summary>
    public IReadOnlyList<PathwayCapacityStep> Steps { get; init; } = [];

    /// <summary>Units in certain working hours instead of the dated ones; where several hold, the first does.</summary>
    public IReadOnlyList<CapacityInHours> Hours { get; init; } = [];

    /// <summary>Whether there is no limit.</summary>
    public bool IsUnlimited => Steps.Count == 0;

    /// <summary>The same at all times.</summary>
    public static PlaceCapacity Of(double units) => new() { Steps = [new PathwayCapacityStep(null, units)] };
}

/// <summary>Capacity from a date on.</summary>
/// <param name="From">The date, at midnight; null is the start of the run, only for the first step.</param>
/// <param name="Units">0 or more; whole but for visits per day.</param>
public sealed record PathwayCapacityStep(DateOnly? From, double Units);

/// <summary>Capacity within working hours.</summary>
/// <param name="When">The hours.</param>
/// <param name="Units">0 or more; whole but for visits per day.</param>
public sealed record CapacityInHours(WorkingHours When, double Units);

/// <summary>Hours on some days of the week.</summary>
public sealed record WorkingHours
{
    /// <summary>The days.</summary>
    public required IReadOnlyList<DayOfWeek> Days { get; init; }

    /// <summary>Hour of the day at which they begin, 0 to below 24 (8.5 is half past eight).</summary>
    public double OpenHour { get; init; }

    /// <summary>Hour of the day at which they end, above the beginning and at most 24.</summary>
    public double CloseHour { get; init; } = 24;

    /// <summary>Whether they hold on bank holidays too.</summary>
    public bool OnBankHolidays { get; init; }
}

/// <summary>How long people of a class stay.</summary>
public sealed record StayRule
{
    /// <summary>The class; null holds for every class without a rule of its own.</summary>
    public string? Class { get; init; }

    /// <summary>Length of stay; for visits that of the episode.</summary>
    public required DayDistribution LengthOfStay { get; init; }

    /// <summary>The visits needed; only and always in a place that counts visits.</summary>
    public VisitPackage? Visits { get; init; }
}

/// <summary>Visits that taper: by equal steps from the first day of the episode to its last.</summary>
/// <param name="FirstPerDay">Visits on the first day, above 0. A person begins when so many are free.</param>
/// <param name="LastPerDay">Visits on the last day, 0 to the first day's.</param>
public sealed record VisitPackage(double FirstPerDay, double LastPerDay);

/// <summary>How long people of a class are willing to wait.</summary>
/// <param name="Class">The class; null holds for every class without a rule of its own.</param>
/// <param name="Patience">Time until they leave the line.</param>
public sealed record PatienceRule(string? Class, DayDistribution Patience);

/// <summary>Deaths among those who wait.</summary>
/// <param name="Class">The class; null holds for every class without a rule of its own.</param>
/// <param name="PerDay">Hazard per person and day, 0 or more.</param>
public sealed record WaitingDeaths(string? Class, double PerDay);

/// <summary>What a place costs.</summary>
public sealed record PlaceCosts
{
    /// <summary>For each unit of capacity and day, used or not.</summary>
    public double PoundsPerUnitDay { get; init; }

    /// <summary>For each person in the place and day, boarding included.</summary>
    public double PoundsPerOccupiedDay { get; init; }

    /// <summary>For each visit made.</summary>
    public double PoundsPerVisit { get; init; }

    /// <summary>For each person and day of delay before coming in: line and transfer.</summary>
    public double PoundsPerDelayDay { get; init; }

    /// <summary>For each person turned away here, wherever they go.</summary>
    public double PoundsPerTurnedAway { get; init; }

    /// <summary>For each person who dies waiting here.</summary>
    public double PoundsPerDeathWaiting { get; init; }
}
