using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Reflection;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>The commands of careflow. Knows words and exit codes, no model.</summary>
internal static class CommandLine
{
    /// <summary>Name of the program.</summary>
    public const string Name = "careflow";

    /// <summary>Version of the program.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Runs a command with its words going to two writers, without a screen.</summary>
    public static int Invoke(string[] args, TextWriter output, TextWriter error, CancellationToken stop) =>
        Invoke(args, new Terminal(output, error) { Stop = stop });

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static int Invoke(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            RootCommand root = Commands(args, terminal);
            ParseResult parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            IReadOnlyList<string> faults = ParseFaults.Of(parsed);
            if (faults.Count > 0)
            {
                throw new UsageException([.. faults, $"Help: {string.Join(' ', Path(parsed))} --help"]);
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (UsageException e)
        {
            terminal.Complain(e.Faults);
            return ExitCode.Wrong;
        }
        catch (InputException e)
        {
            terminal.Complain(e.Faults.Select(f => f.ToString()));
            return ExitCode.Wrong;
        }
        catch (OperationCanceledException) when (terminal.Stop.IsCancellationRequested)
        {
            terminal.Error.WriteLine("Stopped; nothing was written.");
            return ExitCode.Stopped;
        }
#pragma warning disable CA1031 // The last stop: whatever was not foreseen is told in one line, not as a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine(terminal.Trace
                ? e.ToString()
                : $"{Name}: {e.Message.ReplaceLineEndings(" ")} (CAREFLOW_TRACE=1 shows where)");
            return ExitCode.Failed;
        }
    }

    private static RootCommand Commands(IReadOnlyList<string> args, Terminal terminal)
    {
        RootCommand root = new("CareFlowSim: a day-by-day simulation of older people, hospital beds and social care in England, to try policies before they are tried on people.")
        {
            HelpName = Name,
        };
        Examples examples = new();
        root.Add(RunCommand.Make(args, terminal, examples));
        root.Add(UncertaintyCommand.Make(args, terminal, examples));
        root.Add(AttributeCommand.Make(args, terminal, examples));
        root.Add(CompareCommand.Make(args, terminal, examples));
        root.Add(OptionsCommand.Make(args, terminal, examples));
        root.Add(SensitivityCommand.Make(args, terminal, examples));
        root.Add(ClaimsCommand.Make(args, terminal, examples));
        root.Add(CheckCommand.Make(terminal, examples));
        root.Add(ValidateCommand.Make(args, terminal, examples));
        root.Add(CalibrateCommand.Make(terminal, examples));
        root.Add(GalleryCommand.Make(terminal, examples));
        root.Add(BenchCommand.Make(terminal, examples));
        root.Add(SearchCommand.Make(args, terminal, examples));
        root.Add(PlanCommand.Make(terminal, examples));
        root.Add(SweepCommand.Make(args, terminal, examples));
        root.Add(NewCommand.Make(terminal, examples));
        root.Add(SchemaCommand.Make(terminal, examples));
        root.Add(VersionCommand.Make(terminal));
        examples.Add(root, "careflow run scenarios/one-area-quick-start.yaml", "careflow check scenarios/*.yaml", "careflow run --help");
        foreach (Option option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new HelpWithExamples(new HelpAction(), examples),
                VersionOption => new VersionAction(terminal),
                _ => option.Action,
            };
        }

        root.SetAction(parsed => new HelpWithExamples(new HelpAction(), examples).Invoke(parsed));
        return root;
    }

    private static IEnumerable<string> Path(ParseResult parsed)
    {
        List<string> words = [];
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            words.Insert(0, command.Command.Name);
        }

        return words.Prepend(Name);
    }
}
