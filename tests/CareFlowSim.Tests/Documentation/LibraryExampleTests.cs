using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.Documentation;

/// <summary>The program of README.md that uses CareFlowSim as a library is this one, line by line, and it runs.</summary>
public sealed class LibraryExampleTests
{
    private const string Begin = "// begin";
    private const string End = "// end";

    [Fact]
    public void Example_Runs()
    {
        StringWriter told = new();

        Example(ScenarioFiles.Shipped, told);

        Assert.Matches(@"^beds freed: -?[0-9.]+ \(-?[0-9.]+ to -?[0-9.]+\), common luck is worth [0-9.]+ times the replications\n$", told.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Readme_HasThisProgram()
    {
        string readme = File.ReadAllText(Path.Combine(ScenarioFiles.Root, "README.md"));
        string source = File.ReadAllText(Path.Combine(ScenarioFiles.Root, "tests", "CareFlowSim.Tests", "Documentation", "LibraryExampleTests.cs"));
        string[] lines = [.. source[(source.IndexOf(Begin + "\n", StringComparison.Ordinal) + Begin.Length + 1)..source.LastIndexOf(End + "\n", StringComparison.Ordinal)].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

        Assert.InRange(lines.Length, 6, 10);
        Assert.Contains(string.Concat(lines.Select(l => l.Replace("told.", "Console.", StringComparison.Ordinal) + "\n")), readme, StringComparison.Ordinal);
        Assert.Contains("using CareFlowSim.Experiments;\nusing CareFlowSim.IO;\nusing CareFlowSim.Model;\n", readme, StringComparison.Ordinal);
    }

    private static void Example(string scenarios, StringWriter told)
    {
        // begin
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(scenarios, "one-area-quick-start.yaml"));
        World world = WorldReader.Read(Path.Combine(scenarios, scenario.World));
        Setup setup = new(world, scenario with { PeoplePerAgent = 10, Replications = 5 });
        ExperimentResult result = ExperimentRunner.Run(setup, new RunOptions());
        PolicyMeasure measure = PolicyMeasure.Find("beds_freed")!;
        Estimate freed = Estimate.Of(measure.Figures(result, arm: 1));
        double factor = FigurePrecision.Of(result).First(f => f.Measure == measure.Name).PairingFactor;
        told.WriteLine($"beds freed: {freed.Point:0.00} ({freed.Low:0.00} to {freed.High:0.00}), common luck is worth {factor:0.0} times the replications");
        // end
    }
}
