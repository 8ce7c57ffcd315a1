using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Name, unit and meaning of what is measured on a pathway, the same in files, tables and words.</summary>
internal static class PathwayMeasureText
{
    private static readonly Dictionary<PathwayMeasure, ColumnText> Texts = new()
    {
        [PathwayMeasure.Arrivals] = new("arrivals", "people", "People who asked for the place; of the whole path, who came from outside."),
        [PathwayMeasure.Admissions] = new("admissions", "people", "People who came in."),
        [PathwayMeasure.Departures] = new("departures", "people", "People who ended their stay and are gone; of the whole path, who reached an end."),
        [PathwayMeasure.TurnedAway] = new("turned_away", "people", "People turned away because the line was full."),
        [PathwayMeasure.TurnedAwayShare] = new("turned_away_share", "share", "Share of those who asked that was turned away."),
        [PathwayMeasure.Left] = new("left", "people", "People whose patience was over."),
        [PathwayMeasure.Died] = new("died", "people", "People who died waiting; of the whole path, all who died."),
        [PathwayMeasure.MeanWait] = new("mean_wait", "days", "Mean wait from asking to coming in."),
        [PathwayMeasure.WaitShare] = new("wait_share", "share", "Share of those who came in that waited at all."),
        [PathwayMeasure.WaitMedian] = new("wait_p50", "days", "Half of those who came in waited at most so long."),
        [PathwayMeasure.Wait90] = new("wait_p90", "days", "Nine in ten waited at most so long."),
        [PathwayMeasure.Wait95] = new("wait_p95", "days", "Nineteen in twenty waited at most so long."),
        [PathwayMeasure.MeanCapacityDelay] = new("mean_capacity_delay", "days", "Mean days in the line for lack of capacity."),
        [PathwayMeasure.MeanTransitionDelay] = new("mean_transition_delay", "days", "Mean days in transfer and until the next admission hour."),
        [PathwayMeasure.DelayDays] = new("delay_days", "person-days", "Days of waiting for the place, of everybody, however it ended."),
        [PathwayMeasure.BlockedDays] = new("blocked_days", "place-days", "Days lost here to people who wait for somewhere else."),
        [PathwayMeasure.MeanOccupied] = new("mean_occupied", "people", "Mean number of people in the place, boarding included."),
        [PathwayMeasure.MeanInUse] = new("mean_in_use", "units", "Mean units in use: visits a day where visits are counted, reservations included."),
        [PathwayMeasure.Utilisation] = new("utilisation", "share", "Units in use over units there are; missing without limit."),
        [PathwayMeasure.MeanWaiting] = new("mean_waiting", "people", "Mean number of people waiting for the place, line and transfer."),
        [PathwayMeasure.Occupied95] = new("occupied_p95", "people", "People in the place that are exceeded for no more than 5% of the time."),
        [PathwayMeasure.Visits] = new("visits", "visits", "Visits made."),
        [PathwayMeasure.Cost] = new("cost", "GBP", "Costs in pounds."),
    };

    /// <summary>Name, unit and meaning.</summary>
    public static ColumnText Of(PathwayMeasure measure) => Texts[measure];

    /// <summary>The name in scenario files: that of the tables with dashes.</summary>
    public static string Word(PathwayMeasure measure) => Texts[measure].Name.Replace('_', '-');
}
