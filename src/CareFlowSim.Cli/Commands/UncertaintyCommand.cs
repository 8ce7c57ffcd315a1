using System.CommandLine;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow uncertainty</c>: how sure the effects of a scenario's policies are when the inputs are drawn from their priors.</summary>
internal static class UncertaintyCommand
{
    private const int UsualDraws = 100;
    private const int FewestReplications = 2;

    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> scenario = new("SCENARIO") { Description = "Scenario file; its world's priors.csv says what is drawn." };
        Option<string> sensitivity = new("--sensitivity")
        {
            Description = "Which inputs matter: prcc (left out), partial rank correlations; or sobol, variance shares, for which draws are at least twice the inputs and 2.",
            HelpName = "METHOD",
        };
        Option<string[]> inputs = new("--inputs") { Description = "Draw these inputs only, by name, separated by commas or one by one.", HelpName = "a,b" };
        StudyOptions options = new();
        Command command = new("uncertainty", "Draw the uncertain inputs from their priors and say how sure each policy's effect is, and which inputs it hangs on.");
        command.Add(scenario);
        options.AddTo(command, "results/ and the scenario's name, -uncertainty", areas: true, draws: true, measures: true);
        command.Add(sensitivity);
        command.Add(inputs);
        examples.Add(
            command,
            "careflow uncertainty scenarios/one-area-quick-start.yaml --draws 60 --replications 2",
            "careflow uncertainty scenarios/better-care-fund-2015.yaml --sample 1:10 --draws 200 --replications 2 --design sobol",
            "careflow uncertainty scenarios/one-area-quick-start.yaml --sensitivity sobol --draws 96 --inputs response.averted_share,crisis.acs_share");
        command.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(scenario), StudyOptions.OneOf(parsed, sensitivity, "prcc", "sobol") == "sobol", parsed.GetValue(inputs) ?? [], options, RunCommand.Words(args), terminal));
        return command;
    }

    private static int Run(ParseResult parsed, string path, bool sobolIndices, string[] only, StudyOptions options, string words, Terminal terminal)
    {
        ScenarioFile file = ScenarioFile.Read(path);
        Scenario scenario = options.Overrides.Apply(file.Scenario, file.World, parsed);
        IReadOnlyList<PolicyMeasure> measures = options.Measures(parsed);
        int draws = options.Draws(parsed, UsualDraws);
        bool sequence = options.Sobol(parsed);
        int threads = options.Overrides.Threads(parsed);
        UncertainInput[] inputs = Chosen(PriorTable.For(PriorTable.Read(file.WorldFolder, file.World), scenario), [.. only.SelectMany(o => o.Split(',')).Select(o => o.Trim())]);
        Refuse(scenario, inputs.Length, draws, sobolIndices);
        OutputFolder folder = options.Folder(parsed, Path.Combine("results", scenario.Name + "-uncertainty"));

        SaltelliDesign? design = sobolIndices ? SaltelliDesign.Create(draws / (inputs.Length + 2), inputs.Length, new RandomStream((ulong)scenario.Seed, 0)) : null;
        double[][] points = design?.Points() ?? DrawnRuns.Design(draws, inputs.Length, sequence, scenario.Seed);
        DateTimeOffset started = terminal.Time.GetUtcNow();
        long start = terminal.Time.GetTimestamp();
        terminal.Error.WriteLine($"{scenario.Name}: {Simulation.Describe(new Setup(file.World, scenario))}; {Show.Count(points.Length, "draw", "draws")} of {Show.Count(inputs.Length, "input", "inputs")}; {Show.Count(threads, "thread", "threads")}");
        DrawnRuns runs = StudyOutput.While(terminal, report => DrawnRuns.Run(
            file.World, scenario, inputs, points, measures, new RunOptions { Threads = threads }, p => report(scenario.Name, p), terminal.Stop));
        bool stopped = runs.Draws < runs.Asked;
        terminal.Error.WriteLine(stopped ? $"{Show.Count(runs.Draws, "draw was", "draws were")} finished of {runs.Asked}." : $"{runs.Events:#,0} events.");
        IReadOnlyList<PolicyUncertainty> found = UncertaintyStudy.Of(runs, design);
        if (found.Count == 0)
        {
            throw new OperationCanceledException(terminal.Stop);
        }

        JsonObject facts = new()
        {
            ["scenario"] = scenario.Name,
            ["seed"] = scenario.Seed,
            ["draws"] = runs.Draws,
            ["draws_asked"] = runs.Asked,
            ["replications"] = scenario.Replications,
            ["people_per_agent"] = scenario.PeoplePerAgent,
            ["design"] = design is not null ? "saltelli" : sequence ? "sobol" : "latin-hypercube",
            ["sensitivity"] = design is not null ? "sobol" : "prcc",
            ["inputs"] = inputs.Length,
        };
        return StudyOutput.Finish(
            terminal,
            UncertainStudy.Of(runs, found, facts),
            new StudyInfo(words, CommandLine.Version, threads, terminal.Time.GetElapsedTime(start).TotalSeconds, started, [path, Path.Combine(file.WorldFolder, PriorTable.File)]),
            folder,
            options.Json(parsed),
            stopped);
    }

    private static UncertainInput[] Chosen(IReadOnlyList<UncertainInput> all, string[] only)
    {
        string[] faults = [.. only.Where(o => !all.Any(i => i.Name == o)).Select(o => $"--inputs – '{o}' is not drawn for this scenario – {Near(o, all)}")];
        return faults.Length > 0 ? throw new UsageException(faults) : only.Length == 0 ? [.. all] : [.. all.Where(i => only.Contains(i.Name))];
    }

    private static string Near(string word, IReadOnlyList<UncertainInput> all) =>
        Spelling.Nearest(word, all.Select(i => i.Name)) is { } nearest ? $"did you mean '{nearest}'?" : $"an input of {PriorTable.File} that the scenario does not pin";

    private static void Refuse(Scenario scenario, int inputs, int draws, bool sobol)
    {
        List<string> faults = [];
        if (scenario.Policies.Count == 0)
        {
            faults.Add($"{scenario.Name} – has no policy – at least one, to be compared with the baseline");
        }

        if (scenario.Replications < FewestReplications)
        {
            faults.Add($"--replications – is {scenario.Replications} – {FewestReplications} or more: chance and parameters are told apart by replications within a draw");
        }

        int least = 2 * (inputs + 2);
        if (sobol && (draws < least || inputs == 0 || inputs > SobolSequence.MaxInputs / 2))
        {
            faults.Add($"--draws – is {draws} – at least {least} for Sobol' indices of {inputs} inputs; --inputs makes them fewer");
        }

        if (faults.Count > 0)
        {
            throw new UsageException(faults);
        }
    }
}
