namespace CareFlowSim.Model;

/// <summary>The arms of a pathway scenario: the scenario as it stands, and once for each policy.</summary>
public static class PathwayArms
{
    /// <summary>Name of the scenario as it stands.</summary>
    public const string Baseline = "baseline";

    /// <summary>Names of the arms, the baseline first.</summary>
    public static IReadOnlyList<string> Names(PathwayScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [Baseline, .. scenario.Policies.Select(p => p.Name)];
    }

    /// <summary>The scenarios of the arms, the baseline first. None of them has policies.</summary>
    public static IReadOnlyList<PathwayScenario> Of(PathwayScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        PathwayScenario bare = scenario with { Policies = [] };
        return [bare, .. scenario.Policies.Select(p => Apply(bare, p))];
    }

    /// <summary>A scenario with the changes of a policy.</summary>
    public static PathwayScenario Apply(PathwayScenario scenario, PathwayPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(policy);
        return scenario with
        {
            Places = [.. scenario.Places.Select(p => policy.Places.Where(c => c.Place == p.Name).Aggregate(p, Change))],
            Routes = [.. scenario.Routes.Where(r => !policy.Routes.Any(c => c.From == r.From && c.Class == r.Class)), .. policy.Routes],
            Arrivals = [.. scenario.Arrivals.Select(a => policy.Arrivals.Where(c => c.Stream == a.Name).Aggregate(a, Change))],
        };
    }

    private static PathwayPlace Change(PathwayPlace place, PlaceChange change) => place with
    {
        Capacity = change.Capacity ?? place.Capacity,
        Stays = [.. place.Stays.Where(s => !change.Stays.Any(c => c.Class == s.Class)), .. change.Stays],
        AdmissionHours = change.AdmissionHours ?? place.AdmissionHours,
        TransferDelay = change.TransferDelay ?? place.TransferDelay,
    };

    private static ArrivalStream Change(ArrivalStream stream, ArrivalChange change) => stream with
    {
        Process = stream.Process switch
        {
            PoissonArrivals p => new PoissonArrivals(Times(p.Rate, change.Factor)),
            PopulationArrivals p => p with { Hazard = Times(p.Hazard, change.Factor) },
            _ => stream.Process,
        },
    };

    private static VaryingRate Times(VaryingRate rate, double factor) => rate with { Levels = [.. rate.Levels.Select(l => l with { PerDay = l.PerDay * factor })] };
}
