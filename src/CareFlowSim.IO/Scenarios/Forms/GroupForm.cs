using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A group of known keys that makes one record of the scenario.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="allowed">What is allowed, for faults.</param>
/// <param name="keys">The keys, in the order in which they are documented and written.</param>
/// <param name="build">Makes the record from the values read.</param>
internal sealed class GroupForm<T>(string allowed, IReadOnlyList<Key<T>> keys, Func<Values, T> build) : Form<T>
{
    private readonly Dictionary<string, Key<T>> _byName = keys.ToDictionary(k => k.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Allowed => allowed;

    /// <inheritdoc/>
    public override string Kind => "group";

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => keys;

    /// <inheritdoc/>
    public override T Fallback => build(new Values());

    /// <summary>The keys, each for the record it belongs to.</summary>
    public IReadOnlyList<Key<T>> Own => keys;

    /// <summary>Makes the record from the values read.</summary>
    public T Build(Values values) => build(values);

    /// <inheritdoc/>
    public override T Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not MapNode map)
        {
            return Refuse(path, node, faults);
        }

        Values values = new();
        foreach (MapEntry entry in map.Entries)
        {
            string inner = SourcePositions.Join(path, entry.Name);
            if (_byName.TryGetValue(entry.Name, out Key<T>? key))
            {
                key.Read(inner, entry.Value, values, faults);
            }
            else
            {
                faults.Add(
                    inner, entry.Line, entry.Column, "is not a key here",
                    Choice(entry.Name, _byName.Keys, "the keys here are " + string.Join(", ", _byName.Keys)));
            }
        }

        foreach (Key<T> key in keys.Where(k => k.Required && !map.Entries.Any(e => e.Name == k.Name)))
        {
            faults.Add(SourcePositions.Join(path, key.Name), node, "is missing", key.Form.Allowed);
        }

        return build(values);
    }

    /// <inheritdoc/>
    public override JsonObject Write(T value)
    {
        JsonObject written = [];
        foreach (Key<T> key in keys)
        {
            if (key.Write(value) is { } node)
            {
                written[key.Name] = node;
            }
        }

        return written;
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject properties = [];
        foreach (Key<T> key in keys)
        {
            properties[key.Name] = key.Schema();
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (keys.Any(k => k.Required))
        {
            schema["required"] = new JsonArray([.. keys.Where(k => k.Required).Select(k => JsonValue.Create(k.Name))]);
        }

        return schema;
    }
}
