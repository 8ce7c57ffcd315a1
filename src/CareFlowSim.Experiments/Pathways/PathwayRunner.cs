// How to call it:
//
//   PathwayResult result = PathwayRunner.Run(scenario, new RunOptions { Threads = 0, Check = false }, progress, stop);
//   Estimate wait = result.Level(arm: 0, result.RowOf("ward"), PathwayMeasure.MeanWait);            // 95 % interval over replications
//   Estimate saved = result.Difference(arm: 1, result.RowOf("ward"), PathwayMeasure.DelayDays);     // policy less baseline, paired
//   foreach replication r: result.Outcomes[arm][r].Value(row, measure), .Series(place, series), .OccupiedSeconds[place], .NeededSeconds[place]
//   result.Waits[arm][place] is the histogram of the waits of all replications.
//   result.Replications is what was finished: fewer than asked when stopped, or when the goal of precision was met (result.Precision tells).
//
// The scenario must pass PathwayRules.Check, which is also what the reader calls for its messages.
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Runs all arms of a pathway scenario on the same people and the same luck, replications side by side; the answer does not depend on the number of threads.</summary>
public static class PathwayRunner
{
    // The fewest replications between two looks at the precision. Any number gives the same answer: what is run too much is dropped.
    private const int Wave = 8;

    /// <summary>Runs a scenario with all its policies.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="progress">Told after each run of an arm, from any thread, one at a time.</param>
    /// <param name="stop">Stops before the next run; replications whose arms are all finished are kept.</param>
    /// <exception cref="ArgumentException">The scenario breaks <see cref="PathwayRules"/>.</exception>
    /// <exception cref="InvalidOperationException">A conservation check failed.</exception>
    public static PathwayResult Run(PathwayScenario scenario, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        PathwayLayout[] layouts = Layouts(PathwayArms.Of(scenario));
        PathwayResult result = new(scenario, layouts);
        PathwayWorkers workers = new(layouts, options);
        if (scenario.Replications.Precision.Count == 0)
        {
            int number = scenario.Replications.Number;
            _ = result.Add(workers.Run(0, number, new ProgressCount(progress, number * layouts.Length), stop), null);
            return result;
        }

        PrecisionCheck rule = PrecisionCheck.Of(result);
        ProgressCount count = new(progress, rule.AtMost * layouts.Length);
        bool done = false;
        while (!done && result.Replications < rule.AtMost && !stop.IsCancellationRequested)
        {
            int wave = Math.Min(rule.AtMost, Math.Max(rule.Earliest, result.Replications + Wave)) - result.Replications;
            done = result.Add(workers.Run(result.Replications, wave, count, stop), rule);
        }

        result.Precision = rule;
        return result;
    }

    /// <summary>Lays out arms, with shared tables.</summary>
    internal static PathwayLayout[] Layouts(IReadOnlyList<PathwayScenario> arms)
    {
        PathwayLayout[] layouts = new PathwayLayout[arms.Count];
        for (int arm = 0; arm < layouts.Length; arm++)
        {
            layouts[arm] = new PathwayLayout(arms[arm], arm > 0 ? layouts[0] : null);
        }

        return layouts;
    }
}
