using System.Globalization;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>Growth as a table, as CSV and as a picture.</summary>
internal static class GrowthReport
{
    private const string CsvFile = "growth.csv";

    private const string Note =
        "More people than England's are replications: areas share England's beds, hours and places, so a world of repeated areas would be another world. "
        + "Peak memory is that of the process, started anew for each row where the system can do so (Linux).";

    /// <summary>Measures, shows the table and writes the files if a folder is given.</summary>
    public static int Make(BenchSetting setting, string? folder, Terminal terminal)
    {
        List<GrowthRow> rows = [];
        foreach (GrowthRow row in new Growth(setting).Run())
        {
            rows.Add(row);
            terminal.Error.WriteLine($"  {row.Grows}: {row.Size}: {Show.Figure(row.Seconds)} s, {Show.Figure(row.PeakMegabytes)} MB");
        }

        TextTable.Show(terminal, [Table(setting, rows), GrowthLinearity.Table(rows)]);
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            Write(Path.Combine(folder, CsvFile), Csv(rows), terminal);
            foreach ((string file, Chart picture) in Pictures(rows))
            {
                Write(Path.Combine(folder, file), picture.ToSvg(), terminal);
            }
        }

        return ExitCode.Good;
    }

    /// <summary>Time per person as people grow, time as all else grows, and memory.</summary>
    internal static IEnumerable<(string File, Chart Picture)> Pictures(IReadOnlyList<GrowthRow> rows)
    {
        GrowthRow[] people = [.. rows.Where(r => r.Grows == Growth.People)];
        GrowthRow[] others = [.. rows.Where(r => r.Grows != Growth.People)];
        yield return ("growth.svg", Bars(
            "Time per person as more people are simulated",
            "One arm, 90 + 365 days, laid out and simulated on one thread. Bars of one length mean that time grows no faster than people.",
            "Microseconds per person",
            people,
            r => r.Seconds * 1e6 / r.People));
        yield return ("growth-others.svg", Bars(
            "Time as threads, years and output grow",
            "One arm of England after 90 days of warm-up; what grows stands before the colon. All processors unless threads grow.",
            "Seconds",
            others,
            r => r.Seconds));
        yield return ("growth-memory.svg", Bars(
            "Peak memory of the process",
            "Memory is that of the systems in work and of what is counted, so it is not meant to grow with people.",
            "Million bytes",
            rows,
            r => r.PeakMegabytes));
    }

    private static BarChart Bars(string title, string subtitle, string label, IEnumerable<GrowthRow> rows, Func<GrowthRow, double> value) => new()
    {
        Title = title,
        Subtitle = subtitle,
        ValueLabel = label,
        Bars = [.. rows.Select(r => new Bar(r.Grows == Growth.People ? $"{Whole(r.People)} people: {r.Size}" : $"{r.Grows}: {r.Size}", value(r)))],
        Note = Machine.Describe() + ". " + Note,
    };

    private static SummarySection Table(BenchSetting setting, IEnumerable<GrowthRow> rows) => new(
        "Growth of time and memory",
        ["grows: size", "people", "years", "threads", "seconds", "events", "per person", "peak MB", "written MB"],
        [.. rows.Select(r => (IReadOnlyList<string>)
        [
            $"{r.Grows}: {r.Size}", Whole(r.People), Whole(r.Years), Whole(r.Threads), Show.Figure(r.Seconds), Whole(r.Events), Show.Figure((double)r.Events / r.People), Show.Figure(r.PeakMegabytes),
            r.WrittenMegabytes > 0 ? Show.Figure(r.WrittenMegabytes) : "",
        ])],
        $"Median of {Show.Count(setting.Runs, "run", "runs")}, one arm, 90 days of warm-up. " + Note);

    private static string Csv(IEnumerable<GrowthRow> rows) => string.Concat(
        rows.Select(r => string.Join(',', r.Values.Select(Cell))).Prepend(string.Join(',', GrowthRow.Columns)).Select(l => l + "\n"));

    private static string Cell(object value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture)! is var text && text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;

    private static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static void Write(string path, string text, Terminal terminal)
    {
        string fresh = path + ".new";
        File.WriteAllText(fresh, text);
        File.Move(fresh, path, overwrite: true);
        terminal.Out.WriteLine(path);
    }
}
