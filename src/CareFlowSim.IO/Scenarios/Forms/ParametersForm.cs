using System.Text.Json.Nodes;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Other values for parameters of the world, by their keys in <see cref="ParameterCatalogue"/>.</summary>
internal sealed class ParametersForm : Form<IReadOnlyDictionary<string, double>>
{
    private ParametersForm()
    {
    }

    /// <summary>The only form of parameter changes.</summary>
    public static ParametersForm ByKey { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "a group of parameter keys with numbers, such as { demand.growth_per_year: 0.01 }";

    /// <inheritdoc/>
    public override string Kind => "group of numbers";

    /// <inheritdoc/>
    public override string Range => "by parameter, see the table of parameters";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Fallback => new Dictionary<string, double>();

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not MapNode map)
        {
            return Refuse(path, node, faults);
        }

        Dictionary<string, double> changes = new(StringComparer.Ordinal);
        foreach (MapEntry entry in map.Entries)
        {
            string inner = SourcePositions.Join(path, entry.Name);
            if (ParameterCatalogue.Contains(entry.Name))
            {
                changes[entry.Name] = NumberForm.Like(entry.Name).Read(inner, entry.Value, faults);
            }
            else
            {
                faults.Add(
                    inner, entry.Line, entry.Column, "is not a parameter of the model",
                    Choice(entry.Name, [.. ParameterCatalogue.All.Select(d => d.Key)], "the parameters are listed in scenarios/README.md"));
            }
        }

        return changes;
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyDictionary<string, double> value) =>
        new JsonObject(value.OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => KeyValuePair.Create(v.Key, (JsonNode?)JsonValue.Create(v.Value))));

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject properties = [];
        foreach (ParameterDefinition d in ParameterCatalogue.All)
        {
            JsonObject schema = NumberForm.Like(d.Key).Schema();
            schema["description"] = $"{d.Meaning} Unit: {d.Unit}.";
            properties[d.Key] = schema;
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }
}
