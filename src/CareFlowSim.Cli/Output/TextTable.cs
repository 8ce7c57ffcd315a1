using CareFlowSim.IO;
using Spectre.Console;

namespace CareFlowSim.Cli;

/// <summary>Shows tables: on a screen as wide as it is, elsewhere as plain aligned text without any control codes.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Shows some tables on the terminal's answer side.</summary>
    public static void Show(Terminal terminal, IEnumerable<SummarySection> sections)
    {
        foreach (SummarySection section in sections)
        {
            if (terminal.OutScreen is { } screen)
            {
                Show(screen, section);
            }
            else
            {
                terminal.Out.Write(Plain(section));
            }
        }
    }

    /// <summary>A table as plain text; the first column is text, the others are numbers.</summary>
    public static string Plain(SummarySection section)
    {
        IReadOnlyList<string>[] lines = [section.Headers, .. section.Rows];
        int[] widths = [.. Enumerable.Range(0, section.Headers.Count).Select(c => lines.Max(l => c < l.Count ? l[c].Length : 0))];
        List<string> text = [section.Title];
        text.AddRange(lines.Select(l => string.Join(Gap, l.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd()));
        text.Insert(2, string.Join(Gap, widths.Select(w => new string('-', w))));
        if (section.Note.Length > 0)
        {
            text.Add(section.Note);
        }

        return string.Concat(text.Select(t => t + "\n")) + "\n";
    }

    private static void Show(IAnsiConsole screen, SummarySection section)
    {
        Spectre.Console.Table table = new() { Border = TableBorder.Rounded };
        foreach ((int at, string header) in section.Headers.Index())
        {
            TableColumn column = new(new Text(header, new Style(decoration: Decoration.Bold)));
            table.AddColumn(at == 0 ? column : column.RightAligned());
        }

        foreach (IReadOnlyList<string> row in section.Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        screen.Write(new Text(section.Title + "\n", new Style(decoration: Decoration.Bold)));
        screen.Write(table);
        screen.Write(new Text(section.Note.Length > 0 ? section.Note + "\n\n" : "\n"));
    }
}
