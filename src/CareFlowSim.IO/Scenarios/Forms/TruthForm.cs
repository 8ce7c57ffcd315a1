using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>True or false.</summary>
internal sealed class TruthForm : Form<bool>
{
    private TruthForm()
    {
    }

    /// <summary>The only form of a truth value.</summary>
    public static TruthForm TrueOrFalse { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "true or false";

    /// <inheritdoc/>
    public override string Kind => "truth value";

    /// <inheritdoc/>
    public override string Range => Allowed;

    /// <inheritdoc/>
    public override bool Fallback => false;

    /// <inheritdoc/>
    public override bool Read(string path, SourceNode node, FaultList faults) =>
        node is ScalarNode { Kind: ScalarKind.Truth } scalar ? scalar.Text.Equals("true", StringComparison.OrdinalIgnoreCase) : Refuse(path, node, faults);

    /// <inheritdoc/>
    public override JsonNode Write(bool value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
