using System.Globalization;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>Growth as a table, as CSV and as a picture.</summary>
internal static class GrowthReport
{
    private const string CsvFile = "growth.csv";
    private const string PictureFile = "growth.svg";

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
            Write(Path.Combine(folder, PictureFile), Picture(rows).ToSvg(), terminal);
        }

        return ExitCode.Good;
    }

    /// <summary>Time per person as people grow: bars of one length mean that time grows no faster than people.</summary>
    internal static Chart Picture(IEnumerable<GrowthRow> rows) => new BarChart
    {
        Title = "Time per person as more people are simulated",
        Subtitle = "One arm, 90 + 365 days, laid out and simulated, all processors. Bars of one length mean that time grows no faster than people.",
        ValueLabel = "Microseconds per person",
        Bars = [.. rows.Where(r => r.Grows == Growth.People).Select(r => new Bar($"{r.People.ToString("#,0", CultureInfo.InvariantCulture)} people: {r.Size}", r.Seconds * 1e6 / r.People))],
        Note = Machine.Describe() + ". " + Note,
    };

    private static SummarySection Table(BenchSetting setting, IEnumerable<GrowthRow> rows) => new(
        "Growth of time and memory",
        ["grows: size", "people", "years", "threads", "seconds", "events", "peak MB", "written MB"],
        [.. rows.Select(r => (IReadOnlyList<string>)
        [
            $"{r.Grows}: {r.Size}", Whole(r.People), Whole(r.Years), Whole(r.Threads), Show.Figure(r.Seconds), Whole(r.Events), Show.Figure(r.PeakMegabytes),
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
