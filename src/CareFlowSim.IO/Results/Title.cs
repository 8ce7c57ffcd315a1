using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Place, period and sample of an experiment in words.</summary>
internal static class Title
{
    /// <summary>The chosen areas: by name when there are few.</summary>
    public static string Place(ExperimentResult result)
    {
        IReadOnlyList<AreaInputs> world = result.Setup.World.Areas;
        return result.Areas.Count == world.Count ? $"all {world.Count} areas"
            : result.Areas.Count > 3 ? $"{result.Areas.Count} areas"
            : string.Join(" and ", Enumerable.Chunk(result.Areas.Select(a => world[a].Name).ToArray(), Math.Max(1, result.Areas.Count - 1)).Select(c => string.Join(", ", c)));
    }

    /// <summary>The measured period.</summary>
    public static string Period(ExperimentResult result)
    {
        Period period = result.Setup.Scenario.Period;
        return $"{Day(period.Start)} to {Day(period.Start.AddDays(period.Days - 1))}";
    }

    /// <summary>Seed, replications and sample.</summary>
    public static string Sample(ExperimentResult result) =>
        $"Seed {result.Setup.Scenario.Seed}, {Count(result.Replications, "replication")}, sample 1:{result.Scale}.";

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) =>
        number.ToString("N0", CultureInfo.InvariantCulture) + " " + noun + (number == 1 ? "" : "s");

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
