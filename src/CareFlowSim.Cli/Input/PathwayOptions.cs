using System.CommandLine;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>The option that replaces any value of a pathway file, and the reading of such a file with it.</summary>
internal sealed class PathwayOptions
{
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Replace a value of a pathway file for this run: a dotted path and the value, items of lists by name or number. May be given several times.",
        HelpName = "PATH=VALUE",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_set);

    /// <summary>Whether the option was given.</summary>
    public bool Given(ParseResult parsed) => (parsed.GetValue(_set) ?? []).Length > 0;

    /// <summary>Reads a pathway file with the values of the options in the place of its own.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="overrides">The options for replications and seed.</param>
    /// <param name="searching">Whether replications are those of a search.</param>
    /// <exception cref="InputException">The file or an option has faults; carries all of them.</exception>
    public PathwayDocument Read(string path, ParseResult parsed, Overrides overrides, bool searching = false)
    {
        IReadOnlyList<ScenarioSetting> counted = overrides.Settings(parsed, searching ? "search.replications" : "replications");
        PathwayDocument document = PathwayReader.ReadFile(path, [.. counted, .. (parsed.GetValue(_set) ?? []).Select(Setting)]);

        // A number of replications asked for here is that number, whatever precision the file wants.
        return counted.Any(c => c.Path == "replications")
            ? document with { Scenario = document.Scenario with { Replications = document.Scenario.Replications with { Precision = [] } } }
            : document;
    }

    private static ScenarioSetting Setting(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return new ScenarioSetting("--set " + text, equals > 0 ? text[..equals] : "", equals > 0 ? text[(equals + 1)..] : "");
    }
}
