using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class SlotServerTests
{
    private const int Day = Clock.SecondsPerDay;
    private const int Hour = Clock.SecondsPerHour;

    private static SlotServer NineADay() => new(new WorkCurve([9, 0, 9], 8 * Hour, 17 * Hour));

    [Fact]
    public void Take_AtNight_StartsAtOpeningThenOneAnHour()
    {
        SlotServer team = NineADay();

        Assert.Equal(8 * Hour, team.NextStart(0));
        Assert.Equal([8 * Hour, 9 * Hour, 10 * Hour], [team.Take(0), team.Take(0), team.Take(0)]);
        Assert.Equal(3, team.UnitsUsed);
    }

    [Fact]
    public void Take_IdleTeam_StartsAtOnceAndStoresNothing()
    {
        SlotServer team = NineADay();
        int afternoon = (15 * Hour) + 1_234;

        Assert.Equal(afternoon, team.Take(afternoon));
        Assert.Equal(afternoon + Hour, team.Take(afternoon));
        Assert.Equal((2 * Day) + (8 * Hour) + 1_234, team.Take(afternoon));
    }

    [Fact]
    public void Take_AfterTheLastUnit_TakesNothing()
    {
        SlotServer team = NineADay();
        for (int i = 0; i < 18; i++)
        {
            Assert.NotEqual(int.MaxValue, team.Take(0));
        }

        Assert.Equal((int.MaxValue, int.MaxValue), (team.NextStart(0), team.Take(0)));
        Assert.Equal(18, team.UnitsUsed);
        team.Reset();
        Assert.Equal((0, 8 * Hour), (team.UnitsUsed, team.Take(0)));
    }

    [Fact]
    public void TryTake_TooLate_LosesTheJob()
    {
        SlotServer team = NineADay();

        Assert.True(team.TryTake(9 * Hour, 9 * Hour, out int start));
        Assert.Equal(9 * Hour, start);
        Assert.False(team.TryTake(9 * Hour, (10 * Hour) - 1, out start));
        Assert.Equal(10 * Hour, start);
        Assert.True(team.TryTake(9 * Hour, 10 * Hour, out _));
        Assert.Equal(2, team.UnitsUsed);
    }

    [Fact]
    public void Take_RandomArrivals_NeverBeforeNowNorOutOfOrderNorOutOfHours()
    {
        Random random = new(8);
        WorkCurve curve = new([.. Enumerable.Range(0, 100).Select(d => d % 7 > 4 ? 0 : 3.3)], 8 * Hour, 17 * Hour);
        SlotServer team = new(curve);
        int now = 0;
        int last = 0;
        for (int i = 0; i < 200; i++)
        {
            now += random.Next(Day);
            int start = team.Take(now);
            if (start == int.MaxValue)
            {
                break;
            }

            Assert.True(start >= now && start >= last && curve.IsOpen(start));
            last = start;
        }

        Assert.True(last > 60 * Day);
    }

    [Fact]
    public void Follow_AFasterCurve_KeepsThoseBookedAndServesLaterJobsSooner()
    {
        double[] slow = [2, 2, 2, 2];
        double[] fast = [2, 8, 8, 8];
        SlotServer team = new(new WorkCurve(slow, 0, 86_400));
        for (int job = 0; job < 3; job++)
        {
            team.Take(0);
        }

        SlotServer copy = new(team);
        copy.Follow(new WorkCurve(fast, 0, 86_400));

        Assert.Equal(86_400 + 43_200, team.Take(86_400));
        Assert.Equal(86_400 + 10_800, copy.Take(86_400));
        Assert.Equal(team.UnitsUsed, copy.UnitsUsed);
    }
}
