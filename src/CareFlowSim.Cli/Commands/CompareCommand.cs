using System.CommandLine;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow compare</c>: two results folders side by side.</summary>
internal static class CompareCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> first = new("A") { Description = "Folder that careflow run wrote." };
        Argument<string> second = new("B") { Description = "Another; differences are B less A." };
        FolderOptions options = new();
        Command command = new("compare", "Lay two results folders side by side: paired where they had the same people and the same luck, else as independent runs.");
        command.Add(first);
        command.Add(second);
        options.AddTo(command, "results/ and the two names");
        examples.Add(command, "careflow compare results/before results/after", "careflow compare results/before results/after --json");
        command.SetAction(parsed =>
        {
            (string a, string b) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            (RunResult one, RunResult other) = (RunResult.Read(a), RunResult.Read(b));
            return options.Finish(parsed, CompareStudy.Of(one, other), $"{one.Name}-and-{other.Name}", [a, b], RunCommand.Words(args), terminal);
        });
        return command;
    }
}
