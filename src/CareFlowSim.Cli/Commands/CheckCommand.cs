using System.CommandLine;
using System.Text.Json.Nodes;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow check</c>: reads scenarios and their worlds and says all that is wrong, without running anything.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal, Examples examples)
    {
        Argument<string[]> scenarios = new("SCENARIO") { Description = "Scenario files.", Arity = ArgumentArity.OneOrMore };
        Command command = new("check", "Check scenario files and their worlds, and say everything that is wrong, with its place.");
        Option<bool> json = new("--json") { Description = "Print what was found as JSON, faults included." };
        command.Add(scenarios);
        command.Add(json);
        examples.Add(command, "careflow check scenarios/*.yaml", "careflow check scenarios/*.yaml --json");
        command.SetAction(parsed => Check(parsed.GetRequiredValue(scenarios), parsed.GetValue(json), terminal));
        return command;
    }

    private static int Check(string[] paths, bool json, Terminal terminal)
    {
        Dictionary<string, World> worlds = [];
        HashSet<Fault> told = [];
        bool good = true;
        JsonArray files = [];
        foreach (string path in paths)
        {
            try
            {
                string what = Describe(path);
                files.Add(new JsonObject { ["file"] = path, ["good"] = true, ["what"] = what, ["faults"] = new JsonArray() });
                if (!json)
                {
                    terminal.Out.WriteLine($"OK {path}: {what}");
                }
            }
            catch (InputException e)
            {
                good = false;
                files.Add(new JsonObject { ["file"] = path, ["good"] = false, ["what"] = "", ["faults"] = new JsonArray([.. e.Faults.Select(Told)]) });
                terminal.Complain(e.Faults.Where(told.Add).Select(f => f.ToString()));
            }
        }

        if (json)
        {
            ScriptFigure[] figures = [ScriptFigure.Alone("scenarios", [], "files", paths.Length, paths.Length), ScriptFigure.Alone("wrong", [], "files", files.Count(f => !(bool)f!["good"]!), paths.Length)];
            terminal.Out.WriteLine(ScriptJson.Of("check", CommandLine.Version, "Are these scenarios right?", [], figures, [], ("scenarios", files)));
        }

        return good ? ExitCode.Good : ExitCode.Wrong;

        string Describe(string path)
        {
            switch (ScenarioKinds.OfFile(path))
            {
                case ScenarioKind.Pathway:
                    return PathwaySummary.Describe(PathwayReader.ReadFile(path).Scenario);
                case ScenarioKind.Sweep:
                    return PlanCommand.Describe(SweepReader.ReadFile(path, (file, world) => ScenarioFile.FolderOf(file, world) is var folder ? (folder, Read(folder)) : default));
            }

            ScenarioFile file = ScenarioFile.Read(path, Read);
            return Simulation.Describe(new Setup(file.World, file.Scenario));
        }

        static JsonNode Told(Fault f) =>
            new JsonObject { ["file"] = f.File, ["line"] = f.Line, ["column"] = f.Column, ["where"] = f.Where, ["wrong"] = f.Wrong, ["allowed"] = f.Allowed };

        // Many scenarios share one world: it is read once.
        World Read(string folder) => worlds.TryGetValue(folder, out World? world) ? world : worlds[folder] = WorldReader.Read(folder);
    }
}
