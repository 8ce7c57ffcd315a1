using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class SimTimeTests
{
    [Fact]
    public void Arithmetic_PointsAndLengths_Agree()
    {
        SimTime noon = SimTime.Epoch + SimDuration.FromHours(12);

        Assert.Equal(43_200, noon.Seconds);
        Assert.Equal(SimDuration.FromDays(0.5), noon - SimTime.Epoch);
        Assert.Equal(SimTime.Epoch, noon - SimDuration.FromMinutes(720));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(86_399, 0, 86_399)]
    [InlineData(86_400, 1, 0)]
    [InlineData(-1, -1, 86_399)]
    [InlineData(-86_400, -1, 0)]
    public void Day_AroundMidnight_IsTheDayThePointLiesIn(int seconds, int day, int secondOfDay)
    {
        SimTime time = new(seconds);

        Assert.Equal(day, time.Day);
        Assert.Equal(secondOfDay, time.SecondOfDay);
        Assert.Equal(day, Clock.DayOf(seconds));
        Assert.Equal(time, SimTime.StartOfDay(day) + SimDuration.FromSeconds(secondOfDay));
    }

    [Fact]
    public void Comparison_FollowsTheClock()
    {
        SimTime early = new(1);
        SimTime late = new(2);

        Assert.True(early < late && late > early && early <= late && late >= early);
        Assert.Equal(-1, early.CompareTo(late));
    }
}
