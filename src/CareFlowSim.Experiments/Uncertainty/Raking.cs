namespace CareFlowSim.Experiments;

/// <summary>A level parameter and the one target it moves most.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Target">Name of the target; its value must be above 0.</param>
/// <param name="Elasticity">First guess of the relative change of the target for a relative change of the parameter; below 0 where one falls as the other rises.</param>
public sealed record RakingTie(string Parameter, string Target, double Elasticity = 1);

/// <summary>How raking goes on.</summary>
/// <param name="Rounds">Most rounds, one evaluation each.</param>
/// <param name="Within">Largest residual of a tied target, in tolerance units, at which it is settled.</param>
/// <param name="MaxFactor">Largest relative change aimed at in one round, above 1.</param>
public sealed record RakingOptions(int Rounds = 20, double Within = 0.1, double MaxFactor = 2);

/// <summary>How a stage ended and the evaluation it ends with.</summary>
/// <param name="End">Why it ended.</param>
/// <param name="Best">The best evaluation by the stage's own measure; null when it could not make one.</param>
public sealed record StageResult(StageEnd End, CalibrationEvaluation? Best);

/// <summary>
/// Moves several level parameters at once, each towards its own target: first in proportion (as iterative proportional fitting does, Deming and Stephan
/// 1940), then by the slope seen between rounds (secant). For levels whose own target answers to them more than to the other levels.
/// </summary>
public static class Raking
{
    // Other parameters move at the same time, so a slope seen between two rounds is only trusted near the first guess.
    private const double MaxSlopeFactor = 8;

    /// <summary>Runs the stage, from the best evaluation so far or the problem's start.</summary>
    /// <exception cref="ArgumentException">A tie to something that does not exist, something tied twice, an elasticity of 0, or a target not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option out of range.</exception>
    public static StageResult Run(CalibrationSearch search, IReadOnlyList<RakingTie> ties, RakingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(ties);
        options ??= new RakingOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.MaxFactor, 1);
        CalibrationProblem problem = search.Problem;
        Tied[] tied = [.. ties.Select(t => new Tied(problem.ParameterIndex(t.Parameter), problem.TargetIndex(t.Target), t.Elasticity))];
        if (tied.Length == 0 || tied.DistinctBy(t => t.Parameter).Count() < tied.Length || tied.DistinctBy(t => t.Target).Count() < tied.Length)
        {
            throw new ArgumentException("There must be at least one tie, and each parameter and each target in one only.", nameof(ties));
        }

        if (tied.Any(t => t.Elasticity == 0 || !double.IsFinite(t.Elasticity) || problem.Targets[t.Target].Value <= 0))
        {
            throw new ArgumentException("Every tie needs an elasticity other than 0 and a target above 0.", nameof(ties));
        }

        double[] values = search.From;
        CalibrationEvaluation? best = null;
        double smallest = double.PositiveInfinity;
        for (int round = 0; round < options.Rounds; round++)
        {
            if (search.Evaluate("raking", values, out StageEnd end) is not { } evaluation)
            {
                return new StageResult(end, best);
            }

            double[] residuals = [.. tied.Select(t => Math.Abs(problem.Targets[t.Target].Residual(evaluation.Fitted[t.Target])))];
            double largest = residuals.Any(double.IsNaN) ? double.PositiveInfinity : residuals.Max();
            if (best is null || largest < smallest)
            {
                (best, smallest) = (evaluation, largest);
            }

            if (largest <= options.Within)
            {
                return new StageResult(StageEnd.Settled, evaluation);
            }

            values = [.. values];
            foreach (Tied tie in tied)
            {
                CalibrationParameter parameter = problem.Parameters[tie.Parameter];
                values[tie.Parameter] = tie.Next(parameter, problem.Targets[tie.Target].Value, values[tie.Parameter], evaluation.Fitted[tie.Target], Math.Log(options.MaxFactor));
            }
        }

        return new StageResult(StageEnd.RoundsUsed, best);
    }

    /// <summary>One tie and what is known of its slope: change of ln(target) per change of the parameter on its scale.</summary>
    private sealed class Tied(int parameter, int target, double elasticity)
    {
        private double _slope = double.NaN;
        private double _guess;
        private double _place;
        private double _distance;

        public int Parameter => parameter;

        public int Target => target;

        public double Elasticity => elasticity;

        public double Next(CalibrationParameter p, double wanted, double value, double fitted, double maxChange)
        {
            // A model without any of what is counted gives 0; it is taken as far too low.
            double distance = fitted > 0 ? Math.Log(fitted / wanted) : double.IsNaN(fitted) ? 0 : -maxChange;
            double place = p.OnScale(value);
            if (double.IsNaN(_slope))
            {
                _slope = elasticity * p.Scale switch
                {
                    ParameterScale.Log => 1,
                    ParameterScale.Logit => 1 - value,
                    _ => 1 / (Math.Abs(value) > 0 ? value : p.High - p.Low),
                };
                _guess = _slope;
            }
            else if (place != _place)
            {
                double seen = (distance - _distance) / (place - _place) / _guess;
                _slope = seen > 0 ? _guess * Math.Clamp(seen, 1 / MaxSlopeFactor, MaxSlopeFactor) : _slope;
            }

            (_place, _distance) = (place, distance);
            double change = -Math.Clamp(distance, -maxChange, maxChange) / _slope;
            return Math.Clamp(p.OffScale(place + change), p.Low, p.High);
        }
    }
}
