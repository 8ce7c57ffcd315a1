namespace CareFlowSim.Model;

/// <summary>
/// A planner's own patient flow: people arrive from outside, wait for places, stay, and go on by probability. No population stands behind it.
/// Days are days of 24 hours; day 0 of the run is <see cref="PathwayScenario.Period"/>'s start less its warm-up.
/// </summary>
/// <remarks>Built once, checked by <see cref="PathwayRules"/>, never changed. Names of streams, places and ends must all differ.</remarks>
public sealed record PathwayScenario
{
    /// <summary>Short name, used for the results folder: letters, digits, dot, dash and underscore.</summary>
    public required string Name { get; init; }

    /// <summary>The question that the scenario answers, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>When the measured period starts and how long warm-up and measurement last.</summary>
    public required Period Period { get; init; }

    /// <summary>Seed of all random numbers.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many replications.</summary>
    public PathwayReplications Replications { get; init; } = new();

    /// <summary>Names of the classes of people, at least one.</summary>
    public IReadOnlyList<string> Classes { get; init; } = ["everyone"];

    /// <summary>Dates that are no working days.</summary>
    public IReadOnlyList<DateOnly> BankHolidays { get; init; } = [];

    /// <summary>Streams of people who come from outside.</summary>
    public required IReadOnlyList<ArrivalStream> Arrivals { get; init; }

    /// <summary>The places, in the order of the results.</summary>
    public required IReadOnlyList<PathwayPlace> Places { get; init; }

    /// <summary>Names of the ends of the path beside those always there, see <see cref="PathwayEnds"/>.</summary>
    public IReadOnlyList<string> Ends { get; init; } = [];

    /// <summary>Where people go after a stay, or after arriving in a stream without a first place.</summary>
    public IReadOnlyList<PathwayRoute> Routes { get; init; } = [];

    /// <summary>Who is there when the run (its warm-up, if there is one) begins.</summary>
    public PathwayStart Start { get; init; } = PathwayStart.Empty;

    /// <summary>Costs that belong to no place.</summary>
    public PathwayCosts Costs { get; init; } = new();

    /// <summary>Which capacities to search for, or null.</summary>
    public CapacitySearch? Search { get; init; }

    /// <summary>The policies compared with the scenario as it stands, on the same people and the same luck.</summary>
    public IReadOnlyList<PathwayPolicy> Policies { get; init; } = [];

    /// <summary>Days simulated, warm-up included.</summary>
    public int TotalDays => Period.WarmUpDays + Period.Days;

    /// <summary>The date of day 0.</summary>
    public DateOnly FirstDate => Period.Start.AddDays(-Period.WarmUpDays);
}

/// <summary>Ends of the path that every scenario has.</summary>
public static class PathwayEnds
{
    /// <summary>Gone home.</summary>
    public const string Home = "home";

    /// <summary>Died, in a place by a route or while waiting. These people never come back to a finite population.</summary>
    public const string Died = "died";

    /// <summary>Found the line full.</summary>
    public const string TurnedAway = "turned away";

    /// <summary>Lost patience and left the line.</summary>
    public const string Left = "left";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Home, Died, TurnedAway, Left];
}

/// <summary>Where people of a class go from a place or stream.</summary>
public sealed record PathwayRoute
{
    /// <summary>Name of a place, or of a stream without a first place.</summary>
    public required string From { get; init; }

    /// <summary>The class it holds for; null holds for every class without a route of its own.</summary>
    public string? Class { get; init; }

    /// <summary>Where to; the probabilities sum to 1. Loops, also to the same place, are allowed.</summary>
    public required IReadOnlyList<RouteChoice> To { get; init; }
}

/// <summary>One way to go.</summary>
/// <param name="To">Name of a place or an end.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record RouteChoice(string To, double Probability);

/// <summary>Who is there at the beginning.</summary>
public sealed record PathwayStart
{
    /// <summary>Nobody.</summary>
    public static PathwayStart Empty { get; } = new();

    /// <summary>Who is there, by place and class; empty means nobody.</summary>
    public IReadOnlyList<CensusRow> Census { get; init; } = [];
}

/// <summary>People of one class at one place at the beginning. What remains of their stay is drawn as of people found at a random moment: long stays are found more often.</summary>
public sealed record CensusRow
{
    /// <summary>Name of the place.</summary>
    public required string Place { get; init; }

    /// <summary>Class; null shares out none: it must be given when there is more than one class.</summary>
    public string? Class { get; init; }

    /// <summary>People in the place.</summary>
    public int InPlace { get; init; }

    /// <summary>People waiting for it.</summary>
    public int Waiting { get; init; }

    /// <summary>The place those who wait still occupy; null when they wait outside.</summary>
    public string? WaitingIn { get; init; }

    /// <summary>How long those who wait have waited already.</summary>
    public double WaitedDays { get; init; }
}

/// <summary>Costs that belong to no place; those of places stand there.</summary>
public sealed record PathwayCosts
{
    /// <summary>For each person who dies in the measured period, in a place or waiting.</summary>
    public double PoundsPerDeath { get; init; }

    /// <summary>For each person turned away for good.</summary>
    public double PoundsPerTurnedAway { get; init; }

    /// <summary>For each person who leaves a line for good.</summary>
    public double PoundsPerLeft { get; init; }
}

/// <summary>A named set of changes.</summary>
public sealed record PathwayPolicy
{
    /// <summary>Name in tables and plots; <c>baseline</c> is taken.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>Places that change.</summary>
    public IReadOnlyList<PlaceChange> Places { get; init; } = [];

    /// <summary>Routes that take the place of those with the same start and class.</summary>
    public IReadOnlyList<PathwayRoute> Routes { get; init; } = [];

    /// <summary>Streams whose rate changes.</summary>
    public IReadOnlyList<ArrivalChange> Arrivals { get; init; } = [];
}

/// <summary>What a policy changes in one place; what is null stays as it is.</summary>
public sealed record PlaceChange
{
    /// <summary>Name of the place.</summary>
    public required string Place { get; init; }

    /// <summary>The capacity instead.</summary>
    public PlaceCapacity? Capacity { get; init; }

    /// <summary>The lengths of stay instead, by class as in the place; classes not named keep theirs.</summary>
    public IReadOnlyList<StayRule> Stays { get; init; } = [];

    /// <summary>The admission hours instead.</summary>
    public WorkingHours? AdmissionHours { get; init; }

    /// <summary>The transfer delay instead.</summary>
    public DayDistribution? TransferDelay { get; init; }
}

/// <summary>How a policy changes a stream.</summary>
/// <param name="Stream">Name of the stream, one with a rate or a population.</param>
/// <param name="Factor">What its rate is multiplied with, 0 or more.</param>
public sealed record ArrivalChange(string Stream, double Factor);
