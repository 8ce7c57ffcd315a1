using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>What the runs of single years say: figures of the year by arm, and months in a picture.</summary>
internal static class ForwardReport
{
    private static readonly (string Name, Func<ExperimentResult, int, int, double> Of)[] Figures =
    [
        ("people 65+", (r, _, _) => r.Setup.World.Areas.Sum(a => a.Women.Skip(5).Sum() + a.Men.Skip(5).Sum())),
        ("emergency admissions", (r, i, arm) => r.Total(i, arm, Measure.EmergencyAdmissions)),
        ("bed days", (r, i, arm) => r.Total(i, arm, Measure.BedDays)),
        ("recorded delayed days", (r, i, arm) => Enumerable.Range(0, Validation.ReasonCodes.Length).Sum(d => (double)r.Delays(i, arm, d).Recorded) * r.Scale),
        ("deaths", (r, i, arm) => Enumerable.Range((int)Measure.DeathsWomen65, 12).Sum(m => r.Total(i, arm, (Measure)m))),
    ];

    /// <summary>How the years were run, and why so.</summary>
    public static string HowItWasRun(IReadOnlyList<YearRun> runs) =>
        $"Each financial year is a run of its own ({string.Join(", ", runs.Select(r => Name(r)))}; {Simulation.Describe(runs[0].Result.Setup)}): it starts from the people officially counted in its own year, "
        + "after a warm-up of its own, with the background growth of demand up to its start and the policies of its day. One long run would age the people of 2014 without those who moved. "
        + "What this gives up: lines that would have grown from one year into the next start each year at the level that their own capacity sustains. "
        + "Death rates by age, beds, hours and places are those of 2014-15 unless a policy changes them.";

    /// <summary>Figures of each year, and whether it had settled.</summary>
    public static IEnumerable<SummarySection> Sections(IReadOnlyList<YearRun> runs)
    {
        if (runs.Count == 0)
        {
            yield break;
        }

        yield return new SummarySection(
            "Simulated years",
            ["year, arm", .. Figures.Select(f => f.Name), "settled"],
            [.. runs.SelectMany(r => Enumerable.Range(0, r.Result.Arms).Select(arm => (IReadOnlyList<string>)
            [
                $"{Name(r)}, {r.Result.Setup.Arms[arm].Name}",
                .. Figures.Select(f => Show.Figure(Mean(r.Result, arm, f.Of))),
                r.Settled ? "yes" : "NO",
            ]))],
            "Means over replications. The baseline has no policy; settling is checked in the baseline, eight weeks before the year begins.");
    }

    /// <summary>Months of every arm in one picture each.</summary>
    public static IEnumerable<(string File, Chart Chart)> Charts(IReadOnlyList<YearRun> runs, SimulatedSeries simulated)
    {
        if (runs.Count == 0)
        {
            yield break;
        }

        foreach ((string series, string what, string unit) in new[] { (SimulatedSeries.DelayedDays, "Recorded delayed days", "days"), (SimulatedSeries.Admissions, "Emergency admissions", "admissions") })
        {
            if (SeriesChart.Of(simulated, series, what, unit) is { } chart)
            {
                yield return ($"simulated-{series.Replace('_', '-')}.svg", chart);
            }
        }
    }

    /// <summary>The figures of the years for scripts.</summary>
    public static JsonArray Json(IReadOnlyList<YearRun> runs) => new(
    [
        .. runs.SelectMany(r => Enumerable.Range(0, r.Result.Arms).Select(arm =>
        {
            JsonObject year = new() { ["year"] = Name(r), ["arm"] = r.Result.Setup.Arms[arm].Name, ["settled"] = r.Settled };
            foreach ((string name, Func<ExperimentResult, int, int, double> of) in Figures)
            {
                year[name.Replace(' ', '_').Replace("+", "plus", StringComparison.Ordinal)] = Mean(r.Result, arm, of);
            }

            return year;
        })),
    ]);

    private static string Name(YearRun run) => SimulatedSeries.YearOf(new DateOnly(run.Year, 4, 1));

    private static double Mean(ExperimentResult result, int arm, Func<ExperimentResult, int, int, double> of) =>
        Enumerable.Range(0, result.Replications).Average(i => of(result, i, arm));
}
