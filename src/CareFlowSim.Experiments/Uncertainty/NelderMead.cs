namespace CareFlowSim.Experiments;

/// <summary>How the simplex goes on.</summary>
/// <param name="Size">Edge of the first simplex, as a share of each parameter's range on its scale.</param>
/// <param name="Tolerance">Width of the simplex, on the same measure, at which it is settled.</param>
/// <param name="LossGoal">Loss at which it is settled.</param>
/// <param name="Restarts">Times a settled simplex is opened again, at half its first size, to free it where it has collapsed.</param>
/// <param name="Free">Names of the parameters to move; null moves all.</param>
public sealed record NelderMeadOptions(double Size = 0.1, double Tolerance = 1e-3, double LossGoal = 0, int Restarts = 1, IReadOnlyList<string>? Free = null);

/// <summary>
/// Minimises the loss without slopes, within the bounds. Own code rather than the library's, which knows neither bounds nor a resumable budget.
/// Sources: Nelder and Mead (1965), Computer Journal 7, 308-313; Gao and Han (2012), Computational Optimization and Applications 51, 259-277
/// (coefficients by number of parameters); points outside the bounds are moved onto them (Box 1965).
/// </summary>
public static class NelderMead
{
    /// <summary>Runs the stage, from the best evaluation so far or the problem's start.</summary>
    /// <exception cref="ArgumentException">A parameter to move that does not exist, or none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option out of range.</exception>
    public static StageResult Run(CalibrationSearch search, NelderMeadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(search);
        options ??= new NelderMeadOptions();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Size, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Size, 0.5);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Tolerance, 0);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Restarts);
        int[] free = options.Free is null
            ? [.. Enumerable.Range(0, search.Problem.Parameters.Count)]
            : [.. options.Free.Select(search.Problem.ParameterIndex).Distinct()];
        if (free.Length == 0)
        {
            throw new ArgumentException("There must be a parameter to move.", nameof(options));
        }

        Simplex simplex = new(search, free, options);
        for (int start = 0; start <= options.Restarts; start++)
        {
            if (!simplex.Open(start == 0 ? options.Size : options.Size / 2) || !simplex.Descend())
            {
                return new StageResult(simplex.End, simplex.Best);
            }

            if (simplex.Best!.Loss <= options.LossGoal)
            {
                break;
            }
        }

        return new StageResult(StageEnd.Settled, simplex.Best);
    }

    private sealed record Vertex(double[] Place, CalibrationEvaluation Evaluation)
    {
        public double Loss => Evaluation.Loss;
    }

    private sealed class Simplex(CalibrationSearch search, int[] free, NelderMeadOptions options)
    {
        private readonly double[] _fixed = search.From;
        private List<Vertex> _vertices = [];
        private StageEnd _end;

        public StageEnd End => _end;

        public CalibrationEvaluation? Best => _vertices.MinBy(v => v.Loss)?.Evaluation;

        /// <summary>Sets the vertices: the best point and one step from it along each parameter, inwards where a bound is near.</summary>
        public bool Open(double size)
        {
            double[] values = Best is { } best ? [.. best.Parameters] : _fixed;
            if (search.Evaluate("Nelder-Mead", values, out _end) is not { } first)
            {
                return false;
            }

            double[] place = [.. free.Select(i => search.Problem.Parameters[i].ToUnit(values[i]))];
            List<Vertex> opened = [new Vertex(place, first)];
            _vertices = opened;
            for (int k = 0; k < free.Length; k++)
            {
                double[] moved = [.. place];
                moved[k] += moved[k] + size <= 1 ? size : -size;
                if (At(moved) is not { } vertex)
                {
                    return false;
                }

                opened.Add(vertex);
            }

            return true;
        }

        /// <summary>Moves the simplex until it is settled; false when the search has to end.</summary>
        public bool Descend()
        {
            // Gao and Han (2012), equation 4.1; for one parameter the figures for two.
            double n = Math.Max(2, free.Length);
            double expand = 1 + (2 / n);
            double contract = 0.75 - (1 / (2 * n));
            double shrink = 1 - (1 / n);
            while (true)
            {
                _vertices = [.. _vertices.OrderBy(v => v.Loss)];
                if (_vertices[0].Loss <= options.LossGoal || Width() <= options.Tolerance)
                {
                    return true;
                }

                Vertex worst = _vertices[^1];
                if (Along(-1, worst) is not { } reflected)
                {
                    return false;
                }

                if (reflected.Loss < _vertices[0].Loss)
                {
                    if (Along(-expand, worst) is not { } expanded)
                    {
                        return false;
                    }

                    _vertices[^1] = expanded.Loss < reflected.Loss ? expanded : reflected;
                    continue;
                }

                if (reflected.Loss < _vertices[^2].Loss)
                {
                    _vertices[^1] = reflected;
                    continue;
                }

                bool outside = reflected.Loss < worst.Loss;
                if (Along(outside ? -contract : contract, worst) is not { } contracted)
                {
                    return false;
                }

                if (contracted.Loss < Math.Min(reflected.Loss, worst.Loss))
                {
                    _vertices[^1] = contracted;
                }
                else if (!Shrink(shrink))
                {
                    return false;
                }
            }
        }

        private bool Shrink(double factor)
        {
            Vertex best = _vertices[0];
            for (int v = 1; v < _vertices.Count; v++)
            {
                if (At([.. best.Place.Zip(_vertices[v].Place, (b, x) => b + (factor * (x - b)))]) is not { } moved)
                {
                    return false;
                }

                _vertices[v] = moved;
            }

            return true;
        }

        /// <summary>The point on the line from the middle of all vertices but the worst towards the worst.</summary>
        private Vertex? Along(double factor, Vertex worst)
        {
            double[] place = new double[free.Length];
            for (int k = 0; k < place.Length; k++)
            {
                double middle = _vertices.Take(_vertices.Count - 1).Average(v => v.Place[k]);
                place[k] = middle + (factor * (worst.Place[k] - middle));
            }

            return At(place);
        }

        private Vertex? At(double[] place)
        {
            double[] values = [.. _fixed];
            for (int k = 0; k < place.Length; k++)
            {
                place[k] = Math.Clamp(place[k], 0, 1);
                values[free[k]] = search.Problem.Parameters[free[k]].FromUnit(place[k]);
            }

            return search.Evaluate("Nelder-Mead", values, out _end) is { } evaluation ? new Vertex(place, evaluation) : null;
        }

        private double Width() => Enumerable.Range(0, free.Length).Max(k => _vertices.Max(v => v.Place[k]) - _vertices.Min(v => v.Place[k]));
    }
}
