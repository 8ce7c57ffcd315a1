using System.Globalization;
using System.Text.Json.Nodes;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>A finite number within a range.</summary>
internal sealed class NumberForm(string unit, double min, double max, bool zeroAllowed = true) : Form<double>
{
    /// <summary>A share from 0 to 1.</summary>
    public static NumberForm Share { get; } = new("share", 0, 1);

    /// <inheritdoc/>
    public override string Allowed => $"a number {Range} ({unit})";

    /// <inheritdoc/>
    public override string Kind => "number";

    /// <inheritdoc/>
    public override string Unit => unit;

    /// <inheritdoc/>
    public override string Range => $"from {Show(min)} to {Show(max)}" + (zeroAllowed ? "" : " but not 0");

    /// <inheritdoc/>
    public override double Fallback => zeroAllowed ? min : max;

    /// <summary>Smallest and largest value.</summary>
    public (double Min, double Max) Ends => (min, max);

    /// <summary>The range of a parameter of the world, for a lever that takes its place.</summary>
    public static NumberForm Like(string parameter)
    {
        ParameterDefinition definition = ParameterCatalogue.Find(parameter)
            ?? throw new ArgumentException($"unknown parameter '{parameter}'", nameof(parameter));
        return new NumberForm(definition.Unit, definition.Min, definition.Max);
    }

    /// <inheritdoc/>
    public override double Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Whole or ScalarKind.Number } scalar)
        {
            return Refuse(path, node, faults);
        }

        double value = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (value >= min && value <= max && (zeroAllowed || value != 0))
        {
            return value;
        }

        faults.Add(path, node, "is " + scalar.Text, Allowed);
        return Fallback;
    }

    /// <inheritdoc/>
    public override JsonNode Write(double value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject schema = new() { ["type"] = "number", ["minimum"] = min, ["maximum"] = max };
        if (!zeroAllowed)
        {
            schema["not"] = new JsonObject { ["const"] = 0 };
        }

        return schema;
    }
}
