using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>So many numbers in a row, one for each weekday or hour.</summary>
/// <param name="count">How many.</param>
/// <param name="what">What they are for, for faults: <c>Monday to Sunday</c>.</param>
internal sealed class FactorsForm(int count, string what) : Form<IReadOnlyList<double>>
{
    private static readonly NumberForm Factor = new("ratio", 0, 1_000);

    /// <inheritdoc/>
    public override string Allowed => $"a list of {count} numbers {Factor.Range}, for {what}";

    /// <inheritdoc/>
    public override string Kind => "list of numbers";

    /// <inheritdoc/>
    public override string Unit => "ratio";

    /// <inheritdoc/>
    public override string Range => $"{count} numbers {Factor.Range}";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Fallback => [];

    /// <inheritdoc/>
    public override IReadOnlyList<double> Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not ListNode list)
        {
            return Refuse(path, node, faults);
        }

        if (list.Items.Count != count)
        {
            faults.Add(path, node, $"holds {list.Items.Count} {(list.Items.Count == 1 ? "value" : "values")}", Allowed);
            return Fallback;
        }

        return [.. list.Items.Select((n, i) => Factor.Read(SourcePositions.Join(path, i), n, faults))];
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<double> value) => new JsonArray([.. value.Select(v => JsonValue.Create(v))]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = Factor.Schema(), ["minItems"] = count, ["maxItems"] = count };
}
