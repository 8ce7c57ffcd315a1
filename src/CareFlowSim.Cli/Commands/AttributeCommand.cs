using System.CommandLine;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow attribute</c>: shares a policy's effect out among its levers.</summary>
internal static class AttributeCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> scenario = new("SCENARIO") { Description = "Scenario file." };
        Option<string> policy = new("--policy") { Description = "The policy, by name; needed when the scenario has several.", HelpName = "NAME" };
        StudyOptions options = new();
        Command command = new("attribute", "Share a policy's effect out among its levers: every subset of them on the same people and the same luck.");
        command.Add(scenario);
        command.Add(policy);
        options.AddTo(command, "results/, the scenario's name and that of the policy", areas: true, draws: false, measures: true);
        examples.Add(
            command,
            "careflow attribute scenarios/one-area-quick-start.yaml --policy community-package",
            "careflow attribute scenarios/better-care-fund-2015.yaml --policy better-care-fund --sample 1:10 --replications 4");
        command.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(scenario), parsed.GetValue(policy), options, RunCommand.Words(args), terminal));
        return command;
    }

    private static int Run(ParseResult parsed, string path, string? name, StudyOptions options, string words, Terminal terminal)
    {
        ScenarioFile file = ScenarioFile.Read(path);
        Scenario scenario = options.Overrides.Apply(file.Scenario, file.World, parsed);
        IReadOnlyList<PolicyMeasure> measures = options.Measures(parsed);
        int threads = options.Overrides.Threads(parsed);
        string policy = name ?? (scenario.Policies is [{ } only] ? only.Name : throw new UsageException($"--policy – is missing – one of {string.Join(", ", scenario.Policies.Select(p => p.Name))}"));
        LeverSubsets subsets = LeverSubsets.Of(scenario, policy)
            ?? throw new UsageException($"--policy – '{policy}' is not in {Path.GetFileName(path)} – one of {string.Join(", ", scenario.Policies.Select(p => p.Name))}");
        if (subsets.Levers.Count is 0 or > ShapleyAttribution.MaxLevers)
        {
            throw new UsageException($"--policy – '{policy}' has {Show.Count(subsets.Levers.Count, "lever", "levers")} – from 1 to {ShapleyAttribution.MaxLevers}");
        }

        OutputFolder folder = options.Folder(parsed, Path.Combine("results", $"{scenario.Name}-{policy}-shares"));
        Policy[] arms = [.. Enumerable.Range(0, 1 << subsets.Levers.Count).Select(s => subsets[s])];
        DateTimeOffset started = terminal.Time.GetUtcNow();
        long start = terminal.Time.GetTimestamp();
        terminal.Error.WriteLine($"{scenario.Name}, {policy}: {Simulation.Describe(new Setup(file.World, scenario with { Policies = [] }))}; {Show.Count(arms.Length, "subset", "subsets")} of {Show.Count(subsets.Levers.Count, "lever", "levers")}; {Show.Count(threads, "thread", "threads")}");
        PolicyAttribution? found = StudyOutput.While(terminal, report => PolicyAttribution.Run(
            file.World, scenario, subsets.Levers, s => arms[s], measures, new RunOptions { Threads = threads }, p => report(policy, p), terminal.Stop));
        if (found is null)
        {
            throw new OperationCanceledException(terminal.Stop);
        }

        JsonObject facts = new()
        {
            ["scenario"] = scenario.Name,
            ["policy"] = policy,
            ["seed"] = scenario.Seed,
            ["replications"] = found.Replications,
            ["replications_asked"] = scenario.Replications,
            ["people_per_agent"] = scenario.PeoplePerAgent,
            ["levers"] = new JsonArray([.. subsets.Levers.Select(l => (JsonNode)JsonValue.Create(l))]),
        };
        return StudyOutput.Finish(
            terminal,
            AttributionStudy.Of(found, policy, facts),
            new StudyInfo(words, CommandLine.Version, threads, terminal.Time.GetElapsedTime(start).TotalSeconds, started, [path]),
            folder,
            options.Json(parsed),
            found.Replications < scenario.Replications);
    }
}
