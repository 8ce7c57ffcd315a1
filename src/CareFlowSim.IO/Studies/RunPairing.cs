using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>Whether two runs can be compared replication by replication: the same people with the same luck.</summary>
internal static class RunPairing
{
    /// <summary>What the luck of a person hangs on, for people and for pathways.</summary>
    private static readonly string[] OfPeople = ["seed", "areas", "sample", "period"];
    private static readonly string[] OfPathway = ["seed", "period", "classes"];

    /// <summary>Why they cannot be paired, in words; empty when they can.</summary>
    public static IReadOnlyList<string> Obstacles(RunResult first, RunResult second)
    {
        if (first.IsPathway != second.IsPathway)
        {
            return ["one is a pathway and the other follows people"];
        }

        List<string> obstacles = [.. (first.IsPathway ? OfPathway : OfPeople).Where(key => !Same(first.Scenario[key], second.Scenario[key])).Select(key => $"{key} differs")];
        if (first.IsPathway && !Streams(first).SequenceEqual(Streams(second)))
        {
            obstacles.Add("the streams of arrivals differ");
        }

        if (first.World != second.World)
        {
            obstacles.Add($"the worlds are {first.World} and {second.World}");
        }

        if (first.Version != second.Version)
        {
            obstacles.Add($"the versions of the program are {first.Version} and {second.Version}");
        }

        return obstacles;
    }

    private static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b);

    private static IEnumerable<string> Streams(RunResult run) => run.Scenario["arrivals"]?.AsArray().Select(a => (string?)a?["name"] ?? "") ?? [];
}
