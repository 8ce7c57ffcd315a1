using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class DateTicksTests
{
    private static readonly DateOnly Start = new(2025, 4, 1);

    [Fact]
    public void Over_AYear_MarksTheFirstOfEachMonthAndEachNewYear()
    {
        var ticks = DateTicks.Over(Start, 365, 14);

        Assert.Equal(["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"], ticks.Select(t => t.Label));
        Assert.Equal("2025", ticks[0].Year);
        Assert.Equal("2026", ticks[9].Year);
        Assert.Equal(2, ticks.Count(t => t.Year.Length > 0));
        Assert.Equal(275, ticks[9].Day);
    }

    [Fact]
    public void Over_OneDay_MarksIt() =>
        Assert.Equal([new DateTick(0, "1 Apr", "2025")], DateTicks.Over(Start, 1, 10));

    [Fact]
    public void Over_AMonth_MarksWeeks() =>
        Assert.Equal(["1 Apr", "8 Apr", "15 Apr", "22 Apr", "29 Apr"], DateTicks.Over(Start, 30, 8).Select(t => t.Label));

    [Fact]
    public void Over_ManyYears_MarksYearsOnly() =>
        Assert.Equal(["2026", "2028", "2030", "2032", "2034"], DateTicks.Over(Start, 3_653, 6).Select(t => t.Label));

    [Fact]
    public void Over_AnyLength_NeverGivesMoreThanAsked()
    {
        foreach (int days in new[] { 1, 2, 6, 13, 29, 59, 60, 89, 120, 366, 800, 2_000, 10_000, 100_000 })
        {
            foreach (int atMost in new[] { 3, 5, 8, 14 })
            {
                var ticks = DateTicks.Over(Start, days, atMost);

                Assert.InRange(ticks.Count, 1, atMost);
                Assert.All(ticks, t => Assert.InRange(t.Day, 0, days - 1));
            }
        }
    }
}
