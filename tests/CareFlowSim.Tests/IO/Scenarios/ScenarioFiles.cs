using CareFlowSim.IO;
using Xunit;
using CareFlowSim.Model;

namespace CareFlowSim.Tests.IO.Scenarios;

/// <summary>Where the tests of scenario files find their files, and how committed expectations are renewed.</summary>
internal static class ScenarioFiles
{
    public static string Root { get; } = FindRoot();

    public static string Shipped { get; } = Path.Combine(Root, "scenarios");

    public static string Tests { get; } = Path.Combine(Root, "tests", "CareFlowSim.Tests", "IO", "Scenarios");

    /// <summary>CAREFLOW_RENEW=1 writes what the code gives now over the committed expectations.</summary>
    public static bool Renew { get; } = Environment.GetEnvironmentVariable("CAREFLOW_RENEW") == "1";

    public static IEnumerable<string> ShippedYaml { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "scenarios"), "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static Scenario Read(string yaml, string name = "test.yaml", IReadOnlyCollection<(string Code, string Name)>? areas = null) =>
        ScenarioReader.Read(new StringReader(yaml), name, areas);

    public static IReadOnlyList<string> FaultsOf(string yaml, string name = "test.yaml", IReadOnlyCollection<(string Code, string Name)>? areas = null) =>
        [.. Assert.Throws<ScenarioException>(() => Read(yaml, name, areas)).Faults.Select(f => f.ToString())];

    /// <summary>A valid small scenario with lines of its own added at the end.</summary>
    public static string Small(string lines = "") =>
        """
        careflow: 1
        name: small
        title: What happens?
        world: england-2014
        period: { start: 2015-04-01, days: 365, warm_up_days: 120 }

        """ + lines;

    /// <summary>The parameters of the shipped world.</summary>
    public static ParameterTable Parameters()
    {
        IEnumerable<string[]> rows = File.ReadLines(Path.Combine(Shipped, "england-2014", "parameters.csv")).Skip(1).Select(Cells);
        return new ParameterTable(rows.Select(r => new Parameter(r[0], Number(r[1])!.Value, Number(r[2]), Number(r[3]), r[4], r[5], r[6])));
    }

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Cells(string line)
    {
        List<string> cells = [""];
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cells[^1] += line[i++];
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += line[i];
            }
        }

        return [.. cells];
    }

    private static string FindRoot()
    {
        DirectoryInfo? d = new(AppContext.BaseDirectory);
        while (d is not null && !File.Exists(Path.Combine(d.FullName, "CareFlowSim.sln")))
        {
            d = d.Parent;
        }

        return d?.FullName ?? throw new InvalidOperationException("CareFlowSim.sln not found above the test folder.");
    }
}
