using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Reference;

/// <summary>All of England, one to one: the baseline of 2014-15 against the published figures; and the books of every acute system.</summary>
public sealed class BaselineTargetsTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Long")]
    public void England_IsWithinTheToleranceOfEveryFittedTarget()
    {
        Scenario england = SmallWorld.Scenario([], 365, 120) with { Seed = 1 };
        IReadOnlyList<TargetCheck> checks = Validation.Compare(SmallWorld.Experiment(england, new RunOptions()));
        foreach (TargetCheck c in checks)
        {
            output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Target.Key,-30} {c.Target.Value,15:F3} {c.Value,15:F3} {c.Difference,8:P1} of {c.Target.Tolerance:P0}"));
        }

        Assert.All(checks.Where(c => !c.Target.HeldOut), c => Assert.True(c.Pass, $"{c.Target.Key}: {c.Difference:P1}"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void EverySystemOfEngland_KeepsItsBooks()
    {
        Scenario england = SmallWorld.Scenario([], 30, 30) with { PeoplePerAgent = 5 };

        Assert.True(SmallWorld.Experiment(england, new RunOptions { Check = true }).Complete);
    }
}
