using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Sweeps;

public sealed class SweepEffectsTests
{
    private static readonly SweepInput[] Inputs = [.. new[] { "works", "idle", "unknown" }.Select(n => new SweepInput { Name = n, Path = n })];

    [Fact]
    public void Idle_OnlyInputsWhosePairsAreEqual()
    {
        SweepEffects effects = new(Inputs);
        foreach ((double works, double idle) in new[] { (1.0, 1.0), (1, 2), (2, 1), (2, 2) })
        {
            effects.Add(new SweepCell(1, [new SweepValue(works), new SweepValue(idle), new SweepValue(7)]), (ulong)works);
        }

        Assert.Equal(["idle"], effects.Idle.Select(i => i.Name));
        Assert.Equal(["unknown"], effects.Unknown.Select(i => i.Name));
    }

    [Fact]
    public void Probes_OnlyWhereTheDesignDoesNotTell()
    {
        SweepInput[] two = [.. Inputs.Take(2).Select(i => i with { High = 1 })];
        SweepPlan drawn = SweepPlan.Create(two, new SweepDesign(SweepDesignKind.LatinHypercube, 4, 0, 1), [], []);
        SweepPlan screened = SweepPlan.Create(two, new SweepDesign(SweepDesignKind.Morris, 2, 4, 1), [], []);

        Assert.Equal(5, SweepEffects.Probes(drawn).Count);
        Assert.Empty(SweepEffects.Probes(screened));
    }
}
