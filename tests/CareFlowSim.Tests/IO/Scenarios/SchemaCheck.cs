using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CareFlowSim.Tests.IO.Scenarios;

/// <summary>Judges a JSON value by the part of JSON Schema that the scenario schema uses; any other word of it is an error here.</summary>
internal static class SchemaCheck
{
    private static readonly HashSet<string> Prose = ["$schema", "title", "description", "format"];

    public static IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value) => [.. Check("$", schema.AsObject(), value)];

    /// <summary>Every property in the schema, by path.</summary>
    public static IEnumerable<string> Properties(JsonObject schema, string path = "")
    {
        foreach ((string name, JsonNode? inner) in schema["properties"]?.AsObject() ?? [])
        {
            string at = path.Length == 0 ? name : path + "." + name;
            yield return at;
            JsonObject form = inner!.AsObject();
            IEnumerable<string> below = Below(form, at).Distinct();
            foreach (string property in below)
            {
                yield return property;
            }
        }
    }

    private static IEnumerable<string> Below(JsonObject form, string at) =>
        form["oneOf"] is JsonArray forms ? forms.SelectMany(f => Below(f!.AsObject(), at))
        : form["items"] is JsonObject items ? Properties(items, at + "[]")
        : Properties(form, at);

    private static IEnumerable<string> Check(string path, JsonObject schema, JsonNode? value) =>
        schema.Where(s => !Prose.Contains(s.Key)).SelectMany(s => Word(path, s.Key, s.Value!, schema, value));

    private static IEnumerable<string> Word(string path, string word, JsonNode rule, JsonObject schema, JsonNode? value)
    {
        switch (word)
        {
            case "type":
                return When(!IsOf((string)rule!, value), $"{path} is not of type {rule}");
            case "properties":
                return (value as JsonObject ?? []).Where(v => rule[v.Key] is not null)
                    .SelectMany(v => Check($"{path}.{v.Key}", rule[v.Key]!.AsObject(), v.Value));
            case "additionalProperties":
                return rule is JsonObject others
                    ? (value as JsonObject ?? []).SelectMany(v => Check($"{path}.{v.Key}", others, v.Value))
                    : (value as JsonObject ?? []).Where(v => schema["properties"]![v.Key] is null).Select(v => $"{path}.{v.Key} is unknown");
            case "minProperties":
                return When(value is JsonObject map && map.Count < (int)rule, $"{path} is too small");
            case "maxItems":
                return When(value is JsonArray most && most.Count > (int)rule, $"{path} is too long");
            case "required":
                return rule.AsArray().Where(r => (value as JsonObject)?[(string)r!] is null).Select(r => $"{path}.{r} is missing");
            case "items":
                return (value as JsonArray ?? []).SelectMany((v, i) => Check($"{path}[{i}]", rule.AsObject(), v));
            case "minItems":
                return When(value is JsonArray items && items.Count < (int)rule, $"{path} is too short");
            case "uniqueItems":
                return When(value is JsonArray all && all.Select(v => v!.ToJsonString()).Distinct().Count() < all.Count, $"{path} has doubles");
            case "minimum":
                return When(IsOf("number", value) && (double)value! < (double)rule, $"{path} is below {rule}");
            case "maximum":
                return When(IsOf("number", value) && (double)value! > (double)rule, $"{path} is above {rule}");
            case "minLength":
                return When(IsOf("string", value) && ((string)value!).Length < (int)rule, $"{path} is too short");
            case "maxLength":
                return When(IsOf("string", value) && ((string)value!).Length > (int)rule, $"{path} is too long");
            case "pattern":
                return When(IsOf("string", value) && !Regex.IsMatch((string)value!, (string)rule!), $"{path} does not match {rule}");
            case "enum":
                return When(!rule.AsArray().Any(r => JsonNode.DeepEquals(r, value)), $"{path} is none of {rule.ToJsonString()}");
            case "const":
                return When(!SameNumberOrText(rule, value), $"{path} is not {rule}");
            case "not":
                return When(!Check(path, rule.AsObject(), value).Any(), $"{path} is {value}");
            case "oneOf":
                return When(rule.AsArray().Count(r => !Check(path, r!.AsObject(), value).Any()) != 1, $"{path} is not one of the forms");
            default:
                throw new NotSupportedException($"The schema uses the word '{word}'.");
        }
    }

    private static bool SameNumberOrText(JsonNode rule, JsonNode? value) => rule.ToString() == value?.ToString();

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "number" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && (double)value % 1 == 0,
        _ => throw new NotSupportedException($"The schema uses the type '{type}'."),
    };

    private static IEnumerable<string> When(bool broken, string fault) => broken ? [fault] : [];
}
