using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class TimeWeightedTests
{
    [Fact]
    public void Mean_WeighsLevelsByTheirTime()
    {
        TimeWeighted level = new();
        level.Set(10, 4);
        level.Set(30, 1);

        Assert.Equal((0 + (4 * 20) + (1 * 10)) / 40.0, level.Mean(40));
        Assert.Equal((90, 1), (level.Area(40), level.Level));
    }

    [Fact]
    public void Restart_ForgetsTheWarmUp()
    {
        TimeWeighted level = new(0, 100);
        level.Set(10, 4);
        level.Restart(20);
        level.Set(30, 2);

        Assert.Equal(3, level.Mean(40));
        Assert.True(double.IsNaN(new TimeWeighted(5, 1).Mean(5)));
    }

    [Fact]
    public void Merge_AnyGrouping_IsExact()
    {
        static TimeWeighted Stretch(int k)
        {
            TimeWeighted level = new(k, k);
            level.Set(k + 10, 7 * k);
            level.Set((3 * k) + 50, 0);
            return level;
        }

        TimeWeighted left = Stretch(1);
        left.Merge(Stretch(2));
        left.Merge(Stretch(3));
        TimeWeighted right = Stretch(2);
        right.Merge(Stretch(3));
        TimeWeighted all = Stretch(1);
        all.Merge(right);

        Assert.Equal(left.Mean(53), all.Mean(53));
        Assert.Equal((10 + 42 * 7 + 20 + 44 * 14 + 30 + 46 * 21) / (52.0 + 54 + 56), all.Mean(53), 1e-12);
    }
}
