using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class IntervalTests
{
    [Fact]
    public void Contains_ItsEndsAndWhatIsBetween()
    {
        Interval interval = new(2, 5);

        Assert.Equal([false, true, true, true, false], new[] { 1.9, 2, 3, 5, 5.1 }.Select(interval.Contains));
        Assert.Equal(3, interval.Width);
    }

    [Fact]
    public void Middle_IsByQuantiles()
    {
        double[] sample = [.. Enumerable.Range(0, 1001).Select(i => (double)((i * 7919) % 1001))];
        Interval middle = Interval.Middle(sample, 0.9);

        Assert.Equal(50, middle.Low, 1.0);
        Assert.Equal(950, middle.High, 1.0);
    }
}
