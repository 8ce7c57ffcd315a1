using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>Runs an experiment for a command: shows how far it is, and stops when the user wants.</summary>
internal static class Simulation
{
    /// <summary>What is simulated, in a few words.</summary>
    public static string Describe(Setup setup)
    {
        int[] areas = [.. setup.Systems.SelectMany(s => s.Areas)];
        long people = areas.Sum(a => (long)setup.World.Areas[a].Women.Skip(5).Sum() + setup.World.Areas[a].Men.Skip(5).Sum());
        int sample = setup.Scenario.PeoplePerAgent;
        return string.Join(
            ", ",
            Show.Count(areas.Length, "area", "areas"),
            Show.Count(setup.Arms.Count, "arm", "arms"),
            Show.Count(people / sample, "person simulated", "people simulated") + (sample == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (1:{sample})")),
            setup.Scenario.Precision is { Count: > 0 } goals
                ? string.Create(CultureInfo.InvariantCulture, $"{goals.Max(g => g.AtLeast)} to {goals.Max(g => g.AtMost):#,0} replications")
                : Show.Count(setup.Scenario.Replications, "replication", "replications"));
    }

    /// <summary>Runs everything: the fixed number of replications, or as many as the scenario's goals of precision need.</summary>
    /// <exception cref="StoppedException">The user stopped it; what was finished has been said, and whole replications come with it.</exception>
    public static ExperimentResult Run(Setup setup, RunOptions options, Terminal terminal) =>
        Run(setup, options, terminal, setup.Scenario.Precision.Count > 0 ? ExperimentRunner.RunUntilPrecise : ExperimentRunner.Run);

    /// <summary>Runs everything in some way.</summary>
    /// <inheritdoc cref="Run(Setup, RunOptions, Terminal)"/>
    public static ExperimentResult Run(Setup setup, RunOptions options, Terminal terminal, Func<Setup, RunOptions, Action<RunProgress>?, CancellationToken, ExperimentResult> how)
    {
        string name = setup.Scenario.Name;
        terminal.Error.WriteLine($"{name}: {Describe(setup)}; {Show.Count(options.Threads, "thread", "threads")}");
        ExperimentResult result;
        if (terminal.ErrorScreen is { } screen)
        {
            result = LiveProgress.While(screen, name, report => how(setup, options, report, terminal.Stop));
        }
        else
        {
            PlainProgress progress = new(terminal.Error, terminal.Time);
            result = how(setup, options, progress.Report, terminal.Stop);
        }

        if (terminal.Stop.IsCancellationRequested)
        {
            terminal.Error.WriteLine(Finished(result));
            throw new StoppedException(result.Whole(), terminal.Stop);
        }

        return result;
    }

    private static string Finished(ExperimentResult result)
    {
        int systems = result.Done.GetLength(1);
        int whole = Enumerable.Range(0, result.Replications).Count(r => Enumerable.Range(0, systems).All(s => result.Done[r, s]));
        int runs = result.Done.Cast<bool>().Count(d => d);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{runs} of {result.Done.Length} replications of acute systems were finished ({whole} of {result.Replications} whole replications).");
    }
}

/// <summary>The user stopped a simulation.</summary>
/// <param name="whole">The result of the replications that were whole, or null.</param>
/// <param name="stop">The token that stopped it.</param>
internal sealed class StoppedException(ExperimentResult? whole, CancellationToken stop) : OperationCanceledException(stop)
{
    /// <summary>The result of the replications that were whole, or null.</summary>
    public ExperimentResult? Whole { get; } = whole;
}
