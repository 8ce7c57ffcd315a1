using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>Where each value of a scenario stands in its file, by path such as <c>policies[0].acute_beds[1].change</c>.</summary>
public sealed class SourcePositions
{
    private readonly Dictionary<string, (int Line, int Column)> _at = new(StringComparer.Ordinal);

    internal SourcePositions(string file, SourceNode root)
    {
        File = file;
        Walk("", root);
    }

    /// <summary>Name of the file or text.</summary>
    public string File { get; }

    /// <summary>Whether the file has a value at a path.</summary>
    internal bool Has(string path) => _at.ContainsKey(path);

    /// <summary>The place of a path, or of the nearest value around it that the file does have.</summary>
    public (int Line, int Column) Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        while (true)
        {
            if (_at.TryGetValue(path, out (int Line, int Column) at))
            {
                return at;
            }

            int cut = path.LastIndexOfAny(['.', '[']);
            path = cut > 0 ? path[..cut] : "";
        }
    }

    internal static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    internal static string Join(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private void Walk(string path, SourceNode node)
    {
        _at.TryAdd(path, (node.Line, node.Column));
        switch (node)
        {
            case ListNode list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    Walk(Join(path, i), list.Items[i]);
                }

                break;
            case MapNode map:
                foreach (MapEntry entry in map.Entries)
                {
                    Walk(Join(path, entry.Name), entry.Value);
                }

                break;
        }
    }
}
