namespace CareFlowSim.Model;

/// <summary>What the policies of a pathway must obey, each by itself and put into the scenario.</summary>
internal static class PolicyRules
{
    /// <summary>Notes everything that is wrong with the policies.</summary>
    public static void Check(PathwayScenario scenario, PathwayFaults faults)
    {
        Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase) { [PathwayArms.Baseline] = "the scenario without a policy" };
        for (int i = 0; i < scenario.Policies.Count; i++)
        {
            PathwayPolicy policy = scenario.Policies[i];
            string path = $"policies[{i}]";
            if (string.IsNullOrWhiteSpace(policy.Name))
            {
                faults.Add(path + ".name", "is empty", "a name");
            }
            else if (!taken.TryAdd(policy.Name, "an earlier policy"))
            {
                faults.Add(path + ".name", $"is '{policy.Name}', the name of {taken[policy.Name]}", "a name that differs by more than capitals");
            }

            if (policy.Places.Count + policy.Routes.Count + policy.Arrivals.Count == 0)
            {
                faults.Add(path, "changes nothing", "a change of places, routes or arrivals");
            }

            int before = faults.All.Count;
            CheckPlaces(path + ".places", policy, scenario, faults);
            RouteRules.Check(path + ".routes", policy.Routes, scenario, faults);
            CheckArrivals(path + ".arrivals", policy, scenario, faults);
            if (faults.All.Count == before)
            {
                CheckWhole(path, scenario, PathwayArms.Of(scenario)[i + 1], faults);
            }
        }
    }

    private static void CheckPlaces(string path, PathwayPolicy policy, PathwayScenario scenario, PathwayFaults faults)
    {
        HashSet<string> seen = [];
        for (int i = 0; i < policy.Places.Count; i++)
        {
            PlaceChange change = policy.Places[i];
            string at = $"{path}[{i}]";
            if (!seen.Add(change.Place))
            {
                faults.Add(at + ".place", $"is '{change.Place}', which is there already", "each place once");
            }

            if (change is { Capacity: null, AdmissionHours: null, TransferDelay: null, Stays.Count: 0 })
            {
                faults.Add(at, "changes nothing", "a capacity, lengths of stay, admission hours or a transfer delay");
            }

            if (!faults.Place(at + ".place", change.Place))
            {
                continue;
            }

            PlaceKind kind = scenario.Places.First(p => p.Name == change.Place).Kind;
            if (change.Capacity is { } capacity)
            {
                PlaceRules.CheckCapacity(at + ".capacity", kind, capacity, faults);
            }

            PlaceRules.CheckStays(at, kind, change.Stays, faults);
            if (change.AdmissionHours is { } hours)
            {
                faults.Open(at + ".admission_hours", hours);
            }

            if (change.TransferDelay is { } delay)
            {
                DistributionRules.Check(at + ".transfer_delay", delay, faults);
            }
        }
    }

    private static void CheckArrivals(string path, PathwayPolicy policy, PathwayScenario scenario, PathwayFaults faults)
    {
        ArrivalStream[] varying = [.. scenario.Arrivals.Where(a => a.Process is PoissonArrivals or PopulationArrivals)];
        HashSet<string> seen = [];
        for (int i = 0; i < policy.Arrivals.Count; i++)
        {
            ArrivalChange change = policy.Arrivals[i];
            string at = $"{path}[{i}]";
            if (!varying.Any(a => a.Name == change.Stream))
            {
                bool exists = scenario.Arrivals.Any(a => a.Name == change.Stream);
                faults.Add(
                    at + ".stream", $"is '{change.Stream}', which is {(exists ? "a stream without a rate" : "not a stream")}",
                    varying.Length == 0 ? "a stream with a rate or a population; there is none" : $"one of {PathwayFaults.Show(varying.Select(a => a.Name))}");
            }
            else if (!seen.Add(change.Stream))
            {
                faults.Add(at + ".stream", $"is '{change.Stream}', which is there already", "each stream once");
            }

            faults.NotNegative(at + ".factor", change.Factor);
        }
    }

    /// <summary>Looks at the scenario with the policy in it, for what only shows when both are put together and is not wrong without.</summary>
    private static void CheckWhole(string path, PathwayScenario scenario, PathwayScenario changed, PathwayFaults faults)
    {
        HashSet<string> known = [.. PathwayRules.CheckArm(scenario).Select(f => f.Wrong)];
        foreach (PathwayFault fault in PathwayRules.CheckArm(changed).Where(f => !known.Contains(f.Wrong)))
        {
            faults.Add(path, "with this policy: " + fault.Wrong, fault.Allowed);
        }
    }
}
