using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>Which points of a growth curve are off the straight line, and why. The line goes through the first or the largest point of each curve.</summary>
internal static class GrowthLinearity
{
    /// <summary>How far from the line a point still counts as on it.</summary>
    public const double Tolerance = 0.15;

    private static readonly (string Grows, string Unit, Func<GrowthRow, double> Cost, bool AgainstLast, string Why)[] Curves =
    [
        (Growth.People, "seconds per person", r => r.Seconds / r.People, true,
            "laying out costs the same for few people, and the smaller the hospital systems the more of them fits into the caches"),
        (Growth.Threads, "seconds times threads", r => r.Seconds * r.Threads, false,
            "threads share memory and the largest systems end last"),
        (Growth.Years, "seconds per person and day, warm-up included", r => r.Seconds / r.People / ((r.Years * Growth.DaysPerYear) + BenchSetting.WarmUpDays), false,
            "the longer the run, the more people something happens to within it, who need a record, and the further ahead the calendar reaches: less of both fits into the caches; a sample fits better, but pays more for its days"),
        (Growth.Output, "seconds", r => r.Seconds, false,
            "files cost time of their own; the size written stands beside it"),
    ];

    /// <summary>The points off the line as a table; a single row says so when there are none.</summary>
    public static SummarySection Table(IReadOnlyList<GrowthRow> rows)
    {
        IReadOnlyList<string>[] off = [.. Curves.SelectMany(c => Off(c.Unit, c.Cost, c.AgainstLast, c.Why, [.. rows.Where(r => r.Grows == c.Grows)]))];
        return new SummarySection(
            $"Not linear within {Show.Share(Tolerance)}",
            ["grows: size", "off the line", "measured as", "against", "known reasons"],
            off.Length > 0 ? off : [["nothing", "", "", "", ""]],
            "Time only. Memory is not meant to be linear: it is that of the systems in work and of what is counted, not of all people.");
    }

    private static IEnumerable<IReadOnlyList<string>> Off(string unit, Func<GrowthRow, double> cost, bool againstLast, string why, GrowthRow[] rows)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        GrowthRow line = againstLast ? rows[^1] : rows[0];
        return rows
            .Select(r => (Row: r, Off: (cost(r) / cost(line)) - 1))
            .Where(p => Math.Abs(p.Off) > Tolerance)
            .Select(p => (IReadOnlyList<string>)[$"{p.Row.Grows}: {p.Row.Size}", Show.Change(p.Off), unit, line.Size, why]);
    }
}
