using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>How far an experiment is.</summary>
/// <param name="Done">Share of the work done, 0 to 1.</param>
/// <param name="Finished">Finished runs of a system in a replication, all arms.</param>
/// <param name="Total">All of them.</param>
public readonly record struct RunProgress(double Done, int Finished, int Total);

/// <summary>What else a run is asked to do.</summary>
public sealed record RunOptions
{
    /// <summary>Worker threads; 0 takes one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>Check conservation of people, beds, places and hours every simulated day.</summary>
    public bool Check { get; init; }

    /// <summary>Keep every finished spell.</summary>
    public bool Spells { get; init; }

    /// <summary>Work through the systems in another order, for tests: the answer must not change.</summary>
    public int Shuffle { get; init; }
}

/// <summary>Runs all arms on the same people and the same luck, systems and replications side by side; the answer does not depend on the number of threads.</summary>
public static class ExperimentRunner
{
    /// <summary>Runs an experiment of a fixed number of replications.</summary>
    /// <param name="setup">The scenario laid out on its world.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="progress">Told after each system and replication, from any thread.</param>
    /// <param name="stop">Stops before the next system; what is finished is kept.</param>
    /// <exception cref="InvalidOperationException">A conservation check failed.</exception>
    public static ExperimentResult Run(Setup setup, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(options);
        ExperimentResult result = new(setup);
        new ExperimentWorkers(setup, options, result.Replications, progress).Run(result, 0, result.Replications, stop);
        return result;
    }

    /// <summary>Runs as many replications as a rule asks for; they are the first so many of any longer run, to the last digit.</summary>
    /// <param name="setup">The scenario laid out on its world; its number of replications is not looked at.</param>
    /// <param name="rule">Makes the rule, which reads the result as it fills.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="progress">Told after each system and replication, from any thread, as a share of the most replications.</param>
    /// <param name="stop">Stops before the next system; what is finished is kept.</param>
    /// <returns>The result: when stopped, of all replications that could have been, of which some are whole.</returns>
    /// <exception cref="InvalidOperationException">A conservation check failed.</exception>
    public static ExperimentResult RunUntil(
        Setup setup, Func<ExperimentResult, IReplicationRule> rule, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(options);
        int most = rule(new ExperimentResult(setup, 0)).AtMost;
        ExperimentResult result = new(setup, most);
        IReplicationRule asked = rule(result);
        ExperimentWorkers workers = new(setup, options, most, progress);
        int done = 0;
        bool enough = false;
        while (!enough && done < most)
        {
            int next = Math.Min(most, asked.Earliest);
            workers.Run(result, done, next, stop);
            if (stop.IsCancellationRequested)
            {
                return result;
            }

            for (; done < next; done++)
            {
                enough = asked.Add(done);
            }
        }

        return result.First(done);
    }

    /// <summary>Runs a scenario's own goals of precision.</summary>
    /// <inheritdoc cref="RunUntil(Setup, Func{ExperimentResult, IReplicationRule}, RunOptions, Action{RunProgress}?, CancellationToken)"/>
    /// <exception cref="ArgumentException">The scenario has no goal, or one of an unknown measure.</exception>
    public static ExperimentResult RunUntilPrecise(Setup setup, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        PrecisionCheck? check = null;
        ExperimentResult result = RunUntil(setup, r => check = PrecisionCheck.Of(r), options, progress, stop);
        result.Precision = check;
        return result;
    }

    /// <summary>Runs until the best policy is chosen, see <see cref="BestPolicy"/>.</summary>
    /// <param name="setup">The scenario laid out on its world, with two policies or more.</param>
    /// <param name="question">What best means, and how sure the choice must be.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="progress">Told after each system and replication, as a share of the most replications.</param>
    /// <param name="stop">Stops before the next system; what is finished is kept.</param>
    public static ExperimentResult RunUntilBest(
        Setup setup, SelectionQuestion question, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        BestPolicy? best = null;
        ExperimentResult result = RunUntil(setup, r => best = new BestPolicy(r, question), options, progress, stop);
        result.Selection = best;
        return result;
    }
}
