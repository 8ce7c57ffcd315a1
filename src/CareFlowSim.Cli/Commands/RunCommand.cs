using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow run</c>: simulates a scenario, writes its results and prints the answer.</summary>
internal static partial class RunCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> scenario = new("SCENARIO") { Description = "Scenario file, in YAML or JSON. Its world is a folder beside it." };
        Option<string> output = new("--out") { Description = "Folder for the results. Left out: results/ and the scenario's name.", HelpName = "FOLDER" };
        Option<bool> check = new("--check") { Description = "Check every simulated day that no person, bed, place or hour was lost." };
        Option<bool> spells = new("--spells") { Description = "Also write every hospital stay, one row each (large)." };
        Option<bool> unsettled = new("--allow-unsettled") { Description = "Write results although levels still drifted when measurement began." };
        Option<bool> json = new("--json") { Description = "Print the figures as JSON instead of tables for people." };
        Overrides overrides = new();
        PathwayOptions pathway = new();
        SelectOptions select = new();
        Command command = new("run", "Simulate a scenario: the baseline and each policy on the same people and the same luck.");
        command.Add(scenario);
        overrides.AddTo(command, areas: true, precision: true);
        command.Add(output);
        command.Add(check);
        command.Add(spells);
        command.Add(unsettled);
        pathway.AddTo(command);
        select.AddTo(command);
        command.Add(json);
        examples.Add(
            command,
            "careflow run scenarios/one-area-quick-start.yaml",
            "careflow run scenarios/better-care-fund-2015.yaml --sample 1:10 --out results/quick-look",
            "careflow run scenarios/winter-beds-2017.yaml --areas Bolton,Wirral --replications 10 --seed 7",
            "careflow run scenarios/one-area-quick-start.yaml --precision beds_freed=10% --at-most 200",
            "careflow run scenarios/winter-beds-2017.yaml --areas Bolton --select winter_beds_freed --indifference 0.5",
            "careflow run scenarios/pathways/discharge-to-assess.yaml --set \"places.home visits.capacity=500\"");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(scenario);
            bool isPathway = ScenarioKinds.OfFile(path) == ScenarioKind.Pathway;
            string[] idle = isPathway
                ? [.. overrides.OnlyForPeople(parsed), .. select.Given(parsed), .. ((Option<bool>[])[spells, unsettled]).Where(o => parsed.GetValue(o)).Select(o => o.Name)]
                : [.. ((IEnumerable<string>)["--set"]).Where(_ => pathway.Given(parsed))];
            if (idle.Length > 0)
            {
                throw new UsageException([.. idle.Select(o => $"{o} – means nothing for a scenario of kind {(isPathway ? "pathway" : "people")} – only for kind {(isPathway ? "people" : "pathway")}")]);
            }

            if (isPathway)
            {
                overrides.RequireOneRule(parsed, selecting: false);
                PathwayDocument document = pathway.Read(path, parsed, overrides);
                return PathwayRun.Run(
                    path,
                    document,
                    new RunOptions { Threads = overrides.Threads(parsed), Check = parsed.GetValue(check) },
                    new OutputFolder(parsed.GetValue(output) ?? Path.Combine("results", document.Scenario.Name)),
                    parsed.GetValue(json),
                    Words(args),
                    terminal);
            }

            WritingAhead.Begin();
            ScenarioFile file = ScenarioFile.Read(path);
            Scenario asked = overrides.Apply(file.Scenario, file.World, parsed);
            SelectionQuestion? question = select.Question(parsed, asked, overrides.AtMost(parsed));
            overrides.RequireOneRule(parsed, question is not null);
            return Run(
                file,
                asked,
                question,
                new RunOptions { Threads = overrides.Threads(parsed), Check = parsed.GetValue(check), Spells = parsed.GetValue(spells) },
                new OutputFolder(parsed.GetValue(output) ?? Path.Combine("results", asked.Name)),
                parsed.GetValue(unsettled),
                parsed.GetValue(json),
                Words(args),
                terminal);
        });
        return command;
    }

    /// <summary>The command line as it would be typed again.</summary>
    internal static string Words(IReadOnlyList<string> args) =>
        string.Join(' ', args.Select(Word).Prepend(CommandLine.Name));

    /// <summary>One word of a command line, in quotes where it needs them.</summary>
    internal static string Word(string word) => PlainWord().IsMatch(word) ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static int Run(
        ScenarioFile file, Scenario scenario, SelectionQuestion? question, RunOptions options, OutputFolder folder, bool allowUnsettled, bool json, string words, Terminal terminal)
    {
        DateTimeOffset started = terminal.Time.GetUtcNow();
        long start = terminal.Time.GetTimestamp();
        Setup setup = new(file.World, scenario);
        if (scenario.PeoplePerAgent > 1)
        {
            terminal.Error.WriteLine("A sample makes pools smaller and lines longer than they are at 1:1: good for trying things, not for answers.");
        }

        if (Refuse(SettlingReport.TooShort(setup), allowUnsettled, terminal))
        {
            return ExitCode.Unsettled;
        }

        ExperimentResult result;
        bool stopped = false;
        try
        {
            result = question is null
                ? Simulation.Run(setup, options, terminal)
                : Simulation.Run(setup, options, terminal, (s, o, progress, stop) => ExperimentRunner.RunUntilBest(s, question, o, progress, stop));
        }
        catch (StoppedException e) when (e.Whole is not null)
        {
            result = e.Whole;
            stopped = true;
        }

        TimeSpan simulated = terminal.Time.GetElapsedTime(start);
        if (options.Check)
        {
            terminal.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Conservation of people, beds, places and hours held on each of {setup.Days} simulated days, in every arm and replication."));
        }

        if (Refuse(SettlingReport.Drifting(Settling.Check(result)), allowUnsettled, terminal))
        {
            return ExitCode.Unsettled;
        }

        if (result.Precision is { IsDone: false } && !stopped)
        {
            terminal.Error.WriteLine($"The precision asked for was not reached in {Show.Count(result.Replications, "replication", "replications")}; give more (at_most) or ask for less.");
        }

        if (result.Selection is { Procedure.IsDone: false } && !stopped)
        {
            terminal.Error.WriteLine($"The best policy was not decided in {Show.Count(result.Replications, "replication", "replications")}; give more (--at-most) or a wider --indifference.");
        }

        RunInfo info = new()
        {
            Command = words,
            ScenarioFile = Path.GetFileName(file.Path),
            ScenarioBytes = file.Bytes,
            WorldFolder = file.WorldFolder,
            Version = CommandLine.Version,
            Threads = options.Threads,
            RunSeconds = simulated.TotalSeconds,
            Started = started,
        };
        long writing = terminal.Time.GetTimestamp();
        IReadOnlyList<string> files = folder.Replace(f => terminal.WriteResult(f, result, info), stopped ? CancellationToken.None : terminal.Stop);
        TimeSpan written = terminal.Time.GetElapsedTime(writing);
        if (json)
        {
            terminal.Out.WriteLine(RunFigures.Json(result, CommandLine.Version, files));
        }
        else
        {
            TextTable.Show(terminal, Summary.Of(result));
        }

        foreach (string path in files)
        {
            (json ? terminal.Error : terminal.Out).WriteLine(path);
        }

        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Simulated {result.Events:#,0} events in {Show.Time(simulated)}, wrote {files.Count} files in {Show.Time(written)}."));
        if (stopped)
        {
            terminal.Error.WriteLine($"Stopped; the {Show.Count(result.Replications, "whole replication was", "whole replications were")} written.");
        }

        return stopped ? ExitCode.Stopped : ExitCode.Good;
    }

    private static bool Refuse(IReadOnlyList<string> faults, bool allowed, Terminal terminal)
    {
        if (faults.Count == 0)
        {
            return false;
        }

        terminal.Complain(faults);
        terminal.Error.WriteLine(allowed ? "--allow-unsettled: going on." : "Nothing was written.");
        return !allowed;
    }

    [GeneratedRegex("^[-_./:,=A-Za-z0-9]+$")]
    private static partial Regex PlainWord();
}
