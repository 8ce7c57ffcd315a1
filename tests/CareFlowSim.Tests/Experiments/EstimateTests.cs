using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class EstimateTests
{
    // Student's t at 0.975 from printed tables.
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(3, 4.303)]
    [InlineData(5, 2.776)]
    [InlineData(10, 2.262)]
    [InlineData(31, 2.042)]
    public void Interval_IsStudentsT(int n, double t)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(i => (double)i * i)];
        double mean = values.Average();
        double error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (n - 1) / n);
        Estimate e = Estimate.Of(values);

        Assert.Equal(mean, e.Point, 1e-12);
        Assert.Equal(t, (e.High - e.Point) / error, 0.001);
        Assert.Equal(e.Point - e.Low, e.High - e.Point, 1e-9);
        Assert.Equal((n, IntervalMethod.Replications), (e.Replications, e.Method));
    }

    [Fact]
    public void OneReplication_HasNoInterval()
    {
        Estimate e = Estimate.Of([7]);

        Assert.Equal((7, 1, IntervalMethod.None), (e.Point, e.Replications, e.Method));
        Assert.True(double.IsNaN(e.Low) && double.IsNaN(e.High));
    }

    [Fact]
    public void EqualValues_HaveAnIntervalOfNoWidth() => Assert.Equal(new Estimate(4, 4, 4, 3, IntervalMethod.Replications), Estimate.Of([4, 4, 4]));

    [Fact]
    public void Pairs_UseTheNormalQuantile() =>
        Assert.Equal(new Estimate(100, 100 - 19.6, 100 + 19.6, 1, IntervalMethod.DiscordantPairs), Estimate.OfPairs(100, 10));
}
