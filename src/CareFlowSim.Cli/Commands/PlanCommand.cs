using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow plan</c>: how large a sweep is and how long it will take, before anything is run.</summary>
internal static class PlanCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static Command Make(Terminal terminal, Examples examples)
    {
        Argument<string> file = new("SWEEP") { Description = "File of kind sweep." };
        Option<string> rate = new("--rate") { Description = "Runs of an arm in a second and thread that are expected. Left out: the first cell is run once and timed.", HelpName = "R" };
        Option<bool> json = new("--json") { Description = "Print the plan as JSON." };
        Overrides overrides = new();
        Command command = new("plan", "Say how many cells, replications and person-years a sweep has, and how long and how large it will be, before anything is run.");
        command.Add(file);
        overrides.AddThreadsTo(command);
        command.Add(rate);
        command.Add(json);
        examples.Add(command, "careflow plan scenarios/sweeps/workforce-seven-day.yaml", "careflow plan scenarios/sweeps/screening.yaml --threads 64 --json");
        command.SetAction(parsed => Plan(parsed.GetRequiredValue(file), overrides.Threads(parsed), parsed.GetValue(rate), parsed.GetValue(json), terminal));
        return command;
    }

    /// <summary>A sweep in a few words.</summary>
    public static string Describe(SweepDocument sweep)
    {
        double? years = PersonYears(sweep);
        return string.Join(
            ", ",
            Show.Count(sweep.Plan.Cells.Count, "cell", "cells") + (sweep.Plan.Dropped > 0 ? $" ({Show.Count(sweep.Plan.Dropped, "left out by conditions", "left out by conditions")})" : ""),
            Show.Count(sweep.Replications, "replication", "replications"),
            Show.Count(sweep.Model.Arms.Count, "arm", "arms"),
            (years is { } y ? Show.Count((long)y, "person-year", "person-years") : Show.Count(sweep.ArmRuns, "run of an arm", "runs of an arm")),
            Show.Count(sweep.Parts.Count, "part", "parts"));
    }

    /// <summary>Simulated person-years of the whole sweep, warm-up included; null without a population.</summary>
    private static double? PersonYears(SweepDocument sweep) => sweep.Model.PersonYears * sweep.ArmRuns;

    private static int Plan(string path, int threads, string? rate, bool json, Terminal terminal)
    {
        double? stated = rate is null ? null
            : double.TryParse(rate, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0 && double.IsFinite(number) ? number
            : throw new UsageException($"--rate – is '{rate}' – runs of an arm in a second, above 0");
        SweepDocument sweep = SweepReader.ReadFile(path, ScenarioFile.WorldOf);
        double seconds = SweepSize.Seconds(sweep, stated is { } r ? 1 / r : Pilot(sweep, terminal), threads);
        double megabytes = SweepSize.Megabytes(sweep);
        string how = stated is null ? "by one timed run of the first cell" : "by the rate given";
        if (json)
        {
            terminal.Out.WriteLine(new JsonObject
            {
                ["name"] = sweep.Name,
                ["title"] = sweep.Title,
                ["cells"] = sweep.Plan.Cells.Count,
                ["dropped"] = sweep.Plan.Dropped,
                ["replications"] = sweep.Replications,
                ["arms"] = new JsonArray([.. sweep.Model.Arms.Select(a => JsonValue.Create(a))]),
                ["measures"] = new JsonArray([.. sweep.Model.Measures.Select(m => JsonValue.Create(m.Name))]),
                ["parts"] = sweep.Parts.Count,
                ["arm_runs"] = sweep.ArmRuns,
                ["person_years"] = PersonYears(sweep),
                ["threads"] = threads,
                ["expected_seconds"] = Math.Round(seconds, 1),
                ["expected_by"] = how,
                ["expected_megabytes"] = Math.Round(megabytes, 2),
            }.ToJsonString(Readable));
            return ExitCode.Good;
        }

        List<IReadOnlyList<string>> rows =
        [
            .. sweep.Plan.Inputs.Select(i => (IReadOnlyList<string>)[i.Name, i.Path, i.Unit, SweepSize.ValuesOf(i)]),
        ];
        TextTable.Show(terminal, [new SummarySection(sweep.Title, ["input", "path", "unit", "values"], rows)]);
        terminal.Out.WriteLine(Describe(sweep));
        terminal.Out.WriteLine($"Simulated: {sweep.Model.Describe}");
        terminal.Out.WriteLine($"Kept: {string.Join(", ", sweep.Model.Measures.Select(m => m.Name))}");
        terminal.Out.WriteLine($"About {Show.Time(TimeSpan.FromSeconds(seconds))} on {Show.Count(threads, "thread", "threads")} ({how}), and {Show.Figure(megabytes)} MB on disk.");
        return ExitCode.Good;
    }

    /// <summary>Seconds of one arm in one replication, by the first cell; a second time when the first was so short that starting was most of it.</summary>
    private static double Pilot(SweepDocument sweep, Terminal terminal)
    {
        double seconds = 0;
        for (int i = 0; i < 3 && seconds < 0.5; i++)
        {
            long start = terminal.Time.GetTimestamp();
            if (sweep.Model.Run([sweep.Plan.Cells[0]], 1, new RunOptions { Threads = 1 }, null, terminal.Stop) is null)
            {
                throw new OperationCanceledException(terminal.Stop);
            }

            seconds = terminal.Time.GetElapsedTime(start).TotalSeconds;
        }

        return seconds / sweep.Model.Arms.Count;
    }
}
