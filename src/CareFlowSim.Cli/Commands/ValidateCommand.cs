using System.CommandLine;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow validate</c>: the baseline of the base year against published figures, later years run forward, and either beside observed series.</summary>
internal static class ValidateCommand
{
    /// <summary>Name of the scenario of the later years, beside the world's folder.</summary>
    public const string ForwardFile = "forward-2015-2018.yaml";

    private const int Replications = 5;

    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Option<string> world = new("--world")
        {
            Description = "Folder of the world's tables.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("scenarios", "england-2014"),
        };
        Option<string> output = new("--out") { Description = "Folder for report, pictures and tables. Left out: results/validation, or results/forward or results/observed.", HelpName = "FOLDER" };
        Option<bool> forward = new("--forward") { Description = $"Run the years after the base year, each on its own people and with the policies of its day ({ForwardFile} beside the world)." };
        Option<string> observed = new("--observed") { Description = "Lay a table of observed figures, by month or by month and area, beside the simulated months that it covers.", HelpName = "FILE" };
        Option<string> results = new("--results") { Description = "With --observed: take the simulated figures from this results folder and simulate nothing.", HelpName = "FOLDER" };
        Option<string> arm = new("--arm") { Description = "With --observed: the arm that is compared. Left out: the policy where there is only one, else the baseline.", HelpName = "NAME" };
        Option<string> folds = new("--folds") { Description = "Also tell apart areas whose own delays of 2014-15 are held out, in so many folds: with nothing of their own record, and with that of 2013-14. Takes some minutes.", HelpName = "N" };
        Option<bool> json = new("--json") { Description = "Print the figures as JSON." };
        Overrides overrides = new();
        Command command = new("validate", "Run the baseline of 2014-15 and lay it beside the published figures; or run later years, or compare with observed figures.");
        overrides.AddTo(command, areas: false);
        foreach (Option option in new Option[] { world, output, forward, observed, results, arm, folds, json })
        {
            command.Add(option);
        }

        examples.Add(
            command,
            "careflow validate",
            "careflow validate --sample 1:10 --out results/quick-validation",
            "careflow validate --folds 5",
            "careflow validate --forward",
            "careflow validate --observed delayed-days.csv --results results/forward");
        command.SetAction(parsed =>
        {
            Request request = new(
                parsed.GetRequiredValue(world),
                parsed.GetValue(forward),
                parsed.GetValue(observed),
                parsed.GetValue(results),
                parsed.GetValue(arm),
                (tables, scenario) => overrides.Apply(scenario, tables, parsed),
                overrides.Threads(parsed),
                CalibrateCommand.Folds(parsed.GetValue(folds)));
            RequireSense(request);
            string name = request.Observed is not null ? "observed" : request.Forward ? "forward" : "validation";
            OutputFolder folder = new(parsed.GetValue(output) ?? Path.Combine("results", name));
            Outcome outcome = request.Observed is null && !request.Forward ? BaseYearValidation.Run(request, terminal) : SeriesValidation.Run(request, terminal);
            IReadOnlyList<string> files = folder.Replace(f => outcome.Folder.Write(f, CommandLine.Name, RunCommand.Words(args), CommandLine.Version), terminal.Stop);
            if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(ScriptJson.Of("validate", CommandLine.Version, outcome.Verdict, outcome.Facts, outcome.Figures, files, outcome.Json));
            }
            else
            {
                TextTable.Show(terminal, outcome.Folder.Sections);
                terminal.Out.WriteLine(outcome.Verdict);
                foreach (string file in files)
                {
                    terminal.Out.WriteLine(file);
                }
            }

            return outcome.Good ? ExitCode.Good : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>England in 2014-15 with no lever moved; the warm-up is that of the shipped scenarios.</summary>
    internal static Scenario BaseYear(string world) => new()
    {
        Name = "validation",
        Title = "Does the baseline of 2014-15 come near the published figures?",
        World = world,
        Period = new Period(new DateOnly(2014, 4, 1), 365, 120),
        Replications = Replications,
    };

    private static void RequireSense(Request request)
    {
        List<string> faults = [];
        if (request.Observed is null)
        {
            faults.AddRange(new[] { ("--results", request.Results), ("--arm", request.Arm) }
                .Where(o => o.Item2 is not null).Select(o => $"{o.Item1} – is given without --observed – --observed FILE beside it"));
        }

        if (request.Folds is not null && (request.Forward || request.Observed is not null))
        {
            faults.Add("--folds – is given with --forward or --observed – the base year alone");
        }

        if (request.Forward && request.Results is not null)
        {
            faults.Add("--forward – is given with --results – one of the two: simulate, or take figures from a folder");
        }

        if (faults.Count > 0)
        {
            throw new UsageException(faults);
        }
    }
}

/// <summary>What the user asks of a validation.</summary>
/// <param name="WorldFolder">Folder of the world's tables.</param>
/// <param name="Forward">Whether to run the later years.</param>
/// <param name="Observed">File of observed figures, or null.</param>
/// <param name="Results">Results folder to take simulated figures from, or null.</param>
/// <param name="Arm">Arm to compare, or null.</param>
/// <param name="Apply">Puts the options of the command line in the place of a scenario's own values.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="Folds">Folds in which areas are held out, or null.</param>
internal sealed record Request(string WorldFolder, bool Forward, string? Observed, string? Results, string? Arm, Func<World, Scenario, Scenario> Apply, int Threads, int? Folds = null);

/// <summary>What a validation answers.</summary>
/// <param name="Folder">Report, pictures and tables.</param>
/// <param name="Verdict">The answer in a sentence.</param>
/// <param name="Facts">Seed and the like, for scripts.</param>
/// <param name="Figures">The figures for scripts.</param>
/// <param name="Json">What scripts get besides.</param>
/// <param name="Good">Whether nothing was missed.</param>
internal sealed record Outcome(
    ValidationFolder Folder, string Verdict, JsonObject Facts, IReadOnlyList<ScriptFigure> Figures, IReadOnlyList<(string Key, JsonNode? Value)> Json, bool Good);
