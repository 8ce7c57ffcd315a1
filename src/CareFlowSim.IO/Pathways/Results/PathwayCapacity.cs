using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The capacity of a place in words and as a line over the days.</summary>
internal static class PathwayCapacity
{
    /// <summary>How much there is in the measured period.</summary>
    public static string Words(PlaceCapacity capacity, PathwayScenario scenario)
    {
        if (capacity.IsUnlimited)
        {
            return "no limit";
        }

        double[] units = [.. ByDay(capacity, scenario).Skip(scenario.Period.WarmUpDays).Concat(capacity.Hours.Select(h => h.Units)).Distinct()];
        return units.Length == 1 ? Units(units[0]) : $"{Units(units.Min())} to {Units(units.Max())}";
    }

    /// <summary>A number of units, whole as a rule.</summary>
    public static string Units(double units) => units.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Units on each day of the run, outside special working hours; empty without limit.</summary>
    public static double[] ByDay(PlaceCapacity capacity, PathwayScenario scenario) => capacity.IsUnlimited ? [] :
    [
        .. Enumerable.Range(0, scenario.TotalDays).Select(d =>
            (capacity.Steps.LastOrDefault(s => s.From is null || s.From <= scenario.FirstDate.AddDays(d)) ?? capacity.Steps[0]).Units),
    ];
}
