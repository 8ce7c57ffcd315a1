using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>One figure as <c>--json</c> prints it.</summary>
/// <param name="Measure">Name of what was measured.</param>
/// <param name="Of">Whose figure it is: policy, place, lever and the like, by name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end of its interval; not a number where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Interval">What the interval holds; empty where there is none.</param>
/// <param name="N">How many replications, draws or runs it comes from.</param>
public sealed record ScriptFigure(string Measure, IReadOnlyList<(string Key, string Name)> Of, string Unit, double Value, double Low, double High, string Interval, int N)
{
    /// <summary>What an interval over replications holds.</summary>
    public const string Chance = "95%, chance";

    /// <summary>What an interval over draws of the inputs holds.</summary>
    public const string ChanceAndParameters = "95%, chance and parameters";

    /// <summary>A figure with the interval of an estimate.</summary>
    public static ScriptFigure From(string measure, IReadOnlyList<(string Key, string Name)> of, string unit, Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return new ScriptFigure(measure, of, unit, estimate.Point, estimate.Low, estimate.High, double.IsNaN(estimate.Low) ? "" : Chance, estimate.Replications);
    }

    /// <summary>A figure without an interval.</summary>
    public static ScriptFigure Alone(string measure, IReadOnlyList<(string Key, string Name)> of, string unit, double value, int n) => new(measure, of, unit, value, double.NaN, double.NaN, "", n);

    internal JsonObject Json() => new()
    {
        ["measure"] = Measure,
        ["of"] = new JsonObject(Of.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)JsonValue.Create(o.Name)))),
        ["unit"] = Unit,
        ["value"] = Number(Value),
        ["low"] = Number(Low),
        ["high"] = Number(High),
        ["interval"] = Interval,
        ["n"] = N,
    };

    internal static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}

/// <summary>What <c>--json</c> prints, the same shape for every command; results/README.md describes it.</summary>
public static class ScriptJson
{
    /// <summary>Version of the shape: raised when a key changes its meaning or goes away, not when one is added.</summary>
    public const int Format = 1;

    /// <summary>The document.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="title">The question.</param>
    /// <param name="facts">Seed, replications and the like.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="files">Paths of the files written.</param>
    /// <param name="more">Further keys of this command.</param>
    public static string Of(
        string command, string version, string title, JsonObject facts, IEnumerable<ScriptFigure> figures, IEnumerable<string> files, params IEnumerable<(string Key, JsonNode? Value)> more)
    {
        ArgumentNullException.ThrowIfNull(facts);
        JsonObject document = new()
        {
            ["careflow"] = Format,
            ["version"] = version,
            ["command"] = command,
            ["title"] = title,
            ["facts"] = facts.DeepClone(),
            ["figures"] = new JsonArray([.. figures.Select(f => f.Json())]),
            ["files"] = new JsonArray([.. files.Select(f => JsonValue.Create(f))]),
        };
        foreach ((string key, JsonNode? value) in more)
        {
            document[key] = value?.DeepClone();
        }

        return document.ToJsonString(ScenarioWriter.Readable);
    }
}
