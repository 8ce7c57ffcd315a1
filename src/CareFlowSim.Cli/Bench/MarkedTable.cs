using System.Text;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>A Markdown file with a place for the table of measurements, between two comments; nothing else in it is touched.</summary>
internal sealed class MarkedTable
{
    public const string Begin = "<!-- bench -->";
    public const string End = "<!-- /bench -->";

    private readonly string _path;

    /// <summary>Chooses a file.</summary>
    /// <exception cref="UsageException">It is not there, or has no place for the table.</exception>
    public MarkedTable(string path)
    {
        _path = path;
        _ = Parts();
    }

    /// <summary>Puts a table, and the machine it was measured on, in the place of what stands there.</summary>
    public void Replace(SummarySection section, string machine)
    {
        (string before, string after) = Parts();
        StringBuilder text = new(before);
        text.Append('\n').Append(machine).Append("\n\n");
        text.Append(section.MarkdownTable());
        string fresh = _path + ".new";
        File.WriteAllText(fresh, text.Append(after).ToString());
        File.Move(fresh, _path, overwrite: true);
    }

    private (string Before, string After) Parts()
    {
        string? text = File.Exists(_path) ? File.ReadAllText(_path) : null;
        int begin = text?.IndexOf(Begin, StringComparison.Ordinal) ?? -1;
        int end = begin < 0 ? -1 : text!.IndexOf(End, begin, StringComparison.Ordinal);
        return end >= 0
            ? (text![..(begin + Begin.Length)] + "\n", text[end..])
            : throw new UsageException($"--markdown – '{_path}' {(text is null ? "is not there" : "has no place for the table")} – a file with the lines {Begin} and {End}");
    }
}
