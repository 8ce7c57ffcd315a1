using System.CommandLine;
using CareFlowSim.Experiments;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow search</c>: the best capacities of a pathway, by its key <c>search</c>.</summary>
internal static class SearchCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> scenario = new("SCENARIO") { Description = "Scenario file of kind pathway, with a key search." };
        Option<string> output = new("--out") { Description = "Folder for the results. Left out: results/ and the scenario's name, -search.", HelpName = "FOLDER" };
        Option<bool> json = new("--json") { Description = "Print the full tables as JSON instead of tables for people." };
        Overrides overrides = new();
        PathwayOptions pathway = new();
        Command command = new("search", "Find capacities of least cost, or the fewest that meet a service level, on common random numbers.");
        command.Add(scenario);
        overrides.AddTo(command, areas: false, sample: false);
        pathway.AddTo(command);
        command.Add(output);
        command.Add(json);
        examples.Add(
            command,
            "careflow search scenarios/pathways/mmc.yaml",
            "careflow search scenarios/pathways/stroke.yaml --replications 30 --set search.most_evaluations=100");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(scenario);
            PathwayDocument document = pathway.Read(path, parsed, overrides, searching: true);
            return PathwayRun.Search(
                path,
                document,
                new RunOptions { Threads = overrides.Threads(parsed) },
                new OutputFolder(parsed.GetValue(output) ?? Path.Combine("results", document.Scenario.Name + "-search")),
                parsed.GetValue(json),
                RunCommand.Words(args),
                terminal);
        });
        return command;
    }
}
