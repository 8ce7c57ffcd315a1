namespace CareFlowSim.Experiments;

/// <summary>What "best" means, and how sure the choice must be.</summary>
public sealed record SelectionQuestion
{
    /// <summary>The measure, of which more is better.</summary>
    public required PolicyMeasure Measure { get; init; }

    /// <summary>
    /// Pounds that one unit of the measure is worth: then the net benefit decides, its worth less the pounds added less the price of the policy. Null: the measure alone.
    /// </summary>
    public double? PoundsPerUnit { get; init; }

    /// <summary>What each policy costs to run over the measured period, in pounds, by its name; left out: 0, for the model does not cost a policy.</summary>
    public IReadOnlyDictionary<string, double> Prices { get; init; } = new Dictionary<string, double>();

    /// <summary>Difference that is worth telling apart, above 0, in the unit of what decides.</summary>
    public required double Indifference { get; init; }

    /// <summary>Probability of choosing the best when it is better than every other by the indifference zone.</summary>
    public double Probability { get; init; } = 0.95;

    /// <summary>Replications from which variances are learnt.</summary>
    public int FirstStage { get; init; } = 10;

    /// <summary>The most replications.</summary>
    public int AtMost { get; init; } = 1_000;

    /// <summary>Unit of what decides.</summary>
    public string Unit => PoundsPerUnit is null ? Measure.Unit : "GBP";

    /// <summary>What decides, of one policy in one replication.</summary>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="figure">Figure of the measure.</param>
    /// <param name="poundsAdded">Cost of what was counted, more than in the baseline.</param>
    public double Score(string policy, double figure, double poundsAdded) =>
        PoundsPerUnit is { } worth ? (worth * figure) - poundsAdded - Prices.GetValueOrDefault(policy) : figure;
}
