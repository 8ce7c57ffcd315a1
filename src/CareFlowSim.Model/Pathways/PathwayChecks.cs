using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>What must hold at the end of every run, whatever the scenario: nobody is lost or counted twice, and levels over time agree with the times of the people.</summary>
internal static class PathwayChecks
{
    /// <exception cref="InvalidOperationException">Something does not hold.</exception>
    public static void Check(PathwaySystem system)
    {
        for (int place = 0; place < system.Tallies.Length; place++)
        {
            CheckPlace(system, place);
        }
    }

    private static void CheckPlace(PathwaySystem system, int place)
    {
        PlaceTally tally = system.Tallies[place];
        ClassCounts all = default;
        foreach (ClassCounts counts in tally.Counts)
        {
            all.Add(counts);
        }

        int there = 0;
        int waiting = 0;
        long units = 0;
        foreach (Traveller p in system.People)
        {
            if (p.Phase != TravelPhase.None)
            {
                there += p.At == place ? 1 : 0;
                waiting += p.Waiting && p.To == place ? 1 : 0;
                units += p.At == place ? p.UnitsAt : 0;
                units += p.Phase == TravelPhase.Transfer && p.To == place ? system.Layout.Places[place].FirstUnits(p.Class) : 0;
            }
        }

        string name = system.Layout.Scenario.Places[place].Name;
        PathwayEpoch epoch = system.Layout.Epoch;
        Same(name, "people in the place", tally.Occupied.Level, there);
        Same(name, "people waiting", tally.Waiting.Level, waiting);
        Same(name, "units in use", system.Pools[place].InUse, units);
        Same(name, "units in use over time", tally.InUse.Level, units);
        Same(name, "those who asked", all.Asked + tally.WaitingBefore, all.Admitted + all.TurnedAway + all.Left + all.Died + waiting);
        Same(name, "those who came in", all.Admitted + tally.OccupiedBefore, all.Departed + there);

        // Little's law on the path itself (Stidham 1974), with those who are there at the ends: exact.
        Same(name, "time in the place", tally.Occupied.Area(epoch.WarmUpDays, epoch.Days), all.StaySeconds);
        Same(name, "time waiting", tally.Waiting.Area(epoch.WarmUpDays, epoch.Days), all.DelaySeconds);
    }

    private static void Same(string place, string what, long level, long people)
    {
        if (level != people)
        {
            throw new InvalidOperationException($"{place}: {what}: counted {level}, by person {people}.");
        }
    }
}
