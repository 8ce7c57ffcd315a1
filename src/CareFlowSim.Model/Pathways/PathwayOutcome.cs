using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>A row of results: a place, or the whole path; of all classes, or of one.</summary>
/// <param name="Place">Number of the place; -1 is the whole path.</param>
/// <param name="Class">Number of the class; -1 is all classes.</param>
public readonly record struct PathwayRow(int Place, int Class)
{
    /// <summary>The rows of a scenario: the whole path, each place, and, if there are several classes, the same for each class.</summary>
    public static IReadOnlyList<PathwayRow> Of(PathwayScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        List<PathwayRow> rows = [];
        for (int @class = -1; @class < (scenario.Classes.Count > 1 ? scenario.Classes.Count : 0); @class++)
        {
            for (int place = -1; place < scenario.Places.Count; place++)
            {
                rows.Add(new PathwayRow(place, @class));
            }
        }

        return rows;
    }
}

/// <summary>A series by day of the run, warm-up included.</summary>
public enum PathwaySeries
{
    /// <summary>People in the place at the midnight that ends the day.</summary>
    Occupied,

    /// <summary>People waiting for the place at the midnight that ends the day.</summary>
    Waiting,

    /// <summary>Person-days of waiting for the place during the day.</summary>
    DelayDays,

    /// <summary>Mean number of people in the place during the day.</summary>
    MeanOccupied,
}

/// <summary>What one replication of one arm counted in the measured period. Not yet an estimate.</summary>
public sealed class PathwayOutcome
{
    private static readonly PathwaySeries[] s_series = Enum.GetValues<PathwaySeries>();

    private readonly double[][] _values;
    private readonly float[][] _series;

    private PathwayOutcome(PathwaySystem system)
    {
        PathwayLayout layout = system.Layout;
        Rows = PathwayRow.Of(layout.Scenario);
        _values = [.. Rows.Select(r => PathwayMeasures.Of(system, r))];
        _series = [.. Enumerable.Range(0, layout.Places.Length * s_series.Length).Select(i => SeriesOf(system.Tallies[i / s_series.Length], s_series[i % s_series.Length]))];
        OccupiedSeconds = [.. system.Tallies.Select(t => Trim(t.OccupiedTimes.Seconds))];
        NeededSeconds = [.. system.Tallies.Select(t => Trim(t.NeededTimes.Seconds))];
        Ended = [.. system.Ended];
        Waits = [.. system.Tallies.Select(Merged)];
        Events = system.Events;
    }

    /// <summary>The rows of <see cref="Value(int, PathwayMeasure)"/>.</summary>
    public IReadOnlyList<PathwayRow> Rows { get; }

    /// <summary>Seconds that each place spent with 0, 1, 2, … people in it.</summary>
    public IReadOnlyList<long[]> OccupiedSeconds { get; }

    /// <summary>Seconds in which 0, 1, 2, … people needed the place: in it or waiting for it, less those in it who only wait for somewhere else.</summary>
    public IReadOnlyList<long[]> NeededSeconds { get; }

    /// <summary>People who reached each end: end times classes plus class.</summary>
    public IReadOnlyList<long> Ended { get; }

    /// <summary>Waits in seconds of those who came in, by place.</summary>
    public IReadOnlyList<WaitHistogram> Waits { get; private set; }

    /// <summary>Events of the run.</summary>
    public long Events { get; }

    /// <summary>A measure of a row; not a number where it makes no sense or nobody was counted.</summary>
    public double Value(int row, PathwayMeasure measure) => _values[row][(int)measure];

    /// <summary>A series of a place, by day of the run.</summary>
    public IReadOnlyList<float> Series(int place, PathwaySeries series) => _series[(place * s_series.Length) + (int)series];

    internal static PathwayOutcome Of(PathwaySystem system) => new(system);

    /// <summary>Lets go of the waits once they are added up.</summary>
    public void DropWaits() => Waits = [];

    private static float[] SeriesOf(PlaceTally tally, PathwaySeries series) => series switch
    {
        PathwaySeries.Occupied => Levels(tally.Occupied),
        PathwaySeries.Waiting => Levels(tally.Waiting),
        PathwaySeries.DelayDays => Means(tally.Waiting),
        _ => Means(tally.Occupied),
    };

    private static float[] Levels(DailyLevel level)
    {
        float[] values = new float[level.Midnights.Length];
        for (int day = 0; day < values.Length; day++)
        {
            values[day] = level.Midnights[day];
        }

        return values;
    }

    private static float[] Means(DailyLevel level)
    {
        float[] values = new float[level.Areas.Length];
        for (int day = 0; day < values.Length; day++)
        {
            values[day] = (float)((double)level.Areas[day] / Clock.SecondsPerDay);
        }

        return values;
    }

    private static long[] Trim(ReadOnlySpan<long> seconds)
    {
        int length = seconds.Length;
        while (length > 1 && seconds[length - 1] == 0)
        {
            length--;
        }

        return seconds[..length].ToArray();
    }

    private static WaitHistogram Merged(PlaceTally tally)
    {
        WaitHistogram merged = new();
        foreach (WaitHistogram waits in tally.Waits)
        {
            merged.Merge(waits);
        }

        return merged;
    }
}
