using System.Numerics;
using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class ShapleyAttributionTests
{
    [Fact]
    public void AdditiveGame_EachGetsItsOwn_AndNothingInteracts()
    {
        double[] own = [3, -1, 10, 0];
        ShapleyAttribution result = ShapleyAttribution.Of(4, s => 100 + own.Where((_, i) => ((s >> i) & 1) == 1).Sum());

        Assert.Equal(12, result.Whole.Point, 1e-12);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(own[i], result.Shares[i].Share.Point, 1e-12);
            Assert.Equal(own[i], result.Shares[i].Alone.Point, 1e-12);
            Assert.Equal(own[i], result.Shares[i].Last.Point, 1e-12);
        }

        Assert.Equal(6, result.Interactions.Count);
        Assert.All(result.Interactions, x => Assert.Equal(0, x.Index.Point, 1e-12));
    }

    [Fact]
    public void GloveGame_HasItsKnownShares()
    {
        // Levers 0 and 1 hold a left glove, 2 a right one; a pair is worth 1.
        ShapleyAttribution result = ShapleyAttribution.Of(3, s => (s & 4) != 0 && (s & 3) != 0 ? 1 : 0);

        Assert.Equal([1.0 / 6, 1.0 / 6, 4.0 / 6], result.Shares.Select(s => Math.Round(s.Share.Point, 12)), (x, y) => Math.Abs(x - y) < 1e-9);
        // Left and right help each other, the two lefts do the same work: v({0,1}) part 0, with 2 present 1 - 1 - 1 + 0 = -1, halves of each.
        Assert.Equal(-0.5, result.Interactions.Single(x => (x.First, x.Second) == (0, 1)).Index.Point, 1e-12);
        Assert.Equal(0.5, result.Interactions.Single(x => (x.First, x.Second) == (0, 2)).Index.Point, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void Shares_AddToTheWhole(int levers)
    {
        RandomStream stream = new(31, 0);
        double[][] values = [.. Enumerable.Range(0, 3).Select(r => Enumerable.Range(0, 1 << levers).Select(s => 1e4 * stream.For((uint)s, 1, (uint)r).U0).ToArray())];
        ShapleyAttribution result = ShapleyAttribution.Of(values);

        Assert.Equal(result.Whole.Point, result.Shares.Sum(s => s.Share.Point), 1e-7);
    }

    [Fact]
    public void Shares_AreTheMeanOverAllOrders()
    {
        double[] v = [.. Enumerable.Range(0, 16).Select(s => (double)(s * s * 7919 % 101))];
        double[] sums = new double[4];
        int orders = 0;
        foreach (int[] order in Orders([], [0, 1, 2, 3]))
        {
            orders++;
            int s = 0;
            foreach (int i in order)
            {
                sums[i] += v[s | (1 << i)] - v[s];
                s |= 1 << i;
            }
        }

        ShapleyAttribution result = ShapleyAttribution.Of([v]);

        Assert.Equal(24, orders);
        Assert.All(result.Shares, s => Assert.Equal(sums[s.Lever] / 24, s.Share.Point, 1e-9));
    }

    [Fact]
    public void Intervals_AreOverReplications()
    {
        // Lever 0 brings 1, 2, 3; lever 1 always 5.
        ShapleyAttribution result = ShapleyAttribution.Of([[0, 1, 5, 6], [10, 12, 15, 17], [0, 3, 5, 8]]);

        Assert.Equal(Estimate.Of([1, 2, 3]), result.Shares[0].Share);
        Assert.Equal(new Estimate(5, 5, 5, 3, IntervalMethod.Replications), result.Shares[1].Share);
    }

    [Fact]
    public void Dictionary_AndFunction_GiveTheSame()
    {
        ShapleyAttribution byTable = ShapleyAttribution.Of(Enumerable.Range(0, 8).ToDictionary(s => s, s => new double[] { BitOperations.PopCount((uint)s) * s }));
        ShapleyAttribution byFunction = ShapleyAttribution.Of(3, s => BitOperations.PopCount((uint)s) * s);

        Assert.Equal(byFunction.Shares.Select(s => s.Share.Point), byTable.Shares.Select(s => s.Share.Point));
    }

    [Fact]
    public void MissingSubsets_AndTooManyLevers_AreRefused()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => ShapleyAttribution.Of(new Dictionary<int, double[]> { [0] = [1], [1] = [1], [2] = [1], [7] = [1] }));

        Assert.Contains("3", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ShapleyAttribution.Of([[1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => ShapleyAttribution.Of([[1, double.NaN]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShapleyAttribution.Of(13, _ => 0));
    }

    private static IEnumerable<int[]> Orders(int[] done, int[] rest) =>
        rest.Length == 0 ? [done] : rest.SelectMany(i => Orders([.. done, i], [.. rest.Where(j => j != i)]));
}
