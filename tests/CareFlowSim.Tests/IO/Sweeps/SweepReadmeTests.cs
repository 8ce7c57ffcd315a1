using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Sweeps;

/// <summary>scenarios/README.md and the committed schema say what the code says of sweeps.</summary>
public sealed class SweepReadmeTests
{
    [Fact]
    public void TableOfKeys_IsTheCurrentOne() =>
        MarkedBlock.AssertCurrent(Path.Combine(ScenarioFiles.Shipped, "README.md"), "sweep keys", ScenarioReference.SweepKeysMarkdown());

    [Fact]
    public void CommittedSchema_IsTheCurrentOne()
    {
        string path = Path.Combine(SweepFiles.Shipped, "sweep.schema.json");
        if (ScenarioFiles.Renew)
        {
            File.WriteAllText(path, ScenarioSchema.SweepJson());
        }

        Assert.Equal(File.ReadAllText(path), ScenarioSchema.SweepJson());
    }

    [Fact]
    public void EveryShippedSweep_IsInTheReadme() =>
        Assert.All(
            Directory.GetFiles(SweepFiles.Shipped, "*.yaml").Select(f => Path.GetFileName(f)!),
            f => Assert.Contains($"[sweeps/{f}](sweeps/{f})", File.ReadAllText(Path.Combine(ScenarioFiles.Shipped, "README.md")), StringComparison.Ordinal));
}
