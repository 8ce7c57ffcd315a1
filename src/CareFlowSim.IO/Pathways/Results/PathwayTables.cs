using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The full results of a pathway as tables, one Parquet file each.</summary>
internal static class PathwayTables
{
    private const string WholePath = "whole path";
    private const string AllClasses = "all";

    private static readonly ColumnText Arm = new("arm", "", "baseline, or the name of the policy.");
    private static readonly ColumnText Place = new("place", "", $"The place, or '{WholePath}'.");
    private static readonly ColumnText Class = new("class", "", $"The class, or '{AllClasses}'.");
    private static readonly ColumnText Replication = new("replication", "", "Number of the replication, from 1.");

    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Every table with its question, in the order of writing.</summary>
    public static IReadOnlyList<(string Name, string Question, Func<PathwayResult, Table> Make)> All { get; } =
    [
        ("measures", "What happened at each place, and how sure is that?", Measures),
        (PrecisionTable.Name, PrecisionTable.Question, PrecisionTable.Of),
        ("replications", "What did each replication count?", Replications),
        ("daily", "How many people were in each place and waiting for it, day by day?", Daily),
        ("occupancy", "For how much of the time were so many people in each place, and how many beds would have been enough?", Occupancy),
        ("waits", "How long did people wait?", Waits),
        ("ends", "Where did people's paths end?", Ends),
    ];

    /// <summary>Name of the place of a row.</summary>
    public static string PlaceOf(PathwayResult result, PathwayRow row) => row.Place < 0 ? WholePath : result.Scenario.Places[row.Place].Name;

    private static string ClassOf(PathwayResult result, PathwayRow row) => row.Class < 0 ? AllClasses : result.Scenario.Classes[row.Class];

    private static Table Measures(PathwayResult result)
    {
        var rows = Enumerable.Range(0, result.Arms.Count)
            .SelectMany(arm => result.Rows.Select((row, index) => (arm, row, index)))
            .SelectMany(r => Enum.GetValues<PathwayMeasure>().Select(measure => (r.arm, r.row, r.index, measure, level: result.Level(r.arm, r.index, measure))))
            .Where(r => !double.IsNaN(r.level.Point))
            .Select(r => (r.arm, r.row, r.measure, r.level, change: r.arm == 0 ? null : result.Difference(r.arm, r.index, r.measure)))
            .ToArray();
        return new Table(
            "measures",
            "One row per arm, place, class and measure: the mean over replications with its 95% interval, and the change from the baseline on the same replications.",
            [
                Arm.With(rows.Select(r => result.Arms[r.arm]).ToArray()),
                Place.With(rows.Select(r => PlaceOf(result, r.row)).ToArray()),
                Class.With(rows.Select(r => ClassOf(result, r.row)).ToArray()),
                new Column("measure", "", "What is measured.", rows.Select(r => PathwayMeasureText.Of(r.measure).Name).ToArray()),
                new Column("unit", "", "Unit of the figures.", rows.Select(r => PathwayMeasureText.Of(r.measure).Unit).ToArray()),
                new Column("mean", "", "Mean over replications, in the unit of the row.", rows.Select(r => r.level.Point).ToArray()),
                new Column("low", "", "Lower end of the 95% interval; missing with one replication.", rows.Select(r => StudyFigures.Known(r.level.Low)).ToArray()),
                new Column("high", "", "Upper end of the 95% interval; missing with one replication.", rows.Select(r => StudyFigures.Known(r.level.High)).ToArray()),
                new Column("replications", "", "Replications in which there was something to measure.", rows.Select(r => r.level.Replications).ToArray()),
                new Column("change", "", "Mean change from the baseline; missing for the baseline.", rows.Select(r => Part(r.change, c => c.Point)).ToArray()),
                new Column("change_low", "", "Lower end of its 95% interval.", rows.Select(r => Part(r.change, c => c.Low)).ToArray()),
                new Column("change_high", "", "Upper end of its 95% interval.", rows.Select(r => Part(r.change, c => c.High)).ToArray()),
            ]);
    }

    private static double? Part(Estimate? estimate, Func<Estimate, double> part) => estimate is null ? null : StudyFigures.Known(part(estimate));

    private static Table Replications(PathwayResult result)
    {
        var rows = Enumerable.Range(0, result.Arms.Count)
            .SelectMany(arm => Enumerable.Range(0, result.Replications).SelectMany(r => result.Rows.Select((row, index) => (arm, r, row, index))))
            .ToArray();
        return new Table(
            "replications",
            "One row per arm, replication, place and class: every measure. Those without meaning there are missing.",
            [
                Arm.With(rows.Select(r => result.Arms[r.arm]).ToArray()),
                Replication.With(rows.Select(r => r.r + 1).ToArray()),
                Place.With(rows.Select(r => PlaceOf(result, r.row)).ToArray()),
                Class.With(rows.Select(r => ClassOf(result, r.row)).ToArray()),
                .. Enum.GetValues<PathwayMeasure>().Select(m => PathwayMeasureText.Of(m).With(rows.Select(r => StudyFigures.Known(result.Outcomes[r.arm][r.r].Value(r.index, m))).ToArray())),
            ]);
    }

    private static Table Daily(PathwayResult result)
    {
        PathwayScenario scenario = result.Scenario;
        (int Arm, int Place)[] pairs = Pairs(result);
        int days = scenario.TotalDays;
        double[][][] occupied = [.. pairs.Select(p => result.PercentileSeries(p.Arm, p.Place, PathwaySeries.Occupied, Shares))];
        double[][][] waiting = [.. pairs.Select(p => result.PercentileSeries(p.Arm, p.Place, PathwaySeries.Waiting, Shares))];
        int[] row = [.. Enumerable.Range(0, pairs.Length * days)];
        return new Table(
            "daily",
            "One row per arm, place and day of the run, warm-up included. Percentiles are over replications.",
            [
                Arm.With(row.Select(r => result.Arms[pairs[r / days].Arm]).ToArray()),
                Place.With(row.Select(r => scenario.Places[pairs[r / days].Place].Name).ToArray()),
                new Column("date", "", "The day.", row.Select(r => scenario.FirstDate.AddDays(r % days)).ToArray()),
                new Column("measured", "", "Whether the day is measured, not warm-up.", row.Select(r => r % days >= scenario.Period.WarmUpDays).ToArray()),
                Mean("mean_occupied", "people", "Mean number of people in the place during the day.", PathwaySeries.MeanOccupied),
                .. Shares.Select((s, i) => Percentile("occupied", "In the place at the midnight that ends the day", s, i, occupied)),
                Mean("waiting", "people", "Mean number of people waiting for the place at the midnight that ends the day.", PathwaySeries.Waiting),
                .. Shares.Select((s, i) => Percentile("waiting", "Waiting for it at the midnight that ends the day", s, i, waiting)),
                Mean("delay_days", "person-days", "Mean days of waiting for the place during the day.", PathwaySeries.DelayDays),
            ]);

        Column Mean(string name, string unit, string meaning, PathwaySeries series) =>
            new(name, unit, meaning, pairs.SelectMany(p => result.MeanSeries(p.Arm, p.Place, series)).ToArray());

        Column Percentile(string name, string what, double share, int index, double[][][] values) =>
            new($"{name}_p{share * 100:00}", "people", $"{what}: {share * 100:0}% of replications had at most so many.", values.SelectMany(v => v[index]).ToArray());
    }

    private static Table Occupancy(PathwayResult result)
    {
        var rows = Pairs(result).SelectMany(p =>
        {
            double[] occupied = result.OccupancyShares(p.Arm, p.Place);
            double[] needed = result.NeedShares(p.Arm, p.Place);
            double enough = 0;
            return Enumerable.Range(0, Math.Max(occupied.Length, needed.Length)).Select(n =>
                (p.Arm, p.Place, n, Occupied: occupied.ElementAtOrDefault(n), Needed: needed.ElementAtOrDefault(n), Enough: Math.Min(1, enough += needed.ElementAtOrDefault(n)))).ToArray();
        }).ToArray();
        return new Table(
            "occupancy",
            "One row per arm, place and number of people, over the measured time of all replications.",
            [
                Arm.With(rows.Select(r => result.Arms[r.Arm]).ToArray()),
                Place.With(rows.Select(r => result.Scenario.Places[r.Place].Name).ToArray()),
                new Column("people", "people", "So many people.", rows.Select(r => r.n).ToArray()),
                new Column("occupied_share", "share", "Share of the time with so many people in the place.", rows.Select(r => r.Occupied).ToArray()),
                new Column("needed_share", "share", "Share of the time in which so many needed the place: in it or waiting for it, without those in it who only wait for somewhere else.", rows.Select(r => r.Needed).ToArray()),
                new Column("enough_share", "share", "Share of the time in which so many beds would have been enough for them.", rows.Select(r => r.Enough).ToArray()),
            ]);
    }

    private static Table Waits(PathwayResult result)
    {
        var rows = Pairs(result).SelectMany(p =>
        {
            WaitHistogram waits = result.Waits[p.Arm][p.Place];
            long reached = 0;
            return Enumerable.Range(0, waits.Bins - 1).Where(bin => waits.CountIn(bin) > 0).Select(bin =>
                (p.Arm, p.Place, From: WaitHistogram.LowestOf(bin), To: WaitHistogram.LowestOf(bin + 1), Count: waits.CountIn(bin), Share: (double)(reached += waits.CountIn(bin)) / waits.Count)).ToArray();
        }).ToArray();
        return new Table(
            "waits",
            "One row per arm, place and length of wait, of all who came in in the measured time, all replications together.",
            [
                Arm.With(rows.Select(r => result.Arms[r.Arm]).ToArray()),
                Place.With(rows.Select(r => result.Scenario.Places[r.Place].Name).ToArray()),
                new Column("from_days", "days", "Waits from so long, inclusive; 0 did not wait.", rows.Select(r => (double)r.From / Clock.SecondsPerDay).ToArray()),
                new Column("to_days", "days", "To so long, exclusive.", rows.Select(r => (double)r.To / Clock.SecondsPerDay).ToArray()),
                new Column("count", "people", "How many waited so long.", rows.Select(r => r.Count).ToArray()),
                new Column("share_to", "share", "Share of all who waited less than the upper end.", rows.Select(r => r.Share).ToArray()),
            ]);
    }

    private static Table Ends(PathwayResult result)
    {
        int classes = result.Scenario.Classes.Count;
        var rows = Enumerable.Range(0, result.Arms.Count)
            .SelectMany(arm => Enumerable.Range(0, result.Ends.Count).SelectMany(end => Enumerable.Range(-1, classes > 1 ? classes + 1 : 1).Select(c => (arm, end, c, people: result.Ended(arm, end, c)))))
            .ToArray();
        return new Table(
            "ends",
            "One row per arm, end of the path and class: people who reached it in the measured time.",
            [
                Arm.With(rows.Select(r => result.Arms[r.arm]).ToArray()),
                new Column("end", "", "The end.", rows.Select(r => result.Ends[r.end]).ToArray()),
                Class.With(rows.Select(r => ClassOf(result, new PathwayRow(-1, r.c))).ToArray()),
                new Column("people", "people", "Mean over replications.", rows.Select(r => r.people.Point).ToArray()),
                new Column("low", "people", "Lower end of the 95% interval; missing with one replication.", rows.Select(r => StudyFigures.Known(r.people.Low)).ToArray()),
                new Column("high", "people", "Upper end of the 95% interval; missing with one replication.", rows.Select(r => StudyFigures.Known(r.people.High)).ToArray()),
            ]);
    }

    private static (int Arm, int Place)[] Pairs(PathwayResult result) =>
        [.. Enumerable.Range(0, result.Arms.Count).SelectMany(arm => Enumerable.Range(0, result.Scenario.Places.Count).Select(place => (arm, place)))];
}
