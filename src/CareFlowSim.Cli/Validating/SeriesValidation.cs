using System.Globalization;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>Later years run forward, and any simulated months beside observed ones.</summary>
internal static class SeriesValidation
{
    /// <summary>Simulates the years that are asked for, or reads them, and compares.</summary>
    public static Outcome Run(Request request, Terminal terminal)
    {
        World world = WorldReader.Read(request.WorldFolder);
        ObservedData? observed = request.Observed is null ? null : new ObservedReader(world, ValidationReader.Official(request.WorldFolder)).Read(request.Observed);
        List<YearRun> runs = [];
        SimulatedSeries simulated;
        if (request.Results is not null)
        {
            simulated = SeriesFile.Read(request.Results);
        }
        else
        {
            int[] years = Years(request, observed);
            RequireYears(request, observed, years);
            ScenarioFile? file = years.Any(y => y > ForwardYears.BaseYear) ? ScenarioFile.Read(Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(request.WorldFolder)) ?? "", ValidateCommand.ForwardFile)) : null;
            Setup[] setups = [.. years.Select(y => SetupOf(y, world, file, request))];
            runs.AddRange(years.Zip(setups, (y, s) => new YearRun(y, Simulation.Run(s, new RunOptions { Threads = request.Threads }, terminal))));
            simulated = new SimulatedSeries(runs.SelectMany(r => SimulatedSeries.Of(r.Result)));
        }

        ObservedComparison comparison = new(simulated, Preferred(request.Arm, [.. simulated.Values.Select(v => v.Arm).Distinct()]));
        IReadOnlyList<Agreement> agreements = observed is null ? [] : comparison.Of(observed, world.Areas.ToDictionary(a => a.Code, a => a.Name));
        if (observed is not null && agreements.Count == 0)
        {
            throw new UsageException($"--observed – no month of {request.Observed} is simulated – months of {Span(simulated)}");
        }

        return Answer(request, observed, simulated, runs, agreements, comparison);
    }

    /// <summary>A number for scripts: what is not one is null.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>The arm asked for, or else the only policy, before the baseline; where there are several policies, none of them stands for what was done.</summary>
    private static string[] Preferred(string? asked, string[] known)
    {
        const string Baseline = "baseline";
        if (asked is not null && !known.Contains(asked))
        {
            throw new UsageException($"--arm – '{asked}' is not an arm of the simulated figures – {string.Join(", ", known)}");
        }

        string[] policies = [.. known.Where(k => k != Baseline)];
        return asked is not null ? [asked, Baseline] : policies.Length == 1 ? [policies[0], Baseline] : [Baseline];
    }

    private static int[] Years(Request request, ObservedData? observed)
    {
        IEnumerable<int> asked = observed?.Months.Select(m => m.Month >= 4 ? m.Year : m.Year - 1) ?? [];
        IEnumerable<int> possible = ValidationReader.LaterYears.Prepend(ForwardYears.BaseYear);
        return [.. possible.Where(y => asked.Contains(y) || (request.Forward && y > ForwardYears.BaseYear))];
    }

    private static void RequireYears(Request request, ObservedData? observed, int[] years)
    {
        if (years.Length == 0)
        {
            throw new UsageException($"--observed – {request.Observed} covers {SimulatedSeries.MonthOf(observed!.Months[0])} to {SimulatedSeries.MonthOf(observed.Months[^1])}, none of which is simulated – months from {ForwardYears.BaseYear}-04 to {ValidationReader.LaterYears[^1] + 1}-03");
        }
    }

    private static Setup SetupOf(int year, World world, ScenarioFile? file, Request request)
    {
        if (year == ForwardYears.BaseYear)
        {
            return new Setup(world, request.Apply(world, ValidateCommand.BaseYear(world.Name)));
        }

        World later = ForwardYears.WorldOf(world, ValidationReader.People(request.WorldFolder, year));
        return new Setup(later, ForwardYears.ScenarioOf(request.Apply(world, file!.Scenario), world, year));
    }

    private static Outcome Answer(Request request, ObservedData? observed, SimulatedSeries simulated, List<YearRun> runs, IReadOnlyList<Agreement> agreements, ObservedComparison comparison)
    {
        List<SummarySection> sections = [];
        if (agreements.Count > 0)
        {
            sections.Add(Agreements(agreements));
        }

        sections.AddRange(ForwardReport.Sections(runs));
        string what = observed is null ? $"Forward runs of {runs.Count} years." : $"{Show.Count(agreements.Count, "comparison", "comparisons")} with {Path.GetFileName(request.Observed)} ({observed.Format}).";
        string[] drifting = [.. runs.Where(r => !r.Settled).Select(r => SimulatedSeries.YearOf(new DateOnly(r.Year, 4, 1)))];
        what += drifting.Length == 0 ? "" : $" NOT SETTLED when measurement began: {string.Join(", ", drifting)}.";
        List<string> introduction = [what];
        if (runs.Count > 0)
        {
            introduction.Add(ForwardReport.HowItWasRun(runs));
        }

        if (observed is not null)
        {
            string[] missing = [.. observed.Months.Select(SimulatedSeries.MonthOf).Where(m => comparison.ArmOf(m) is null)];
            introduction.Add($"Months compared: {observed.Months.Count - missing.Length} of {observed.Months.Count} in the file. "
                + "Coverage counts the observed figures that lie in the 95 % range of a single replication, which holds chance only. No parameter was set with an observed figure after March 2015 in view, and none is set here."
                + (missing.Length > 0 ? $" Not simulated, so left out: {missing[0]}{(missing.Length > 1 ? $" to {missing[^1]}, {missing.Length} months" : "")}." : ""));
            introduction.AddRange(observed.Remarks);
        }

        string arms = string.Join("; ", simulated.Values.Select(v => v.Period).Distinct().Where(MonthLike).GroupBy(comparison.ArmOf).Select(g => $"{g.Key} {g.Min()} to {g.Max()}"));
        ValidationFolder folder = new(
            observed is null ? "Forward runs: England after 2014-15" : "Simulated beside observed figures",
            introduction,
            sections,
            [.. ObservedCharts.Of(agreements, "Simulated: " + arms), .. ForwardReport.Charts(runs, simulated)],
            [.. agreements.Count > 0 ? [("observed.parquet", ValidationFolder.TableOf(agreements))] : Array.Empty<(string, Table)>(), (SeriesFile.Name, SeriesFile.Of(simulated))]);
        return new Outcome(
            folder,
            what,
            new JsonObject { ["arms"] = arms },
            [.. agreements.Select(a => ScriptFigure.Alone("bias", [("comparison", a.Name), ("by", a.ByArea ? "area" : "month")], "share", a.Bias, a.Points.Count))],
            Json(agreements, runs),
            runs.All(r => r.Settled));
    }

    private static bool MonthLike(string period) => DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Span(SimulatedSeries simulated)
    {
        string[] months = [.. simulated.Values.Select(v => v.Period).Distinct().Where(MonthLike).Order(StringComparer.Ordinal)];
        return months.Length == 0 ? "none" : $"{months[0]} to {months[^1]}";
    }

    private static SummarySection Agreements(IReadOnlyList<Agreement> agreements) => new(
        "Simulated beside observed",
        ["comparison", "points", "observed", "simulated", "bias", "correlation", "rank correlation", "coverage"],
        [.. agreements.Select(a => (IReadOnlyList<string>)
        [
            a.Name,
            a.Points.Count.ToString(CultureInfo.InvariantCulture),
            Show.Figure(a.ByArea ? a.Points.Average(p => p.Observed) : a.Points.Sum(p => p.Observed)),
            Show.Figure(a.ByArea ? a.Points.Average(p => p.Simulated) : a.Points.Sum(p => p.Simulated)),
            Show.Change(a.Bias),
            Known(a.Correlation, "0.00"),
            Known(a.Rank, "0.00"),
            Known(a.Coverage, "0 %"),
        ])],
        string.Join(" ", agreements.Select(a => a.Note).Distinct()) + " Areas: means of rates per 1,000 people 65+ and year; months: sums.");

    private static string Known(double value, string format) => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);

    private static (string Key, JsonNode? Value)[] Json(IReadOnlyList<Agreement> agreements, IReadOnlyList<YearRun> runs) =>
    [
        ("years", ForwardReport.Json(runs)),
        ("comparisons", new JsonArray([.. agreements.Select(a => new JsonObject
        {
            ["name"] = a.Name,
            ["unit"] = a.Unit,
            ["by"] = a.ByArea ? "area" : "month",
            ["points"] = a.Points.Count,
            ["bias"] = Number(a.Bias),
            ["correlation"] = Number(a.Correlation),
            ["rank_correlation"] = Number(a.Rank),
            ["coverage"] = Number(a.Coverage),
        })])),
    ];
}

/// <summary>One financial year, simulated.</summary>
/// <param name="Year">Calendar year in which it starts.</param>
/// <param name="Result">Its run.</param>
internal sealed record YearRun(int Year, ExperimentResult Result)
{
    /// <summary>Whether every level had settled when measurement began.</summary>
    public bool Settled => Settling.Check(Result).All(c => c.Settled);
}
