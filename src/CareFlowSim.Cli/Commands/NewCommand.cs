using System.CommandLine;
using System.Text.RegularExpressions;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow new</c>: writes a commented scenario to start from.</summary>
internal static partial class NewCommand
{
    private const string Usual = "discharge-to-assess";

    public static Command Make(Terminal terminal, Examples examples)
    {
        Argument<string> file = new("FILE") { Description = "File to write. Left out: the template's name with .yaml, here.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> template = new("--template")
        {
            Description = $"What to start from: {string.Join(", ", PathwayTemplates.Names)}. Left out: {Usual}.",
            HelpName = "NAME",
        };
        Option<bool> force = new("--force") { Description = "Write over a file that is there already." };
        Command pathway = new("pathway", "Write a commented pathway scenario: a flow through places of your own, without a population.");
        pathway.Add(file);
        pathway.Add(template);
        pathway.Add(force);
        pathway.SetAction(parsed => Write(parsed.GetValue(file), parsed.GetValue(template) ?? Usual, parsed.GetValue(force), terminal));
        examples.Add(pathway, "careflow new pathway", "careflow new pathway my-ward.yaml --template emergency-medical-ward");
        Command command = new("new", "Write a commented scenario to start from.");
        command.Add(pathway);
        examples.Add(command, "careflow new pathway");
        return command;
    }

    private static int Write(string? file, string template, bool force, Terminal terminal)
    {
        if (PathwayTemplates.Find(template) is not { } text)
        {
            string? nearest = Spelling.Nearest(template, PathwayTemplates.Names);
            string choice = "one of " + string.Join(", ", PathwayTemplates.Names);
            throw new UsageException($"--template – is '{template}' – {(nearest is null ? choice : $"did you mean '{nearest}'? ({choice})")}");
        }

        string path = file ?? template + ".yaml";
        if (Directory.Exists(path))
        {
            throw new UsageException($"FILE – '{path}' is a folder – a file that is not there yet");
        }

        if (File.Exists(path) && !force)
        {
            throw new UsageException($"FILE – '{path}' is there already – a file that is not there yet, or --force to write over it");
        }

        // The results folder is called after the scenario, so a copy under another name gets a name of its own.
        string name = Path.GetFileNameWithoutExtension(path);
        if (NameRegex().IsMatch(name))
        {
            text = NameLine().Replace(text, "name: " + name, 1);
        }

        WholeText.Write(path, text);
        terminal.Out.WriteLine(path);
        terminal.Error.WriteLine($"Put in your own figures, then: {CommandLine.Name} check {RunCommand.Word(path)} and {CommandLine.Name} run {RunCommand.Word(path)}");
        return ExitCode.Good;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
    private static partial Regex NameRegex();

    [GeneratedRegex("^name: .*$", RegexOptions.Multiline)]
    private static partial Regex NameLine();
}
