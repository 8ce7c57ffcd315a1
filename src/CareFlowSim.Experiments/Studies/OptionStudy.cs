namespace CareFlowSim.Experiments;

/// <summary>One option: what it costs and what it does, once per replication or once per draw of the parameters.</summary>
/// <param name="Name">Name of the option.</param>
/// <param name="Costs">Pounds more than the baseline, the price of the option itself included.</param>
/// <param name="Effects">Effect against the baseline, of which more is better.</param>
public sealed record OptionSeries(string Name, IReadOnlyList<double> Costs, IReadOnlyList<double> Effects);

/// <summary>One option among the others.</summary>
/// <param name="Name">Name of the option.</param>
/// <param name="Cost">Pounds more than the baseline.</param>
/// <param name="Effect">Effect against the baseline.</param>
/// <param name="Dominance">Where it stands among the others.</param>
/// <param name="PoundsPerEffect">Cost over effect against the baseline; NaN without effect.</param>
/// <param name="NetBenefit">Effect at its worth less cost, in pounds; null where no worth was given.</param>
/// <param name="ProbabilityBest">Share of replications, or of draws, in which its net benefit is the highest; NaN without worth.</param>
public sealed record OptionRow(string Name, Estimate Cost, Estimate Effect, DominanceRow Dominance, double PoundsPerEffect, Estimate? NetBenefit, double ProbabilityBest);

/// <summary>What one input is worth to know before the decision.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Evppi">Expected value of knowing it, in pounds per decision.</param>
public sealed record InputValue(string Input, double Evppi);

/// <summary>Options side by side: dominance, cost per effect, net benefit, and with draws of the parameters what it would be worth to know more.</summary>
/// <param name="Rows">The options, the baseline among them, by rising cost.</param>
/// <param name="Decision">The decision on expected net benefit and its value of perfect information; null without worth or without draws.</param>
/// <param name="Inputs">What single inputs are worth to know, the most first; empty without them.</param>
public sealed record OptionStudy(IReadOnlyList<OptionRow> Rows, DecisionValue? Decision, IReadOnlyList<InputValue> Inputs)
{
    /// <summary>Name of doing nothing.</summary>
    public const string Baseline = "baseline";

    /// <summary>Works out the table.</summary>
    /// <param name="options">The policies; the baseline, of no cost and no effect, is added.</param>
    /// <param name="poundsPerEffect">What one unit of the effect is worth; null when that was not said.</param>
    /// <param name="inputs">Values of the drawn inputs, one per draw, when the series are by draw; null when they are by replication.</param>
    /// <exception cref="ArgumentException">No option, or series of different length.</exception>
    public static OptionStudy Of(IReadOnlyList<OptionSeries> options, double? poundsPerEffect, IReadOnlyList<(string Name, double[] Values)>? inputs)
    {
        ArgumentNullException.ThrowIfNull(options);
        int n = options.Count == 0 ? 0 : options[0].Costs.Count;
        if (n == 0 || options.Any(o => o.Costs.Count != n || o.Effects.Count != n))
        {
            throw new ArgumentException("There must be at least one option, and as many costs as effects in each.", nameof(options));
        }

        double[] nothing = new double[n];
        OptionSeries[] all = [new OptionSeries(Baseline, nothing, nothing), .. options];
        IReadOnlyList<DominanceRow> dominance = DominanceTable.Of([.. all.Select(o => new CostEffect(o.Name, o.Costs.Average(), o.Effects.Average()))]);
        double[][]? benefits = poundsPerEffect is { } worth
            ? [.. Enumerable.Range(0, n).Select(r => all.Select(o => (worth * o.Effects[r]) - o.Costs[r]).ToArray())]
            : null;
        DecisionValue? best = benefits is { Length: > 1 } ? ValueOfInformation.Perfect(benefits) : null;
        OptionRow[] rows =
        [
            .. dominance.Select(d =>
            {
                int o = Array.FindIndex(all, x => x.Name == d.Option.Name);
                return new OptionRow(
                    d.Option.Name,
                    Estimate.Of(all[o].Costs),
                    Estimate.Of(all[o].Effects),
                    d,
                    d.Option.Effect == 0 ? double.NaN : d.Option.Cost / d.Option.Effect,
                    benefits is null ? null : Estimate.Of([.. benefits.Select(b => b[o])]),
                    best?.Options[o].ProbabilityBest ?? double.NaN);
            }),
        ];
        return new OptionStudy(rows, inputs is null ? null : best, benefits is null || inputs is null ? [] : Known(benefits, inputs));
    }

    /// <summary>By bins, which see any shape; an input that does not vary is worth nothing.</summary>
    private static InputValue[] Known(double[][] benefits, IReadOnlyList<(string Name, double[] Values)> inputs) =>
    [
        .. inputs.Select(i => new InputValue(i.Name, benefits.Length < 2 ? 0 : ValueOfInformation.PartialByBins(benefits, i.Values))).OrderByDescending(i => i.Evppi),
    ];
}
