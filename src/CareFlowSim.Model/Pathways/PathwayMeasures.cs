using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Works out the measures of a row from what a run counted.</summary>
internal static class PathwayMeasures
{
    private static readonly int s_count = Enum.GetValues<PathwayMeasure>().Length;

    public static double[] Of(PathwaySystem system, PathwayRow row)
    {
        PathwayEpoch epoch = system.Layout.Epoch;
        double[] values = new double[s_count];
        Array.Fill(values, double.NaN);
        ClassCounts all = default;
        WaitHistogram waits = new();
        int[] places = row.Place >= 0 ? [row.Place] : [.. Enumerable.Range(0, system.Tallies.Length)];
        int[] classes = row.Class >= 0 ? [row.Class] : [.. Enumerable.Range(0, system.Arrived.Length)];
        foreach (int place in places)
        {
            PlaceTally tally = system.Tallies[place];
            foreach (int @class in classes)
            {
                all.Add(tally.Counts[@class]);
                waits.Merge(tally.Waits[@class]);
            }
        }

        bool whole = row.Place < 0;
        double seconds = (double)(epoch.Days - epoch.WarmUpDays) * Clock.SecondsPerDay;
        Set(PathwayMeasure.Arrivals, whole ? classes.Sum(c => (double)system.Arrived[c]) : all.Asked);
        Set(PathwayMeasure.Admissions, all.Admitted);
        Set(PathwayMeasure.Departures, whole ? Ended(system, classes) : all.Departed);
        Set(PathwayMeasure.TurnedAway, all.TurnedAway);
        Set(PathwayMeasure.TurnedAwayShare, Share(all.TurnedAway, all.Asked));
        Set(PathwayMeasure.Left, all.Left);
        Set(PathwayMeasure.Died, whole ? Died(system, classes) : all.Died);
        Set(PathwayMeasure.MeanWait, waits.Mean / Clock.SecondsPerDay);
        Set(PathwayMeasure.WaitShare, Share(waits.Count - waits.Zeros, waits.Count));
        Set(PathwayMeasure.WaitMedian, waits.Quantile(0.5) / Clock.SecondsPerDay);
        Set(PathwayMeasure.Wait90, waits.Quantile(0.9) / Clock.SecondsPerDay);
        Set(PathwayMeasure.Wait95, waits.Quantile(0.95) / Clock.SecondsPerDay);
        Set(PathwayMeasure.MeanCapacityDelay, Share(all.LineSeconds, all.Admitted) / Clock.SecondsPerDay);
        Set(PathwayMeasure.MeanTransitionDelay, Share(waits.Sum - all.LineSeconds, all.Admitted) / Clock.SecondsPerDay);
        Set(PathwayMeasure.DelayDays, (double)all.DelaySeconds / Clock.SecondsPerDay);
        Set(PathwayMeasure.MeanOccupied, all.StaySeconds / seconds);
        Set(PathwayMeasure.MeanWaiting, all.DelaySeconds / seconds);
        if (row.Class < 0)
        {
            double blocked = places.Sum(p => Area(system.Tallies[p].Blocked, epoch));
            Set(PathwayMeasure.BlockedDays, blocked / Clock.SecondsPerDay);
            Set(PathwayMeasure.Visits, places.Sum(p => VisitsOf(system, p)));
            Set(PathwayMeasure.Cost, places.Sum(p => PlaceCost(system, p)) + (whole ? PathCost(system) : 0));
        }

        if (row.Class < 0 && !whole)
        {
            PlaceLayout place = system.Layout.Places[row.Place];
            PlaceTally tally = system.Tallies[row.Place];
            double inUse = Area(tally.InUse, epoch);
            Set(PathwayMeasure.MeanInUse, inUse / seconds / place.Scale);
            Set(PathwayMeasure.Utilisation, place.UnitSeconds > 0 ? inUse / place.UnitSeconds : double.NaN);
            Set(PathwayMeasure.Occupied95, tally.OccupiedTimes.ExceededFor(0.05));
        }

        return values;

        void Set(PathwayMeasure measure, double value) => values[(int)measure] = value;
    }

    private static double Share(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;

    private static double Area(DailyLevel level, PathwayEpoch epoch) => level.Area(epoch.WarmUpDays, epoch.Days);

    private static double Died(PathwaySystem system, int[] classes)
    {
        double sum = 0;
        foreach (int @class in classes)
        {
            sum += system.Died[@class];
        }

        return sum;
    }

    private static double Ended(PathwaySystem system, int[] classes) =>
        classes.Sum(c => Enumerable.Range(0, system.Layout.Ends.Count).Sum(e => (double)system.Ended[(e * system.Arrived.Length) + c]));

    private static double VisitsOf(PathwaySystem system, int place) =>
        system.Tallies[place].Visiting is { } visiting ? Area(visiting, system.Layout.Epoch) / PathwayLayout.UnitsPerVisit / Clock.SecondsPerDay : 0;

    private static double PlaceCost(PathwaySystem system, int place)
    {
        PlaceLayout layout = system.Layout.Places[place];
        PlaceTally tally = system.Tallies[place];
        PlaceCosts costs = layout.Costs;
        double unitDays = layout.IsLimited ? layout.UnitSeconds / layout.Scale / Clock.SecondsPerDay : 0;
        return (costs.PoundsPerUnitDay * unitDays)
            + (costs.PoundsPerOccupiedDay * Area(tally.Occupied, system.Layout.Epoch) / Clock.SecondsPerDay)
            + (costs.PoundsPerVisit * VisitsOf(system, place))
            + (costs.PoundsPerDelayDay * Area(tally.Waiting, system.Layout.Epoch) / Clock.SecondsPerDay)
            + (costs.PoundsPerTurnedAway * tally.Counts.Sum(c => c.TurnedAway))
            + (costs.PoundsPerDeathWaiting * tally.Counts.Sum(c => c.Died));
    }

    /// <summary>Deaths, and those turned away or gone for good: who reached these ends.</summary>
    private static double PathCost(PathwaySystem system)
    {
        PathwayCosts costs = system.Layout.Scenario.Costs;
        int classes = system.Arrived.Length;
        double At(string end) => Enumerable.Range(0, classes).Sum(c => (double)system.Ended[(Index(system.Layout.Ends, end) * classes) + c]);
        return (costs.PoundsPerDeath * At(PathwayEnds.Died)) + (costs.PoundsPerTurnedAway * At(PathwayEnds.TurnedAway)) + (costs.PoundsPerLeft * At(PathwayEnds.Left));
    }

    private static int Index(IReadOnlyList<string> ends, string end) => ends.ToList().IndexOf(end);
}
