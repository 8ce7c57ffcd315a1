using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CareFlowSim.IO;

/// <summary>Turns YAML or JSON text into nodes with places. Knows the form of the text only, nothing of scenarios.</summary>
/// <remarks>Works on the parser's events, because the parser's own document model stops at the first double key and loses values such as 010.</remarks>
internal sealed partial class SourceReader
{
    private const int MaxDepth = 16;
    private const int MaxNodes = 100_000;

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly FaultList _faults;
    private readonly Dictionary<string, (SourceNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private SourceReader(TextReader text, FaultList faults)
    {
        _scanner = new Scanner(text);
        _parser = new Parser(_scanner);
        _faults = faults;
    }

    /// <summary>The root of the only document, or null when the text cannot be read at all (the fault is noted).</summary>
    public static SourceNode? Read(TextReader text, FaultList faults)
    {
        SourceReader reader = new(text, faults);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            faults.Add("", (int)e.Start.Line, (int)e.Start.Column, "cannot be read: " + Sentence(e.Message), "YAML or JSON");
            return null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private SourceNode? Document()
    {
        Next();
        if (Next() is not DocumentStart)
        {
            _faults.Add("", 1, 1, "is empty", "one scenario, in YAML or JSON");
            return null;
        }

        Next();
        SourceNode root = Node("", 0);
        Next();
        if (Next() is DocumentStart second)
        {
            _faults.Add("", (int)second.Start.Line, (int)second.Start.Column, "holds a second document", "one scenario in a file");
        }

        if (root is not ScalarNode { Kind: ScalarKind.Nothing })
        {
            return root;
        }

        _faults.Add("", 1, 1, "is empty", "one scenario, in YAML or JSON");
        return null;
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!MoveNext())
            {
                return new StreamEnd();
            }
        }
        while (_parser.Current is Comment);

        return _parser.Current!;
    }

    /// <summary>The parser throws its own exception for most broken texts, but for some it loses its state.</summary>
    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw Unclosed(_scanner.CurrentPosition);
        }
    }

    private static YamlException Unclosed(Mark at) => new(at, at, "a bracket, quote or key before this place is not closed");

    /// <summary>Reads the node that begins at the current event; on return the current event is its last.</summary>
    private SourceNode Node(string path, int depth)
    {
        ParsingEvent start = _parser.Current!;
        (int line, int column) = ((int)start.Start.Line, (int)start.Start.Column);
        Spend(path, start, 1, depth);
        if (start is AnchorAlias alias)
        {
            return Aliased(path, alias, depth);
        }

        NodeEvent node = start as NodeEvent ?? throw Unclosed(start.Start);
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            _faults.Add(path, line, column, $"has the YAML tag {node.Tag}", "no tags; the key says what a value is");
        }

        int before = _nodes;
        SourceNode read = start switch
        {
            MappingStart => Map(path, line, column, depth),
            SequenceStart => List(path, line, column, depth),
            _ => Classify((Scalar)start, line, column),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = (read, _nodes - before + 1);
        }

        return read;
    }

    private SourceNode Aliased(string path, AnchorAlias alias, int depth)
    {
        (int line, int column) = ((int)alias.Start.Line, (int)alias.Start.Column);
        if (_anchors.TryGetValue(alias.Value.Value, out (SourceNode Node, int Size) anchor))
        {
            Spend(path, alias, anchor.Size, depth);
            return anchor.Node;
        }

        string? nearest = Spelling.Nearest(alias.Value.Value, _anchors.Keys);
        _faults.Add(
            path, line, column, $"refers to *{alias.Value.Value}, which nothing above is named",
            nearest is null ? "a name given above with &" : $"did you mean '*{nearest}'?");
        return new ScalarNode(line, column, "", ScalarKind.Faulty);
    }

    private ListNode List(string path, int line, int column, int depth)
    {
        List<SourceNode> items = [];
        while (Next() is not SequenceEnd)
        {
            items.Add(Node(SourcePositions.Join(path, items.Count), depth + 1));
        }

        return new ListNode(line, column, items);
    }

    private MapNode Map(string path, int line, int column, int depth)
    {
        List<MapEntry> entries = [];
        while (Next() is not MappingEnd)
        {
            (int keyLine, int keyColumn) = ((int)_parser.Current!.Start.Line, (int)_parser.Current.Start.Column);
            string? name = _parser.Current is Scalar key ? key.Value : null;
            string inner = SourcePositions.Join(path, name ?? "?");
            _ = Node(inner, depth + 1);
            Next();
            SourceNode value = Node(inner, depth + 1);
            if (value is not ScalarNode)
            {
                value = value with { Line = keyLine, Column = keyColumn };
            }

            if (name is null)
            {
                _faults.Add(path, keyLine, keyColumn, "has a key that is not a plain word", "a word as key");
            }
            else if (entries.Find(e => e.Name == name) is { } first)
            {
                _faults.Add(inner, keyLine, keyColumn, "is given twice", FormattableString.Invariant($"one value for each key (the first is on line {first.Line})"));
            }
            else
            {
                entries.Add(new MapEntry(name, keyLine, keyColumn, value));
            }
        }

        return new MapNode(line, column, entries);
    }

    private void Spend(string path, ParsingEvent at, int nodes, int depth)
    {
        _nodes += nodes;
        if (depth > MaxDepth || _nodes > MaxNodes)
        {
            _faults.Add(
                path, (int)at.Start.Line, (int)at.Start.Column,
                depth > MaxDepth ? "is nested too deeply" : "is too large",
                FormattableString.Invariant($"at most {MaxDepth} levels and {MaxNodes} values (each reference counts in full)"));
            throw new UnreadableException();
        }
    }

    private static ScalarNode Classify(Scalar scalar, int line, int column)
    {
        string text = scalar.Value;
        ScalarKind kind = scalar.Style is not ScalarStyle.Plain ? ScalarKind.Text : text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Nothing,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Truth,
            _ when LeadingZeroPattern().IsMatch(text) => ScalarKind.LeadingZero,
            _ when WholePattern().IsMatch(text) => ScalarKind.Whole,
            _ when NumberPattern().IsMatch(text) => ScalarKind.Number,
            _ when NotFinitePattern().IsMatch(text) => ScalarKind.NotFinite,
            _ => ScalarKind.Text,
        };
        return new ScalarNode(line, column, text, kind);
    }

    private static string Sentence(string message)
    {
        string line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length == 0 ? "the form is broken" : char.ToLowerInvariant(line[0]) + line[1..];
    }

    [GeneratedRegex(@"^[-+]?0[0-9][0-9_.]*$")]
    private static partial Regex LeadingZeroPattern();

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[-+]?Infinity|NaN)$")]
    private static partial Regex NotFinitePattern();

    /// <summary>Ends the reading after a fault beyond which nothing can be understood.</summary>
    private sealed class UnreadableException : Exception;
}
