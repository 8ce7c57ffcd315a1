using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

public sealed class PathwayStudyTests
{
    private static readonly Lazy<PathwayResult> Shared = new(() => Run(PathwayFiles.Small("""
        policies:
          - { name: more, places: { place: ward, capacity: 5 } }
        """)));

    private static PathwayResult Result => Shared.Value;

    [Fact]
    public void Tables_AgreeWithEachOther()
    {
        Study study = PathwayStudy.Of(Result, stopped: false);
        Table measures = TableOf(study, "measures");
        Table occupancy = TableOf(study, "occupancy");
        Table waits = TableOf(study, "waits");

        double occupied = Rows(occupancy).Where(r => Text(occupancy, "arm", r) == "baseline").Sum(r => (int)Cell(occupancy, "people", r) * (double)Cell(occupancy, "occupied_share", r));
        Assert.Equal(Measure(measures, "mean_occupied"), occupied, 1e-9);

        int zero = Rows(waits).First(r => Text(waits, "arm", r) == "baseline" && (double)Cell(waits, "from_days", r) == 0);
        long all = Rows(waits).Where(r => Text(waits, "arm", r) == "baseline").Sum(r => (long)Cell(waits, "count", r));
        double share = 1 - ((double)(long)Cell(waits, "count", zero) / all);
        Assert.Equal(Measure(measures, "wait_share"), share, 0.02);
        Assert.Equal(Measure(measures, "mean_wait"), Measure(measures, "mean_capacity_delay") + Measure(measures, "mean_transition_delay"), 1e-9);
    }

    [Fact]
    public void Daily_HasEveryDayOfEveryArmWithPercentilesInOrder()
    {
        Table daily = TableOf(PathwayStudy.Of(Result, stopped: false), "daily");

        Assert.Equal(2 * 100, daily.RowCount);
        Assert.All(Rows(daily), r => Assert.True((double)Cell(daily, "occupied_p05", r) <= (double)Cell(daily, "occupied_p50", r) && (double)Cell(daily, "occupied_p50", r) <= (double)Cell(daily, "occupied_p95", r)));
        Assert.Equal(new DateOnly(2024, 1, 1), Cell(daily, "date", 0));
    }

    [Fact]
    public void Beds_EnoughRiseToAllOfTheTime()
    {
        Table occupancy = TableOf(PathwayStudy.Of(Result, stopped: false), "occupancy");
        double[] enough = [.. Rows(occupancy).Where(r => Text(occupancy, "arm", r) == "baseline").Select(r => (double)Cell(occupancy, "enough_share", r))];

        Assert.Equal(enough.Order(), enough);
        Assert.Equal(1, enough[^1], 1e-9);
    }

    [Fact]
    public void Pictures_ComeWithWhatThereIsToShow()
    {
        string[] small = [.. PathwayStudy.Of(Result, stopped: false).Charts.Select(c => c.File)];
        string[] costly = [.. PathwayStudy.Of(Run(PathwayFiles.Small("costs: { pounds_per_death: 1 }\n").Replace("capacity: 3", "capacity: unlimited\n    costs: { pounds_per_occupied_day: 5 }", StringComparison.Ordinal).Replace("days: 100 }", "days: 100, warm_up_days: 20 }", StringComparison.Ordinal)), stopped: false).Charts.Select(c => c.File)];

        Assert.Equal(["occupancy-ward.svg", "delay-by-day.svg", "delay-by-place.svg", "bed-requirement.svg", "occupancy-distribution.svg", "waits.svg"], small);
        Assert.Equal(["occupancy-ward.svg", "bed-requirement.svg", "occupancy-distribution.svg", "costs.svg", "welch.svg"], costly);
    }

    [Fact]
    public void Report_TellsWhatTheControlGained_BesideThePlainFigures()
    {
        Study study = PathwayStudy.Of(Run(PathwayFiles.Small("replications: 8\n")), stopped: false);
        SummarySection gained = study.Sections[^1];

        Assert.Equal("What variance reduction gained", gained.Title);
        Assert.Contains(gained.Rows, r => r[0] == "baseline, mean_occupied" && r[1].Length > 0 && r[4].Length > 0 && r[6].EndsWith(" ×", StringComparison.Ordinal));
        Assert.True(study.Printed < study.Sections.Count);
    }

    [Fact]
    public void Files_AreTheSameOnAnyNumberOfThreads()
    {
        Study one = PathwayStudy.Of(Run(PathwayFiles.Small(), threads: 1), stopped: false);
        Study four = PathwayStudy.Of(Run(PathwayFiles.Small(), threads: 4), stopped: false);

        StudyInfo info = new("careflow run small.yaml", "1.2.3", 1, 0, DateTimeOffset.UnixEpoch, []);
        Assert.Equal(one.Json(info, []), four.Json(info, []));
        Assert.Equal(one.Charts.Select(c => c.Chart.ToSvg()), four.Charts.Select(c => c.Chart.ToSvg()));
    }

    [Fact]
    public void SearchStudy_NamesTheFewestBedsAndMarksThem()
    {
        PathwayScenario scenario = PathwayFiles.Read(PathwayFiles.Small("""
            search: { places: { place: ward, lowest: 2, highest: 8 }, objective: least-capacity, service_levels: { measure: wait-share, place: ward, at_most: 0.1 }, replications: 4 }
            """));
        Study study = PathwaySearchStudy.Of(scenario, PathwaySearch.Run(scenario, new RunOptions { Threads = 2 }));
        Table table = TableOf(study, "search");

        int best = Assert.Single(Rows(table), r => (bool)Cell(table, "best", r));
        Assert.True((double)Cell(table, "level_1", best) <= 0.1);
        Assert.All(Rows(table).Where(r => (int)Cell(table, "units_1", r) < (int)Cell(table, "units_1", best)), r => Assert.True((double)Cell(table, "level_1", r) > 0.1));
        Assert.Equal(["ward", Cell(table, "units_1", best).ToString()!], study.Sections[0].Rows[0]);
    }

    [Fact]
    public void ResultsReadme_IsCurrent()
    {
        string readme = Path.Combine(ScenarioFiles.Root, "results", "README.md");
        MarkedBlock.AssertCurrent(readme, "pathway files", PathwayReference.FilesMarkdown());
        MarkedBlock.AssertCurrent(readme, "pathway columns", PathwayReference.ColumnsMarkdown(Result));
    }

    private static PathwayResult Run(string yaml, int threads = 2) => PathwayRunner.Run(PathwayFiles.Read(yaml), new RunOptions { Threads = threads });

    private static Table TableOf(Study study, string name) => study.Tables.Single(t => t.Name == name);

    private static IEnumerable<int> Rows(Table table) => Enumerable.Range(0, table.RowCount);

    private static object Cell(Table table, string column, int row) => table.Columns.Single(c => c.Name == column).Values.GetValue(row)!;

    private static string Text(Table table, string column, int row) => (string)Cell(table, column, row);

    private static double Measure(Table measures, string name) =>
        (double)Cell(measures, "mean", Rows(measures).Single(r => Text(measures, "arm", r) == "baseline" && Text(measures, "place", r) == "ward" && Text(measures, "measure", r) == name));
}
