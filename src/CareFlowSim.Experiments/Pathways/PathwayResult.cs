using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>All finished replications of all arms of a pathway scenario, and the estimates made of them.</summary>
public sealed class PathwayResult
{
    private readonly PathwayLayout[] _layouts;
    private readonly List<PathwayOutcome>[] _outcomes;
    private readonly WaitHistogram[][] _waits;

    internal PathwayResult(PathwayScenario scenario, PathwayLayout[] layouts)
    {
        Scenario = scenario;
        _layouts = layouts;
        Arms = PathwayArms.Names(scenario);
        Rows = PathwayRow.Of(scenario);
        _outcomes = [.. layouts.Select(_ => new List<PathwayOutcome>())];
        _waits = [.. layouts.Select(_ => scenario.Places.Select(_ => new WaitHistogram()).ToArray())];
    }

    /// <summary>What was run.</summary>
    public PathwayScenario Scenario { get; }

    /// <summary>Names of the arms, the baseline first.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Names of the ends, see <see cref="PathwayOutcome.Ended"/>.</summary>
    public IReadOnlyList<string> Ends => _layouts[0].Ends;

    /// <summary>The rows of the measures, the same in all arms.</summary>
    public IReadOnlyList<PathwayRow> Rows { get; }

    /// <summary>Finished replications.</summary>
    public int Replications => _outcomes[0].Count;

    /// <summary>Outcomes by arm and replication.</summary>
    public IReadOnlyList<IReadOnlyList<PathwayOutcome>> Outcomes => _outcomes;

    /// <summary>Waits in seconds of all replications by arm and place.</summary>
    public IReadOnlyList<IReadOnlyList<WaitHistogram>> Waits => _waits;

    /// <summary>How precision was reached; null where none was asked for.</summary>
    public PrecisionCheck? Precision { get; internal set; }

    /// <summary>People expected from outside in the measured time of an arm, exactly; null where it is not known beforehand.</summary>
    public double? ExpectedArrivals(int arm) => _layouts[arm].ExpectedArrivals;

    /// <summary>The row of a place, all classes or one.</summary>
    /// <param name="place">Name of the place; null is the whole path.</param>
    /// <param name="class">Name of the class; null is all classes.</param>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public int RowOf(string? place, string? @class = null)
    {
        int p = place is null ? -1 : IndexOf(Scenario.Places.Select(x => x.Name), place);
        int c = @class is null || Scenario.Classes.Count == 1 ? -1 : IndexOf(Scenario.Classes, @class);
        return Rows.ToList().IndexOf(new PathwayRow(p, c));
    }

    /// <summary>A measure of a row in each replication of an arm.</summary>
    public double[] Values(int arm, int row, PathwayMeasure measure) => [.. _outcomes[arm].Select(o => o.Value(row, measure))];

    /// <summary>A measure in one arm; replications without a value are left out.</summary>
    public Estimate Level(int arm, int row, PathwayMeasure measure) => EstimateOf(Values(arm, row, measure));

    /// <summary>The difference of a measure, policy less baseline, on the same replications.</summary>
    public Estimate Difference(int arm, int row, PathwayMeasure measure) =>
        EstimateOf([.. Values(arm, row, measure).Zip(Values(0, row, measure), (policy, baseline) => policy - baseline)]);

    /// <summary>People who reached an end, of all classes or one.</summary>
    public Estimate Ended(int arm, int end, int @class = -1)
    {
        int classes = Scenario.Classes.Count;
        return EstimateOf([.. _outcomes[arm].Select(o => Enumerable.Range(0, classes).Where(c => @class < 0 || c == @class).Sum(c => (double)o.Ended[(end * classes) + c]))]);
    }

    /// <summary>A series of a place on each day, the mean over replications.</summary>
    public double[] MeanSeries(int arm, int place, PathwaySeries series)
    {
        double[] mean = new double[Scenario.TotalDays];
        foreach (PathwayOutcome outcome in _outcomes[arm])
        {
            IReadOnlyList<float> values = outcome.Series(place, series);
            for (int day = 0; day < mean.Length; day++)
            {
                mean[day] += (double)values[day] / Replications;
            }
        }

        return mean;
    }

    /// <summary>A series of a place on each day: the value that a share of replications does not exceed (nearest rank).</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="place">Number of the place.</param>
    /// <param name="series">Which series.</param>
    /// <param name="shares">Shares, each above 0 and at most 1.</param>
    /// <returns>By share and day of the run.</returns>
    public double[][] PercentileSeries(int arm, int place, PathwaySeries series, params ReadOnlySpan<double> shares)
    {
        double[][] percentiles = new double[shares.Length][];
        for (int s = 0; s < shares.Length; s++)
        {
            percentiles[s] = new double[Scenario.TotalDays];
        }

        IReadOnlyList<float>[] all = [.. _outcomes[arm].Select(o => o.Series(place, series))];
        float[] day = new float[all.Length];
        for (int d = 0; d < Scenario.TotalDays && all.Length > 0; d++)
        {
            for (int r = 0; r < all.Length; r++)
            {
                day[r] = all[r][d];
            }

            Array.Sort(day);
            for (int s = 0; s < shares.Length; s++)
            {
                percentiles[s][d] = day[Math.Clamp((int)Math.Ceiling(shares[s] * day.Length) - 1, 0, day.Length - 1)];
            }
        }

        return percentiles;
    }

    /// <summary>Share of the measured time that a place had 0, 1, 2, … people, all replications together.</summary>
    public double[] OccupancyShares(int arm, int place) => Shares(_outcomes[arm].Select(o => o.OccupiedSeconds[place]));

    /// <summary>Share of the measured time in which 0, 1, 2, … people needed a place, all replications together: the curve of beds required.</summary>
    public double[] NeedShares(int arm, int place) => Shares(_outcomes[arm].Select(o => o.NeededSeconds[place]));

    /// <summary>Takes over replications of all arms, in order, until the first after which the rule says to stop.</summary>
    /// <returns>Whether the rule said so.</returns>
    internal bool Add(PathwayOutcome[][] outcomes, IReplicationRule? rule)
    {
        for (int r = 0; r < outcomes[0].Length; r++)
        {
            for (int arm = 0; arm < _outcomes.Length; arm++)
            {
                PathwayOutcome outcome = outcomes[arm][r];
                _outcomes[arm].Add(outcome);
                for (int place = 0; place < _waits[arm].Length; place++)
                {
                    _waits[arm][place].Merge(outcome.Waits[place]);
                }

                outcome.DropWaits();
            }

            if (rule?.Add(Replications - 1) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static Estimate EstimateOf(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(v => !double.IsNaN(v))];
        return known.Length == 0 ? new Estimate(double.NaN, double.NaN, double.NaN, 0, IntervalMethod.None) : Estimate.Of(known);
    }

    private static double[] Shares(IEnumerable<long[]> seconds)
    {
        long[][] all = [.. seconds];
        double[] shares = new double[all.Length == 0 ? 0 : all.Max(s => s.Length)];
        double total = all.Sum(s => (double)s.Sum());
        foreach (long[] one in all)
        {
            for (int level = 0; level < one.Length; level++)
            {
                shares[level] += one[level] / total;
            }
        }

        return shares;
    }

    private static int IndexOf(IEnumerable<string> names, string name)
    {
        int index = names.ToList().IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"There is no {name}.", nameof(name));
    }
}
