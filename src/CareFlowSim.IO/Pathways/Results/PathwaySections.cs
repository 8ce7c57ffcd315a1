using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The answer of a pathway in a few tables.</summary>
internal static class PathwaySections
{
    private const string Missing = "–";

    /// <summary>The tables, the most wanted first.</summary>
    public static IReadOnlyList<SummarySection> Of(PathwayResult result)
    {
        List<SummarySection> sections = [Places(result), Delay(result)];
        if (result.Scenario.Classes.Count > 1)
        {
            sections.Add(Classes(result));
        }

        if (result.Arms.Count > 1)
        {
            sections.Add(Policies(result));
        }

        sections.AddRange(PrecisionSummary.Of(result.Precision, result.Replications));
        sections.Add(Path(result));
        sections.Add(Ends(result));
        if (result.Scenario.Period.WarmUpDays > 0)
        {
            sections.Add(PathwayWarmUp.Section(result));
        }

        sections.AddRange(VarianceSummary.Of(result));
        return sections;
    }

    /// <summary>How many of the tables fit a screen.</summary>
    public static int Printed(PathwayResult result) => Of(result).Count - (result.Scenario.Period.WarmUpDays > 0 ? 2 : 1) - VarianceSummary.Of(result).Count;

    private static SummarySection Places(PathwayResult result) => new(
        "Places in the baseline",
        ["place", "capacity", "people, mean", "95% of time ≤", "utilisation", "asked", "came in", "turned away", "left", "waited at all"],
        [
            .. Rows(result).Select(r => (string[])
            [
                r.Name,
                PathwayCapacity.Words(result.Scenario.Places[r.Place].Capacity, result.Scenario),
                Mean(result, 0, r.Row, PathwayMeasure.MeanOccupied),
                Mean(result, 0, r.Row, PathwayMeasure.Occupied95),
                Share(result, r.Row, PathwayMeasure.Utilisation),
                Mean(result, 0, r.Row, PathwayMeasure.Arrivals),
                Mean(result, 0, r.Row, PathwayMeasure.Admissions),
                Mean(result, 0, r.Row, PathwayMeasure.TurnedAway),
                Mean(result, 0, r.Row, PathwayMeasure.Left),
                Share(result, r.Row, PathwayMeasure.WaitShare),
            ]),
        ],
        $"Means over {Title.Count(result.Replications, "replication")}, of the whole measured period of {Title.Count(result.Scenario.Period.Days, "day")}. People count as in a place while they board there for the next one.");

    private static SummarySection Delay(PathwayResult result) => new(
        "Waits and delay in the baseline (days)",
        ["place", "mean wait", "for capacity", "in transition", "half ≤", "90% ≤", "95% ≤", "waiting, mean", "days lost to blocking"],
        [
            .. Rows(result).Select(r => (string[])
            [
                r.Name,
                PlusMinus(result, 0, r.Row, PathwayMeasure.MeanWait),
                Mean(result, 0, r.Row, PathwayMeasure.MeanCapacityDelay),
                Mean(result, 0, r.Row, PathwayMeasure.MeanTransitionDelay),
                Mean(result, 0, r.Row, PathwayMeasure.WaitMedian),
                Mean(result, 0, r.Row, PathwayMeasure.Wait90),
                Mean(result, 0, r.Row, PathwayMeasure.Wait95),
                Mean(result, 0, r.Row, PathwayMeasure.MeanWaiting),
                Mean(result, 0, r.Row, PathwayMeasure.BlockedDays),
            ]),
        ],
        "Waits of those who came in, for this place. In transition is transfer and the wait for the next admission hour. " + IntervalNote(result));

    private static SummarySection Classes(PathwayResult result) => new(
        "Waits by class in the baseline",
        ["place, class", "asked", "came in", "waited at all", "mean wait (days)", "95% ≤ (days)"],
        [
            .. result.Rows.Select((row, index) => (row, index)).Where(r => r.row is { Place: >= 0, Class: >= 0 } && result.Level(0, r.index, PathwayMeasure.Arrivals).Point > 0).OrderBy(r => r.row.Place).ThenBy(r => r.row.Class)
                .Select(r => (string[])
                [
                    $"{result.Scenario.Places[r.row.Place].Name}, {result.Scenario.Classes[r.row.Class]}",
                    Mean(result, 0, r.index, PathwayMeasure.Arrivals),
                    Mean(result, 0, r.index, PathwayMeasure.Admissions),
                    Share(result, r.index, PathwayMeasure.WaitShare),
                    PlusMinus(result, 0, r.index, PathwayMeasure.MeanWait),
                    Mean(result, 0, r.index, PathwayMeasure.Wait95),
                ]),
        ]);

    private static SummarySection Policies(PathwayResult result)
    {
        List<string[]> rows = [];
        for (int arm = 1; arm < result.Arms.Count; arm++)
        {
            foreach ((string name, int row, _) in Rows(result).Where(r => Changes(result, arm, r.Row)))
            {
                rows.Add(
                [
                    $"{result.Arms[arm]}: {name}",
                    Change(result, arm, row, PathwayMeasure.MeanWait),
                    Percentage(result.Difference(arm, row, PathwayMeasure.WaitShare)),
                    Change(result, arm, row, PathwayMeasure.DelayDays),
                    Change(result, arm, row, PathwayMeasure.MeanOccupied),
                    Change(result, arm, row, PathwayMeasure.TurnedAway),
                ]);
            }

            int whole = result.RowOf(null);
            rows.Add(
            [
                $"{result.Arms[arm]}: whole path",
                Missing,
                Missing,
                Change(result, arm, whole, PathwayMeasure.DelayDays),
                Change(result, arm, whole, PathwayMeasure.MeanOccupied),
                Change(result, arm, whole, PathwayMeasure.TurnedAway),
            ]);
        }

        return new SummarySection(
            "What each policy changes",
            ["policy: place", "mean wait (days)", "waited at all (points)", "delay (person-days)", "people, mean", "turned away"],
            rows,
            "Policy less baseline, on the same people and the same luck; below zero is less. Places in which nothing changes beyond chance are left out; all are in measures.parquet. " + IntervalNote(result));
    }

    private static SummarySection Path(PathwayResult result)
    {
        int row = result.RowOf(null);
        return new SummarySection(
            "Whole path",
            ["arm", "came", "reached an end", "died", "delay (person-days)", "days lost to blocking", "visits", "cost (£)"],
            [
                .. result.Arms.Select((name, arm) => (string[])
                [
                    name,
                    Mean(result, arm, row, PathwayMeasure.Arrivals),
                    Mean(result, arm, row, PathwayMeasure.Departures),
                    Mean(result, arm, row, PathwayMeasure.Died),
                    PlusMinus(result, arm, row, PathwayMeasure.DelayDays),
                    Mean(result, arm, row, PathwayMeasure.BlockedDays),
                    Mean(result, arm, row, PathwayMeasure.Visits),
                    result.Level(arm, row, PathwayMeasure.Cost).Point > 0 ? PlusMinus(result, arm, row, PathwayMeasure.Cost) : Missing,
                ]),
            ],
            IntervalNote(result));
    }

    private static SummarySection Ends(PathwayResult result) => new(
        "Where paths end",
        ["end", .. result.Arms],
        [
            .. Enumerable.Range(0, result.Ends.Count).Where(e => Enumerable.Range(0, result.Arms.Count).Any(a => result.Ended(a, e).Point > 0))
                .Select(e => (string[])[result.Ends[e], .. Enumerable.Range(0, result.Arms.Count).Select(a => StudyFigures.Short(result.Ended(a, e).Point))]),
        ],
        "People who reached each end in the measured period.");

    private static IEnumerable<(string Name, int Row, int Place)> Rows(PathwayResult result) =>
        result.Scenario.Places.Select((p, i) => (p.Name, result.RowOf(p.Name), i));

    /// <summary>Whether anything changes that chance does not explain; with one replication, whether anything changes at all.</summary>
    private static bool Changes(PathwayResult result, int arm, int row) =>
        new[] { PathwayMeasure.MeanWait, PathwayMeasure.DelayDays, PathwayMeasure.MeanOccupied, PathwayMeasure.TurnedAway }
            .Select(m => result.Difference(arm, row, m))
            .Any(d => d.Point is not (0 or double.NaN) && !(d.Low <= 0 && d.High >= 0));

    private static string Mean(PathwayResult result, int arm, int row, PathwayMeasure measure) => StudyFigures.Short(result.Level(arm, row, measure).Point);

    private static string Share(PathwayResult result, int row, PathwayMeasure measure) => StudyFigures.Percent(result.Level(0, row, measure).Point);

    private static string PlusMinus(PathwayResult result, int arm, int row, PathwayMeasure measure) => PlusMinus(result.Level(arm, row, measure), signed: false);

    private static string Change(PathwayResult result, int arm, int row, PathwayMeasure measure) => PlusMinus(result.Difference(arm, row, measure), signed: true);

    private static string Percentage(Estimate change) =>
        double.IsNaN(change.Point) ? Missing : PlusMinus(change with { Point = 100 * change.Point, Low = 100 * change.Low, High = 100 * change.High }, signed: true);

    /// <summary>A point with as many decimals as half its interval needs.</summary>
    private static string PlusMinus(Estimate value, bool signed)
    {
        if (double.IsNaN(value.Point))
        {
            return Missing;
        }

        double half = value.High - value.Point;
        double size = half > 0 ? half : Math.Abs(value.Point);
        int decimals = size is 0 or >= 100 ? 0 : (int)Math.Clamp(1 - Math.Floor(Math.Log10(size)), 0, 6);
        return Figures.PlusMinus(value, decimals, signed);
    }

    private static string IntervalNote(PathwayResult result) => result.Replications > 1
        ? $"± is half the width of the 95% interval over {result.Replications} replications: chance only."
        : "One replication: no intervals.";
}
