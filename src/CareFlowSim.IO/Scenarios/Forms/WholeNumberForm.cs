using System.Globalization;
using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A whole number within a range, written without point or exponent.</summary>
internal sealed class WholeNumberForm(string unit, long min, long max) : Form<long>
{
    /// <inheritdoc/>
    public override string Allowed => (min == max ? "the" : "a") + $" whole number {Range}" + (unit.Length == 0 ? "" : $" ({unit})");

    /// <inheritdoc/>
    public override string Kind => "whole number";

    /// <inheritdoc/>
    public override string Unit => unit;

    /// <inheritdoc/>
    public override string Range => min == max
        ? FormattableString.Invariant($"{min}")
        : FormattableString.Invariant($"from {min} to {max}");

    /// <inheritdoc/>
    public override long Fallback => min;

    /// <inheritdoc/>
    public override long Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Whole } scalar)
        {
            return Refuse(path, node, faults);
        }

        if (long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= min && value <= max)
        {
            return value;
        }

        faults.Add(path, node, "is " + scalar.Text, Allowed);
        return Fallback;
    }

    /// <inheritdoc/>
    public override JsonNode Write(long value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };
}
