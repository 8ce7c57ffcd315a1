using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Days of all chosen areas together as lines: mean over replications of a seven-day mean, with the interval over replications.</summary>
internal sealed class DailyLines(ExperimentResult result)
{
    private const int Week = 7;

    /// <summary>With two, each day's interval is twelve times the standard error and jumps from day to day.</summary>
    private const int FewestReplications = 3;

    /// <summary>Whether the lines have intervals.</summary>
    public bool HasIntervals => result.Replications >= FewestReplications;

    /// <summary>A line of the sum of some series in one arm.</summary>
    public LineSeries Level(int arm, params DailySeries[] series)
    {
        LineSeries line = Line(result.Setup.Arms[arm].Name, r => Sum(r, arm, series));

        // A level cannot be below zero, though a symmetric interval can.
        return line with { Low = line.Low is null ? null : [.. line.Low.Select(v => Math.Max(0, v))] };
    }

    /// <summary>A line of the sum of some series, baseline less policy.</summary>
    public LineSeries Freed(int arm, params DailySeries[] series) => Line(
        result.Setup.Arms[arm].Name,
        r => [.. Sum(r, 0, series).Zip(Sum(r, arm, series), (b, p) => b - p)]);

    private LineSeries Line(string name, Func<int, double[]> days)
    {
        double[][] runs = [.. Enumerable.Range(0, result.Replications).Select(r => WeeklyMean(days(r)))];
        Estimate[] estimates = [.. Enumerable.Range(0, runs[0].Length).Select(d => Estimate.Of([.. runs.Select(r => r[d])]))];
        return HasIntervals
            ? new LineSeries(name, [.. estimates.Select(e => e.Point)], [.. estimates.Select(e => e.Low)], [.. estimates.Select(e => e.High)])
            : new LineSeries(name, [.. estimates.Select(e => e.Point)]);
    }

    private double[] Sum(int replication, int arm, DailySeries[] series)
    {
        int[][] daily = result.England[replication, arm];
        double[] sum = new double[result.Setup.Days];
        foreach (DailySeries s in series)
        {
            for (int d = 0; d < sum.Length; d++)
            {
                sum[d] += daily[(int)s][d] * (double)result.Scale;
            }
        }

        return sum;
    }

    /// <summary>Of the measured days; the mean looks three days to either side, into the warm-up if need be, and to what there is at the end.</summary>
    private double[] WeeklyMean(double[] days)
    {
        int first = result.Setup.FirstDay;
        double[] means = new double[days.Length - first];
        for (int d = first; d < days.Length; d++)
        {
            int from = Math.Max(0, d - (Week / 2));
            int until = Math.Min(days.Length, d + (Week / 2) + 1);
            double sum = 0;
            for (int day = from; day < until; day++)
            {
                sum += days[day];
            }

            means[d - first] = sum / (until - from);
        }

        return means;
    }
}
