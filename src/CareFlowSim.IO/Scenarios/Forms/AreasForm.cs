using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>The word <c>all</c>, or a list of areas by name or code. Whether the areas exist is for the world to say.</summary>
internal sealed class AreasForm : Form<IReadOnlyList<string>>
{
    private const string All = "all";

    private AreasForm()
    {
    }

    /// <summary>The only form of areas.</summary>
    public static AreasForm AllOrSome { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "all, or a list of area names or codes such as [Wirral, E08000001]";

    /// <inheritdoc/>
    public override string Kind => "all or list of names";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fallback => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Read(string path, SourceNode node, FaultList faults)
    {
        if (node is ScalarNode { Kind: ScalarKind.Text, Text: All })
        {
            return [];
        }

        if (node is not ListNode list)
        {
            return Refuse(path, node, faults);
        }

        if (list.Items.Count == 0)
        {
            faults.Add(path, node, "is an empty list", Allowed);
        }

        return [.. list.Items.Select((item, i) => TextForm.Line.Read(SourcePositions.Join(path, i), item, faults))];
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<string> value) =>
        value.Count == 0 ? JsonValue.Create(All) : new JsonArray([.. value.Select(v => JsonValue.Create(v))]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["const"] = All },
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = TextForm.Line.Schema(),
                ["minItems"] = 1,
                ["uniqueItems"] = true,
            }),
    };
}
