using System.CommandLine;
using System.CommandLine.Invocation;

namespace CareFlowSim.Cli;

/// <summary><c>careflow version</c>.</summary>
internal static class VersionCommand
{
    public static Command Make(Terminal terminal)
    {
        Command command = new("version", "Print the version.");
        command.SetAction(_ => VersionAction.Print(terminal));
        return command;
    }
}

/// <summary><c>careflow --version</c>.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult) => Print(terminal);

    /// <summary>Prints name and version.</summary>
    public static int Print(Terminal terminal)
    {
        terminal.Out.WriteLine($"{CommandLine.Name} {CommandLine.Version}");
        return ExitCode.Good;
    }
}
