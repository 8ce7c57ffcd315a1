using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class HistogramTests
{
    [Fact]
    public void Add_FillsBinsAndOverflow()
    {
        Histogram histogram = Of(new Histogram(3, 10), 0, 9, 10, 29, 30, 1_000);

        Assert.Equal([2, 1, 1], Enumerable.Range(0, 3).Select(histogram.CountIn));
        Assert.Equal((6, 2), (histogram.Count, histogram.Overflow));
        Assert.Equal(1_078 / 6.0, histogram.Mean);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 50)]
    [InlineData(90, 90)]
    [InlineData(90.5, 91)]
    [InlineData(100, 100)]
    public void Percentile_IsTheSmallestValueThatReachesTheShare(double percent, int value) =>
        Assert.Equal(value, Of(new Histogram(200), [.. Enumerable.Range(1, 100)]).Percentile(percent));

    [Fact]
    public void Percentile_InTheOverflow_IsItsLowerEdge() => Assert.Equal(30, Of(new Histogram(3, 10), 5, 900).Percentile(99));

    [Fact]
    public void Merge_AnyGrouping_IsExact()
    {
        Histogram a = Of(new Histogram(5, 2), 1, 2, 3);
        Histogram b = Of(new Histogram(5, 2), 4, 50);
        a.Merge(b);
        Histogram whole = Of(new Histogram(5, 2), 50, 3, 4, 2, 1);

        Assert.Equal((whole.Count, whole.Mean, whole.Overflow), (a.Count, a.Mean, a.Overflow));
        Assert.Equal(whole.Percentile(60), a.Percentile(60));
        Assert.Throws<ArgumentException>(() => a.Merge(new Histogram(5, 3)));
    }

    [Fact]
    public void Faults_Throw()
    {
        Histogram histogram = new(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Add(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Percentile(0));
        Assert.Throws<InvalidOperationException>(() => histogram.Percentile(50));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Histogram(0));
        Assert.True(double.IsNaN(histogram.Mean));
    }

    private static Histogram Of(Histogram histogram, params int[] values)
    {
        foreach (int value in values)
        {
            histogram.Add(value);
        }

        return histogram;
    }
}
