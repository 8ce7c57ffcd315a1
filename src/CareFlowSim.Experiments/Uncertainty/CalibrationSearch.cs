namespace CareFlowSim.Experiments;

/// <summary>What the model gave for every target at one set of parameter values.</summary>
/// <param name="Values">One value per target, in the target's unit; NaN where there is none.</param>
/// <param name="MonteCarloVariances">Squared standard error of each value for finite replications; null for none.</param>
public sealed record FittedValues(IReadOnlyList<double> Values, IReadOnlyList<double>? MonteCarloVariances = null);

/// <summary>One evaluation of the model, as kept in the log. Plain figures, so that the log can be written to a file and read back.</summary>
/// <param name="Index">Place in the log, from 0.</param>
/// <param name="Stage">What asked for it: raking, Nelder-Mead or a wave.</param>
/// <param name="Parameters">Value of each parameter.</param>
/// <param name="Fitted">Value of each target.</param>
/// <param name="MonteCarloVariances">Monte Carlo variance of each fitted value; zeros where none was given.</param>
/// <param name="Loss">Loss of the fitted values.</param>
public sealed record CalibrationEvaluation(
    int Index, string Stage, IReadOnlyList<double> Parameters, IReadOnlyList<double> Fitted, IReadOnlyList<double> MonteCarloVariances, double Loss);

/// <summary>Why a stage of a calibration ended.</summary>
public enum StageEnd
{
    /// <summary>Its goal or tolerance is met.</summary>
    Settled,

    /// <summary>Its own rounds, waves or restarts are used up.</summary>
    RoundsUsed,

    /// <summary>The evaluations allowed to the whole search are used up.</summary>
    EvaluationsUsed,

    /// <summary>It was asked to stop.</summary>
    Stopped,
}

/// <summary>
/// Evaluates a model for one or more stages of calibration and keeps the log. A stage asks for the same evaluations every time, so a search is resumed by
/// running the same stages again with the log so far: evaluations in the log are not repeated, and the outcome is that of a search never interrupted.
/// </summary>
public sealed class CalibrationSearch
{
    private readonly Func<IReadOnlyList<double>, FittedValues> _evaluate;
    private readonly IReadOnlyList<CalibrationEvaluation> _earlier;
    private readonly Action<CalibrationEvaluation>? _evaluated;
    private readonly int _maxEvaluations;
    private readonly CancellationToken _stop;
    private readonly List<CalibrationEvaluation> _log = [];

    /// <summary>Opens a search.</summary>
    /// <param name="problem">Parameters and targets.</param>
    /// <param name="evaluate">The model on common random numbers: parameter values in, one value per target out; the same values must give the same answer.</param>
    /// <param name="maxEvaluations">Most evaluations, those of the earlier log included.</param>
    /// <param name="earlier">The log of the same search interrupted; null for a new one.</param>
    /// <param name="evaluated">Told of each new evaluation, for instance to write it down.</param>
    /// <param name="stop">Stops before the next evaluation.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one evaluation.</exception>
    public CalibrationSearch(
        CalibrationProblem problem,
        Func<IReadOnlyList<double>, FittedValues> evaluate,
        int maxEvaluations,
        IReadOnlyList<CalibrationEvaluation>? earlier = null,
        Action<CalibrationEvaluation>? evaluated = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(evaluate);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEvaluations, 1);
        Problem = problem;
        _evaluate = evaluate;
        _maxEvaluations = maxEvaluations;
        _earlier = earlier ?? [];
        _evaluated = evaluated;
        _stop = stop;
    }

    /// <summary>Parameters and targets.</summary>
    public CalibrationProblem Problem { get; }

    /// <summary>All evaluations so far, in order.</summary>
    public IReadOnlyList<CalibrationEvaluation> Log => _log;

    /// <summary>The evaluation with the smallest loss, the earliest of equals; null before the first.</summary>
    public CalibrationEvaluation? Best { get; private set; }

    /// <summary>Values from which a stage starts: those of the best evaluation, or the problem's start.</summary>
    internal double[] From => Best is null ? Problem.Start : [.. Best.Parameters];

    /// <summary>Evaluates the model, or takes the answer from the log.</summary>
    /// <param name="stage">What asks.</param>
    /// <param name="parameters">Value of each parameter, within its bounds.</param>
    /// <param name="end">Why there is no answer.</param>
    /// <returns>The answer, or null when the search has to end.</returns>
    /// <exception cref="InvalidOperationException">The earlier log belongs to another search, or the model's answer has not one value per target.</exception>
    internal CalibrationEvaluation? Evaluate(string stage, IReadOnlyList<double> parameters, out StageEnd end)
    {
        end = StageEnd.Settled;
        if (_log.Find(e => Same(e.Parameters, parameters)) is { } known)
        {
            return known;
        }

        if (_log.Count >= _maxEvaluations || _stop.IsCancellationRequested)
        {
            end = _log.Count >= _maxEvaluations ? StageEnd.EvaluationsUsed : StageEnd.Stopped;
            return null;
        }

        bool logged = _log.Count < _earlier.Count;
        CalibrationEvaluation evaluation = logged ? Earlier(stage, parameters) : New(stage, parameters);
        _log.Add(evaluation);
        if (Best is null || evaluation.Loss < Best.Loss)
        {
            Best = evaluation;
        }

        if (!logged)
        {
            _evaluated?.Invoke(evaluation);
        }

        return evaluation;
    }

    // Logarithms may differ in the last digit between machines; a log made on one must serve on another.
    private static bool Near(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        x.Count == y.Count && x.Zip(y).All(p => Math.Abs(p.First - p.Second) <= 1e-9 * Math.Max(Math.Abs(p.First), Math.Abs(p.Second)));

    private static bool Same(IReadOnlyList<double> x, IReadOnlyList<double> y) => x.SequenceEqual(y);

    private CalibrationEvaluation Earlier(string stage, IReadOnlyList<double> parameters)
    {
        CalibrationEvaluation earlier = _earlier[_log.Count];
        if (earlier.Index != _log.Count || earlier.Stage != stage || !Near(earlier.Parameters, parameters) || earlier.Fitted.Count != Problem.Targets.Count)
        {
            throw new InvalidOperationException(
                $"The log belongs to another search: at {_log.Count} it has {earlier.Stage} ({string.Join(", ", earlier.Parameters)}) where {stage} ({string.Join(", ", parameters)}) was asked for.");
        }

        // Targets may have been given other tolerances since; what was fitted still holds.
        return earlier with { Loss = Problem.Loss(earlier.Fitted) };
    }

    private CalibrationEvaluation New(string stage, IReadOnlyList<double> parameters)
    {
        FittedValues fitted = _evaluate(parameters);
        int targets = Problem.Targets.Count;
        if (fitted.Values.Count != targets || (fitted.MonteCarloVariances is { } v && v.Count != targets))
        {
            throw new InvalidOperationException($"The model gave {fitted.Values.Count} values and {fitted.MonteCarloVariances?.Count ?? targets} variances for {targets} targets.");
        }

        return new CalibrationEvaluation(_log.Count, stage, [.. parameters], [.. fitted.Values], [.. fitted.MonteCarloVariances ?? new double[targets]], Problem.Loss(fitted.Values));
    }
}
