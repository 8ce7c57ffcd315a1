using System.CommandLine;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow claims</c>: lays what was claimed beside what the model finds and what happened.</summary>
internal static class ClaimsCommand
{
    private const int UsualDraws = 12;
    private const int Replications = 2;
    private const int Trials = 9;

    private static readonly string Folder = Path.Combine("results", "claims");

    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Option<string[]> ids = new("--id") { Description = "Claims to answer, such as C42, separated by commas or one by one. Left out: all.", HelpName = "C42" };
        Option<string> claims = new("--claims")
        {
            Description = "Folder with claims.csv and its scenarios.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("scenarios", "claims"),
        };
        StudyOptions options = new();
        Command command = new("claims", "Lay public claims beside the model: how much of each it reaches, how surely, and what would have to be true.");
        command.Add(ids);
        options.AddTo(command, Folder, areas: true, draws: true, measures: false);
        command.Add(claims);
        examples.Add(command, "careflow claims", "careflow claims --id C42,C53 --draws 40", "careflow claims --id C09 --json");
        command.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(claims), parsed.GetValue(ids) ?? [], options, RunCommand.Words(args), terminal));
        return command;
    }

    private static int Run(ParseResult parsed, string folder, string[] ids, StudyOptions options, string words, Terminal terminal)
    {
        int draws = options.Draws(parsed, UsualDraws);
        bool sobol = options.Sobol(parsed);
        int threads = options.Overrides.Threads(parsed);
        OutputFolder output = options.Folder(parsed, Folder);
        Dictionary<string, ScenarioFile> files = [];
        IReadOnlyList<Claim> all = ClaimTable.Read(folder, Scenarios(folder), name => File(name).Scenario);
        IReadOnlyList<Claim> asked = Asked(all, [.. ids.SelectMany(i => i.Split(',')).Select(i => i.Trim())]);

        string[] needed = [.. asked.Where(c => c.Test is not null).Select(c => c.Test!.Scenario).Distinct()];
        ClaimScenario[] scenarios = [.. needed.Select(Prepare)];
        RefuseUnreplicated(scenarios);
        foreach (string claim in asked.Where(c => c.Test is null && ids.Length > 0).Select(c => c.Id))
        {
            terminal.Error.WriteLine($"{claim} has no number to work out.");
        }

        DateTimeOffset started = terminal.Time.GetUtcNow();
        long start = terminal.Time.GetTimestamp();
        terminal.Error.WriteLine($"{Show.Count(asked.Count(c => c.Test is not null), "claim", "claims")} with a number, {Show.Count(scenarios.Length, "scenario", "scenarios")}, {Show.Count(draws, "draw", "draws")}; {Show.Count(threads, "thread", "threads")}");
        IReadOnlyList<ClaimAnswer> answers = StudyOutput.While(terminal, report => ClaimStudy.Run(
            asked, scenarios, new ClaimOptions(draws, sobol, Trials, new RunOptions { Threads = threads }), report, terminal.Stop));
        bool stopped = terminal.Stop.IsCancellationRequested;
        if (stopped && answers.Count == 0)
        {
            throw new OperationCanceledException(terminal.Stop);
        }

        JsonObject facts = new()
        {
            ["draws"] = draws,
            ["design"] = sobol ? "sobol" : "latin-hypercube",
            ["complete"] = !stopped,
            ["scenarios"] = new JsonArray([.. scenarios.Select(s => new JsonObject
            {
                ["name"] = s.Name, ["seed"] = s.Scenario.Seed, ["replications"] = s.Scenario.Replications, ["people_per_agent"] = s.Scenario.PeoplePerAgent, ["inputs_drawn"] = s.Inputs.Count,
            })]),
        };
        Study study = ClaimsStudy.Of(asked, answers, What(scenarios, draws), facts);
        string[] inputs = [Path.Combine(folder, ClaimTable.File), .. needed.Select(n => files[n].Path), .. needed.Select(n => Path.Combine(files[n].WorldFolder, PriorTable.File)).Distinct()];
        return StudyOutput.Finish(terminal, study, new StudyInfo(words, CommandLine.Version, threads, terminal.Time.GetElapsedTime(start).TotalSeconds, started, inputs), output, options.Json(parsed), stopped);

        ScenarioFile File(string name) => files.TryGetValue(name, out ScenarioFile? file) ? file : files[name] = ScenarioFile.Read(Path.Combine(folder, name + ".yaml"));

        ClaimScenario Prepare(string name)
        {
            ScenarioFile file = File(name);
            Scenario scenario = options.Overrides.Apply(file.Scenario, file.World, parsed);
            return new ClaimScenario(name, file.World, scenario, PriorTable.For(PriorTable.Read(file.WorldFolder, file.World), scenario), PriorTable.Set);
        }
    }

    private static string[] Scenarios(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];

    private static IReadOnlyList<Claim> Asked(IReadOnlyList<Claim> all, string[] ids)
    {
        string[] faults = [.. ids.Where(i => !all.Any(c => c.Id == i)).Select(i => $"--id – '{i}' is not in the ledger – one of {all[0].Id} to {all[^1].Id}")];
        return faults.Length > 0 ? throw new UsageException(faults) : ids.Length == 0 ? all : [.. all.Where(c => ids.Contains(c.Id))];
    }

    private static void RefuseUnreplicated(IEnumerable<ClaimScenario> scenarios)
    {
        if (scenarios.Any(s => s.Scenario.Replications < Replications))
        {
            throw new UsageException($"--replications – is 1 – {Replications} or more: chance and parameters are told apart by replications within a draw");
        }
    }

    private static string What(IReadOnlyList<ClaimScenario> scenarios, int draws) =>
        string.Concat(scenarios.Select(s => $"`{s.Name}`: {Simulation.Describe(new Setup(s.World, s.Scenario))}, {s.Scenario.Period.Days} days. "))
        + $"{Show.Count(draws, "draw", "draws")} of the uncertain inputs.";
}
