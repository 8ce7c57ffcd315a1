namespace CareFlowSim.Experiments;

/// <summary>How well one target is met.</summary>
/// <param name="Target">The target.</param>
/// <param name="Fitted">The model's value, in the target's unit.</param>
/// <param name="Residual">Fitted less published value, in units of the tolerance.</param>
public sealed record TargetFit(CalibrationTarget Target, double Fitted, double Residual)
{
    /// <summary>Whether the target is met to its tolerance.</summary>
    public bool Met => Math.Abs(Residual) <= 1;
}

/// <summary>A bound at which a fitted parameter lies: the data would have it further out, or say nothing about it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its fitted value.</param>
/// <param name="AtHigh">Whether it is the high bound.</param>
public sealed record BoundHit(CalibrationParameter Parameter, double Value, bool AtHigh);

/// <summary>What a calibration came to.</summary>
/// <param name="Evaluation">The evaluation reported on.</param>
/// <param name="Fits">One per target, in order.</param>
/// <param name="Bounds">Parameters that lie at a bound.</param>
public sealed record CalibrationReport(CalibrationEvaluation Evaluation, IReadOnlyList<TargetFit> Fits, IReadOnlyList<BoundHit> Bounds)
{
    /// <summary>Nearer to a bound than this share of the range, a parameter counts as lying at it.</summary>
    public const double BoundShare = 1e-3;

    /// <summary>Reports on an evaluation, for instance the search's best.</summary>
    /// <exception cref="ArgumentException">The evaluation is of another problem.</exception>
    public static CalibrationReport Of(CalibrationProblem problem, CalibrationEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (evaluation.Parameters.Count != problem.Parameters.Count || evaluation.Fitted.Count != problem.Targets.Count)
        {
            throw new ArgumentException("The evaluation has not one value for each parameter and target of the problem.", nameof(evaluation));
        }

        return new CalibrationReport(
            evaluation,
            [.. problem.Targets.Select((t, i) => new TargetFit(t, evaluation.Fitted[i], t.Residual(evaluation.Fitted[i])))],
            [
                .. problem.Parameters
                    .Select((p, i) => (p, value: evaluation.Parameters[i], place: p.ToUnit(evaluation.Parameters[i])))
                    .Where(x => x.place is <= BoundShare or >= 1 - BoundShare)
                    .Select(x => new BoundHit(x.p, x.value, x.place > 0.5)),
            ]);
    }
}
