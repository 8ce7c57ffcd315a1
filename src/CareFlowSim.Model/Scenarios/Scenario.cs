namespace CareFlowSim.Model;

/// <summary>Everything one experiment asks: a world, a period, a sample of it, and the policies to compare with the baseline.</summary>
/// <remarks>A scenario is the world as given; a policy only changes levers. Built once, checked once, never changed.</remarks>
public sealed record Scenario
{
    /// <summary>Short name, used for the results folder: letters, digits, dot, dash and underscore.</summary>
    public required string Name { get; init; }

    /// <summary>The question that the scenario answers, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the folder of input tables, beside the scenario file (for instance <c>england-2014</c>).</summary>
    public required string World { get; init; }

    /// <summary>When the measured period starts and how long warm-up and measurement last.</summary>
    public required Period Period { get; init; }

    /// <summary>Area names or codes; empty means every area of the world.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>People represented by one simulated person: 1 is 1:1, 10 is 1:10 (capacities are scaled too).</summary>
    public int PeoplePerAgent { get; init; } = 1;

    /// <summary>Independent replications, each with its own luck.</summary>
    public int Replications { get; init; } = 1;

    /// <summary>Go on until every one of these is known well enough, each by the name of its measure; empty for the fixed number. Only a run of the scenario by itself looks at it.</summary>
    public IReadOnlyList<PrecisionGoal<string>> Precision { get; init; } = [];

    /// <summary>Seed of all random numbers.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Parameters of the world that this scenario sets differently, by key.</summary>
    public IReadOnlyDictionary<string, double> ParameterChanges { get; init; } = new Dictionary<string, double>();

    /// <summary>What-if dials and dated capacities that hold in every arm, the baseline included.</summary>
    public Levers Baseline { get; init; } = Levers.Off;

    /// <summary>The policies compared with the baseline, in the order of the file.</summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];
}

/// <summary>The simulated stretch of time.</summary>
/// <param name="Start">First measured day.</param>
/// <param name="Days">Measured days.</param>
/// <param name="WarmUpDays">Days simulated before <paramref name="Start"/> and not counted.</param>
public sealed record Period(DateOnly Start, int Days, int WarmUpDays);

/// <summary>One named set of levers that is compared with the baseline on the same people and the same luck.</summary>
public sealed record Policy
{
    /// <summary>Name in tables and plots; <c>baseline</c> is taken.</summary>
    public required string Name { get; init; }

    /// <summary>What the policy does, in one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>The day from which the levers work (dated capacity changes carry their own dates); null means the first measured day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The levers that the policy moves.</summary>
    public required Levers Levers { get; init; }
}
