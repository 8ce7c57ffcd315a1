using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class OptionStudyTests
{
    private static readonly OptionSeries Cheap = new("cheap", [10, 10, 10], [2, 2, 2]);
    private static readonly OptionSeries Dear = new("dear", [40, 40, 40], [4, 5, 3]);
    private static readonly OptionSeries Useless = new("useless", [20, 20, 20], [1, 1, 1]);

    [Fact]
    public void Rows_AreByRisingCost_WithDoingNothingAmongThem()
    {
        OptionStudy found = OptionStudy.Of([Dear, Useless, Cheap], 12, null);

        Assert.Equal(["baseline", "cheap", "useless", "dear"], found.Rows.Select(r => r.Name));
        Assert.Equal([Standing.Kept, Standing.Kept, Standing.Dominated, Standing.Kept], found.Rows.Select(r => r.Dominance.Standing));
        Assert.Equal((5.0, 15.0), (found.Rows[1].Dominance.CostPerEffect, found.Rows[3].Dominance.CostPerEffect));
        Assert.Equal((14.0, 8.0), (found.Rows[1].NetBenefit!.Point, found.Rows[3].NetBenefit!.Point));
        Assert.Equal(2.0 / 3, found.Rows[1].ProbabilityBest, 1e-12);
        Assert.Null(found.Decision);
    }

    /// <summary>Draws: cheap has 14 always, dear 8, 20, -4: to know beforehand is worth 6 in one draw of three.</summary>
    [Fact]
    public void WithDraws_KnowingMoreHasItsValue()
    {
        OptionStudy found = OptionStudy.Of([Dear, Cheap], 12, [("decides", [0, 1, 2]), ("idle", [5, 5, 5])]);

        Assert.Equal(2, found.Decision!.Evpi, 1e-12);
        Assert.Equal("decides", found.Inputs[0].Input);
        Assert.Equal(0, found.Inputs.Single(i => i.Input == "idle").Evppi);
    }

    [Fact]
    public void WithoutWorth_ThereIsNoNetBenefit()
    {
        OptionStudy found = OptionStudy.Of([Cheap], null, null);

        Assert.All(found.Rows, r => Assert.Null(r.NetBenefit));
        Assert.Throws<ArgumentException>(() => OptionStudy.Of([], 1, null));
    }
}
