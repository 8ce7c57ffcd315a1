using System.CommandLine;
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
        command.Add(scenarios);
        examples.Add(command, "careflow check scenarios/*.yaml");
        command.SetAction(parsed => Check(parsed.GetRequiredValue(scenarios), terminal));
        return command;
    }

    private static int Check(IReadOnlyList<string> paths, Terminal terminal)
    {
        Dictionary<string, World> worlds = [];
        HashSet<Fault> told = [];
        bool good = true;
        foreach (string path in paths)
        {
            try
            {
                terminal.Out.WriteLine($"OK {path}: {Describe(path)}");
            }
            catch (InputException e)
            {
                good = false;
                terminal.Complain(e.Faults.Where(told.Add).Select(f => f.ToString()));
            }
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

        // Many scenarios share one world: it is read once.
        World Read(string folder) => worlds.TryGetValue(folder, out World? world) ? world : worlds[folder] = WorldReader.Read(folder);
    }
}
