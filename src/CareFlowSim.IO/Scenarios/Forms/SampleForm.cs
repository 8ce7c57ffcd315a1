using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CareFlowSim.IO;

/// <summary>How many people one simulated person stands for, written 1:N.</summary>
internal sealed partial class SampleForm : Form<int>
{
    private const string Pattern = "^1:([1-9][0-9]{0,2}|1000)$";

    private SampleForm()
    {
    }

    /// <summary>The only sample form.</summary>
    public static SampleForm OneTo { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "1:1, 1:10 and so on, from 1:1 to 1:1000";

    /// <inheritdoc/>
    public override string Kind => "1:N";

    /// <inheritdoc/>
    public override string Unit => "people per simulated person";

    /// <inheritdoc/>
    public override string Range => "from 1:1 to 1:1000";

    /// <inheritdoc/>
    public override int Fallback => 1;

    /// <inheritdoc/>
    public override int Read(string path, SourceNode node, FaultList faults) =>
        node is ScalarNode { Kind: ScalarKind.Text } scalar && SampleRegex().Match(scalar.Text) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : Refuse(path, node, faults);

    /// <inheritdoc/>
    public override JsonNode Write(int value) => JsonValue.Create(FormattableString.Invariant($"1:{value}"));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    [GeneratedRegex(Pattern)]
    private static partial Regex SampleRegex();
}
