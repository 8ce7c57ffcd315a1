using System.CommandLine;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow schema</c>: the JSON Schema of scenario files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Make(Terminal terminal, Examples examples)
    {
        Option<string> output = new("--out") { Description = "File to write. Left out: the screen.", HelpName = "FILE" };
        Command command = new("schema", "Print the JSON Schema of scenario files, with which editors complete and check while you type.");
        Option<string> kind = new("--kind") { Description = "Kind of file: people (left out), pathway or sweep.", HelpName = "KIND" };
        command.Add(output);
        command.Add(kind);
        examples.Add(command, "careflow schema --out scenario.schema.json", "careflow schema --kind pathway --out pathway.schema.json");
        command.SetAction(parsed =>
        {
            string json = StudyOptions.OneOf(parsed, kind, "people", "pathway", "sweep") switch
            {
                "pathway" => ScenarioSchema.PathwayJson(),
                "sweep" => ScenarioSchema.SweepJson(),
                _ => ScenarioSchema.Json(),
            };
            if (parsed.GetValue(output) is not { } path)
            {
                terminal.Out.Write(json);
                return ExitCode.Good;
            }

            string fresh = path + ".new";
            File.WriteAllText(fresh, json);
            File.Move(fresh, path, overwrite: true);
            return ExitCode.Good;
        });
        return command;
    }
}
