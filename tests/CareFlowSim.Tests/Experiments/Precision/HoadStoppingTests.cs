using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class HoadStoppingTests
{
    /// <summary>Worked by hand: values 10 and 11 in turn; half width t(n-1) s / sqrt(n).</summary>
    [Fact]
    public void StopsFiveReplicationsAfterTheIntervalIsNarrow()
    {
        HoadStopping rule = new(0.05);
        int n = 0;
        while (!rule.Add(n++ % 2 == 0 ? 10 : 11))
        {
            Assert.True(n < 100);
        }

        // Half widths: n = 3 1.43, 4 0.92, 5 0.68, 6 0.57, 7 0.49, above 5 % of the mean until n = 7.
        Assert.Equal(7, rule.NarrowSince);
        Assert.Equal(12, rule.Replications);
        Assert.Equal(10.5, rule.Mean, 1e-12);
    }

    [Fact]
    public void AJumpInBetween_BeginsAnew()
    {
        HoadStopping rule = new(0.05, lookAhead: 3);
        double[] values = [10, 10.01, 10.02, 10, 30];
        Assert.All(values, v => Assert.False(rule.Add(v)));

        Assert.Equal(0, rule.NarrowSince);
    }

    [Fact]
    public void ValuesAllAlike_AreKnownAtOnce()
    {
        HoadStopping rule = new(0.05, lookAhead: 0);
        Assert.False(rule.Add(0));
        Assert.False(rule.Add(0));
        Assert.True(rule.Add(0));
    }

    [Fact]
    public void ReplicationsWithoutValue_NeverStop()
    {
        HoadStopping rule = new(0.05);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.False(rule.Add(double.NaN)));
        Assert.Equal(50, rule.Replications);
    }

    [Fact]
    public void Earliest_IsNeverAfterTheEnd_AndGrowsWithWhatIsSeen()
    {
        HoadStopping rule = new(0.05);
        Assert.Equal(8, rule.Earliest);
        int n = 0;
        int earliest = rule.Earliest;
        while (!rule.Add(n++ % 2 == 0 ? 10 : 11))
        {
            Assert.True(rule.Earliest >= earliest);
            earliest = rule.Earliest;
        }

        Assert.Equal(rule.Replications, earliest);
    }

    /// <summary>Equation 4 of the source: beyond 100 replications five in each hundred.</summary>
    [Fact]
    public void LookAhead_GrowsBeyondAHundredReplications()
    {
        HoadStopping rule = new(0.05, atLeast: 220);
        while (!rule.Add(10 + (rule.Replications % 2 * 0.01)))
        {
        }

        Assert.Equal((220, 231), (rule.NarrowSince, rule.Replications));
    }
}
