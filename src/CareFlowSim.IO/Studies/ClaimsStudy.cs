using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The answers to claims as tables, pictures and words.</summary>
public static class ClaimsStudy
{
    private const double ShownLeast = -1;
    private const double ShownMost = 2.5;

    /// <summary>Makes the study.</summary>
    /// <param name="claims">All claims of the ledger that were asked for.</param>
    /// <param name="answers">The answers to those that have a number.</param>
    /// <param name="whatWasRun">What was simulated, in a sentence.</param>
    /// <param name="facts">Seed, draws and the like.</param>
    public static Study Of(IReadOnlyList<Claim> claims, IReadOnlyList<ClaimAnswer> answers, string whatWasRun, JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(answers);
        Claim[] unanswered = [.. claims.Where(c => c.Kind == ClaimKind.Number && !answers.Any(a => a.Claim.Id == c.Id))];
        Claim[] others = [.. claims.Where(c => c.Kind != ClaimKind.Number)];
        return new Study
        {
            Title = "What does the model say of what was claimed?",
            WhatWasRun = whatWasRun,
            Sections =
            [
                .. answers.Count > 0 ? new[] { Numbers(answers), Needed(answers), What(answers) } : [],
                .. unanswered.Length > 0 ? new[] { new SummarySection("Not finished", ["claim", "what"], [.. unanswered.Select(c => new[] { c.Id, c.Text })]) } : [],
                .. others.Length > 0 ? new[] { Others(others) } : [],
            ],
            Printed = Math.Max(1, (answers.Count > 0 ? 2 : 0) + (unanswered.Length > 0 && answers.Count == 0 ? 1 : 0)),
            Tables = [.. answers.Count > 0 ? new[] { NumbersTable(answers) } : [], LedgerTable(claims)],
            Charts = answers.Count > 0 ? [("claims.svg", Picture(answers))] : [],
            Notes =
            [
                "An estimate is the mean over draws of the uncertain inputs from their priors (priors.csv of the world), in each of which baseline and policy meet the same people and the same luck. 'Chance' is its 95% interval because runs are finite; 'parameters' is the middle 95% of the draws with the noise of chance removed. With few draws that is hardly less than from the lowest to the highest.",
                "Claims are counted as something good: fewer stays, days or entries are above zero. A share below zero means that the model finds the opposite of the claim.",
                "What would have to be true is looked for with every other input as it stands, within the range given. 'Not within the range' names the nearest that the model comes to.",
                "No lever multiplies a total. A claim is reached only if enough people are met at home, leave earlier or need no care home.",
                "Areas with a part of England's need stand for England: their figures are divided by that part.",
                "Priors marked calibration stand in for what nobody measured; they are no evidence.",
            ],
            Facts = facts,
            Figures = [.. answers.Select(a => new ScriptFigure(
                a.Claim.Test!.Measure.Name, [("claim", a.Claim.Id), ("policy", a.Claim.Test.Policy)], a.Claim.Test.Unit,
                a.Effect.Effect, a.Effect.BothInterval.Low, a.Effect.BothInterval.High, ScriptFigure.ChanceAndParameters, a.Effect.Draws))],
        };
    }

    private static SummarySection Numbers(IReadOnlyList<ClaimAnswer> answers) => new(
        "Claims with a number",
        ["claim", "claimed", "estimate", "chance", "parameters", "share reached", "draws that reach it"],
        [.. answers.Select(a => (IReadOnlyList<string>)
        [
            $"{a.Claim.Id} {a.Claim.Text}",
            $"{StudyFigures.Short(a.Claim.Test!.Value)} {a.Claim.Test.Unit}",
            StudyFigures.Short(a.Effect.Effect),
            StudyFigures.Range(a.Effect.MonteCarloInterval),
            StudyFigures.Range(a.Effect.ParameterInterval),
            StudyFigures.Percent(a.Share),
            StudyFigures.Percent(a.DrawsThatReachIt),
        ])],
        "Both intervals are 95% and in the unit of the claim. They are told apart: chance would shrink with more runs, parameters only with more evidence.");

    private static SummarySection Needed(IReadOnlyList<ClaimAnswer> answers) => new(
        "What would have to be true",
        ["claim", "what", "looked for", "answer"],
        [.. answers.Select(a => (IReadOnlyList<string>)
        [
            a.Claim.Id, a.Claim.Test!.Lever, $"{StudyFigures.Short(a.Claim.Test.LeverLow)} to {StudyFigures.Short(a.Claim.Test.LeverHigh)} {a.Claim.Test.LeverUnit}", Answer(a),
        ])],
        "The value at which the model reaches the claim, everything else as it stands.");

    private static SummarySection What(IReadOnlyList<ClaimAnswer> answers) => new(
        "What happened",
        ["claim", "period", "represented by", "what happened"],
        [.. answers.Select(a => (IReadOnlyList<string>)[a.Claim.Id, a.Claim.Period, $"{a.Claim.Test!.Scenario}, {a.Claim.Test.Policy}: {a.Claim.RepresentedBy}", a.Claim.Happened])]);

    private static SummarySection Others(IReadOnlyList<Claim> claims) => new(
        "Claims without a number to reach",
        ["claim", "represented by", "what happened"],
        [.. claims.Select(c => (IReadOnlyList<string>)[$"{c.Id} {c.Text}", c.RepresentedBy, c.Happened])]);

    private static string Answer(ClaimAnswer answer)
    {
        if (answer.Required is not { } r)
        {
            return "not finished";
        }

        string unit = answer.Claim.Test!.Unit;
        return r.Outcome switch
        {
            RequirementOutcome.Reached => StudyFigures.Short(r.Lever) + (r.Monotone ? "" : " (responses do not rise or fall throughout)"),
            RequirementOutcome.OutOfRange when r.Response.Point > r.Claim => $"reached throughout the range; the least is {StudyFigures.Short(r.Response.Point)} {unit} at {StudyFigures.Short(r.Lever)}",
            RequirementOutcome.OutOfRange => $"not within the range; the most is {StudyFigures.Short(r.Response.Point)} {unit} at {StudyFigures.Short(r.Lever)}",
            _ => $"between {StudyFigures.Short(r.Bracket.Low)} and {StudyFigures.Short(r.Bracket.High)}",
        };
    }

    private static IntervalChart Picture(IReadOnlyList<ClaimAnswer> answers) => new()
    {
        Title = "How much of each claim the model reaches",
        Subtitle = "Estimate as a share of what was claimed; 1 is the claim, below 0 is its opposite",
        ValueLabel = "Share of the claim",
        ReferenceLine = 1,
        ReferenceLabel = "the claim",
        InnerLabel = "95% interval, chance",
        OuterLabel = "95% interval, parameters",
        FiguresLabel = "share reached",
        Least = ShownLeast,
        Most = ShownMost,
        Rows = [.. answers.Select(a => new IntervalRow(
            $"{a.Claim.Id} {a.Claim.Text}",
            a.Share,
            (a.ShareByChance.Low, a.ShareByChance.High),
            (a.ShareByParameters.Low, a.ShareByParameters.High),
            StudyFigures.Percent(a.Share)))],
        Note = $"The scale is cut off at {Figures.Number(ShownLeast)} and {Figures.Number(ShownMost, 1)}; an arrow shows that something lies beyond.",
    };

    private static Table NumbersTable(IReadOnlyList<ClaimAnswer> answers)
    {
        ClaimTest[] tests = [.. answers.Select(a => a.Claim.Test!)];
        NestedEffect[] effects = [.. answers.Select(a => a.Effect)];
        return new Table(
            "claims",
            "Each claim with a number: what represents it, the model's estimate with its intervals, what would have to be true, and what happened. One row per claim.",
            [
                Text("claim_id", "Number in the ledger.", answers, a => a.Claim.Id),
                Text("claim", "The claim in a sentence.", answers, a => a.Claim.Text),
                Text("period", "Period that it is about.", answers, a => a.Claim.Period),
                Text("unit", "Unit of claimed, estimate and their intervals.", tests, t => t.Unit),
                Text("scenario", "Scenario that represents it.", tests, t => t.Scenario),
                Text("policy", "Policy of that scenario.", tests, t => t.Policy),
                Text("measure", "What is read off.", tests, t => t.Measure.Name),
                Text("conversion", "How the figure becomes the claim's unit.", tests, t => t.Conversion),
                Number("claimed", "The number claimed.", tests, t => t.Value),
                Number("estimate", "Mean over the draws.", effects, e => e.Effect),
                Number("chance_low", "Lower end of the 95% interval, Monte Carlo error alone.", effects, e => e.MonteCarloInterval.Low),
                Number("chance_high", "Upper end.", effects, e => e.MonteCarloInterval.High),
                Number("parameters_low", "Lower end of the 95% interval, parameters alone, Monte Carlo noise removed.", effects, e => e.ParameterInterval.Low),
                Number("parameters_high", "Upper end.", effects, e => e.ParameterInterval.High),
                Number("both_low", "Lower end of the 95% interval, both together.", effects, e => e.BothInterval.Low),
                Number("both_high", "Upper end.", effects, e => e.BothInterval.High),
                Number("as_it_stands", "Estimate with every input as the scenario and the world have it.", answers, a => a.Central.Point),
                Number("share_reached", "Estimate over claimed.", answers, a => a.Share),
                Number("draws_that_reach_it", "Share of the draws in which the claim is reached.", answers, a => a.DrawsThatReachIt),
                Number("probability_above_zero", "Probability that the effect is above zero.", effects, e => e.ProbabilityAboveZero),
                Number("pairing_factor", "Variance of a difference of independent arms over that of paired arms, within draws.", effects, e => e.PairingFactor),
                Text("lever", "What would have to be different.", tests, t => t.Lever),
                Text("lever_unit", "Its unit.", tests, t => t.LeverUnit),
                Number("lever_low", "Low end of the range searched.", tests, t => t.LeverLow),
                Number("lever_high", "High end of the range searched.", tests, t => t.LeverHigh),
                Text("required", "Whether the claim is reached within the range: reached, out_of_range, not_settled, not_finished.", answers, Outcome),
                Number("required_lever", "Value at which it is reached, or that comes nearest.", answers, a => a.Required?.Lever ?? double.NaN),
                Number("required_response", "The estimate there.", answers, a => a.Required?.Response.Point ?? double.NaN),
                Text("happened", "What happened.", answers, a => a.Claim.Happened),
                Text("source", "Source of claim and outcome.", answers, a => a.Claim.Source),
            ]);
    }

    private static Table LedgerTable(IReadOnlyList<Claim> claims) => new(
        "ledger",
        "Every claim of the ledger and how it is dealt with. One row per claim.",
        [
            Text("claim_id", "Number in the ledger.", claims, c => c.Id),
            Text("kind", "number: a row of claims.parquet; mechanism: held as a lever or mechanism; not_modelled.", claims, c => c.Kind switch
            {
                ClaimKind.Number => "number",
                ClaimKind.Mechanism => "mechanism",
                _ => "not_modelled",
            }),
            Text("claim", "The claim in a sentence.", claims, c => c.Text),
            Text("period", "Period that it is about.", claims, c => c.Period),
            Text("represented_by", "The lever or mechanism, or why there is none.", claims, c => c.RepresentedBy),
            Text("happened", "What happened.", claims, c => c.Happened),
            Text("source", "Source of claim and outcome.", claims, c => c.Source),
        ]);

    private static string Outcome(ClaimAnswer answer) => answer.Required?.Outcome switch
    {
        RequirementOutcome.Reached => "reached",
        RequirementOutcome.OutOfRange => "out_of_range",
        RequirementOutcome.NotSettled => "not_settled",
        _ => "not_finished",
    };

    private static Column Text<T>(string name, string meaning, IReadOnlyList<T> rows, Func<T, string> of) => new(name, "", meaning, rows.Select(of).ToArray());

    private static Column Number<T>(string name, string meaning, IReadOnlyList<T> rows, Func<T, double> of) =>
        new(name, "", meaning, rows.Select(r => StudyFigures.Known(of(r))).ToArray());
}
