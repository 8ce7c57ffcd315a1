using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>Names with a number each, such as <c>{ rehabilitation: 0.3, home: 0.7 }</c>; a single name alone stands for that name with 1.</summary>
/// <typeparam name="T">A name with its number.</typeparam>
/// <param name="allowed">What is allowed, for faults.</param>
/// <param name="number">What the numbers may be.</param>
/// <param name="make">Makes one from name and number.</param>
/// <param name="part">Name and number of one.</param>
internal sealed class SharesForm<T>(string allowed, NumberForm number, Func<string, double, T> make, Func<T, (string Name, double Number)> part) : Form<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override string Allowed => allowed;

    /// <inheritdoc/>
    public override string Kind => "names with numbers";

    /// <inheritdoc/>
    public override string Unit => number.Unit;

    /// <inheritdoc/>
    public override string Range => number.Range + " each";

    /// <inheritdoc/>
    public override IReadOnlyList<T> Fallback => [];

    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(string path, SourceNode node, FaultList faults)
    {
        if (node is ScalarNode { Kind: ScalarKind.Text } && TextForm.Label.Read(path, node, faults) is { Length: > 0 } only)
        {
            return [make(only, 1)];
        }

        if (node is not MapNode map)
        {
            return Refuse(path, node, faults);
        }

        if (map.Entries.Count == 0)
        {
            faults.Add(path, node, "names nothing", Allowed);
        }

        return [.. map.Entries.Select(e => make(e.Name, number.Read(SourcePositions.Join(path, e.Name), e.Value, faults)))];
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<T> value) =>
        new JsonObject(value.Select(part).Select(p => KeyValuePair.Create(p.Name, (JsonNode?)JsonValue.Create(p.Number))));

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            TextForm.Label.Schema(),
            new JsonObject { ["type"] = "object", ["additionalProperties"] = number.Schema(), ["minProperties"] = 1 }),
    };
}
