using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>Runs a pathway for a command: shows how far it is, writes its results and prints the answer.</summary>
internal static class PathwayRun
{
    /// <summary>Simulates the baseline and each policy.</summary>
    /// <param name="path">Path of the scenario file.</param>
    /// <param name="document">What it holds.</param>
    /// <param name="options">Threads and checks.</param>
    /// <param name="folder">Where the results go.</param>
    /// <param name="json">Whether to print tables as JSON.</param>
    /// <param name="words">The command line.</param>
    /// <param name="terminal">Where to speak to.</param>
    public static int Run(string path, PathwayDocument document, RunOptions options, OutputFolder folder, bool json, string words, Terminal terminal)
    {
        PathwayScenario scenario = document.Scenario;
        DateTimeOffset started = terminal.Time.GetUtcNow();
        long start = terminal.Time.GetTimestamp();
        terminal.Error.WriteLine($"{scenario.Name}: {PathwaySummary.Describe(scenario)}; {Show.Count(options.Threads, "thread", "threads")}");
        PathwayResult result = StudyOutput.While(terminal, report => PathwayRunner.Run(scenario, options, p => report(scenario.Name, p), terminal.Stop));
        if (result.Replications == 0)
        {
            throw new OperationCanceledException(terminal.Stop);
        }

        bool stopped = terminal.Stop.IsCancellationRequested;
        if (options.Check)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Conservation of people and places held on each of {scenario.TotalDays} simulated days, in every arm and replication."));
        }

        if (result.Precision is { IsDone: false } && !stopped)
        {
            terminal.Error.WriteLine($"The precision asked for was not reached in {Show.Count(result.Replications, "replication", "replications")}; give more (at_most) or ask for less.");
        }

        if (PathwayStudy.WarningOf(result) is { } warning)
        {
            terminal.Error.WriteLine(warning);
        }

        return StudyOutput.Finish(terminal, PathwayStudy.Of(result, stopped), Info(path, document, options.Threads, words, start, started, terminal), folder, json, stopped);
    }

    /// <summary>Searches for the best capacities.</summary>
    /// <inheritdoc cref="Run"/>
    public static int Search(string path, PathwayDocument document, RunOptions options, OutputFolder folder, bool json, string words, Terminal terminal)
    {
        PathwayScenario scenario = document.Scenario;
        CapacitySearch search = scenario.Search ?? throw new UsageException($"SCENARIO – '{path}' has no key search – a scenario that says what to search for");
        DateTimeOffset started = terminal.Time.GetUtcNow();
        long start = terminal.Time.GetTimestamp();
        terminal.Error.WriteLine(
            $"{scenario.Name}: search for capacities of {string.Join(", ", search.Places.Select(p => p.Place))}; {Show.Count(search.Replications, "replication", "replications")} each; {Show.Count(options.Threads, "thread", "threads")}");
        int done = 0;
        CapacitySearchResult result = StudyOutput.While(terminal, report => PathwaySearch.Run(
            scenario, options, _ => report($"{++done} combinations", new RunProgress(Math.Min(1, (double)done / PathwaySearch.MostCombinations(search)), done, PathwaySearch.MostCombinations(search))), terminal.Stop));
        if (result.Cells.Count == 0)
        {
            throw new OperationCanceledException(terminal.Stop);
        }

        return StudyOutput.Finish(
            terminal, PathwaySearchStudy.Of(scenario, result), Info(path, document, options.Threads, words, start, started, terminal), folder, json, terminal.Stop.IsCancellationRequested);
    }

    private static StudyInfo Info(string path, PathwayDocument document, int threads, string words, long start, DateTimeOffset started, Terminal terminal) =>
        new(words, CommandLine.Version, threads, terminal.Time.GetElapsedTime(start).TotalSeconds, started, [path, .. document.Tables]);
}
