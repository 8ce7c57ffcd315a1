namespace CareFlowSim.Experiments;

/// <summary>
/// Best of k options, one replication at a time: an option falls out as soon as another is better by more than chance allows, and it ends when one is left.
/// The best is chosen with at least the probability asked for, whenever it is better than every other by the indifference zone; when others are within it, one
/// of those is chosen. Assumes that the values of a replication are jointly normal; they may depend on each other, as they do on common random numbers, which
/// make it end sooner.
/// Source: Kim and Nelson (2001), "A fully sequential procedure for indifference-zone selection in simulation", ACM Transactions on Modeling and Computer
/// Simulation 11, 251-273 (c = 1).
/// </summary>
public sealed class KimNelson
{
    private readonly double _indifference;
    private readonly int _firstStage;
    private readonly int _every;
    private readonly double _square;
    private readonly List<double[]> _values = [];
    private readonly double[] _sums;
    private readonly int[] _outAfter;
    private double[,] _variances = new double[0, 0];

    /// <summary>Begins with no replication.</summary>
    /// <param name="options">Number of options, 2 or more.</param>
    /// <param name="indifference">Difference that is worth telling apart, above 0, in the unit of the values.</param>
    /// <param name="probability">Probability of correct selection, between 1 / options and 1.</param>
    /// <param name="firstStage">Replications from which the variances are learnt, 2 or more.</param>
    /// <param name="every">Replications between two looks: fewer looks only make a wrong choice less likely, and more can be run at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public KimNelson(int options, double indifference, double probability = 0.95, int firstStage = 10, int every = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options, 2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(indifference, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstStage, 2);
        if (!(probability > 1.0 / options && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, $"The probability must lie between {1.0 / options} and 1.");
        }

        (_indifference, _firstStage, _every) = (indifference, firstStage, every);
        _square = SquareOfH(options, probability, firstStage);
        _sums = new double[options];
        _outAfter = new int[options];
    }

    /// <summary>Replications so far.</summary>
    public int Replications => _values.Count;

    /// <summary>Replications of the first stage.</summary>
    public int FirstStage => _firstStage;

    /// <summary>The fewest replications after which it may end, given those it has seen.</summary>
    public int Earliest => Replications < _firstStage ? _firstStage : Replications + _every - ((Replications - _firstStage) % _every);

    /// <summary>Options that are still in.</summary>
    public IEnumerable<int> In => Enumerable.Range(0, _outAfter.Length).Where(o => _outAfter[o] == 0);

    /// <summary>Whether one option is left.</summary>
    public bool IsDone => In.Count() == 1;

    /// <summary>The option with the greatest mean of those still in.</summary>
    public int Best => In.MaxBy(o => _sums[o]);

    /// <summary>The replication after which an option fell out; 0 while it is in.</summary>
    public int OutAfter(int option) => _outAfter[option];

    /// <summary>The constant h squared: (n0 - 1) ((2 (1 - P) / (k - 1))^(-2 / (n0 - 1)) - 1).</summary>
    public static double SquareOfH(int options, double probability, int firstStage) =>
        (firstStage - 1) * (Math.Pow(2 * (1 - probability) / (options - 1), -2.0 / (firstStage - 1)) - 1);

    /// <summary>Adds the values of the next replication.</summary>
    /// <param name="values">One value per option, of which more is better; an option that has fallen out may still be given.</param>
    /// <returns>Whether one option is left.</returns>
    /// <exception cref="ArgumentException">Not one finite value per option.</exception>
    public bool Add(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != _sums.Length || !values.All(double.IsFinite))
        {
            throw new ArgumentException($"There must be one finite value for each of {_sums.Length} options.", nameof(values));
        }

        _values.Add([.. values]);
        for (int o = 0; o < _sums.Length; o++)
        {
            _sums[o] += values[o];
        }

        if (Replications >= _firstStage && (Replications - _firstStage) % _every == 0)
        {
            if (Replications == _firstStage)
            {
                _variances = Variances();
            }

            Screen();
        }

        return IsDone;
    }

    /// <summary>Variance of the difference of each two options over the first stage.</summary>
    private double[,] Variances()
    {
        double[,] variances = new double[_sums.Length, _sums.Length];
        for (int i = 0; i < _sums.Length; i++)
        {
            for (int l = 0; l < _sums.Length; l++)
            {
                double mean = (_sums[i] - _sums[l]) / _firstStage;
                variances[i, l] = _values.Sum(v => (v[i] - v[l] - mean) * (v[i] - v[l] - mean)) / (_firstStage - 1);
            }
        }

        return variances;
    }

    private void Screen()
    {
        int[] before = [.. In];
        foreach (int i in before)
        {
            foreach (int l in before.Where(o => o != i))
            {
                // W = max(0, delta / 2c (h^2 S^2 / delta^2 - r)) on means, times r on sums.
                double room = Math.Max(0, _indifference / 2 * ((_square * _variances[i, l] / (_indifference * _indifference)) - Replications));
                // Two that are equal to the last digit are equally good: the first of them stays.
                if (_outAfter[i] == 0 && (_sums[i] < _sums[l] - room || (room == 0 && i > l && _sums[i] == _sums[l])))
                {
                    _outAfter[i] = Replications;
                }
            }
        }
    }
}
