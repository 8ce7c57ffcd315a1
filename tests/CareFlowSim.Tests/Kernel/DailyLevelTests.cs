using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class DailyLevelTests
{
    private const int Day = Clock.SecondsPerDay;

    [Fact]
    public void Changes_AreBookedByDay_AndAtMidnight()
    {
        DailyLevel level = new(4);
        level.Add(Day / 2, 2);
        level.Add(Day, 1);
        level.Add((3 * Day) + 10, -3);
        level.GoTo(4 * Day);

        Assert.Equal([Day, 3L * Day, 3L * Day, 30], level.Areas.ToArray());
        Assert.Equal([2, 3, 3, 0], level.Midnights.ToArray());
        Assert.Equal(6L * Day, level.Area(1, 3));
    }

    [Fact]
    public void Reset_ForgetsEverything()
    {
        DailyLevel level = new(2);
        level.Add(5, 7);
        level.GoTo(2 * Day);
        level.Reset();
        level.Add(Day, 1);
        level.GoTo(2 * Day);

        Assert.Equal([0L, Day], level.Areas.ToArray());
        Assert.Equal([0, 1], level.Midnights.ToArray());
    }
}
