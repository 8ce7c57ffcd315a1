using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>How the fit of the areas goes on.</summary>
/// <param name="Rounds">Most rounds, one run of all areas each.</param>
/// <param name="Damping">Share of the step that the elasticities ask for, above 0 and at most 1.</param>
/// <param name="Within">Loss of an area at which it is left as it is (the square of a relative difference, about).</param>
public sealed record AreaCalibrationOptions(int Rounds = 20, double Damping = 0.6, double Within = 1e-4);

/// <summary>What the fit of the areas came to.</summary>
/// <param name="Areas">Factors of every area of the world.</param>
/// <param name="Loss">Mean loss over the fitted areas.</param>
/// <param name="Rounds">Runs that it took.</param>
public sealed record AreaCalibrationResult(IReadOnlyList<AreaMultipliers> Areas, double Loss, int Rounds);

/// <summary>
/// Moves the factors of all areas at once towards each area's own delays: the shares of support towards the total, the times towards the mix of reasons and England's level.
/// A damped fixed point on the log scale: an area answers almost to its own factors alone, so one run serves all of them. Steps that overshoot are halved,
/// steps that fall short grow (as the secant would have it, but proof against chance in small counts; Riedmiller and Braun 1993). Each area keeps its best round.
/// </summary>
public static class AreaCalibration
{
    private const double LargestStep = 0.7;
    private const double LargestSupportStep = 0.25;
    private const double Grows = 1.3;
    private const double Shrinks = 0.5;
    private const double MostGrowth = 4;
    private const double LeastGrowth = 0.15;

    /// <summary>Below so many days a year differences are mostly chance.</summary>
    private const double SmallDays = 50;

    /// <summary>Fits the areas.</summary>
    /// <param name="evaluate">Recorded days by area and reason at some factors, or null when it may not be asked again.</param>
    /// <param name="targets">What is fitted.</param>
    /// <param name="start">Factors to start from, one entry an area of the world.</param>
    /// <param name="areas">The areas to fit; one without a return is left as it is.</param>
    /// <param name="options">Rounds and damping.</param>
    public static AreaCalibrationResult Run(
        Func<IReadOnlyList<AreaMultipliers>, IReadOnlyList<double[]>?> evaluate,
        AreaTargets targets,
        IReadOnlyList<AreaMultipliers> start,
        IReadOnlyList<int> areas,
        AreaCalibrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(start);
        options ??= new AreaCalibrationOptions();
        // Where the whole world is fitted, the mean share of support stays England's: how many need support is known, and the times answer for the level.
        bool whole = areas.Count == start.Count;
        Fitted[] fits = [.. areas.Where(a => targets.Smoothed[a] is not null).Select(a => new Fitted(a, targets.Smoothed[a]!, start[a]))];
        AreaMultipliers[] current = [.. start];
        (AreaMultipliers[] best, double loss) = (current, double.PositiveInfinity);
        int rounds = 0;
        while (rounds < options.Rounds && evaluate(current) is { } days)
        {
            rounds++;
            double mean = fits.Average(f => f.Judge(days[f.Area], current[f.Area]));
            if (mean < loss)
            {
                (best, loss) = (current, mean);
            }

            if (fits.All(f => f.BestLoss <= options.Within))
            {
                break;
            }

            current = [.. current];
            double level = whole ? fits.Sum(f => targets.People[f.Area] * f.Total(days[f.Area])) / fits.Sum(f => targets.People[f.Area]) : 0;
            foreach (Fitted fit in fits)
            {
                // The last round asks whether what was best for each area is best together.
                current[fit.Area] = rounds == options.Rounds - 1 ? fit.Best : fit.Next(days[fit.Area], current[fit.Area], level, options);
            }

            if (whole)
            {
                KeepMeanSupport(current, targets, fits);
            }
        }

        return new AreaCalibrationResult(best, loss, rounds);
    }

    /// <summary>Misfit of an area: twice the squared log ratio of the totals, and the mean of those of the reasons weighted by published days.</summary>
    public static double Loss(IReadOnlyList<double> wanted, IReadOnlyList<double> days)
    {
        double total = Ratio(days.Sum(), wanted.Sum());
        double sum = 0;
        foreach (int k in Reasons)
        {
            double r = Ratio(days[k], wanted[k]);
            sum += wanted[k] * r * r;
        }

        return (2 * total * total) + (sum / Math.Max(1, wanted.Sum()));
    }

    private static void KeepMeanSupport(AreaMultipliers[] current, AreaTargets targets, Fitted[] fits)
    {
        double mean = fits.Sum(f => targets.People[f.Area] * current[f.Area].SupportShare) / fits.Sum(f => targets.People[f.Area]);
        AreaMultiplier m = AreaMultiplier.All.Single(x => x.Reason is null);
        foreach (Fitted fit in fits)
        {
            current[fit.Area] = m.With(current[fit.Area], Math.Clamp(m.Of(current[fit.Area]) / mean, m.Low, m.High));
        }
    }

    private static double Ratio(double days, double wanted) => Math.Log((days + SmallDays) / (wanted + SmallDays));

    private static IEnumerable<int> Reasons => AreaMultiplier.All.Where(m => m.Reason is not null).Select(m => (int)m.Reason!.Value);

    /// <summary>One area on its way.</summary>
    private sealed class Fitted(int area, double[] wanted, AreaMultipliers start)
    {
        private readonly double[] _pace = [.. AreaMultiplier.All.Select(_ => 1.0)];
        private readonly double[] _before = new double[AreaMultiplier.All.Count];

        public int Area => area;

        public AreaMultipliers Best { get; private set; } = start;

        public double BestLoss { get; private set; } = double.PositiveInfinity;

        public double Judge(double[] days, AreaMultipliers at)
        {
            double loss = Loss(wanted, days);
            if (loss < BestLoss)
            {
                (Best, BestLoss) = (at, loss);
            }

            return loss;
        }

        public double Total(double[] days) => Ratio(days.Sum(), wanted.Sum());

        public AreaMultipliers Next(double[] days, AreaMultipliers at, double level, AreaCalibrationOptions options)
        {
            double total = Total(days) - level;
            AreaMultipliers next = at;
            for (int i = 0; i < _pace.Length; i++)
            {
                AreaMultiplier m = AreaMultiplier.All[i];
                double distance = m.Reason is { } reason ? Ratio(days[(int)reason], wanted[(int)reason]) - total : total;
                _pace[i] *= distance * _before[i] < 0 ? Shrinks : Math.Abs(distance) > 0.6 * Math.Abs(_before[i]) && _before[i] != 0 ? Grows : 1;
                _pace[i] = Math.Clamp(_pace[i], LeastGrowth, MostGrowth);
                _before[i] = distance;
                double limit = m.Reason is null ? LargestSupportStep : LargestStep;
                double step = Math.Clamp(options.Damping * _pace[i] * distance / m.Elasticity, -limit, limit);
                next = m.With(next, Math.Clamp(m.Of(at) * Math.Exp(-step), m.Low, m.High));
            }

            return next;
        }
    }
}
