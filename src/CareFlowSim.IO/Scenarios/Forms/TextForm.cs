using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CareFlowSim.IO;

/// <summary>One line of text, either free or safe as the name of a file on every system.</summary>
internal sealed partial class TextForm : Form<string>
{
    private const string FileNamePattern = "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$";

    private readonly int _longest;
    private readonly bool _fileName;

    private TextForm(int longest, bool fileName) => (_longest, _fileName) = (longest, fileName);

    /// <summary>A line of prose.</summary>
    public static TextForm Line { get; } = new(200, fileName: false);

    /// <summary>A name that can be the name of a file.</summary>
    public static TextForm FileName { get; } = new(64, fileName: true);

    /// <inheritdoc/>
    public override string Allowed => _fileName
        ? FormattableString.Invariant($"a name of 1 to {_longest} letters (a to z), digits, dots, dashes and underscores that can be a file name")
        : FormattableString.Invariant($"one line of text, 1 to {_longest} characters");

    /// <inheritdoc/>
    public override string Kind => _fileName ? "name" : "text";

    /// <inheritdoc/>
    public override string Range => _fileName
        ? FormattableString.Invariant($"1 to {_longest} letters, digits, dots, dashes, underscores")
        : FormattableString.Invariant($"1 to {_longest} characters");

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
        else if (string.IsNullOrWhiteSpace(text) || (_fileName && !IsFileName(text)))
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
        if (_fileName)
        {
            schema["pattern"] = FileNamePattern;
        }

        return schema;
    }

    private static bool IsFileName(string text) => FileNameRegex().IsMatch(text) && !DeviceRegex().IsMatch(text);

    [GeneratedRegex(FileNamePattern)]
    private static partial Regex FileNameRegex();

    /// <summary>Names that Windows keeps for devices.</summary>
    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex DeviceRegex();
}
