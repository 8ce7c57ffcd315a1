using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>What a pathway scenario holds, in a few words.</summary>
public static class PathwaySummary
{
    /// <summary>Streams, places, days and replications.</summary>
    public static string Describe(PathwayScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return string.Join(
            ", ",
            Title.Count(scenario.Arrivals.Count, "stream"),
            Title.Count(scenario.Places.Count, "place"),
            Title.Count(1 + scenario.Policies.Count, "arm"),
            Title.Count(scenario.Period.Days, "day") + (scenario.Period.WarmUpDays > 0 ? string.Create(CultureInfo.InvariantCulture, $" after a warm-up of {scenario.Period.WarmUpDays:N0}") : ""),
            scenario.Replications.Precision is { Count: > 0 } goals
                ? string.Create(CultureInfo.InvariantCulture, $"{goals.Max(g => g.AtLeast)} to {goals.Max(g => g.AtMost):N0} replications")
                : Title.Count(scenario.Replications.Number, "replication"));
    }
}
