namespace CareFlowSim.Experiments;

/// <summary>How the program deals with a claim.</summary>
public enum ClaimKind
{
    /// <summary>A number that the model can work out: it is a row of the answer.</summary>
    Number,

    /// <summary>Something that the model holds as a lever or a mechanism, without a number of its own to reach.</summary>
    Mechanism,

    /// <summary>Something that the model does not hold, with the reason.</summary>
    NotModelled,
}

/// <summary>One public claim about pooling health and social-care money, what represents it, and what happened.</summary>
public sealed record Claim
{
    /// <summary>Number in the ledger, such as C42.</summary>
    public required string Id { get; init; }

    /// <summary>How it is dealt with.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The claim in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Period that it is about.</summary>
    public string Period { get; init; } = "";

    /// <summary>The lever or mechanism that represents it, or why nothing does.</summary>
    public required string RepresentedBy { get; init; }

    /// <summary>What happened.</summary>
    public string Happened { get; init; } = "";

    /// <summary>Source of claim and outcome.</summary>
    public required string Source { get; init; }

    /// <summary>The number and how it is tested; null unless it is one that the model can work out.</summary>
    public ClaimTest? Test { get; init; }
}

/// <summary>How the number of a claim is tested.</summary>
/// <param name="Value">The number claimed, above 0 when the claim is of something good; the lower one of a range.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Scenario">Name of the scenario that represents it.</param>
/// <param name="Policy">Policy of that scenario.</param>
/// <param name="Measure">What is read off.</param>
/// <param name="Factor">Turns the figure of the measure over the measured period and England into the claim's unit.</param>
/// <param name="Conversion">What the factor does, in words.</param>
/// <param name="Lever">Path of the number that would have to be different: <c>parameters.KEY</c> or <c>policies[NAME].KEY</c>.</param>
/// <param name="LeverLow">Low end of what is sensible, in the lever's unit.</param>
/// <param name="LeverHigh">High end.</param>
/// <param name="LeverUnit">The lever's unit.</param>
public sealed record ClaimTest(
    double Value, string Unit, string Scenario, string Policy, PolicyMeasure Measure, double Factor, string Conversion, string Lever, double LeverLow, double LeverHigh, string LeverUnit);

/// <summary>What the model says of one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Effect">The estimate over the draws with its intervals, in the claim's unit.</param>
/// <param name="Central">The estimate with every input as the scenario and the world have it; chance only.</param>
/// <param name="Required">What would have to be true; null when the study was stopped before it was found.</param>
public sealed record ClaimAnswer(Claim Claim, NestedEffect Effect, Estimate Central, RequiredLever? Required)
{
    private ClaimTest Test => Claim.Test!;

    /// <summary>Share of the claim that the estimate reaches.</summary>
    public double Share => Effect.Effect / Test.Value;

    /// <summary>Interval of that share from Monte Carlo error alone.</summary>
    public Interval ShareByChance => Scaled(Effect.MonteCarloInterval);

    /// <summary>Interval of that share from parameters alone.</summary>
    public Interval ShareByParameters => Scaled(Effect.ParameterInterval);

    /// <summary>Interval of that share from both.</summary>
    public Interval ShareByBoth => Scaled(Effect.BothInterval);

    /// <summary>Share of the draws in which the claim is reached.</summary>
    public double DrawsThatReachIt => Effect.DrawEffects.Average(d => d >= Test.Value ? 1.0 : 0.0);

    private Interval Scaled(Interval interval) => new(interval.Low / Test.Value, interval.High / Test.Value);
}
