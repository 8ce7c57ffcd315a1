using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>One value, or a list of them.</summary>
/// <typeparam name="T">Type of one value.</typeparam>
internal sealed class OneOrMoreForm<T>(Form<T> item) : Form<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override string Allowed => item.Allowed + ", or a list of them";

    /// <inheritdoc/>
    public override string Kind => "group or list";

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => item.Keys;

    /// <inheritdoc/>
    public override IReadOnlyList<T> Fallback => [];

    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(string path, SourceNode node, FaultList faults) => node switch
    {
        ListNode { Items.Count: > 0 } list => [.. list.Items.Select((n, i) => item.Read(SourcePositions.Join(path, i), n, faults))],
        MapNode => [item.Read(path, node, faults)],
        _ => Refuse(path, node, faults),
    };

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.Write)]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(item.Schema(), new JsonObject { ["type"] = "array", ["items"] = item.Schema(), ["minItems"] = 1 }),
    };
}
