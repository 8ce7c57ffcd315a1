using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>What is believed of one parameter or lever, as it stands in a table of priors.</summary>
/// <param name="Prior">The prior; its name is the key of a parameter, or <c>policies[].</c> and the path of a lever.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Provenance"><c>read</c>, <c>recalled</c>, <c>judgement</c>, <c>estimate</c> or <c>calibrated</c>; the last two are no evidence.</param>
/// <param name="Source">Publication or reasoning behind the range.</param>
public sealed record PriorEntry(Prior Prior, string Unit, string Provenance, string Source)
{
    /// <summary>Whether the prior is of a lever rather than of a parameter.</summary>
    public bool IsLever => Prior.Name.StartsWith("policies[", StringComparison.Ordinal);
}

/// <summary>Reads priors.csv of a world: which inputs are drawn when parameters are uncertain, and from what.</summary>
public static class PriorTable
{
    /// <summary>Name of the file in the folder of a world.</summary>
    public static string File => WorldTables.Priors.File;

    private const double AlmostNever = 1e-6;

    private static readonly Dictionary<string, PriorShape> Shapes = new(StringComparer.Ordinal)
    {
        ["uniform"] = PriorShape.Uniform,
        ["triangular"] = PriorShape.Triangular,
        ["pert"] = PriorShape.Pert,
        ["normal"] = PriorShape.Normal,
        ["lognormal"] = PriorShape.LogNormal,
        ["logit-normal"] = PriorShape.LogitNormal,
        ["beta"] = PriorShape.Beta,
    };

    /// <summary>The shapes by their words.</summary>
    internal static IEnumerable<(string Word, PriorShape Value)> ShapeWords => Shapes.Select(s => (s.Key, s.Value));

    /// <summary>Reads the table.</summary>
    /// <param name="folder">Folder of the world.</param>
    /// <param name="world">The world: a central value left empty is that of its parameter.</param>
    /// <exception cref="InputException">Something in the table is wrong; carries all faults.</exception>
    public static IReadOnlyList<PriorEntry> Read(string folder, World world)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(world);
        List<Fault> faults = [];
        InputTable table = InputTable.Read(folder, WorldTables.Priors, faults);
        string[] known = [.. ParameterCatalogue.All.Select(d => d.Key), .. ScenarioPath.OfPolicies];
        HashSet<string> keys = new(known, StringComparer.Ordinal);
        KeyCheck check = new(table, "key");
        List<PriorEntry> entries = [];
        foreach (InputRow row in table.Rows)
        {
            string? key = row.Text("key");
            if (key is not null && !keys.Contains(key))
            {
                row.Fault("key", $"'{key}' is neither a parameter nor a number of policies[]", Choices.Allowed(key, known, "parameters and levers"));
            }
            else if (check.Add(row, key))
            {
                row.Label = key;
                entries.Add(One(row, key!, world));
            }
        }

        return faults.Count > 0 ? throw new InputException([.. faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]) : entries;
    }

    /// <summary>
    /// The inputs to draw for a scenario. What the scenario pins is left alone: a parameter that it sets itself, and a lever in policies that set it to anything
    /// but the central value; a lever that no policy sets at its central value is not drawn.
    /// </summary>
    public static IReadOnlyList<UncertainInput> For(IReadOnlyList<PriorEntry> entries, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(scenario);
        return
        [
            .. entries
                .Where(e => e.IsLever ? ScenarioPath.ValuesAt(scenario, e.Prior.Name).Contains(e.Prior.Central) : !scenario.ParameterChanges.ContainsKey(e.Prior.Name))
                .Select(e => new UncertainInput(e.Prior, e.Unit, e.Provenance, e.Source, SetterOf(e))),
        ];
    }

    /// <summary>A scenario with a number put in a place, such as <c>parameters.response.averted_share</c> or <c>policies[NAME].workforce.home_care</c>.</summary>
    /// <exception cref="ScenarioException">The place or the number is not allowed.</exception>
    public static Scenario Set(Scenario scenario, string path, double value)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioPath.Set(scenario, path, value);
    }

    private static Func<Scenario, double, Scenario> SetterOf(PriorEntry entry) => entry.IsLever
        ? (s, v) => ScenarioPath.Replace(s, entry.Prior.Name, entry.Prior.Central, v)
        : (s, v) => ScenarioPath.Set(s, "parameters." + entry.Prior.Name, v);

    private static PriorEntry One(InputRow row, string key, World world)
    {
        bool lever = key.StartsWith("policies[", StringComparison.Ordinal);
        ParameterDefinition? definition = ParameterCatalogue.Find(key);
        string? shape = row.OneOf("shape", Shapes.Keys, "shapes");
        double? central = row.OptionalNumber("central", double.NegativeInfinity);
        if (central is null && lever)
        {
            row.Fault("central", "is empty", "a value: a lever has none in the world");
        }

        double? low = row.Number("low", double.NegativeInfinity);
        double? high = row.Number("high", double.NegativeInfinity);
        double? coverage = row.OptionalNumber("coverage", 0, 1);
        string unit = row.Text("unit") ?? "";
        string wanted = definition?.Unit ?? ScenarioPath.FormOf(key)?.Unit ?? unit;
        if (unit != wanted)
        {
            row.Fault("unit", $"is '{unit}'", $"'{wanted}'");
        }

        string provenance = row.OneOf("provenance", WorldTables.Provenances, "words") ?? "";
        string source = row.Text("source") ?? "";
        Prior prior = new(key, shape is null ? PriorShape.Fixed : Shapes[shape], central ?? (definition is null ? 0 : world.Parameters[key]), low ?? 0, high ?? 0, coverage ?? 0.95);
        if (shape is not null && low is not null && high is not null && (central is not null || !lever))
        {
            foreach (string fault in prior.Faults())
            {
                row.Fault("low", fault.StartsWith(key + ": ", StringComparison.Ordinal) ? fault[(key.Length + 2)..] : fault, "three figures that fit the shape");
            }

            (double min, double max) = definition is null ? ScenarioPath.FormOf(key)!.Ends : (definition.Min, definition.Max);
            if (prior.Faults().Count == 0 && (prior.Quantile(AlmostNever) < min || prior.Quantile(1 - AlmostNever) > max))
            {
                row.Fault("shape", $"reaches beyond what is possible ({min} to {max})", "a narrower range, or a shape with ends");
            }
        }

        return new PriorEntry(prior, unit, provenance, source);
    }
}
