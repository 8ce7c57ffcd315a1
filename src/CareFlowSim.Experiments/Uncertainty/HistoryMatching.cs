using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>How history matching goes on.</summary>
/// <param name="Waves">Number of waves, 1 or more.</param>
/// <param name="Points">Evaluations in each wave; null stands for ten per parameter.</param>
/// <param name="Cutoff">Implausibility above which a point is ruled out; 3 by Pukelsheim's three-sigma rule.</param>
/// <param name="Candidates">Candidates per evaluation that a wave looks through with its emulators.</param>
/// <param name="IgnoredTargets">Number of worst targets left out of a point's implausibility; 0 takes the worst, 1 the second worst.</param>
public sealed record HistoryMatchingOptions(int Waves = 3, int? Points = null, double Cutoff = 3, int Candidates = 100, int IgnoredTargets = 0);

/// <summary>What one wave came to.</summary>
/// <param name="Number">Number of the wave, from 1.</param>
/// <param name="Evaluations">Evaluations of the wave.</param>
/// <param name="NotImplausible">How many of them are not implausible.</param>
/// <param name="Smallest">Smallest implausibility among them.</param>
/// <param name="SpaceLeft">Share of the whole space (on the parameters' scales) that the waves before had not ruled out; an estimate from the candidates.</param>
public sealed record HistoryWave(int Number, int Evaluations, int NotImplausible, double Smallest, double SpaceLeft);

/// <summary>What history matching left.</summary>
/// <param name="End">Why it ended.</param>
/// <param name="Waves">The waves, in order; the last may be incomplete.</param>
/// <param name="NotImplausible">All evaluations not ruled out, in the order of the log.</param>
public sealed record HistoryMatch(StageEnd End, IReadOnlyList<HistoryWave> Waves, IReadOnlyList<CalibrationEvaluation> NotImplausible);

/// <summary>
/// Rules out parameter values that cannot meet the targets, wave after wave, rather than looking for the one best. Each wave evaluates points that the
/// emulators (quadratic regressions) of the waves before do not rule out. Source: Craig, Goldstein, Seheult and Smith (1997), "Pressure matching for
/// hydrocarbon reservoirs"; Vernon, Goldstein and Bower (2010), "Galaxy formation: a Bayesian uncertainty analysis", Bayesian Analysis 5, 619-669.
/// </summary>
public static class HistoryMatching
{
    /// <summary>
    /// How implausible fitted values are: the worst distance from a target with a weight, in standard deviations of observation, model discrepancy and
    /// Monte Carlo error together. Infinite where a fitted value is not a number.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="fitted">One value per target.</param>
    /// <param name="variances">Monte Carlo variance (or an emulator's) of each value.</param>
    /// <param name="ignoredTargets">Number of worst targets left out.</param>
    public static double Implausibility(CalibrationProblem problem, IReadOnlyList<double> fitted, IReadOnlyList<double> variances, int ignoredTargets = 0)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(variances);
        double[] distances =
        [
            .. problem.Targets.Select((t, i) => (t, i)).Where(x => x.t.Weight > 0)
                .Select(x => Math.Abs(fitted[x.i] - x.t.Value) / Math.Sqrt(x.t.Variance + variances[x.i]))
                .Select(d => double.IsNaN(d) ? double.PositiveInfinity : d)
                .OrderDescending(),
        ];
        return distances[Math.Min(ignoredTargets, distances.Length - 1)];
    }

    /// <summary>Runs the stage over the whole space within the bounds.</summary>
    /// <param name="search">The search.</param>
    /// <param name="stream">The luck of the designs; the same stream gives the same points.</param>
    /// <param name="options">Waves, points and cutoff.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option out of range.</exception>
    public static HistoryMatch Run(CalibrationSearch search, RandomStream stream, HistoryMatchingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(search);
        options ??= new HistoryMatchingOptions();
        int inputs = search.Problem.Parameters.Count;
        int count = options.Points ?? 10 * inputs;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Waves, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, inputs + 3, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Cutoff, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Candidates, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(options.IgnoredTargets);

        State state = new(search.Problem, options);
        for (int wave = 1; wave <= options.Waves; wave++)
        {
            double[][] points = state.Points(count, Luck(stream, wave));
            List<(double[] Place, CalibrationEvaluation Evaluation)> made = [];
            foreach (double[] place in points)
            {
                if (search.Evaluate($"wave {wave}", [.. search.Problem.Parameters.Select((p, i) => p.FromUnit(place[i]))], out StageEnd end) is not { } evaluation)
                {
                    state.Close(wave, made);
                    return state.Result(end);
                }

                made.Add((place, evaluation));
            }

            state.Close(wave, made);
        }

        return state.Result(state.Kept.Count > 0 ? StageEnd.Settled : StageEnd.RoundsUsed);
    }

    private static RandomStream Luck(RandomStream stream, int wave)
    {
        Draw draw = stream.For((uint)wave, MethodDraws.HistoryWave, 0);
        return new RandomStream(((ulong)draw.W1 << 32) | draw.W0, (int)draw.W2);
    }

    /// <summary>What is known between waves; places are in the unit cube of the parameters' scales.</summary>
    private sealed class State(CalibrationProblem problem, HistoryMatchingOptions options)
    {
        private const double Padding = 0.1;

        private readonly List<QuadraticEmulator[]> _emulators = [];
        private readonly List<HistoryWave> _waves = [];
        private readonly double[] _low = new double[problem.Parameters.Count];
        private readonly double[] _high = [.. Enumerable.Repeat(1.0, problem.Parameters.Count)];
        private readonly List<double[]> _keptPlaces = [];
        private double _spaceLeft = 1;

        public List<CalibrationEvaluation> Kept { get; } = [];

        public double[][] Points(int count, RandomStream luck)
        {
            int inputs = _low.Length;
            if (_emulators.Count == 0)
            {
                return LatinHypercube.Points(count, inputs, luck);
            }

            (double[] Place, double Implausibility)[] candidates =
            [
                .. LatinHypercube.Points(count * options.Candidates, inputs, luck)
                    .Select(u => u.Select((x, i) => _low[i] + (x * (_high[i] - _low[i]))).ToArray())
                    .Select(place => (place, _emulators.Max(e => Emulated(e, place)))),
            ];
            double[][] left = [.. candidates.Where(c => c.Implausibility <= options.Cutoff).Select(c => c.Place)];
            _spaceLeft = Enumerable.Range(0, inputs).Aggregate((double)left.Length / candidates.Length, (share, i) => share * (_high[i] - _low[i]));
            double[][] chosen = left.Length >= count
                ? left[..count]
                : [.. candidates.OrderBy(c => c.Implausibility).Take(count).Select(c => c.Place)];
            Narrow([.. left, .. chosen, .. _keptPlaces]);
            return chosen;
        }

        public void Close(int wave, List<(double[] Place, CalibrationEvaluation Evaluation)> made)
        {
            double[] implausibilities = [.. made.Select(m => Implausibility(problem, m.Evaluation.Fitted, m.Evaluation.MonteCarloVariances, options.IgnoredTargets))];
            for (int i = 0; i < made.Count; i++)
            {
                if (implausibilities[i] <= options.Cutoff)
                {
                    Kept.Add(made[i].Evaluation);
                    _keptPlaces.Add(made[i].Place);
                }
            }

            _waves.Add(new HistoryWave(wave, made.Count, implausibilities.Count(i => i <= options.Cutoff), implausibilities.DefaultIfEmpty(double.PositiveInfinity).Min(), _spaceLeft));
            double[][] places = [.. made.Where(m => m.Evaluation.Fitted.All(double.IsFinite)).Select(m => m.Place)];
            if (places.Length < _low.Length + 3)
            {
                return;
            }

            CalibrationEvaluation[] evaluations = [.. made.Select(m => m.Evaluation).Where(e => e.Fitted.All(double.IsFinite))];
            _emulators.Add([.. problem.Targets.Select((_, t) => new QuadraticEmulator(places, [.. evaluations.Select(e => e.Fitted[t])], _low, _high))]);
        }

        public HistoryMatch Result(StageEnd end) => new(end, _waves, [.. Kept.OrderBy(e => e.Index)]);

        private double Emulated(QuadraticEmulator[] emulators, double[] place)
        {
            double[] features = emulators[0].Features(place);
            return Implausibility(problem, [.. emulators.Select(e => e.At(features))], [.. emulators.Select(e => e.Variance)], options.IgnoredTargets);
        }

        /// <summary>The next candidates come from the box around what is left, widened a little because the box is only seen at points.</summary>
        private void Narrow(double[][] places)
        {
            for (int i = 0; i < _low.Length; i++)
            {
                double from = places.Min(p => p[i]);
                double to = places.Max(p => p[i]);
                double pad = Padding * (to - from);
                (_low[i], _high[i]) = (Math.Max(0, from - pad), Math.Min(1, to + pad));
            }
        }
    }
}
