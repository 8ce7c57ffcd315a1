using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>One scenario that represents claims, ready to run.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="World">Its world.</param>
/// <param name="Scenario">The scenario, with the replications of each draw.</param>
/// <param name="Inputs">The inputs to draw.</param>
/// <param name="Set">The scenario with a number put in a place: scenario, path, value.</param>
public sealed record ClaimScenario(string Name, World World, Scenario Scenario, IReadOnlyList<UncertainInput> Inputs, Func<Scenario, string, double, Scenario> Set);

/// <summary>What a study of claims is asked to do.</summary>
/// <param name="Draws">Draws of the uncertain inputs, 2 or more.</param>
/// <param name="Sobol">Scrambled Sobol' sequence rather than a Latin hypercube.</param>
/// <param name="Trials">Most values of a lever tried to reach a claim, 3 or more.</param>
/// <param name="Run">Threads.</param>
public sealed record ClaimOptions(int Draws, bool Sobol, int Trials, RunOptions Run);

/// <summary>
/// Lays claims beside the model: the estimate with its intervals over draws of the uncertain inputs, and the value of a lever at which the claim would be reached.
/// Figures of some areas are raised to England by their share of England's need.
/// </summary>
public sealed class ClaimStudy
{
    private const double LeverSteps = 200;
    private const double CloseEnough = 0.02;

    private readonly ClaimOptions _options;
    private readonly Action<string, RunProgress> _progress;
    private readonly CancellationToken _stop;

    private ClaimStudy(ClaimOptions options, Action<string, RunProgress> progress, CancellationToken stop)
    {
        _options = options;
        _progress = progress;
        _stop = stop;
    }

    /// <summary>Answers the claims that have a number, scenario by scenario.</summary>
    /// <param name="claims">The claims; those without a number are passed over.</param>
    /// <param name="scenarios">The scenarios that they name.</param>
    /// <param name="options">How much to run.</param>
    /// <param name="progress">Told what is being done and how far it is.</param>
    /// <param name="stop">Stops before the next system; claims whose scenario has two finished draws are answered.</param>
    public static IReadOnlyList<ClaimAnswer> Run(
        IReadOnlyList<Claim> claims, IReadOnlyList<ClaimScenario> scenarios, ClaimOptions options, Action<string, RunProgress> progress, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        ClaimStudy study = new(options, progress, stop);
        Dictionary<string, ClaimAnswer> answers = [];
        foreach (ClaimScenario scenario in scenarios)
        {
            foreach (ClaimAnswer answer in study.Answer(scenario, [.. claims.Where(c => c.Test?.Scenario == scenario.Name)]))
            {
                answers.Add(answer.Claim.Id, answer);
            }
        }

        return [.. claims.Where(c => answers.ContainsKey(c.Id)).Select(c => answers[c.Id])];
    }

    private List<ClaimAnswer> Answer(ClaimScenario given, Claim[] claims)
    {
        if (claims.Length == 0)
        {
            return [];
        }

        string[] wanted = [.. claims.Select(c => c.Test!.Policy)];
        Scenario scenario = given.Scenario with { Policies = [.. given.Scenario.Policies.Where(p => wanted.Contains(p.Name))] };
        PolicyMeasure[] measures = [.. claims.Select(c => c.Test!.Measure).Distinct()];

        // The first run has every input as it stands; the draws follow.
        DrawnRuns central = Draws(given, scenario, [], 1, measures, $"{given.Name}, as it stands");
        DrawnRuns drawn = Draws(given, scenario, given.Inputs, _options.Draws, measures, $"{given.Name}, {_options.Draws} draws");
        if (central.Draws == 0 || drawn.Draws < 2)
        {
            return [];
        }

        double toEngland = 1 / central.First.ShareOfEngland;
        Dictionary<(string Lever, double Value), DrawnRuns> tried = [];
        return [.. claims.Select(One)];

        ClaimAnswer One(Claim claim)
        {
            ClaimTest test = claim.Test!;
            int measure = Array.IndexOf(measures, test.Measure);
            int arm = 1 + scenario.Policies.Select((p, i) => (p, i)).First(p => p.p.Name == test.Policy).i;
            double factor = test.Factor * (test.Measure.GrowsWithPlace ? toEngland : 1);
            return new ClaimAnswer(claim, drawn.Effect(measure, arm, factor), Point(central, measure, arm, factor), Required(claim, measure, factor));
        }

        RequiredLever? Required(Claim claim, int measure, double factor)
        {
            ClaimTest test = claim.Test!;
            try
            {
                return RequiredLever.Find(
                    Response,
                    test.Value,
                    test.LeverLow,
                    test.LeverHigh,
                    new RequirementOptions((test.LeverHigh - test.LeverLow) / LeverSteps, CloseEnough * test.Value, _options.Trials));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return null;
            }

            Estimate Response(double value)
            {
                if (!tried.TryGetValue((test.Lever, value), out DrawnRuns? runs))
                {
                    Scenario alone = scenario with { Policies = [.. scenario.Policies.Where(p => p.Name == test.Policy)] };
                    runs = Draws(given, given.Set(alone, test.Lever, value), [], 1, measures, $"{claim.Id}, {test.Lever} at {value:G4}");
                    _stop.ThrowIfCancellationRequested();
                    tried[(test.Lever, value)] = runs;
                }

                return Point(runs, measure, 1, factor);
            }
        }
    }

    private static Estimate Point(DrawnRuns runs, int measure, int arm, double factor)
    {
        PolicyMeasure m = runs.Measures[measure];
        return Estimate.Of([.. runs.Levels(measure, 0)[0].Zip(runs.Levels(measure, arm)[0], (b, p) => m.Figure(b, p) * factor)]);
    }

    private DrawnRuns Draws(ClaimScenario given, Scenario scenario, IReadOnlyList<UncertainInput> inputs, int draws, PolicyMeasure[] measures, string what) => DrawnRuns.Run(
        given.World,
        scenario,
        inputs,
        DrawnRuns.Design(draws, inputs.Count, _options.Sobol, scenario.Seed),
        measures,
        _options.Run,
        p => _progress(what, p),
        _stop);
}
