namespace CareFlowSim.IO;

/// <summary>One value of a YAML or JSON text with its place: the text as written, not yet what it means.</summary>
/// <param name="Line">Line, from 1. A map or list under a key has the key's place.</param>
/// <param name="Column">Column, from 1.</param>
internal abstract record SourceNode(int Line, int Column)
{
    /// <summary>What stands there, as the middle of a sentence: <c>is the number 7</c>.</summary>
    public abstract string Description { get; }
}

/// <summary>A single value.</summary>
internal sealed record ScalarNode(int Line, int Column, string Text, ScalarKind Kind) : SourceNode(Line, Column)
{
    private const int ShownLetters = 60;

    /// <inheritdoc/>
    public override string Description => Kind switch
    {
        ScalarKind.Nothing => "has no value",
        ScalarKind.Whole or ScalarKind.Number => $"is the number {Text}",
        ScalarKind.LeadingZero => $"is {Text}, with a 0 in front",
        ScalarKind.NotFinite => $"is {Text}, not a finite number",
        ScalarKind.Truth => $"is the truth value {Text}",
        _ => Text.Length == 0 ? "is an empty text" : $"is the text '{Shown}'",
    };

    private string Shown => Text.Length <= ShownLetters ? Text : Text[..ShownLetters] + "…";
}

/// <summary>What a single value looks like.</summary>
internal enum ScalarKind
{
    /// <summary>Text, or anything in quotes.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with a point or an exponent.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>Empty, ~ or null.</summary>
    Nothing,

    /// <summary>A number such as 010, which some programs read as octal.</summary>
    LeadingZero,

    /// <summary>.nan or .inf.</summary>
    NotFinite,

    /// <summary>Unknown; its fault is noted already.</summary>
    Faulty,
}

/// <summary>A list of values.</summary>
internal sealed record ListNode(int Line, int Column, IReadOnlyList<SourceNode> Items) : SourceNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Description => Items.Count == 0 ? "is an empty list" : "is a list";
}

/// <summary>Keys and values; no key stands twice.</summary>
internal sealed record MapNode(int Line, int Column, IReadOnlyList<MapEntry> Entries) : SourceNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Description => "is a group of keys";
}

/// <summary>A key with its place and its value.</summary>
internal sealed record MapEntry(string Name, int Line, int Column, SourceNode Value);
