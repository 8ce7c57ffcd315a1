using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

/// <summary>Where the tests of pathway files find their files.</summary>
internal static class PathwayFiles
{
    public static string Shipped { get; } = Path.Combine(ScenarioFiles.Shipped, "pathways");

    public static string Tests { get; } = Path.Combine(ScenarioFiles.Root, "tests", "CareFlowSim.Tests", "IO", "Pathways");

    public static TheoryData<string> Templates => [.. Directory.GetFiles(Shipped, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static PathwayScenario Read(string yaml, string folder = "", params string[] settings) =>
        PathwayReader.Read(new StringReader(yaml), "test.yaml", folder, [.. settings.Select(Setting)]).Scenario;

    public static IReadOnlyList<string> FaultsOf(string yaml, string name = "test.yaml", string folder = "", params string[] settings) =>
        [.. Assert.Throws<ScenarioException>(() => PathwayReader.Read(new StringReader(yaml), name, folder, [.. settings.Select(Setting)])).Faults.Select(f => f.ToString())];

    private static ScenarioSetting Setting(string text) =>
        new("--set " + text, text.Contains('=', StringComparison.Ordinal) ? text[..text.IndexOf('=', StringComparison.Ordinal)] : "", text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    /// <summary>A valid small pathway with lines of its own added at the end.</summary>
    public static string Small(string lines = "") =>
        """
        careflow: 1
        kind: pathway
        name: small
        title: What happens?
        period: { start: 2024-01-01, days: 100 }
        arrivals:
          - { name: front door, to: ward, per_day: 2 }
        places:
          - name: ward
            capacity: 3
            stay: { distribution: exponential, mean_days: 1 }
        routes:
          - { from: ward, to: home }

        """ + lines;
}
