namespace CareFlowSim.Model;

/// <summary>What the census at the start of a pathway must obey.</summary>
internal static class StartRules
{
    /// <summary>Notes everything that is wrong with the census.</summary>
    public static void Check(PathwayScenario scenario, PathwayFaults faults)
    {
        IReadOnlyList<CensusRow> census = scenario.Start.Census;
        for (int i = 0; i < census.Count; i++)
        {
            CensusRow row = census[i];
            string path = $"start.census[{i}]";
            faults.Place(path + ".place", row.Place);
            if (row.Class is null && scenario.Classes.Count > 1)
            {
                faults.Add(path, "does not say which class", $"one of {PathwayFaults.Show(scenario.Classes)}");
            }

            faults.Class(path + ".class", row.Class);
            faults.Holds(path + ".in_place", row.InPlace, row.InPlace >= 0, "0 or more");
            faults.Holds(path + ".waiting", row.Waiting, row.Waiting >= 0, "0 or more");
            faults.NotNegative(path + ".waited_days", row.WaitedDays);
            if (row.WaitingIn is { } spot && faults.Place(path + ".waiting_in", spot)
                && scenario.Places.FirstOrDefault(p => p.Name == row.Place) is { WaitingSpot: WaitingSpot.Outside })
            {
                faults.Add(path + ".waiting_in", $"is '{spot}', but whoever waits for '{row.Place}' waits outside", "left out, or 'previous place' as the waiting spot of the place");
            }
        }

        for (int p = 0; p < scenario.Places.Count; p++)
        {
            CheckPlace(p, scenario, faults);
        }
    }

    private static void CheckPlace(int index, PathwayScenario scenario, PathwayFaults faults)
    {
        PathwayPlace place = scenario.Places[index];
        IReadOnlyList<CensusRow> census = scenario.Start.Census;
        double units = PlaceRules.AtStart(place.Capacity, faults);
        double used = 0;
        long waiting = 0;
        bool told = false;
        for (int i = 0; i < census.Count; i++)
        {
            CensusRow row = census[i];
            double before = used;
            used += row.Place == place.Name ? row.InPlace * Need(place, row.Class ?? OnlyClass(scenario)) : 0;
            used += row.WaitingIn == place.Name ? row.Waiting * Need(place, row.Class ?? OnlyClass(scenario)) : 0;
            if (!told && used > units && used > before)
            {
                told = true;
                string key = row.Place == place.Name ? "in_place" : "waiting";
                faults.Add(
                    $"start.census[{i}].{key}", $"brings '{place.Name}' to {PathwayFaults.Show(used)} units in use, above its capacity of {PathwayFaults.Show(units)}",
                    "at most the capacity at the start; more people may be waiting");
            }

            waiting += row.Place == place.Name && row.WaitingIn is null ? row.Waiting : 0;
            if (place.QueueLimit is { } limit && row.Place == place.Name && waiting > limit && waiting - row.Waiting <= limit)
            {
                faults.Add($"start.census[{i}].waiting", $"makes {waiting} wait for '{place.Name}', whose queue limit is {limit}", "at most the queue limit");
            }
        }
    }

    private static string? OnlyClass(PathwayScenario scenario) => scenario.Classes.Count == 0 ? null : scenario.Classes[0];

    /// <summary>Units a person found in the place takes at least: those of the last day of a package of visits.</summary>
    private static double Need(PathwayPlace place, string? of) =>
        place.Kind != PlaceKind.Visits ? 1 : (place.Stays.FirstOrDefault(s => s.Class == of) ?? place.Stays.FirstOrDefault(s => s.Class is null))?.Visits?.LastPerDay ?? 0;
}
