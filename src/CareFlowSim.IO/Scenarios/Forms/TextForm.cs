using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CareFlowSim.IO;

/// <summary>One line of text, either free or safe as the name of a file on every system.</summary>
internal sealed partial class TextForm : Form<string>
{
    private const string FileNamePattern = "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$";
    private const string LabelPattern = @"^[^\s.\[\]=]([^.\[\]=]*[^\s.\[\]=])?$";

    private readonly int _longest;
    private readonly bool _fileName;
    private readonly bool _label;

    private TextForm(int longest, bool fileName, bool label = false) => (_longest, _fileName, _label) = (longest, fileName, label);

    /// <summary>A line of prose.</summary>
    public static TextForm Line { get; } = new(200, fileName: false);

    /// <summary>A name that can be the name of a file.</summary>
    public static TextForm FileName { get; } = new(64, fileName: true);

    /// <summary>A name of words, which can stand in a dotted path.</summary>
    public static TextForm Label { get; } = new(40, fileName: false, label: true);

    /// <inheritdoc/>
    public override string Allowed => _fileName
        ? FormattableString.Invariant($"a name of 1 to {_longest} letters (a to z), digits, dots, dashes and underscores that can be a file name")
        : _label ? FormattableString.Invariant($"a name of 1 to {_longest} characters without dots, brackets and equals signs")
        : FormattableString.Invariant($"one line of text, 1 to {_longest} characters");

    /// <inheritdoc/>
    public override string Kind => _fileName || _label ? "name" : "text";

    /// <inheritdoc/>
    public override string Range => _fileName
        ? FormattableString.Invariant($"1 to {_longest} letters, digits, dots, dashes, underscores")
        : FormattableString.Invariant($"1 to {_longest} characters") + (_label ? ", no dots, brackets, equals signs" : "");

    /// <inheritdoc/>
    public override string Fallback => "";

    /// <inheritdoc/>
    public override string Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            return Refuse(path, node, faults);
        }

        string text = scalar.Text;
        if (text.Length > _longest)
        {
            faults.Add(path, node, FormattableString.Invariant($"is {text.Length} characters long"), Allowed);
        }
        else if (text.Any(char.IsControl))
        {
            faults.Add(path, node, "holds a line break or another control character", Allowed);
        }
        else if (string.IsNullOrWhiteSpace(text) || (_fileName && !IsFileName(text)) || (_label && !LabelRegex().IsMatch(text)))
        {
            faults.Add(path, node, node.Description, Allowed);
        }
        else
        {
            return text;
        }

        return Fallback;
    }

    /// <inheritdoc/>
    public override JsonNode Write(string value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject schema = new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = _longest };
        if (_fileName || _label)
        {
            schema["pattern"] = _fileName ? FileNamePattern : LabelPattern;
        }

        return schema;
    }

    private static bool IsFileName(string text) => FileNameRegex().IsMatch(text) && !DeviceRegex().IsMatch(text);

    [GeneratedRegex(FileNamePattern)]
    private static partial Regex FileNameRegex();

    [GeneratedRegex(LabelPattern)]
    private static partial Regex LabelRegex();

    /// <summary>Names that Windows keeps for devices.</summary>
    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex DeviceRegex();
}
