using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class WaitHistogramTests
{
    [Fact]
    public void Bins_FollowOneAnother_AndAreNarrow()
    {
        for (int bin = 1; bin < new WaitHistogram().Bins; bin++)
        {
            long low = WaitHistogram.LowestOf(bin);
            long width = WaitHistogram.LowestOf(bin + 1) - low;
            Assert.True(width == 1 || (low >= 64 && width <= low / 32), $"bin {bin}: {low} + {width}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(100_000)]
    [InlineData(int.MaxValue)]
    public void ALength_LiesInItsBin(int seconds)
    {
        WaitHistogram waits = new();
        waits.Add(seconds);

        int bin = Enumerable.Range(0, waits.Bins).Single(b => waits.CountIn(b) == 1);
        Assert.InRange(seconds, WaitHistogram.LowestOf(bin), WaitHistogram.LowestOf(bin + 1) - 1);
    }

    [Fact]
    public void Quantiles_AreWithinABin_AndMergingAddsUp()
    {
        WaitHistogram all = new();
        for (int part = 0; part < 2; part++)
        {
            WaitHistogram waits = new();
            for (int i = part; i < 100_000; i += 2)
            {
                waits.Add(i);
            }

            all.Merge(waits);
        }

        Assert.Equal(49_999.5, all.Mean);
        Assert.Equal(1, all.Zeros);
        Assert.Equal(50_000, all.Quantile(0.5), 50_000 / 32.0);
        Assert.Equal(95_000, all.Quantile(0.95), 95_000 / 32.0);
        all.Reset();
        Assert.True(double.IsNaN(all.Mean) && double.IsNaN(all.Quantile(0.5)));
    }
}
