using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads claims.csv, the ledger of claims, and the scenarios beside it that represent them.</summary>
public static class ClaimTable
{
    /// <summary>Name of the file.</summary>
    public const string File = "claims.csv";

    private static readonly TableShape Shape = new(
        File, "id", "kind", "claim", "period", "value", "unit", "scenario", "policy", "measure", "factor", "conversion", "lever", "lever_low", "lever_high", "represented_by", "happened", "source");

    private static readonly string[] OfNumbers = ["value", "unit", "scenario", "policy", "measure", "factor", "conversion", "lever", "lever_low", "lever_high"];

    private static readonly Dictionary<string, ClaimKind> Kinds = new(StringComparer.Ordinal)
    {
        ["number"] = ClaimKind.Number,
        ["mechanism"] = ClaimKind.Mechanism,
        ["not-modelled"] = ClaimKind.NotModelled,
    };

    /// <summary>Reads the table.</summary>
    /// <param name="folder">Folder of the table.</param>
    /// <param name="scenarios">Names of the scenarios in the folder.</param>
    /// <param name="read">Reads one of them.</param>
    /// <exception cref="InputException">Something in the table is wrong; carries all faults.</exception>
    public static IReadOnlyList<Claim> Read(string folder, IReadOnlyCollection<string> scenarios, Func<string, Scenario> read)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(read);
        if (!Directory.Exists(folder))
        {
            throw new InputException([new Fault(folder, 1, 1, "folder", "is missing", $"a folder with {File} and the scenarios that it names")]);
        }

        List<Fault> faults = [];
        InputTable table = InputTable.Read(folder, Shape, faults);
        KeyCheck check = new(table, "id", inOrder: true);
        List<Claim> claims = [];
        foreach (InputRow row in table.Rows)
        {
            string? id = row.Text("id");
            if (check.Add(row, id))
            {
                row.Label = id;
                claims.Add(One(row, id!, scenarios, read));
            }
        }

        return faults.Count > 0 ? throw new InputException([.. faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]) : claims;
    }

    private static Claim One(InputRow row, string id, IReadOnlyCollection<string> scenarios, Func<string, Scenario> read)
    {
        string? kind = row.OneOf("kind", Kinds.Keys, "kinds");
        ClaimTest? test = null;
        if (kind == "number")
        {
            test = Test(row, scenarios, read);
        }
        else if (kind is not null)
        {
            foreach (string column in OfNumbers.Where(c => row.OptionalText(c) is { Length: > 0 }))
            {
                row.Fault(column, "is filled in", $"nothing in a row of kind {kind}");
            }
        }

        string represented = row.Text("represented_by") ?? "";
        const string Not = "not modelled: ";
        if (kind is not null && represented.Length > 0 && represented.StartsWith(Not, StringComparison.Ordinal) != (kind == "not-modelled"))
        {
            row.Fault("represented_by", $"does not go with the kind {kind}", $"'{Not}' and the reason in rows of kind not-modelled, and only there");
        }

        return new Claim
        {
            Id = id,
            Kind = kind is null ? ClaimKind.NotModelled : Kinds[kind],
            Text = row.Text("claim") ?? "",
            Period = row.Text("period") ?? "",
            RepresentedBy = represented,
            Happened = row.Text("happened") ?? "",
            Source = row.Text("source") ?? "",
            Test = test,
        };
    }

    private static ClaimTest? Test(InputRow row, IReadOnlyCollection<string> scenarios, Func<string, Scenario> read)
    {
        double? value = row.Number("value", double.NegativeInfinity);
        if (value <= 0)
        {
            row.Fault("value", $"is {value}", "a number above 0: say what is good about it, such as fewer stays");
        }

        string? unit = row.Text("unit");
        string? name = row.OneOf("scenario", scenarios, "scenarios beside the table");
        Scenario? scenario = name is null ? null : read(name);
        string? policy = scenario is null ? row.Text("policy") : row.OneOf("policy", [.. scenario.Policies.Select(p => p.Name)], $"policies of {name}");
        string? measure = row.OneOf("measure", [.. PolicyMeasure.All.Select(m => m.Name)], "measures");
        double? factor = row.Number("factor", double.NegativeInfinity);
        string? conversion = row.Text("conversion");
        string? lever = row.Text("lever");
        double? low = row.Number("lever_low", double.NegativeInfinity);
        double? high = row.Number("lever_high", double.NegativeInfinity);
        if (low >= high)
        {
            row.Fault("lever_low", $"{low} is not below the high end", $"less than {high}");
        }

        NumberForm? form = lever is null ? null : ScenarioPath.FormOf(lever);
        if (lever is not null && form is null)
        {
            row.Fault("lever", $"'{lever}' is no number of a scenario", "parameters.KEY, or policies[NAME]. and a key that takes a number");
        }
        else if (scenario is not null && lever is not null)
        {
            foreach ((string column, double? end) in new[] { ("lever_low", low), ("lever_high", high) })
            {
                if (end is { } v)
                {
                    CheckEnd(row, column, scenario, lever, form!, v);
                }
            }
        }

        return value is null || unit is null || name is null || policy is null || measure is null || factor is null || conversion is null || form is null || low is null || high is null
            ? null
            : new ClaimTest(value.Value, unit, name, policy, PolicyMeasure.Find(measure)!, factor.Value, conversion, lever!, low.Value, high.Value, form.Unit);
    }

    private static void CheckEnd(InputRow row, string column, Scenario scenario, string lever, NumberForm form, double value)
    {
        if (value < form.Ends.Min || value > form.Ends.Max)
        {
            row.Fault(column, $"is {value}", form.Allowed);
            return;
        }

        try
        {
            ScenarioPath.Set(scenario, lever, value);
        }
        catch (ScenarioException e)
        {
            row.Fault(column, $"{value} does not go into the scenario: {e.Faults[0].Where} {e.Faults[0].Wrong}", e.Faults[0].Allowed);
        }
    }
}
