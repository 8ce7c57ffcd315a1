using System.CommandLine;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow sensitivity</c>: which inputs of a merged sweep matter.</summary>
internal static class SensitivityCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> folder = new("DIR") { Description = "Folder of a merged sweep." };
        FolderOptions options = new();
        Command command = new("sensitivity", "Which inputs of a sweep matter: Morris's mu* and sigma, Sobol' indices, rank correlations, a tornado, or main effects, as its design allows.");
        command.Add(folder);
        options.AddTo(command, "results/ and the sweep's name, -sensitivity");
        examples.Add(command, "careflow sensitivity results/morris-screening", "careflow sensitivity results/morris-screening --json");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(folder);
            SweepResult sweep = SweepResult.Read(path);
            return options.Finish(parsed, SensitivityStudy.Of(SweepSensitivitySource.Of(sweep)), sweep.Name + "-sensitivity", [path], RunCommand.Words(args), terminal);
        });
        return command;
    }
}
