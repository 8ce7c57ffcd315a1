using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>One word of a few.</summary>
/// <typeparam name="T">What is behind the words.</typeparam>
internal sealed class ChoiceForm<T>(params (string Word, T Value)[] choices) : Form<T>
    where T : notnull
{
    /// <inheritdoc/>
    public override string Allowed => Range;

    /// <inheritdoc/>
    public override string Kind => "choice";

    /// <inheritdoc/>
    public override string Range => string.Join(" or ", choices.Select(c => c.Word));

    /// <inheritdoc/>
    public override T Fallback => choices[0].Value;

    /// <inheritdoc/>
    public override T Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            return Refuse(path, node, faults);
        }

        foreach ((string word, T value) in choices)
        {
            if (word == scalar.Text)
            {
                return value;
            }
        }

        faults.Add(path, node, node.Description, choices.Length == 1 ? Allowed : Choice(scalar.Text, [.. choices.Select(c => c.Word)], Allowed));
        return Fallback;
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) => JsonValue.Create(choices.First(c => c.Value.Equals(value)).Word);

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. choices.Select(c => JsonValue.Create(c.Word))]) };
}
