using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The policies of a folder as options: dominance, cost-effectiveness plane, net benefit, and what it would be worth to know more.</summary>
public static class OptionsStudy
{
    private const int MostInputs = 15;

    /// <summary>Makes the study.</summary>
    /// <param name="source">Costs without prices, and effects.</param>
    /// <param name="prices">What each policy costs to run, in pounds, by name.</param>
    /// <param name="poundsPerEffect">What a unit of the effect is worth; null when that was not said.</param>
    public static Study Of(OptionSource source, IReadOnlyDictionary<string, double> prices, double? poundsPerEffect)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(prices);
        OptionStudy found = OptionStudy.Of(
            [.. source.Options.Select(o => o with { Costs = [.. o.Costs.Select(c => c + prices.GetValueOrDefault(o.Name))] })], poundsPerEffect, source.Inputs);
        string n = Title.Count(source.Options[0].Costs.Count, source.Inputs is null ? "replication" : "draw");
        return new Study
        {
            Title = $"Which option of {source.Name}?",
            WhatWasRun = $"{Title.Count(source.Options.Count, "policy").Replace("policys", "policies", StringComparison.Ordinal)} and doing nothing, by {source.Effect} ({source.EffectUnit}) and pounds, from {n}."
                + $" Prices of policies: {(prices.Count == 0 ? "none given" : string.Join(", ", prices.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {StudyFigures.Short(p.Value)} GBP")))}.",
            Sections = [Table(source, found), .. poundsPerEffect is { } worth ? new[] { Benefits(source, found, worth) } : [], .. found.Inputs.Count > 0 ? new[] { Values(found) } : []],
            Tables = [OptionsTable(source, found), .. found.Inputs.Count > 0 ? new[] { InputsTable(found) } : []],
            Charts = [("plane.svg", Plane(source, found))],
            Notes =
            [
                "Costs are those of what was counted, at fixed unit costs, more than in the baseline. The model does not cost the policy itself: what it costs to run is the price given with --price, and nothing where none was given. Without prices a policy that does more looks cheaper than it is.",
                "Dominated: another option does at least as much for no more. Extendedly dominated: a mixture of two others does more for the same money.",
                "Pounds per unit more: against the next cheaper option that is kept (incremental cost-effectiveness ratio). Against doing nothing: cost over effect.",
                source.Inputs is null
                    ? "Intervals and shares are over replications and hold chance only. What it would be worth to know more needs draws of the parameters: careflow uncertainty … --measure " + source.Effect + "," + OptionSource.Pounds + ", then careflow options on its folder."
                    : "Intervals and shares are over draws of the inputs; the noise of finitely many replications was removed from effects and costs, each by itself, as well as that can be done.",
                .. found.Inputs.Count > 0 ? ["What one input is worth to know is worked out in bins of equally many draws: small bins put it too high, so small values mean nothing."] : Array.Empty<string>(),
            ],
            Facts = new JsonObject
            {
                ["scenario"] = source.Name,
                ["effect"] = source.Effect,
                ["pounds_per_unit"] = poundsPerEffect,
                ["prices"] = new JsonObject(prices.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value)))),
                ["best"] = found.Rows.All(r => r.NetBenefit is null) ? null : found.Rows.MaxBy(r => r.NetBenefit!.Point)!.Name,
                ["evpi_pounds"] = found.Decision?.Evpi,
            },
            Figures =
            [
                .. found.Rows.SelectMany(r => (ScriptFigure[])
                [
                    Figure("cost", "GBP", r, r.Cost),
                    Figure(source.Effect, source.EffectUnit, r, r.Effect),
                    .. r.NetBenefit is { } benefit ? [Figure("net_benefit", "GBP", r, benefit)] : Array.Empty<ScriptFigure>(),
                ]),
                .. found.Inputs.Select(i => ScriptFigure.Alone("evppi", [("input", i.Input)], "GBP", i.Evppi, source.Options[0].Costs.Count)),
            ],
        };
    }

    private static ScriptFigure Figure(string measure, string unit, OptionRow row, Estimate value) => ScriptFigure.From(measure, [("policy", row.Name)], unit, value);

    private static SummarySection Table(OptionSource source, OptionStudy found) => new(
        "Options by rising cost",
        ["option", "cost (GBP)", "95% interval", source.Effect, "95% interval", "standing", "GBP per unit more", "GBP per unit"],
        [
            .. found.Rows.Select(r => (IReadOnlyList<string>)
            [
                r.Name, StudyFigures.Short(r.Cost.Point), Range(r.Cost), StudyFigures.Short(r.Effect.Point), Range(r.Effect), Words(r.Dominance.Standing),
                StudyFigures.Short(r.Dominance.CostPerEffect), StudyFigures.Short(r.PoundsPerEffect),
            ]),
        ],
        $"Against doing nothing, over the measured period; effect in {source.EffectUnit}. The model does not cost the policy itself: only the price given with --price is in the cost.");

    private static SummarySection Benefits(OptionSource source, OptionStudy found, double worth) => new(
        "Net benefit",
        ["option", "net benefit (GBP)", "95% interval", "how often best"],
        [
            .. found.Rows.OrderByDescending(r => r.NetBenefit!.Point).Select(r => (IReadOnlyList<string>)
                [r.Name, StudyFigures.Short(r.NetBenefit!.Point), Range(r.NetBenefit), StudyFigures.Percent(r.ProbabilityBest)]),
        ],
        $"Effect at {StudyFigures.Short(worth)} GBP per unit ({source.EffectUnit}) less cost."
            + (found.Decision is { } d ? $" To know all inputs before the decision would be worth {StudyFigures.Short(d.Evpi)} GBP (standard error {StudyFigures.Short(d.EvpiError)})." : ""));

    private static SummarySection Values(OptionStudy found) => new(
        "What single inputs are worth to know",
        ["input", "GBP per decision"],
        [.. found.Inputs.Take(MostInputs).Select(i => (IReadOnlyList<string>)[i.Input, StudyFigures.Short(i.Evppi)])],
        "Expected value of partial perfect information (Strong and Oakley 2013).");

    private static Table OptionsTable(OptionSource source, OptionStudy found)
    {
        OptionRow[] rows = [.. found.Rows];
        return new Table(
            "options",
            "Each option against doing nothing: cost, effect, where it stands, net benefit. One row per option, by rising cost.",
            [
                new Column("option", "", "Name of the policy; baseline is doing nothing.", rows.Select(r => r.Name).ToArray()),
                One("cost", "GBP", "Pounds more than the baseline, the price of the policy included.", r => r.Cost.Point),
                One("cost_low", "GBP", "Lower end of its 95% interval.", r => r.Cost.Low),
                One("cost_high", "GBP", "Upper end.", r => r.Cost.High),
                One("effect", source.EffectUnit, "Effect against the baseline.", r => r.Effect.Point),
                One("effect_low", source.EffectUnit, "Lower end of its 95% interval.", r => r.Effect.Low),
                One("effect_high", source.EffectUnit, "Upper end.", r => r.Effect.High),
                new Column("standing", "", "kept, dominated or extendedly dominated.", rows.Select(r => Words(r.Dominance.Standing)).ToArray()),
                One("pounds_per_unit_more", "GBP", "Pounds per unit of effect more than the next cheaper kept option; missing where there is none.", r => r.Dominance.CostPerEffect),
                One("pounds_per_unit", "GBP", "Pounds per unit of effect against the baseline.", r => r.PoundsPerEffect),
                One("net_benefit", "GBP", "Effect at its worth less cost; missing where no worth was given.", r => r.NetBenefit?.Point ?? double.NaN),
                One("net_benefit_low", "GBP", "Lower end of its 95% interval.", r => r.NetBenefit?.Low ?? double.NaN),
                One("net_benefit_high", "GBP", "Upper end.", r => r.NetBenefit?.High ?? double.NaN),
                One("share_best", "share", "Share of replications, or of draws, in which its net benefit is the highest.", r => r.ProbabilityBest),
            ]);

        Column One(string name, string unit, string meaning, Func<OptionRow, double> of) => new(name, unit, meaning, rows.Select(r => StudyFigures.Known(of(r))).ToArray());
    }

    private static Table InputsTable(OptionStudy found) => new(
        "inputs",
        "What single inputs are worth to know before the decision. One row per input, the most first.",
        [
            new Column("input", "", "Name of the input.", found.Inputs.Select(i => i.Input).ToArray()),
            new Column("evppi", "GBP", "Expected value of knowing it, per decision.", found.Inputs.Select(i => i.Evppi).ToArray()),
        ]);

    private static CurveChart Plane(OptionSource source, OptionStudy found) => new()
    {
        Title = $"Cost and effect of the options of {source.Name}",
        Subtitle = "Against doing nothing; the line joins the options that are kept",
        XLabel = $"{source.Effect.Replace('_', ' ')} ({source.EffectUnit})",
        YLabel = "Cost more than doing nothing (GBP, prices of policies as given)",
        Curves =
        [
            new Curve("kept", [.. found.Rows.Where(r => r.Dominance.Standing == Standing.Kept).Select(r => (r.Effect.Point, r.Cost.Point))], Dots: true),
            .. found.Rows.Where(r => r.Dominance.Standing != Standing.Kept).Select(r => new Curve($"{r.Name} ({Words(r.Dominance.Standing)})", [(r.Effect.Point, r.Cost.Point)], Dots: true)),
        ],
    };

    private static string Words(Standing standing) => standing switch
    {
        Standing.Kept => "kept",
        Standing.Dominated => "dominated",
        _ => "extendedly dominated",
    };

    private static string Range(Estimate e) => StudyFigures.Range(new Interval(e.Low, e.High));
}
