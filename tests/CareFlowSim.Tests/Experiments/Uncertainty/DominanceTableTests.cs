using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class DominanceTableTests
{
    [Fact]
    public void Options_AreToldApart()
    {
        IReadOnlyList<DominanceRow> rows = DominanceTable.Of(
        [
            new("dear", 500, 6),
            new("none", 0, 0),
            new("worse", 150, 1),
            new("mixed out", 200, 2.5),
            new("good", 100, 2),
            new("best", 300, 5),
        ]);

        Assert.Equal(["none", "good", "worse", "mixed out", "best", "dear"], rows.Select(r => r.Option.Name));
        Assert.Equal([Standing.Kept, Standing.Kept, Standing.Dominated, Standing.ExtendedlyDominated, Standing.Kept, Standing.Kept], rows.Select(r => r.Standing));
        // 100 / 2; 200 / 3; 200 / 1.
        Assert.Equal([double.NaN, 50, double.NaN, double.NaN, 200.0 / 3, 200], rows.Select(r => r.CostPerEffect));
    }

    [Fact]
    public void EqualOptions_KeepOne() =>
        Assert.Equal([Standing.Kept, Standing.Dominated], DominanceTable.Of([new("a", 1, 1), new("b", 1, 1)]).Select(r => r.Standing));

    [Fact]
    public void AtEqualCost_TheGreaterEffectIsKept() =>
        Assert.Equal(["b"], DominanceTable.Of([new("a", 1, 1), new("b", 1, 2)]).Where(r => r.Standing == Standing.Kept).Select(r => r.Option.Name));

    [Fact]
    public void FaultyOptions_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => DominanceTable.Of([]));
        Assert.Throws<ArgumentException>(() => DominanceTable.Of([new("a", 1, 1), new("a", 2, 2)]));
        Assert.Throws<ArgumentException>(() => DominanceTable.Of([new("a", double.NaN, 1)]));
    }
}
