using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>A place in a scenario file that a path names.</summary>
/// <param name="Path">The path with the names that the file has.</param>
/// <param name="Form">What may stand there; null where only the file says.</param>
/// <param name="Node">What stands there; null when the key is left out.</param>
/// <param name="Steps">Keys, and numbers of items in brackets, from the root.</param>
internal sealed record InputPlace(string Path, Form? Form, SourceNode? Node, IReadOnlyList<string> Steps);

/// <summary>
/// Finds places in a scenario file of any kind by path: <c>parameters.KEY</c>, <c>policies[NAME].workforce.home_care</c>, <c>places.ward.capacity</c>, items of lists
/// by name or number, <c>policies[]</c> every policy that sets the key. Led by the forms of the keys, so a key that the file leaves out can be set as well.
/// </summary>
internal sealed class InputPaths(Form root, SourceNode file)
{
    private const int ShownPaths = 3;

    /// <summary>The places that a path names; none when there is no such path.</summary>
    public IReadOnlyList<InputPlace> Find(string path) => [.. Find(root, file, path, "", [], item: false)];

    /// <summary>Every path of a number or a choice, those that the file leaves out among them.</summary>
    public IReadOnlyList<string> All { get; } = [.. Leaves(root, file, "", item: false)];

    /// <summary>Whether a place takes a number or one of a few words.</summary>
    public static bool IsLeaf(InputPlace place) => IsLeaf(place.Form, place.Node);

    /// <summary>The nearest paths that there are, for somebody who misspelt one.</summary>
    public string Nearest(string path)
    {
        string plain = Plain(path);
        string last = plain[(plain.LastIndexOf('.') + 1)..];
        string[] near =
        [
            .. All.Select(p => (Path: p, Plain: Plain(p)))
                .OrderBy(p => Spelling.Distance(plain.ToUpperInvariant(), p.Plain.ToUpperInvariant()) - (p.Plain.EndsWith("." + last, StringComparison.OrdinalIgnoreCase) ? last.Length : 0))
                .Take(ShownPaths).Select(p => p.Path),
        ];
        return near.Length == 0 ? "a path of the scenario" : "the nearest are " + string.Join(", ", near);
    }

    /// <summary>A file's values with a value in a place; groups on the way are made.</summary>
    public static SourceNode Put(SourceNode node, IReadOnlyList<string> steps, SourceNode value, int at = 0)
    {
        if (at == steps.Count)
        {
            return value;
        }

        if (node is ListNode list)
        {
            int index = int.Parse(steps[at].AsSpan(1, steps[at].Length - 2), CultureInfo.InvariantCulture);
            return list with { Items = [.. list.Items.Select((n, i) => i == index ? Put(n, steps, value, at + 1) : n)] };
        }

        MapNode map = node as MapNode ?? new MapNode(value.Line, value.Column, []);
        MapEntry? entry = map.Entries.FirstOrDefault(e => e.Name == steps[at]);
        SourceNode inner = Put(entry?.Value ?? new MapNode(value.Line, value.Column, []), steps, value, at + 1);
        return map with
        {
            Entries = entry is null
                ? [.. map.Entries, new MapEntry(steps[at], value.Line, value.Column, inner)]
                : [.. map.Entries.Select(e => e == entry ? e with { Value = inner } : e)],
        };
    }

    private static IEnumerable<InputPlace> Find(Form? form, SourceNode? node, string rest, string path, string[] steps, bool item)
    {
        if (rest.Length == 0)
        {
            return [new InputPlace(path, form, node, steps)];
        }

        if (node is ListNode list && !item)
        {
            return OfItems(form, list, rest, path, steps);
        }

        if (rest[0] == '[')
        {
            // One group may stand where a list could.
            int close = rest.IndexOf(']', StringComparison.Ordinal);
            return node is MapNode && !item && close > 0 && (rest[1..close] is "" or "0" || rest[1..close] == NameOf(node))
                ? Find(form, node, rest[(close + 1)..].TrimStart('.'), path + rest[..(close + 1)], steps, item: true)
                : [];
        }

        if (form is ParametersForm)
        {
            Form? parameter = ParameterCatalogue.Contains(rest) ? NumberForm.Like(rest) : null;
            return parameter is null ? [] : [new InputPlace(SourcePositions.Join(path, rest), parameter, Child(node, rest), [.. steps, rest])];
        }

        int end = rest.IndexOfAny(['.', '[']);
        string name = end < 0 ? rest : rest[..end];
        string after = end < 0 ? "" : rest[end] == '.' ? rest[(end + 1)..] : rest[end..];
        Form? inner = form?.Keys.FirstOrDefault(k => k.Name == name)?.Form;
        SourceNode? child = Child(node, name);
        return inner is null && (child is null || form?.Keys.Count > 0)
            ? []
            : Find(inner, child, after, SourcePositions.Join(path, name), [.. steps, name], item: false);
    }

    private static IEnumerable<InputPlace> OfItems(Form? form, ListNode list, string rest, string path, string[] steps)
    {
        string after;
        Func<SourceNode, int, bool> chosen;
        bool every = false;
        if (rest[0] == '[')
        {
            int close = rest.IndexOf(']', StringComparison.Ordinal);
            if (close < 0)
            {
                return [];
            }

            string which = rest[1..close];
            after = rest[(close + 1)..].TrimStart('.');
            every = which.Length == 0;
            chosen = (n, i) => every || NameOf(n) == which || (int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index == i && NameOf(n) != which);
        }
        else
        {
            string? named = list.Items.Select(NameOf).OfType<string>().FirstOrDefault(n => rest == n || rest.StartsWith(n + ".", StringComparison.Ordinal) || rest.StartsWith(n + "[", StringComparison.Ordinal));
            if (named is null)
            {
                return [];
            }

            after = rest[named.Length..].TrimStart('.');
            chosen = (n, _) => NameOf(n) == named;
        }

        return list.Items.Index().Where(n => chosen(n.Item, n.Index))
            .SelectMany(n => Find(form, n.Item, after, $"{path}[{NameOf(n.Item) ?? n.Index.ToString(CultureInfo.InvariantCulture)}]", [.. steps, FormattableString.Invariant($"[{n.Index}]")], item: true))
            .Where(p => !every || p.Node is not null);
    }

    private static IEnumerable<string> Leaves(Form form, SourceNode? node, string path, bool item)
    {
        if (form is ParametersForm)
        {
            return ParameterCatalogue.All.Select(d => SourcePositions.Join(path, d.Key));
        }

        if (node is ListNode list && !item)
        {
            return list.Items.Index().SelectMany(n => Leaves(form, n.Item, $"{path}[{NameOf(n.Item) ?? n.Index.ToString(CultureInfo.InvariantCulture)}]", item: true));
        }

        bool missingList = node is null && path.Length > 0 && form.Kind.Contains("list", StringComparison.Ordinal);
        IEnumerable<string> own = path.Length > 0 && !item && IsLeaf(form, node) ? [path] : [];
        return missingList || node is ScalarNode ? own : own.Concat(form.Keys.SelectMany(k => Leaves(k.Form, Child(node, k.Name), SourcePositions.Join(path, k.Name), item: false)));
    }

    private static bool IsLeaf(Form? form, SourceNode? node) =>
        form?.Kind is "whole number" or "choice" || form?.Kind.StartsWith("number", StringComparison.Ordinal) == true || node is ScalarNode { Kind: ScalarKind.Whole or ScalarKind.Number };

    private static SourceNode? Child(SourceNode? node, string name) => (node as MapNode)?.Entries.FirstOrDefault(e => e.Name == name)?.Value;

    private static string? NameOf(SourceNode node) =>
        (node as MapNode)?.Entries.FirstOrDefault(e => e.Name is "name" or "place")?.Value is ScalarNode scalar ? scalar.Text : null;

    private static string Plain(string path) => path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
