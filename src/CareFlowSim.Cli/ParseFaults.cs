using System.CommandLine;
using System.CommandLine.Parsing;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>Says what is wrong with a command line, with the nearest right spelling.</summary>
internal static class ParseFaults
{
    /// <summary>One line per fault; empty when there is none, or when help was asked for.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Action is HelpWithExamples && parsed.Errors.Count == 0)
        {
            return [];
        }

        if (parsed.Action is HelpWithExamples && parsed.CommandResult.Command is not RootCommand)
        {
            return [];
        }

        Command command = parsed.CommandResult.Command;
        string[] unknown = [.. parsed.Tokens
            .Where(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal) && t.Value.Length > 2)
            .Select(t => t.Value)
            .Concat(parsed.UnmatchedTokens)
            .Distinct()];
        if (unknown.Length > 0)
        {
            // What follows an unknown option was meant as its value, so only the option is named.
            IEnumerable<string> named = unknown.Any(u => u.StartsWith('-')) ? unknown.Where(u => u.StartsWith('-')) : unknown;
            return [.. named.Select(u => Unknown(u, command))];
        }

        return [.. parsed.Errors.Select(e => e.Message).Distinct()];
    }

    private static string Unknown(string word, Command command)
    {
        bool option = word.StartsWith('-');
        string kind = option ? "option" : command is RootCommand ? "command" : "argument";
        string[] known = option
            ? [.. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive))).Select(o => o.Name).Distinct()]
            : command is RootCommand ? [.. command.Subcommands.Select(c => c.Name)] : [];
        string allowed = known.Length == 0
            ? $"what {CommandLine.Name} {command.Name} --help shows"
            : Spelling.Nearest(word.Split('=')[0], known) is { } nearest
                ? $"did you mean '{nearest}'?"
                : string.Join(", ", known.Order(StringComparer.Ordinal));
        return $"'{word}' – is not {(option || kind == "argument" ? "an" : "a")} {kind} of {CommandLine.Name}{(command is RootCommand ? "" : " " + command.Name)} – {allowed}";
    }
}
