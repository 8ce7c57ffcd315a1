using System.CommandLine;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>The options of commands that read results folders and simulate nothing.</summary>
internal sealed class FolderOptions
{
    private readonly Option<string> _output = new("--out") { HelpName = "FOLDER" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the figures as JSON instead of tables for people." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, string folder)
    {
        _output.Description = $"Folder for report, pictures and tables. Left out: {folder}.";
        command.Add(_output);
        command.Add(_json);
    }

    /// <summary>Writes the folder of a study, prints its answer and returns the exit code.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="study">The study.</param>
    /// <param name="name">Name of its folder when none was given.</param>
    /// <param name="folders">The folders that were read.</param>
    /// <param name="words">The command line, as it would be typed again.</param>
    /// <param name="terminal">Where to speak to.</param>
    public int Finish(ParseResult parsed, Study study, string name, IReadOnlyList<string> folders, string words, Terminal terminal) => StudyOutput.Finish(
        terminal,
        study,
        new StudyInfo(words, CommandLine.Version, 1, 0, terminal.Time.GetUtcNow(), [.. folders.Select(f => Path.Combine(f, OutputFolder.Manifest))]),
        new OutputFolder(parsed.GetValue(_output) ?? Path.Combine("results", name)),
        parsed.GetValue(_json),
        stopped: false);
}
