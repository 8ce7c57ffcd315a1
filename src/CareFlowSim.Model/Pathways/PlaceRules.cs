namespace CareFlowSim.Model;

/// <summary>What the places of a pathway must obey.</summary>
internal static class PlaceRules
{
    /// <summary>Notes everything that is wrong with the places.</summary>
    public static void Check(PathwayScenario scenario, PathwayFaults faults)
    {
        for (int i = 0; i < scenario.Places.Count; i++)
        {
            PathwayPlace place = scenario.Places[i];
            string path = $"places[{i}]";
            CheckCapacity(path + ".capacity", place.Kind, place.Capacity, faults);
            CheckStays(path, place.Kind, place.Stays, faults);
            CheckNeed(path, place, faults);
            CheckLine(path, place, scenario, faults);
            if (place.TransferDelay is { } delay)
            {
                DistributionRules.Check(path + ".transfer_delay", delay, faults);
            }

            if (place.AdmissionHours is { } hours)
            {
                faults.Open(path + ".admission_hours", hours);
            }

            CheckCosts(path + ".costs", place.Costs, faults);
        }

        CheckCircles(scenario, faults);
    }

    /// <summary>Notes a capacity that is no capacity, or never there.</summary>
    public static void CheckCapacity(string path, PlaceKind kind, PlaceCapacity capacity, PathwayFaults faults)
    {
        bool holds = true;
        for (int i = 0; i < capacity.Steps.Count; i++)
        {
            holds &= CheckUnits($"{path}.steps[{i}].units", kind, capacity.Steps[i].Units, faults);
            if (i > 0 && (capacity.Steps[i].From is not { } from || from <= (capacity.Steps[i - 1].From ?? DateOnly.MinValue)))
            {
                faults.Add($"{path}.steps[{i}].from", capacity.Steps[i].From is null ? "is left out" : "is not after the date before", "dates in rising order; only the first may be left out");
                holds = false;
            }
        }

        if (capacity.IsUnlimited && capacity.Hours.Count > 0)
        {
            faults.Add(path + ".hours", "is given for a place without limit", "units outside these hours too (0 closes the place), or no hours");
        }

        for (int i = 0; i < capacity.Hours.Count; i++)
        {
            holds &= CheckUnits($"{path}.hours[{i}].units", kind, capacity.Hours[i].Units, faults);
            holds &= faults.Open($"{path}.hours[{i}].when", capacity.Hours[i].When);
        }

        if (holds && !capacity.IsUnlimited && Most(capacity, faults) == 0)
        {
            faults.Add(path, $"is 0 throughout the simulated days, {faults.Days}, so the place is never open", "more than 0 units at some time of the run");
        }
    }

    /// <summary>Notes lengths of stay that are wrong, and visits where none are counted.</summary>
    public static void CheckStays(string path, PlaceKind kind, IReadOnlyList<StayRule> stays, PathwayFaults faults)
    {
        faults.ByClass(path + ".stays", stays.Select(s => s.Class));
        for (int i = 0; i < stays.Count; i++)
        {
            string at = $"{path}.stays[{i}]";
            DistributionRules.Check(at + ".length_of_stay", stays[i].LengthOfStay, faults);
            if (stays[i].Visits is { } visits)
            {
                if (kind != PlaceKind.Visits)
                {
                    faults.Add(at + ".visits", "is given in a place that counts no visits", "no visits, or the kind 'visits'");
                }

                if (faults.Positive(at + ".visits.first_per_day", visits.FirstPerDay))
                {
                    faults.Holds(
                        at + ".visits.last_per_day", visits.LastPerDay, visits.LastPerDay >= 0 && visits.LastPerDay <= visits.FirstPerDay,
                        $"0 up to the visits of the first day, {PathwayFaults.Show(visits.FirstPerDay)}");
                }
            }
            else if (kind == PlaceKind.Visits)
            {
                faults.Add(at, "does not say how many visits are needed", "the visits of the first and the last day");
            }
        }
    }

    /// <summary>The most units there ever are in the simulated days; infinite without limit.</summary>
    public static double Most(PlaceCapacity capacity, PathwayFaults faults)
    {
        if (capacity.IsUnlimited)
        {
            return double.PositiveInfinity;
        }

        double most = 0;
        for (int i = 0; i < capacity.Steps.Count; i++)
        {
            bool begins = i == 0 || capacity.Steps[i].From <= faults.Last;
            bool lasts = i + 1 == capacity.Steps.Count || capacity.Steps[i + 1].From > faults.First;
            most = begins && lasts ? Math.Max(most, capacity.Steps[i].Units) : most;
        }

        return capacity.Hours.Where(h => faults.Comes(h.When)).Select(h => h.Units).Append(most).Max();
    }

    /// <summary>Units at the very start, or in working hours if those are more; infinite without limit.</summary>
    public static double AtStart(PlaceCapacity capacity, PathwayFaults faults)
    {
        if (capacity.IsUnlimited)
        {
            return double.PositiveInfinity;
        }

        double units = (capacity.Steps.LastOrDefault(s => s.From is null || s.From <= faults.First) ?? capacity.Steps[0]).Units;
        return capacity.Hours.Select(h => h.Units).Append(units).Max();
    }

    /// <summary>Notes visits that are more than there ever are: nobody would ever begin.</summary>
    public static void CheckNeed(string path, PathwayPlace place, PathwayFaults faults)
    {
        double most = Most(place.Capacity, faults);
        for (int i = 0; i < place.Stays.Count; i++)
        {
            if (place.Stays[i].Visits is { } visits && most > 0 && visits.FirstPerDay > most)
            {
                faults.Add(
                    $"{path}.stays[{i}].visits.first_per_day", $"is {PathwayFaults.Show(visits.FirstPerDay)}, more than the place ever has, so nobody could begin",
                    $"at most {PathwayFaults.Show(most)} visits per day");
            }
        }
    }

    private static bool CheckUnits(string path, PlaceKind kind, double units, PathwayFaults faults) =>
        faults.NotNegative(path, units)
        && (kind == PlaceKind.Visits || faults.Holds(path, units, units == Math.Floor(units) && units <= int.MaxValue, "a whole number; only visits per day may have a fraction"));

    private static void CheckLine(string path, PathwayPlace place, PathwayScenario scenario, PathwayFaults faults)
    {
        if (place.QueueLimit is { } limit)
        {
            faults.Holds(path + ".queue_limit", limit, limit >= 0, "0 or more; left out for no limit");
        }

        faults.Target(path + ".turned_away_to", place.TurnedAwayTo);
        faults.Target(path + ".left_to", place.LeftTo);
        if (place.LeftTo == place.Name && place.Patience.Count > 0)
        {
            faults.Add(path + ".left_to", "is the place itself, so that nobody ever leaves its line", "another place or an end");
        }

        for (int i = 0; i < place.Priority.Count; i++)
        {
            faults.Class($"{path}.priority[{i}]", place.Priority[i]);
        }

        faults.Unlike(path + ".priority", place.Priority, "class");
        faults.ByClass(path + ".patience", place.Patience.Select(p => p.Class));
        for (int i = 0; i < place.Patience.Count; i++)
        {
            DistributionRules.Check($"{path}.patience[{i}].patience", place.Patience[i].Patience, faults);
        }

        faults.ByClass(path + ".deaths", place.Deaths.Select(d => d.Class));
        for (int i = 0; i < place.Deaths.Count; i++)
        {
            faults.NotNegative($"{path}.deaths[{i}].per_day", place.Deaths[i].PerDay);
        }
    }

    private static void CheckCosts(string path, PlaceCosts costs, PathwayFaults faults)
    {
        faults.NotNegative(path + ".pounds_per_unit_day", costs.PoundsPerUnitDay);
        faults.NotNegative(path + ".pounds_per_occupied_day", costs.PoundsPerOccupiedDay);
        faults.NotNegative(path + ".pounds_per_visit", costs.PoundsPerVisit);
        faults.NotNegative(path + ".pounds_per_delay_day", costs.PoundsPerDelayDay);
        faults.NotNegative(path + ".pounds_per_turned_away", costs.PoundsPerTurnedAway);
        faults.NotNegative(path + ".pounds_per_death_waiting", costs.PoundsPerDeathWaiting);
    }

    /// <summary>Notes places that send people on to each other in a circle in which no time passes: somebody would go round for ever.</summary>
    private static void CheckCircles(PathwayScenario scenario, PathwayFaults faults)
    {
        (string From, string To)[] steps = [.. scenario.Places.SelectMany(p => AtOnce(p).Select(key => (p.Name, key.To)))];
        HashSet<string> told = [];
        for (int i = 0; i < scenario.Places.Count; i++)
        {
            PathwayPlace place = scenario.Places[i];
            if (!told.Contains(place.Name) && PathwayFlow.ShortestCircle(place.Name, steps) is { } circle)
            {
                told.UnionWith(circle);
                string key = AtOnce(place).First(way => way.To == circle[1]).Key;
                faults.Add(
                    $"places[{i}].{key}", $"sends people on at once in a circle, {string.Join(" - ", circle)}: when all are full somebody would go round for ever",
                    "a way that comes to an end, or to a place where people wait");
            }
        }
    }

    /// <summary>Where a place that is full sends people to in no time.</summary>
    private static IEnumerable<(string Key, string To)> AtOnce(PathwayPlace place)
    {
        if (place.QueueLimit is not null)
        {
            yield return ("turned_away_to", place.TurnedAwayTo);
        }

        if (place.LeftTo != place.Name && place.Patience.Any(p => DistributionRules.IsAlwaysNothing(p.Patience)))
        {
            yield return ("left_to", place.LeftTo);
        }
    }
}
