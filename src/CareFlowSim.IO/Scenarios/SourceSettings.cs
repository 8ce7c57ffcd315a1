using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>A value that takes the place of a file's own.</summary>
/// <param name="Label">What to call it in faults, as it was given: <c>--set places.ward.capacity=25</c>.</param>
/// <param name="Path">Dotted path of the value.</param>
/// <param name="Yaml">The value as it would stand in the file.</param>
public sealed record ScenarioSetting(string Label, string Path, string Yaml);

/// <summary>Puts settings in the place of a file's own values.</summary>
/// <remarks>An item of a list is named by its number from 0, <c>places[0]</c>, or by its key <c>name</c> or <c>place</c>.</remarks>
internal static class SourceSettings
{
    /// <summary>The file's values with the settings in their places; a fault of a setting, here or later, names it instead of a file.</summary>
    public static SourceNode Apply(SourceNode root, IReadOnlyList<ScenarioSetting> settings, FaultList faults)
    {
        for (int i = 0; i < settings.Count; i++)
        {
            int line = faults.LineOf(settings[i].Label);
            FaultList form = new(settings[i].Label);
            if (settings[i].Path.Length == 0)
            {
                faults.Add("", line, 1, "has no path and value", "a path, an equals sign and a value, such as places.ward.capacity=25");
            }
            else if (SourceReader.Read(new StringReader(settings[i].Yaml + "\n"), form) is not { } value || form.Any)
            {
                faults.Add(settings[i].Path, line, 1, form.InOrder[0].Wrong, form.InOrder[0].Allowed);
            }
            else
            {
                string[] parts = settings[i].Path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
                root = Put(root, parts, 0, Moved(value, line, 1), faults, line);
            }
        }

        return root;
    }

    private static SourceNode Put(SourceNode node, string[] parts, int at, SourceNode value, FaultList faults, int line)
    {
        if (at == parts.Length)
        {
            return value;
        }

        switch (node)
        {
            case MapNode map when map.Entries.FirstOrDefault(e => e.Name == parts[at]) is { } entry:
                SourceNode inner = Put(entry.Value, parts, at + 1, value, faults, line);
                return map with { Entries = [.. map.Entries.Select(e => e == entry ? e with { Value = inner } : e)] };
            case MapNode map when at == parts.Length - 1:
                return map with { Entries = [.. map.Entries, new MapEntry(parts[at], line, 1, value)] };
            case ListNode list when Index(list, parts[at]) is >= 0 and int index:
                SourceNode item = Put(list.Items[index], parts, at + 1, value, faults, line);
                return list with { Items = [.. list.Items.Select((n, i) => i == index ? item : n)] };
            default:
                string[] known = Known(node);
                faults.Add(
                    string.Join('.', parts).Replace(".[", "[", StringComparison.Ordinal), line, 1, $"names '{parts[at]}', which is not there",
                    known.Length == 0 ? "a path that the file has" : Form.Choice(parts[at], known, "there are " + string.Join(", ", known)));
                return node;
        }
    }

    private static int Index(ListNode list, string part)
    {
        if (part.StartsWith('[') && int.TryParse(part.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            return index < list.Items.Count ? index : -1;
        }

        return list.Items.Select(NameOf).ToList().IndexOf(part);
    }

    private static string[] Known(SourceNode node) => node switch
    {
        MapNode map => [.. map.Entries.Select(e => e.Name)],
        ListNode list => [.. list.Items.Select((n, i) => NameOf(n) ?? FormattableString.Invariant($"[{i}]"))],
        _ => [],
    };

    private static string? NameOf(SourceNode node) =>
        (node as MapNode)?.Entries.FirstOrDefault(e => e.Name is "name" or "place")?.Value is ScalarNode scalar ? scalar.Text : null;

    private static SourceNode Moved(SourceNode node, int line, int column) => node switch
    {
        ListNode list => list with { Line = line, Column = column, Items = [.. list.Items.Select(n => Moved(n, line, column))] },
        MapNode map => map with { Line = line, Column = column, Entries = [.. map.Entries.Select(e => e with { Line = line, Column = column, Value = Moved(e.Value, line, column) })] },
        _ => node with { Line = line, Column = column },
    };
}
