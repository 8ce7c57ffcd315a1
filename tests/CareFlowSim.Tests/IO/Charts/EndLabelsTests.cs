using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class EndLabelsTests
{
    [Fact]
    public void Spread_FarApart_StayWhereTheyWish() =>
        Assert.Equal([40, 90], EndLabels.Spread([50, 100], [20, 20], 0, 200));

    [Fact]
    public void Spread_SamePlace_StandRoundItsMiddle() =>
        Assert.Equal([80, 100], EndLabels.Spread([100, 100], [20, 20], 0, 200));

    [Fact]
    public void Spread_AtTheEdges_StayInside() =>
        Assert.Equal([0, 20, 160, 180], EndLabels.Spread([2, 3, 199, 200], [20, 20, 20, 20], 0, 200));

    [Fact]
    public void Spread_NoRoomToSpare_FillsItInOrder() =>
        Assert.Equal([0, 20, 40, 60], EndLabels.Spread([70, 71, 72, 73], [20, 20, 20, 20], 0, 80));

    [Fact]
    public void Spread_AnyWishes_NeverOverlap()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            double[] wishes = [.. Enumerable.Range(1, 12).Select(i => (double)(i * i * (seed + 3) * 37 % 361)).Order()];
            double[] heights = [.. Enumerable.Range(1, 12).Select(i => 18.0 + (i * seed % 2 * 10))];

            double[] tops = EndLabels.Spread(wishes, heights, 0, 360);

            Assert.True(tops[0] >= 0 && tops[^1] + heights[^1] <= 360 + 1e-9);
            Assert.All(Enumerable.Range(1, 11), i => Assert.True(tops[i] >= tops[i - 1] + heights[i - 1] - 1e-9));
        }
    }
}
