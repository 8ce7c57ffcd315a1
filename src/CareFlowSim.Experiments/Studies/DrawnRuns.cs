using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Paired arms run once in each of several draws of the uncertain inputs: the same people and the same luck in every arm and every draw.</summary>
public sealed class DrawnRuns
{
    private readonly List<double[]> _points = [];
    private readonly List<double[]> _values = [];
    private readonly List<double[,][]> _levels = [];

    private DrawnRuns(Setup first, IReadOnlyList<UncertainInput> inputs, IReadOnlyList<PolicyMeasure> measures, int asked)
    {
        First = first;
        Inputs = inputs;
        Measures = measures;
        Asked = asked;
    }

    /// <summary>The scenario as it stands, laid out on its world, before any draw.</summary>
    public Setup First { get; }

    /// <summary>The inputs drawn.</summary>
    public IReadOnlyList<UncertainInput> Inputs { get; }

    /// <summary>The measures kept.</summary>
    public IReadOnlyList<PolicyMeasure> Measures { get; }

    /// <summary>Draws asked for.</summary>
    public int Asked { get; }

    /// <summary>Draws finished, a beginning of those asked for.</summary>
    public int Draws => _values.Count;

    /// <summary>Events handled in all finished draws.</summary>
    public long Events { get; private set; }

    /// <summary>Values of the inputs by finished draw, each in its own unit.</summary>
    public IReadOnlyList<double[]> Values => _values;

    /// <summary>The points of the unit cube behind them.</summary>
    public IReadOnlyList<double[]> Points => _points;

    /// <summary>Levels of a measure in an arm: one row per draw, one value per replication.</summary>
    public IReadOnlyList<double[]> Levels(int measure, int arm, int? draws = null) => [.. _levels.Take(draws ?? Draws).Select(l => l[measure, arm])];

    /// <summary>The effect of a policy arm by a measure.</summary>
    /// <param name="measure">Place of the measure.</param>
    /// <param name="arm">Policy arm, 1 or more.</param>
    /// <param name="factor">Multiplies every figure: a change of unit.</param>
    /// <param name="draws">How many of the first draws to use; null takes all.</param>
    /// <exception cref="ArgumentException">Fewer than two draws or replications.</exception>
    public NestedEffect Effect(int measure, int arm, double factor = 1, int? draws = null) =>
        Measures[measure].Effect(Levels(measure, 0, draws), Levels(measure, arm, draws), factor);

    /// <summary>One figure per draw: the mean over replications.</summary>
    public double[] Figures(int measure, int arm) =>
        [.. _levels.Select(l => l[measure, 0].Zip(l[measure, arm], Measures[measure].Figure).Average())];

    /// <summary>Runs all draws, one after another, each on all threads.</summary>
    /// <param name="world">The world.</param>
    /// <param name="scenario">The scenario; its replications are those of each draw.</param>
    /// <param name="inputs">The inputs to draw; with none, every draw is the scenario as it stands.</param>
    /// <param name="points">Points of the unit cube, strictly inside: one row per draw, one column per input.</param>
    /// <param name="measures">What to keep of each run.</param>
    /// <param name="options">Threads.</param>
    /// <param name="progress">Told after each system of each draw.</param>
    /// <param name="stop">Stops before the next system; finished draws are kept.</param>
    public static DrawnRuns Run(
        World world,
        Scenario scenario,
        IReadOnlyList<UncertainInput> inputs,
        IReadOnlyList<double[]> points,
        IReadOnlyList<PolicyMeasure> measures,
        RunOptions options,
        Action<RunProgress>? progress = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(measures);
        DrawnRuns runs = new(new Setup(world, scenario), inputs, measures, points.Count);
        foreach (double[] point in points)
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            double[] values = [.. inputs.Select((input, i) => input.Prior.Quantile(point[i]))];
            Scenario drawn = inputs.Zip(values).Aggregate(scenario, (s, v) => v.First.Set(s, v.Second));
            ExperimentResult result = ExperimentRunner.Run(new Setup(world, drawn), options, Told(runs.Draws), stop);
            if (!result.Complete)
            {
                break;
            }

            runs.Keep(point, values, result);
        }

        return runs;

        Action<RunProgress>? Told(int draw) => progress is null ? null : p => progress(new RunProgress((draw + p.Done) / points.Count, (draw * p.Total) + p.Finished, points.Count * p.Total));
    }

    /// <summary>A space-filling design of the draws.</summary>
    /// <param name="draws">Number of draws.</param>
    /// <param name="inputs">Number of inputs; with none, each draw is an empty point.</param>
    /// <param name="sobol">Scrambled Sobol' sequence rather than a Latin hypercube.</param>
    /// <param name="seed">Seed; the design's luck is apart from that of people.</param>
    public static double[][] Design(int draws, int inputs, bool sobol, long seed)
    {
        RandomStream stream = new((ulong)seed, 0);
        return inputs == 0 ? [.. Enumerable.Range(0, draws).Select(_ => Array.Empty<double>())]
            : sobol ? SobolSequence.Scrambled(draws, inputs, stream)
            : LatinHypercube.Points(draws, inputs, stream);
    }

    private void Keep(double[] point, double[] values, ExperimentResult result)
    {
        double[,][] levels = new double[Measures.Count, result.Arms][];
        for (int m = 0; m < Measures.Count; m++)
        {
            for (int arm = 0; arm < result.Arms; arm++)
            {
                levels[m, arm] = [.. Enumerable.Range(0, result.Replications).Select(r => Measures[m].Level(result, r, arm))];
            }
        }

        _points.Add(point);
        _values.Add(values);
        _levels.Add(levels);
        Events += result.Events;
    }
}
