using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A list of values of one form; may be empty.</summary>
/// <typeparam name="T">Type of one value.</typeparam>
internal sealed class ListForm<T>(string allowed, Form<T> item) : Form<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override string Allowed => allowed;

    /// <inheritdoc/>
    public override string Kind => "list";

    /// <inheritdoc/>
    public override IReadOnlyList<T> Fallback => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => item.Keys;

    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(string path, SourceNode node, FaultList faults) =>
        node is ListNode list
            ? [.. list.Items.Select((n, i) => item.Read(SourcePositions.Join(path, i), n, faults))]
            : Refuse(path, node, faults);

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.Write)]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = item.Schema() };
}
