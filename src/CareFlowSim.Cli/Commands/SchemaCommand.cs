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
        command.Add(output);
        examples.Add(command, "careflow schema --out scenario.schema.json");
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is not { } path)
            {
                terminal.Out.Write(ScenarioSchema.Json());
                return ExitCode.Good;
            }

            string fresh = path + ".new";
            File.WriteAllText(fresh, ScenarioSchema.Json());
            File.Move(fresh, path, overwrite: true);
            return ExitCode.Good;
        });
        return command;
    }
}
