using System.Globalization;
using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A value whose form another file decides: that of the scenario which it is put into.</summary>
internal sealed class AnyForm : Form<SourceNode>
{
    private readonly bool _single;

    private AnyForm(bool single) => _single = single;

    /// <summary>A number or a word.</summary>
    public static AnyForm Single { get; } = new(single: true);

    /// <summary>Anything.</summary>
    public static AnyForm Whole { get; } = new(single: false);

    /// <inheritdoc/>
    public override string Allowed => _single ? "a number or a word that the input may have" : "a value that the key may have";

    /// <inheritdoc/>
    public override string Kind => _single ? "number or word" : "any";

    /// <inheritdoc/>
    public override SourceNode Fallback => new ScalarNode(1, 1, "", ScalarKind.Faulty);

    /// <inheritdoc/>
    public override SourceNode Read(string path, SourceNode node, FaultList faults) =>
        node is ScalarNode { Kind: ScalarKind.Whole or ScalarKind.Number or ScalarKind.Text } || (!_single && node is not ScalarNode { Kind: ScalarKind.Nothing }) ? node : Refuse(path, node, faults);

    /// <inheritdoc/>
    public override JsonNode? Write(SourceNode value) => value switch
    {
        ScalarNode { Kind: ScalarKind.Whole } whole when long.TryParse(whole.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => JsonValue.Create(number),
        ScalarNode { Kind: ScalarKind.Whole or ScalarKind.Number } number => JsonValue.Create(double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        ScalarNode text => JsonValue.Create(text.Text),
        ListNode list => new JsonArray([.. list.Items.Select(Write)]),
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Name, Write(e.Value)))),
        _ => null,
    };

    /// <inheritdoc/>
    public override JsonObject Schema() => _single ? new() { ["type"] = new JsonArray("number", "string") } : [];
}

/// <summary>A group of values by names of the reader's own.</summary>
internal sealed class NamedForm(string allowed, AnyForm item) : Form<IReadOnlyList<MapEntry>>
{
    /// <inheritdoc/>
    public override string Allowed => allowed;

    /// <inheritdoc/>
    public override string Kind => "group by name";

    /// <inheritdoc/>
    public override IReadOnlyList<MapEntry> Fallback => [];

    /// <inheritdoc/>
    public override IReadOnlyList<MapEntry> Read(string path, SourceNode node, FaultList faults) =>
        node is MapNode map
            ? [.. map.Entries.Select(e => e with { Value = item.Read(SourcePositions.Join(path, e.Name), e.Value, faults) })]
            : Refuse(path, node, faults);

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<MapEntry> value) => new JsonObject(value.Select(e => KeyValuePair.Create(e.Name, item.Write(e.Value))));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = item.Schema() };
}
