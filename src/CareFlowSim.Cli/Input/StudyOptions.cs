using System.CommandLine;
using System.Text.RegularExpressions;
using CareFlowSim.Experiments;

namespace CareFlowSim.Cli;

/// <summary>The options that all studies over many runs have: where the results go, how they are said, how many draws.</summary>
internal sealed partial class StudyOptions
{
    private readonly Option<string> _output = new("--out") { HelpName = "FOLDER" };

    private readonly Option<bool> _json = new("--json") { Description = "Print the full tables as JSON instead of tables for people." };

    private readonly Option<string> _draws = new("--draws") { Description = "Draws of the uncertain inputs.", HelpName = "N" };

    private readonly Option<string> _design = new("--design")
    {
        Description = "How the draws fill the space of inputs: latin-hypercube (left out) or sobol.",
        HelpName = "DESIGN",
    };

    private readonly Option<string[]> _measures = new("--measure")
    {
        Description = "What to work out, by name, separated by commas or one by one.",
        HelpName = "M",
    };

    /// <summary>Areas, sample, replications, seed and threads.</summary>
    public Overrides Overrides { get; } = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, string folder, bool areas, bool draws, bool measures)
    {
        _output.Description = $"Folder for the results. Left out: {folder}.";
        command.Add(_output);
        command.Add(_json);
        if (draws)
        {
            command.Add(_draws);
            command.Add(_design);
        }

        if (measures)
        {
            command.Add(_measures);
        }

        Overrides.AddTo(command, areas);
    }

    /// <summary>The folder of the results.</summary>
    public OutputFolder Folder(ParseResult parsed, string otherwise) => new(parsed.GetValue(_output) ?? otherwise);

    /// <summary>Whether to print JSON.</summary>
    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Number of draws.</summary>
    public int Draws(ParseResult parsed, int otherwise, int least = 2) => Whole(parsed, _draws, otherwise, least);

    /// <summary>Whether the design is a Sobol' sequence.</summary>
    public bool Sobol(ParseResult parsed) => OneOf(parsed, _design, "latin-hypercube", "sobol") == "sobol";

    /// <summary>The measures asked for.</summary>
    public IReadOnlyList<PolicyMeasure> Measures(ParseResult parsed)
    {
        string[] names = [.. (parsed.GetValue(_measures) ?? []).SelectMany(m => m.Split(',')).Select(m => m.Trim()).Distinct()];
        string[] faults = [.. names.Where(n => PolicyMeasure.Find(n) is null).Select(n => $"--measure – '{n}' is unknown – one of {string.Join(", ", PolicyMeasure.All.Select(m => m.Name))}")];
        return faults.Length > 0 ? throw new UsageException(faults) : names.Length == 0 ? PolicyMeasure.Usual : [.. names.Select(n => PolicyMeasure.Find(n)!)];
    }

    /// <summary>The value of an option that takes one of some words; the first is that of an option left out.</summary>
    public static string OneOf(ParseResult parsed, Option<string> option, params string[] words) =>
        parsed.GetValue(option) is not { } word ? words[0]
        : words.Contains(word) ? word
        : throw new UsageException($"{option.Name} – is '{word}' – one of {string.Join(", ", words)}");

    private static int Whole(ParseResult parsed, Option<string> option, int otherwise, int least)
    {
        const int Most = 100_000;
        return parsed.GetValue(option) is not { } text ? otherwise
            : Digits().IsMatch(text) && int.TryParse(text, out int number) && number >= least && number <= Most ? number
            : throw new UsageException($"{option.Name} – is '{text}' – a whole number from {least} to {Most}");
    }

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();
}
