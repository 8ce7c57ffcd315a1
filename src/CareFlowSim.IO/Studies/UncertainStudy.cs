using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The uncertainty of policies as tables, pictures and words.</summary>
public static class UncertainStudy
{
    private const int MostBars = 12;
    private const int MostListed = 5;
    private const double Likely = 0.05;

    /// <summary>Makes the study.</summary>
    /// <param name="runs">The draws.</param>
    /// <param name="found">Every policy by every measure.</param>
    /// <param name="facts">Design, draws and the like.</param>
    public static Study Of(DrawnRuns runs, IReadOnlyList<PolicyUncertainty> found, JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(found);
        return new Study
        {
            Title = runs.First.Scenario.Title,
            WhatWasRun = $"How sure are the answers when the inputs are not? {StudyFigures.WhatWasRun(runs.First)}, in each of {runs.Draws} draws"
                + (runs.Draws < runs.Asked ? $" of the {runs.Asked} asked for (stopped)" : "") + $" of {runs.Inputs.Count} uncertain inputs.",
            Sections = [Effects(found), .. Matters(runs, found), Inputs(runs)],
            Printed = 2,
            Tables = [EffectsTable(found), DrawsTable(runs, found), .. found.Any(f => f.Inputs.Count > 0) ? new[] { InputsTable(runs, found) } : []],
            Charts = [.. found.Where(f => f.Widest(1).Count > 0).Select(f => (FileOf(f), (Chart)Tornado(runs, f)))],
            Notes =
            [
                "In every draw the baseline and the policies meet the same people and the same luck, so a difference is due to the policy and the drawn inputs.",
                "Chance: 95% interval because runs are finite (Student's t within draws). Parameters: middle 95% of the draws, drawn together so that the noise of chance does not widen it. Both: the two together.",
                "Pairing: how many times larger the variance of a difference would be with independent luck in the two arms.",
                "Rank correlations and straight lines see effects that rise or fall throughout; they are blind to others. With a dozen inputs one p-value below 0.05 is no news.",
                "Inputs marked calibration are estimates or calibrated figures that stand in for what nobody measured: their ranges are no evidence. Drawing them moves the baseline as well.",
                "Inputs are drawn independently of each other. What the scenario pins itself is not drawn.",
                .. StudyFigures.SampleNote(runs.First),
            ],
            Facts = facts,
            Figures = [.. found.Select(f => new ScriptFigure(
                f.Measure.Name, [("policy", f.Policy)], f.Measure.Unit, f.Effect.Effect, f.Effect.BothInterval.Low, f.Effect.BothInterval.High, ScriptFigure.ChanceAndParameters, f.Effect.Draws))],
        };
    }

    private static SummarySection Effects(IReadOnlyList<PolicyUncertainty> found) => new(
        "Effects under uncertain inputs",
        ["policy, measure", "effect", "chance", "parameters", "both", "above zero", "pairing"],
        [.. found.Select(f => (IReadOnlyList<string>)
        [
            $"{f.Policy}, {f.Measure.Name}",
            StudyFigures.Short(f.Effect.Effect),
            StudyFigures.Range(f.Effect.MonteCarloInterval),
            StudyFigures.Range(f.Effect.ParameterInterval) + (f.Effect.ParameterVarianceSetToZero ? " *" : ""),
            StudyFigures.Range(f.Effect.BothInterval),
            StudyFigures.Probability(f.Effect.ProbabilityAboveZero),
            StudyFigures.Short(f.Effect.PairingFactor),
        ])],
        string.Join(' ', found.Select(f => f.Measure).Distinct().Select(m => $"{m.Name} ({m.Unit}): {m.Meaning}"))
            + " Over the measured period and the chosen areas."
            + (found.Any(f => f.Effect.ParameterVarianceSetToZero) ? " * Differences between draws are no larger than chance explains: more replications or draws would be needed to see the part of the parameters." : ""));

    private static IEnumerable<SummarySection> Matters(DrawnRuns runs, IReadOnlyList<PolicyUncertainty> found)
    {
        PolicyUncertainty[] known = [.. found.Where(f => f.Inputs.Count > 0 && f.Inputs[0] is { Correlation: not null } or { Sobol: not null })];
        if (known.Length == 0)
        {
            yield return new SummarySection("Which inputs matter", ["policy, measure"], [], $"Not worked out: {runs.Draws} draws are too few for {runs.Inputs.Count} inputs, or nothing varies.");
            yield break;
        }

        bool sobol = known[0].Inputs[0].Sobol is not null;
        yield return new SummarySection(
            "Which inputs matter",
            ["policy, measure", "inputs, the strongest first"],
            [.. known.Select(f => (IReadOnlyList<string>)
            [
                $"{f.Policy}, {f.Measure.Name}",
                string.Join("; ", sobol
                    ? f.Inputs.OrderByDescending(i => i.Sobol!.Total).Take(MostListed).Select(i => $"{runs.Inputs[i.Input].Name} {Figures.Number(i.Sobol!.First, 2)} / {Figures.Number(i.Sobol.Total, 2)}")
                    : Strongest(f).Select(i => $"{runs.Inputs[i.Input].Name} {Figures.Signed(i.Correlation!.Coefficient, 2)} (p {P(i.Correlation.PValue)})")),
            ])],
            sobol
                ? "First and total Sobol' index: share of the variance due to the input alone, and with all its interactions. Chance is part of the variance."
                : $"Partial rank correlation with its p-value; up to {MostListed} inputs with p below {Likely}.");
    }

    private static IEnumerable<InputInfluence> Strongest(PolicyUncertainty found) =>
        found.Inputs.Where(i => i.Correlation!.PValue < Likely).OrderByDescending(i => Math.Abs(i.Correlation!.Coefficient)).Take(MostListed);

    private static string P(double p) => p < 0.001 ? "< 0.001" : Figures.Number(p, 3);

    private static SummarySection Inputs(DrawnRuns runs) => new(
        "Inputs drawn",
        ["input", "shape", "central", "low", "high", "unit", "role", "source"],
        [.. runs.Inputs.Select(i => (IReadOnlyList<string>)
        [
            i.Name, i.Prior.Shape.ToString(), StudyFigures.Short(i.Prior.Central), StudyFigures.Short(i.Prior.Low), StudyFigures.Short(i.Prior.High), i.Unit, $"{i.Role} ({i.Provenance})", i.Source,
        ])]);

    private static TornadoChart Tornado(DrawnRuns runs, PolicyUncertainty found) => new()
    {
        Title = $"{found.Policy}: which inputs move {found.Measure.Name.Replace('_', ' ')}",
        Subtitle = $"{StudyFigures.Place(runs.First)}, {runs.Draws} draws; each input from its 5% to its 95% quantile, the others at their means",
        ValueLabel = $"{found.Measure.Meaning.TrimEnd('.')} ({found.Measure.Unit})",
        Centre = runs.Figures(runs.Measures.Index().First(m => m.Item == found.Measure).Index, found.Arm).Average(),
        Rows = [.. found.Widest(MostBars).Select(i => new TornadoRow(runs.Inputs[i.Input].Name + (runs.Inputs[i.Input].IsEvidence ? "" : " (calibration)"), i.AtLow, i.AtHigh))],
        Note = $"Straight line fitted to the draws; the {Math.Min(MostBars, found.Inputs.Count)} widest of {found.Inputs.Count} inputs. Bars of inputs that do not matter are not zero but noise.",
    };

    private static string FileOf(PolicyUncertainty found) => $"tornado-{found.Policy}-{found.Measure.Name}.svg";

    private static Table EffectsTable(IReadOnlyList<PolicyUncertainty> found)
    {
        NestedEffect[] effects = [.. found.Select(f => f.Effect)];
        return new Table(
            "effects",
            "Each policy by each measure under uncertain inputs, over the measured period and the chosen areas. One row per policy and measure.",
            [
                new Column("policy", "", "Name of the policy.", found.Select(f => f.Policy).ToArray()),
                new Column("measure", "", "Name of the measure.", found.Select(f => f.Measure.Name).ToArray()),
                new Column("unit", "", "Unit of effect, errors and intervals.", found.Select(f => f.Measure.Unit).ToArray()),
                new Column("draws", "draws", "Independent draws of the inputs.", effects.Select(e => e.Draws).ToArray()),
                new Column("replications", "replications", "Replications in each draw.", effects.Select(e => e.Replications).ToArray()),
                One("effect", "Mean over draws and replications.", e => e.Effect),
                One("monte_carlo_error", "Standard error because runs are finite.", e => e.MonteCarloError),
                One("chance_low", "Lower end of the 95% interval, Monte Carlo error alone.", e => e.MonteCarloInterval.Low),
                One("chance_high", "Upper end.", e => e.MonteCarloInterval.High),
                One("parameters_low", "Lower end of the 95% interval, parameters alone, Monte Carlo noise removed.", e => e.ParameterInterval.Low),
                One("parameters_high", "Upper end.", e => e.ParameterInterval.High),
                One("both_low", "Lower end of the 95% interval, both together.", e => e.BothInterval.Low),
                One("both_high", "Upper end.", e => e.BothInterval.High),
                One("mean_low", "Lower end of the 95% interval of the expected effect over the priors.", e => e.MeanInterval.Low),
                One("mean_high", "Upper end.", e => e.MeanInterval.High),
                One("probability_above_zero", "Probability that the effect is above zero.", e => e.ProbabilityAboveZero),
                One("pairing_factor", "Variance of a difference of independent arms over that of paired arms, within draws.", e => e.PairingFactor),
                new Column("parameters_not_seen", "", "Whether differences between draws are no larger than chance explains.", effects.Select(e => e.ParameterVarianceSetToZero).ToArray()),
            ]);

        Column One(string name, string meaning, Func<NestedEffect, double> of) => new(name, "", meaning, effects.Select(e => StudyFigures.Known(of(e))).ToArray());
    }

    private static Table DrawsTable(DrawnRuns runs, IReadOnlyList<PolicyUncertainty> found) => new(
        "draws",
        "Values of the inputs and figures of the policies in each draw, mean over its replications. One row per draw.",
        [
            new Column("draw", "", "Number of the draw, from 1.", Enumerable.Range(1, runs.Draws).ToArray()),
            .. runs.Inputs.Select((input, i) => new Column($"input {input.Name}", input.Unit, $"Value drawn ({input.Role}).", runs.Values.Select(v => v[i]).ToArray())),
            .. found.Select(f => new Column(
                $"{f.Policy} {f.Measure.Name}",
                f.Measure.Unit,
                f.Measure.Meaning,
                runs.Figures(runs.Measures.Index().First(m => m.Item == f.Measure).Index, f.Arm))),
        ]);

    private static Table InputsTable(DrawnRuns runs, IReadOnlyList<PolicyUncertainty> found)
    {
        (PolicyUncertainty Of, InputInfluence One)[] rows = [.. found.SelectMany(f => f.Inputs.Select(i => (f, i)))];
        return new Table(
            "inputs",
            "How much each input matters to each policy and measure. One row per policy, measure and input.",
            [
                new Column("policy", "", "Name of the policy.", rows.Select(r => r.Of.Policy).ToArray()),
                new Column("measure", "", "Name of the measure.", rows.Select(r => r.Of.Measure.Name).ToArray()),
                new Column("input", "", "Parameter or lever.", rows.Select(r => runs.Inputs[r.One.Input].Name).ToArray()),
                new Column("role", "", "evidence or calibration.", rows.Select(r => runs.Inputs[r.One.Input].Role).ToArray()),
                One("rank_correlation", "Partial rank correlation; missing for Sobol' designs.", i => i.Correlation?.Coefficient ?? double.NaN),
                One("p_value", "Two-sided p-value of the correlation.", i => i.Correlation?.PValue ?? double.NaN),
                One("first_index", "First Sobol' index; missing unless asked for.", i => i.Sobol?.First ?? double.NaN),
                One("first_index_low", "Lower end of its 95% bootstrap interval.", i => i.Sobol?.FirstInterval.Low ?? double.NaN),
                One("first_index_high", "Upper end.", i => i.Sobol?.FirstInterval.High ?? double.NaN),
                One("total_index", "Total Sobol' index.", i => i.Sobol?.Total ?? double.NaN),
                One("total_index_low", "Lower end of its 95% bootstrap interval.", i => i.Sobol?.TotalInterval.Low ?? double.NaN),
                One("total_index_high", "Upper end.", i => i.Sobol?.TotalInterval.High ?? double.NaN),
                One("at_low", "Figure with the input at its 5% quantile, the others at their means; straight line.", i => i.AtLow),
                One("at_high", "The same at its 95% quantile.", i => i.AtHigh),
            ]);

        Column One(string name, string meaning, Func<InputInfluence, double> of) => new(name, "", meaning, rows.Select(r => StudyFigures.Known(of(r.One))).ToArray());
    }
}
