using System.CommandLine;
using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>What an option must do to be the best: the options of choosing and of laying options side by side.</summary>
internal sealed class SelectOptions
{
    private readonly Option<string> _select = new("--select")
    {
        Description = "Run until the best policy by this measure is known, on common random numbers (Kim and Nelson 2001), instead of a fixed number of replications.",
        HelpName = "MEASURE",
    };

    private readonly Option<string> _indifference = new("--indifference")
    {
        Description = "With --select: difference that is worth telling apart, in the measure's unit, or in pounds with --worth.",
        HelpName = "D",
    };

    private readonly Option<string> _probability = new("--probability")
    {
        Description = "With --select: probability of choosing the best, 0.95 left out.",
        HelpName = "P",
    };

    private readonly Option<string> _worth = new("--worth")
    {
        Description = "Pounds that one unit of the measure is worth: then the net benefit decides.",
        HelpName = "POUNDS",
    };

    private readonly Option<string[]> _prices = new("--price")
    {
        Description = "What a policy costs to run over the measured period, as POLICY=POUNDS; the model does not cost the policy itself. May be given several times.",
        HelpName = "P=POUNDS",
    };

    /// <summary>Adds the options of choosing to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_select);
        command.Add(_indifference);
        command.Add(_probability);
        AddWorthTo(command);
    }

    /// <summary>Adds the options of money to a command.</summary>
    public void AddWorthTo(Command command)
    {
        command.Add(_worth);
        command.Add(_prices);
    }

    /// <summary>The options that were given and mean nothing without a choice.</summary>
    public IEnumerable<string> Given(ParseResult parsed) =>
        new Option[] { _select, _indifference, _probability, _worth, _prices }.Where(o => parsed.GetResult(o) is { Implicit: false }).Select(o => o.Name);

    /// <summary>The question asked; null when none is.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="atMost">The most replications; null takes the usual.</param>
    /// <exception cref="UsageException">An option is wrong; carries all faults.</exception>
    public SelectionQuestion? Question(ParseResult parsed, Scenario scenario, int? atMost)
    {
        if (parsed.GetValue(_select) is not { } name)
        {
            string[] idle = [.. Given(parsed)];
            return idle.Length == 0 ? null : throw new UsageException([.. idle.Select(o => $"{o} – is given without {_select.Name} – {_select.Name} beside it")]);
        }

        List<string> faults = [];
        PolicyMeasure? measure = PolicyMeasure.Find(name);
        if (measure is null)
        {
            faults.Add($"{_select.Name} – '{name}' is unknown – one of {string.Join(", ", PolicyMeasure.All.Select(m => m.Name))}");
        }

        if (scenario.Policies.Count < 2)
        {
            faults.Add($"{_select.Name} – {scenario.Name} has {Show.Count(scenario.Policies.Count, "policy", "policies")} – two or more to choose from");
        }

        double probability = Number(parsed, _probability, 0.95, 1.0 / Math.Max(2, scenario.Policies.Count), 1, faults);
        double indifference = Number(parsed, _indifference, double.NaN, 0, double.PositiveInfinity, faults);
        if (double.IsNaN(indifference) && faults.Count == 0)
        {
            faults.Add($"{_indifference.Name} – is missing – the difference that is worth telling apart, in {measure!.Unit} or, with {_worth.Name}, in pounds");
        }

        double? worth = Worth(parsed, faults);
        Dictionary<string, double> prices = Prices(parsed, [.. scenario.Policies.Select(p => p.Name)], faults);
        return faults.Count > 0 ? throw new UsageException([.. faults]) : new SelectionQuestion
        {
            Measure = measure!,
            Indifference = indifference,
            Probability = probability,
            PoundsPerUnit = worth,
            Prices = prices,
            AtMost = atMost ?? 1_000,
        };
    }

    /// <summary>Pounds that a unit is worth; null where it was not said.</summary>
    public double? Worth(ParseResult parsed, List<string> faults) =>
        parsed.GetValue(_worth) is null ? null : Number(parsed, _worth, 0, -1e-300, double.PositiveInfinity, faults);

    /// <summary>Prices by policy.</summary>
    public Dictionary<string, double> Prices(ParseResult parsed, IReadOnlyList<string> policies, List<string> faults)
    {
        Dictionary<string, double> prices = [];
        foreach (string text in parsed.GetValue(_prices) ?? [])
        {
            int equals = text.LastIndexOf('=');
            string policy = equals > 0 ? text[..equals] : text;
            if (!policies.Contains(policy))
            {
                faults.Add($"{_prices.Name} – '{policy}' is no policy here – one of {string.Join(", ", policies)}, then = and pounds");
            }
            else if (!double.TryParse(text.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double pounds) || !double.IsFinite(pounds))
            {
                faults.Add($"{_prices.Name} – is '{text}' – pounds, a number");
            }
            else if (!prices.TryAdd(policy, pounds))
            {
                faults.Add($"{_prices.Name} – gives '{policy}' twice – each policy once");
            }
        }

        return prices;
    }

    private static double Number(ParseResult parsed, Option<string> option, double otherwise, double above, double below, List<string> faults)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return otherwise;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > above && number < below)
        {
            return number;
        }

        faults.Add($"{option.Name} – is '{text}' – a number " + (double.IsInfinity(below) ? $"above {Math.Max(0, above):0.###}" : $"between {above:0.###} and {below:0.###}"));
        return otherwise;
    }
}
