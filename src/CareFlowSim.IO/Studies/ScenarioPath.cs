using System.Text.Json.Nodes;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>
/// Puts one number into a scenario: <c>parameters.KEY</c>, <c>policies[NAME].workforce.crisis_response</c>, or with an empty <c>[]</c> every policy that
/// sets the key. The reader of scenario files judges the outcome, so what may not stand in a file may not be set here either.
/// </summary>
internal static class ScenarioPath
{
    private const string Parameters = "parameters.";
    private const string Policies = "policies[";

    /// <summary>The form of the number at a path whose policy has no name; null when there is none.</summary>
    public static NumberForm? FormOf(string path)
    {
        if (ParameterOf(path) is { } key)
        {
            return ParameterCatalogue.Contains(key) ? NumberForm.Like(key) : null;
        }

        if (Split(path) is not { } parts)
        {
            return null;
        }

        IReadOnlyList<Key> keys = PolicyKeys.Group.Keys;
        Form? form = null;
        foreach (string name in parts.Keys)
        {
            form = keys.FirstOrDefault(k => k.Name == name.Split('[')[0])?.Form;
            keys = form?.Keys ?? [];
        }

        return form as NumberForm;
    }

    /// <summary>Every path that a number of a policy may have, with an empty name.</summary>
    public static IReadOnlyList<string> OfPolicies { get; } = [.. Numbers("policies[]", PolicyKeys.Group.Keys)];

    /// <summary>The scenario with a number in its place.</summary>
    /// <exception cref="ScenarioException">The path or the number is not allowed.</exception>
    public static Scenario Set(Scenario scenario, string path, double value)
    {
        if (ParameterOf(path) is { } key)
        {
            Dictionary<string, double> changes = new(scenario.ParameterChanges, StringComparer.Ordinal) { [key] = value };
            return scenario with { ParameterChanges = changes };
        }

        JsonObject json = ScenarioKeys.Root.Write(scenario);
        (string policy, string[] keys) = Split(path) ?? throw Wrong(path, "is not a path", "parameters.KEY or policies[NAME].KEY");
        JsonNode[] found = [.. json["policies"]?.AsArray().Where(p => policy.Length == 0 ? At(p!, keys) is JsonValue : (string?)p!["name"] == policy).OfType<JsonNode>() ?? []];
        if (found.Length == 0)
        {
            throw Wrong(path, policy.Length == 0 ? "is set by no policy" : $"names the policy '{policy}', which is not there", string.Join(", ", scenario.Policies.Select(p => p.Name)));
        }

        foreach (JsonNode one in found)
        {
            Put(one, keys, path, value);
        }

        return ScenarioReader.Read(new StringReader(json.ToJsonString()), path);
    }

    /// <summary>The number that a policy of the scenario has at a path with an empty name, once per policy that sets it.</summary>
    public static IReadOnlyList<double> ValuesAt(Scenario scenario, string path) =>
        Split(path) is not { } parts ? []
        : [.. (ScenarioKeys.Root.Write(scenario)["policies"]?.AsArray() ?? []).Select(p => At(p!, parts.Keys)).OfType<JsonValue>().Select(v => v.GetValue<double>())];

    /// <summary>The scenario with a number in every policy that has another given number there.</summary>
    public static Scenario Replace(Scenario scenario, string path, double central, double value)
    {
        JsonObject json = ScenarioKeys.Root.Write(scenario);
        string[] keys = Split(path)!.Value.Keys;
        foreach (JsonNode policy in json["policies"]!.AsArray().OfType<JsonNode>().Where(p => At(p, keys) is JsonValue v && v.GetValue<double>() == central))
        {
            Put(policy, keys, path, value);
        }

        return ScenarioReader.Read(new StringReader(json.ToJsonString()), path);
    }

    private static ScenarioException Wrong(string path, string wrong, string allowed) => new([new Fault(path, 1, 1, path, wrong, allowed)]);

    private static string? ParameterOf(string path) => path.StartsWith(Parameters, StringComparison.Ordinal) ? path[Parameters.Length..] : null;

    private static (string Policy, string[] Keys)? Split(string path)
    {
        int end = path.IndexOf(']', StringComparison.Ordinal);
        return path.StartsWith(Policies, StringComparison.Ordinal) && end > 0 && end + 2 < path.Length && path[end + 1] == '.'
            ? (path[Policies.Length..end], path[(end + 2)..].Split('.'))
            : null;
    }

    private static (string Name, int? Index) Step(string key)
    {
        int open = key.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && int.TryParse(key.AsSpan(open + 1, Math.Max(0, key.Length - open - 2)), out int index) ? (key[..open], index) : (key, null);
    }

    private static JsonNode? At(JsonNode policy, string[] keys)
    {
        JsonNode? node = policy;
        foreach ((string name, int? index) in keys.Select(Step))
        {
            node = (node as JsonObject)?[name];
            node = index is { } i ? node is JsonArray list && i < list.Count ? list[i] : null : node;
        }

        return node;
    }

    private static void Put(JsonNode policy, string[] keys, string path, double value)
    {
        JsonNode inner = policy;
        foreach ((string name, int? index) in keys[..^1].Select(Step))
        {
            JsonNode next = inner[name] ??= new JsonObject();
            inner = index is not { } i ? next
                : next is JsonArray list && i < list.Count ? list[i]!
                : throw Wrong(path, $"{name} has no entry {i}", "an entry that the policy has, counted from 0");
        }

        inner[keys[^1]] = JsonValue.Create(value);
    }

    private static IEnumerable<string> Numbers(string path, IReadOnlyList<Key> keys)
    {
        foreach (Key key in keys)
        {
            string name = SourcePositions.Join(path, key.Name);
            if (key.Form is NumberForm)
            {
                yield return name;
            }

            foreach (string inner in Numbers(key.Form.Kind == "list" ? name + "[0]" : name, key.Form.Keys))
            {
                yield return inner;
            }
        }
    }
}
