using CareFlowSim.Kernel;
using MathNet.Numerics.Statistics;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class TallyTests
{
    private static readonly double[] s_values = [.. Enumerable.Range(0, 1_000).Select(i => 1e6 + Math.Sin(i * i))];

    [Fact]
    public void Add_MatchesMathNet()
    {
        Tally tally = Of(s_values);

        Assert.Equal(1_000, tally.Count);
        Assert.Equal(s_values.Mean(), tally.Mean, 1e-6);
        Assert.Equal(s_values.Variance(), tally.Variance, 1e-6);
        Assert.Equal(Math.Sqrt(s_values.Variance() / 1_000), tally.StandardError, 1e-6);
        Assert.Equal((s_values.Min(), s_values.Max()), (tally.Min, tally.Max));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(400)]
    [InlineData(1_000)]
    public void Merge_AnyCut_EqualsOneTally(int cut)
    {
        Tally tally = Of(s_values[..cut]);
        tally.Merge(Of(s_values[cut..]));
        Tally whole = Of(s_values);

        Assert.Equal((whole.Count, whole.Min, whole.Max), (tally.Count, tally.Min, tally.Max));
        Assert.Equal(whole.Mean, tally.Mean, 1e-8);
        Assert.Equal(whole.Variance, tally.Variance, 1e-8);
    }

    [Fact]
    public void Empty_HasNoMean()
    {
        Tally tally = new();

        Assert.True(double.IsNaN(tally.Mean) && double.IsNaN(tally.Variance));
        tally.Add(3);
        Assert.Equal(3, tally.Mean);
        Assert.True(double.IsNaN(tally.StandardDeviation));
    }

    private static Tally Of(IEnumerable<double> values)
    {
        Tally tally = new();
        foreach (double value in values)
        {
            tally.Add(value);
        }

        return tally;
    }
}
