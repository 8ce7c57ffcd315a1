using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads the scalar figures of a world against the catalogue.</summary>
internal static class ParameterRows
{
    public static List<Parameter> Read(InputTable table)
    {
        string[] known = [.. ParameterCatalogue.All.Select(d => d.Key)];
        HashSet<string> keys = new(known, StringComparer.Ordinal);
        KeyCheck check = new(table, "key");
        List<Parameter> parameters = new(known.Length);
        foreach (InputRow row in table.Rows)
        {
            string? key = row.Text("key");
            if (key is not null && !keys.Contains(key))
            {
                row.Fault("key", $"'{key}' is not a parameter", Choices.Allowed(key, known, "parameters"));
            }
            else if (check.Add(row, key) && ParameterCatalogue.Find(key!) is ParameterDefinition definition)
            {
                row.Label = key;
                parameters.Add(One(row, definition));
            }
        }

        check.Want(known, "every parameter of the catalogue");
        return parameters;
    }

    private static Parameter One(InputRow row, ParameterDefinition definition)
    {
        double? value = row.Number("value", definition.Min, definition.Max);
        double? low = row.OptionalNumber("low", definition.Min, definition.Max);
        double? high = row.OptionalNumber("high", definition.Min, definition.Max);
        if (low > high)
        {
            row.Fault("low", $"{low} is above the high end", $"{high} or less");
        }

        string? unit = row.Text("unit");
        if (unit is not null && unit != definition.Unit)
        {
            row.Fault("unit", $"is '{unit}'", $"'{definition.Unit}'");
        }

        string? provenance = row.OneOf("provenance", WorldTables.Provenances, "words");
        return new Parameter(definition.Key, value ?? 0, low, high, definition.Unit, provenance ?? "", row.Text("source") ?? "");
    }
}
