using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>
/// Options that replace values of the scenario file. They are read by the reader of scenario files itself, so that the same values are
/// right and the same words say what is wrong.
/// </summary>
internal sealed partial class Overrides
{
    private const int MostThreads = 1024;

    private readonly Option<string[]> _areas = new("--areas")
    {
        Description = "Areas by name or official code, separated by commas or one by one, or 'all'.",
        HelpName = "a,b",
    };

    private readonly Option<string> _sample = new("--sample", "--people-per-agent")
    {
        Description = "People per simulated person: 1:10, or 10, simulates one in ten, with capacities scaled down alike.",
        HelpName = "1:N",
    };

    private readonly Option<string> _replications = new("--replications")
    {
        Description = "Independent replications, each with its own luck, the same in every arm.",
        HelpName = "N",
    };

    private readonly Option<string[]> _precision = new("--precision")
    {
        Description = "Replications until the interval of a measure is narrow enough, instead of a fixed number: beds_freed=5% of the mean, beds_freed=0.5 in its unit; pathways mean-wait@ward=5%. May be given several times.",
        HelpName = "M=WIDTH",
    };

    private readonly Option<string> _atMost = new("--at-most")
    {
        Description = "With --precision: the most replications.",
        HelpName = "N",
    };

    private readonly Option<string> _seed = new("--seed")
    {
        Description = "Seed of all random numbers.",
        HelpName = "S",
    };

    private readonly Option<string> _threads = new("--threads")
    {
        Description = "Worker threads; the answer does not depend on them. Left out: one per processor.",
        HelpName = "T",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, bool areas, bool sample = true, bool precision = false)
    {
        if (areas)
        {
            command.Add(_areas);
        }

        if (sample)
        {
            command.Add(_sample);
        }

        command.Add(_replications);
        if (precision)
        {
            command.Add(_precision);
            command.Add(_atMost);
        }

        command.Add(_seed);
        command.Add(_threads);
    }

    /// <summary>Adds the option for threads alone.</summary>
    public void AddThreadsTo(Command command) => command.Add(_threads);

    /// <summary>The scenario with the values of the options in the place of its own.</summary>
    /// <exception cref="UsageException">An option's value is not allowed; carries all faults.</exception>
    public Scenario Apply(Scenario scenario, World world, ParseResult parsed)
    {
        (string Code, string Name)[] known = [.. world.Areas.Select(a => (a.Code, a.Name))];
        List<(string Key, string Yaml)> given = [];
        if (Given(parsed, _areas) is { } areas)
        {
            string[] names = [.. areas.SelectMany(a => Names(a, known))];
            given.Add(("areas", names is ["all"] ? "all" : $"[{string.Join(", ", names.Select(n => Quoted(n)))}]"));
        }

        if (Given(parsed, _sample) is { } sample)
        {
            given.Add(("sample", Quoted(sample.Length > 0 && sample.All(char.IsAsciiDigit) ? "1:" + sample : sample)));
        }

        Add(_replications, "replications");
        if (Precision(parsed) is { } goals)
        {
            given.Add(("precision", goals));
        }

        Add(_seed, "seed");
        List<string> faults = [];
        Scenario read = scenario;
        try
        {
            read = ScenarioReader.Read(new StringReader(Document(given)), "options", known);
        }
        catch (ScenarioException e)
        {
            faults.AddRange(e.Faults.Select(f => $"--{f.Where.Split('[')[0]} – {f.Wrong} – {f.Allowed}"));
        }

        try
        {
            _ = Threads(parsed);
        }
        catch (UsageException e)
        {
            faults.AddRange(e.Faults);
        }

        if (faults.Count > 0)
        {
            throw new UsageException(faults);
        }

        bool Has(string key) => given.Exists(g => g.Key == key);
        return scenario with
        {
            Areas = Has("areas") ? read.Areas : scenario.Areas,
            PeoplePerAgent = Has("sample") ? read.PeoplePerAgent : scenario.PeoplePerAgent,
            Replications = Has("replications") ? read.Replications : scenario.Replications,

            // A number of replications asked for here is that number, whatever precision the file wants.
            Precision = Has("precision") ? read.Precision : Has("replications") ? [] : scenario.Precision,
            Seed = Has("seed") ? read.Seed : scenario.Seed,
        };

        void Add(Option<string> option, string key)
        {
            if (Given(parsed, option) is { } text)
            {
                given.Add((key, NumberLike().IsMatch(text) ? text : Quoted(text)));
            }
        }
    }

    /// <summary>Replications and seed, where given, as settings of a pathway file.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="replications">Path of the number of replications.</param>
    public IReadOnlyList<ScenarioSetting> Settings(ParseResult parsed, string replications) =>
    [
        .. Precision(parsed) is { } goals ? [new ScenarioSetting(_precision.Name, "precision", goals)] : Array.Empty<ScenarioSetting>(),
        .. ((Option<string>, string)[])[(_replications, replications), (_seed, "seed")] is var options
            ? options.Where(o => Given(parsed, o.Item1) is not null).Select(o => (o.Item1, o.Item2, Text: Given(parsed, o.Item1)!))
                .Select(o => new ScenarioSetting($"{o.Item1.Name} {o.Text}", o.Item2, NumberLike().IsMatch(o.Text) ? o.Text : Quoted(o.Text)))
            : [],
    ];

    /// <summary>The options that were given and mean nothing for a pathway.</summary>
    public IEnumerable<string> OnlyForPeople(ParseResult parsed) =>
        new Option[] { _areas, _sample }.Where(o => parsed.GetResult(o) is { Implicit: false }).Select(o => o.Name);

    /// <summary>Number of worker threads.</summary>
    /// <exception cref="UsageException">It is not allowed.</exception>
    public int Threads(ParseResult parsed)
    {
        string? text = Given(parsed, _threads);
        return text is null ? Environment.ProcessorCount
            : NumberLike().IsMatch(text) && int.TryParse(text, out int threads) && threads is >= 1 and <= MostThreads ? threads
            : throw new UsageException($"--threads – is '{text}' – a whole number from 1 to {MostThreads}");
    }

    /// <summary>The most replications; null where it was not said.</summary>
    /// <exception cref="UsageException">It is not allowed.</exception>
    public int? AtMost(ParseResult parsed) =>
        Given(parsed, _atMost) is not { } text ? null
        : NumberLike().IsMatch(text) && int.TryParse(text, out int most) && most is >= 3 and <= 100_000 ? most
        : throw new UsageException($"{_atMost.Name} – is '{text}' – a whole number from 3 to 100000");

    /// <summary>Sees that not two rules decide how many replications are run.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="selecting">Whether the choice of the best decides.</param>
    /// <exception cref="UsageException">They do.</exception>
    public void RequireOneRule(ParseResult parsed, bool selecting)
    {
        string[] rules = [.. new Option[] { _replications, _precision }.Where(o => parsed.GetResult(o) is { Implicit: false }).Select(o => o.Name), .. selecting ? ["--select"] : Array.Empty<string>()];
        if (rules.Length > 1)
        {
            throw new UsageException($"{rules[^1]} – is given with {rules[0]} – one of the two");
        }

        if (Given(parsed, _atMost) is not null && (rules.Length == 0 || rules[0] == _replications.Name))
        {
            throw new UsageException($"{_atMost.Name} – is given without {_precision.Name} or --select – one of them beside it");
        }
    }

    /// <summary>The goals of precision as they would stand in a file, or null.</summary>
    /// <exception cref="UsageException">An option cannot be read.</exception>
    private string? Precision(ParseResult parsed)
    {
        string? most = Given(parsed, _atMost);
        if (Given(parsed, _precision) is not { } goals)
        {
            return null;
        }

        string[] faults = [.. goals.Where(g => !GoalLike().IsMatch(g)).Select(g => $"{_precision.Name} – is '{g}' – MEASURE=WIDTH, such as beds_freed=5% or beds_freed=0.5, of a pathway MEASURE@PLACE=WIDTH")];
        return faults.Length > 0 ? throw new UsageException(faults) : $"[{string.Join(", ", goals.Select(g => Goal(GoalLike().Match(g), most)))}]";
    }

    private static string Goal(Match goal, string? most)
    {
        bool relative = goal.Groups[4].Success;
        double width = double.Parse(goal.Groups[3].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) / (relative ? 100 : 1);
        return $"{{ measure: {Quoted(goal.Groups[1].Value)}"
            + (goal.Groups[2].Success ? $", place: {Quoted(goal.Groups[2].Value)}" : "")
            + string.Create(CultureInfo.InvariantCulture, $", half_width: {width:0.################}, relative: {(relative ? "true" : "false")}")
            + (most is null ? "" : $", at_most: {(NumberLike().IsMatch(most) ? most : Quoted(most))}") + " }";
    }

    private static T? Given<T>(ParseResult parsed, Option<T> option)
        where T : class => parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : null;

    /// <summary>Some areas have a comma in their name, so a whole name comes before a list.</summary>
    private static string[] Names(string text, (string Code, string Name)[] known) =>
        known.Any(k => k.Name == text) ? [text] : [.. text.Split(',').Select(t => t.Trim())];

    private static string Document(IEnumerable<(string Key, string Yaml)> given)
    {
        StringBuilder text = new("careflow: 1\nname: options\ntitle: options\nworld: options\nperiod: { start: 2015-04-01, days: 1, warm_up_days: 0 }\n");
        foreach ((string key, string yaml) in given)
        {
            text.Append(key).Append(": ").Append(yaml).Append('\n');
        }

        return text.ToString();
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    [GeneratedRegex(@"^([^=@]+)(?:@([^=]+))?=([0-9]+(?:\.[0-9]+)?)(%)?$")]
    private static partial Regex GoalLike();

    [GeneratedRegex(@"^[-+]?[0-9][-+.0-9eE]*$")]
    private static partial Regex NumberLike();
}
