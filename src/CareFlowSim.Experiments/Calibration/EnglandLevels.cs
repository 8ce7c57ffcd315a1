using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>England's level parameters, each tied to the one published figure that it moves most.</summary>
public static class EnglandLevels
{
    /// <summary>Levels of people, stays and services; elasticities are first guesses.</summary>
    public static IReadOnlyList<RakingTie> Services { get; } =
    [
        new("crisis.level", "emergency_admissions", 0.9),
        new("stay.level", "mean_stay_days", 0.9),
        new("mortality.level", "deaths", 0.6),
        new("homecare.usable_share", "home_care_hours", 0.8),
        new("crisis.after_discharge_ratio", "readmission_share", 0.8),
        new("crisis.care_home_ratio", "care_home_admission_rate", 0.9),
        new("stay.zero_day_share.75_84", "zero_day_share", 0.4),
        new("reablement.places", "delayed_days.E", -1.5),
        new("care_home.council_funded_share", "permanent_admissions_council", 1),
        new("dispute.share", "delayed_days.H", 1),
        new("housing.share", "delayed_days.I", 1),
    ];

    /// <summary>Levels of delays by reason, which the factors of the areas move as well.</summary>
    public static IReadOnlyList<RakingTie> Delays { get; } =
    [
        new("assessment.process_days", "delayed_days.A", 1.5),
        new("funding.process_days", "delayed_days.B", 1),
        new("intermediate.beds", "delayed_days.C", -5),
        new("care_home.process_days", "delayed_days.Dii", 0.45),
        new("equipment.process_days", "delayed_days.F", 0.8),
        new("choice.viewing_days", "delayed_days.G", 0.65),
    ];

    /// <summary>Aim: half of what the targets' own test allows, at most this share of the target.</summary>
    private const double Aim = 0.02;

    /// <summary>Rakes the tied levels within the range of their evidence, then moves those left beyond their aim by Nelder and Mead, while runs are left.</summary>
    /// <param name="model">The national model.</param>
    /// <param name="world">The world, for ranges and targets.</param>
    /// <param name="parameters">England's parameters changed so far.</param>
    /// <param name="areas">Factors of the areas, which stay.</param>
    /// <param name="ties">The levels to move.</param>
    /// <param name="rounds">Most rounds of raking.</param>
    /// <param name="simplexRuns">Most further runs of Nelder and Mead.</param>
    /// <returns>England's parameters that differ from the world's.</returns>
    public static IReadOnlyDictionary<string, double> Fit(
        AreaModel model,
        World world,
        IReadOnlyDictionary<string, double> parameters,
        IReadOnlyList<AreaMultipliers> areas,
        IReadOnlyList<RakingTie> ties,
        int rounds,
        int simplexRuns = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(ties);
        CalibrationProblem problem = Problem(world, parameters, ties);
        int most = Math.Min(model.Left, rounds + simplexRuns);
        if (most < 1)
        {
            return parameters;
        }

        CalibrationSearch search = new(problem, Evaluate, most);
        Raking.Run(search, ties, new RakingOptions(rounds, 1, 1.5));
        string[] missed = [.. ties.Where(t => search.Best is { } b && Math.Abs(problem.Targets[problem.TargetIndex(t.Target)].Residual(b.Fitted[problem.TargetIndex(t.Target)])) > 1).Select(t => t.Parameter)];
        if (missed.Length > 0 && simplexRuns > 0)
        {
            NelderMead.Run(search, new NelderMeadOptions(0.05, Free: missed));
        }

        return search.Best is null ? parameters : Changed(problem, parameters, search.Best.Parameters);

        FittedValues Evaluate(IReadOnlyList<double> values)
        {
            CalibrationAnswer? answer = model.Evaluate(new CalibrationPoint(Changed(problem, parameters, values), areas));
            return answer is null
                ? throw new InvalidOperationException("more runs were asked for than are left")
                : new FittedValues([.. ties.Select(t => answer.Targets[IndexOf(world, t.Target)])]);
        }
    }

    private static int IndexOf(World world, string target) => Validation.WithoutSeries(world).Select(t => t.Key).ToList().IndexOf(target);

    private static Dictionary<string, double> Changed(CalibrationProblem problem, IReadOnlyDictionary<string, double> parameters, IReadOnlyList<double> values)
    {
        Dictionary<string, double> changed = new(parameters);
        for (int i = 0; i < values.Count; i++)
        {
            changed[problem.Parameters[i].Name] = values[i];
        }

        return changed;
    }

    private static CalibrationProblem Problem(World world, IReadOnlyDictionary<string, double> parameters, IReadOnlyList<RakingTie> ties)
    {
        Dictionary<string, Parameter> table = world.Parameters.All.ToDictionary(p => p.Key);
        return new CalibrationProblem(
            [.. ties.Select(t => Free(table[t.Parameter], parameters.TryGetValue(t.Parameter, out double v) ? v : table[t.Parameter].Value))],
            [.. ties.Select(t => world.Targets.First(x => x.Key == t.Target)).Select(t => new CalibrationTarget(t.Key, t.Value, t.Value * Math.Min(Aim, t.Tolerance / 2)))]);
    }

    /// <summary>Within the evidence where the table tells it, else by half down and up.</summary>
    private static CalibrationParameter Free(Parameter p, double start)
    {
        double low = p.Low is > 0 and double l ? l : p.Value / 2;
        double high = p.High ?? p.Value * 2;
        return new CalibrationParameter(p.Key, low, high, Math.Clamp(start, low, high), ParameterScale.Log);
    }
}
