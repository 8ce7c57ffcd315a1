using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class SimEpochTests
{
    private static readonly SimEpoch s_epoch = new(
        new DateOnly(2024, 4, 1), [new DateOnly(2024, 12, 25), new DateOnly(2024, 4, 1), new DateOnly(2024, 3, 29), new DateOnly(2024, 4, 1)]);

    [Theory]
    [InlineData(-1_000)]
    [InlineData(-7)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(4_000)]
    public void Days_AgreeWithTheCalendar(int day)
    {
        DateOnly date = new DateOnly(2024, 4, 1).AddDays(day);

        Assert.Equal(date, s_epoch.DateOf(day));
        Assert.Equal(day, s_epoch.DayOf(date));
        Assert.Equal(date.DayOfWeek, s_epoch.WeekdayOf(day));
        Assert.Equal(date.Month, s_epoch.Month(day));
        Assert.Equal(date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, s_epoch.IsWeekend(day));
    }

    [Fact]
    public void IsWorkingDay_WeekendsAndBankHolidays_AreNot()
    {
        Assert.True(s_epoch.IsBankHoliday(0));
        Assert.True(s_epoch.IsBankHoliday(-3));
        Assert.False(s_epoch.IsWorkingDay(0));
        Assert.False(s_epoch.IsWorkingDay(-1));
        Assert.True(s_epoch.IsWorkingDay(1));
        Assert.False(s_epoch.IsWorkingDay(s_epoch.DayOf(new DateOnly(2024, 12, 25))));
    }
}
