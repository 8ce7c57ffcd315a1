using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A group of keys of which some exclude or need others.</summary>
/// <typeparam name="T">What the group makes.</typeparam>
/// <param name="group">The group.</param>
/// <param name="check">Notes what is wrong between its keys.</param>
internal sealed class CheckedForm<T>(GroupForm<T> group, Action<string, MapNode, FaultList> check) : Form<T>
{
    /// <inheritdoc/>
    public override string Allowed => group.Allowed;

    /// <inheritdoc/>
    public override string Kind => group.Kind;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => group.Keys;

    /// <inheritdoc/>
    public override T Fallback => group.Fallback;

    /// <inheritdoc/>
    public override T Read(string path, SourceNode node, FaultList faults)
    {
        T value = group.Read(path, node, faults);
        if (node is MapNode map)
        {
            check(path, map, faults);
        }

        return value;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(T value) => group.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => group.Schema();
}
