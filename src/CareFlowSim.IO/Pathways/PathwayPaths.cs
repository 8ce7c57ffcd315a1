using System.Text.RegularExpressions;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Turns a path through the records of a pathway into the path of the same value in its file.</summary>
internal static partial class PathwayPaths
{
    /// <summary>Parts of the records that are no keys of the file: what is in them stands one level up.</summary>
    private static readonly string[] Passed = ["process", "rate", "hazard", "lengthofstay", "visits", "when"];

    /// <summary>Parts of the records whose key has another name.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["stays"] = "stay",
        ["deaths"] = "deaths_waiting",
        ["waitingspot"] = "wait_in",
        ["shares"] = "classes",
        ["people"] = "population",
        ["firstperday"] = "first_visits_per_day",
        ["lastperday"] = "last_visits_per_day",
        ["weekdayfactors"] = "weekday_factors",
        ["number"] = "replications",
    };

    private static readonly Dictionary<string, string> Names = KeyNames(PathwayKeys.Root.Keys)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(n => n.Replace("_", "", StringComparison.Ordinal), n => n, StringComparer.Ordinal);

    /// <summary>The path in the file; a value that has no key of its own has the path of the value around it.</summary>
    public static string InFile(PathwayScenario scenario, string path, SourcePositions positions)
    {
        string made = "";
        string before = "";
        foreach (string part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            Match match = PartRegex().Match(part);
#pragma warning disable CA1308 // Keys are in small letters.
            string name = match.Groups[1].Value.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
#pragma warning restore CA1308
            string index = match.Groups[2].Value;
            if (before is "shares" or "to")
            {
                // Names with numbers: the name of the key has been put in already.
                break;
            }

            bool patience = name == "patience" && index.Length == 0;
            if (!patience && !(Passed.Contains(name) && index.Length == 0) && !(name == "replications" && path.Contains("recision", StringComparison.Ordinal) && made.Length == 0))
            {
                made = Add(scenario, path, made, name, index, positions);
            }

            before = index.Length > 0 ? name : "";
        }

        return made;
    }

    private static string Add(PathwayScenario scenario, string whole, string made, string name, string index, SourcePositions positions)
    {
        bool batch = made.Contains(".batch", StringComparison.Ordinal);
        string key = name == "people" && batch ? name
            : name == "number" && made == "replications" ? ""
            : name == "deaths" && made.Length == 0 ? name
            : Renamed.GetValueOrDefault(name) ?? Names.GetValueOrDefault(name) ?? name;
        if (key.Length == 0)
        {
            return made;
        }

        string inner = SourcePositions.Join(made, key);
        if (index.Length == 0)
        {
            return inner;
        }

        if (NameOf(scenario, whole, name) is { } named)
        {
            string keyed = SourcePositions.Join(inner, named);
            return positions.Has(keyed) ? keyed : inner;
        }

        // A single group may stand where a list could.
        return positions.Has(inner + index) || !positions.Has(inner) || index != "[0]" ? inner + index : inner;
    }

    /// <summary>The name that takes the place of a number: classes by share, and ends of routes.</summary>
    private static string? NameOf(PathwayScenario scenario, string path, string name)
    {
        if (name == "shares" && SharesRegex().Match(path) is { Success: true } share
            && scenario.Arrivals.ElementAtOrDefault(Number(share, 1))?.Shares.ElementAtOrDefault(Number(share, 2)) is { } found)
        {
            return found.Class;
        }

        if (name != "to" || RouteRegex().Match(path) is not { Success: true } route)
        {
            return null;
        }

        IReadOnlyList<PathwayRoute>? routes = route.Groups[1].Success ? scenario.Policies.ElementAtOrDefault(Number(route, 1))?.Routes : scenario.Routes;
        return routes?.ElementAtOrDefault(Number(route, 2))?.To.ElementAtOrDefault(Number(route, 3))?.To;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> KeyNames(IEnumerable<Key> keys) => keys.SelectMany(k => KeyNames(k.Form.Keys).Prepend(k.Name));

    [GeneratedRegex(@"^([^\[]*)((?:\[\d+\])*)$")]
    private static partial Regex PartRegex();

    [GeneratedRegex(@"^arrivals\[(\d+)\]\.shares\[(\d+)\]", RegexOptions.IgnoreCase)]
    private static partial Regex SharesRegex();

    [GeneratedRegex(@"^(?:policies\[(\d+)\]\.)?routes\[(\d+)\]\.to\[(\d+)\]", RegexOptions.IgnoreCase)]
    private static partial Regex RouteRegex();
}
