using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CareFlowSim.Cli;

/// <summary>Examples shown under the help of each command.</summary>
internal sealed class Examples
{
    private readonly Dictionary<Command, string[]> _lines = [];

    /// <summary>Adds the examples of a command.</summary>
    public void Add(Command command, params string[] lines) => _lines[command] = lines;

    /// <summary>The examples of a command.</summary>
    public IReadOnlyList<string> Of(Command command) => _lines.GetValueOrDefault(command) ?? [];
}

/// <summary>The library's help with examples and exit codes under it.</summary>
internal sealed class HelpWithExamples(HelpAction help, Examples examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        TextWriter to = parseResult.InvocationConfiguration.Output;
        IReadOnlyList<string> lines = examples.Of(parseResult.CommandResult.Command);
        if (lines.Count > 0)
        {
            to.WriteLine("Examples:");
            foreach (string line in lines)
            {
                to.WriteLine("  " + line);
            }

            to.WriteLine();
        }

        to.WriteLine("Exit codes: 0 good, 1 failed, 2 wrong file or option, 3 not settled, 130 stopped.");
        return ExitCode.Good;
    }
}
