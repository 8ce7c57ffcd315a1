namespace CareFlowSim.Model;

/// <summary>Puts capacities into a scenario of a pathway.</summary>
public static class PathwayCapacities
{
    /// <summary>The scenario with other capacities, each the same at all times.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="units">Units by name of the place; places not named keep theirs.</param>
    public static PathwayScenario With(this PathwayScenario scenario, IReadOnlyDictionary<string, int> units)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(units);
        return scenario with { Places = [.. scenario.Places.Select(p => units.TryGetValue(p.Name, out int u) ? p with { Capacity = PlaceCapacity.Of(u) } : p)] };
    }
}
