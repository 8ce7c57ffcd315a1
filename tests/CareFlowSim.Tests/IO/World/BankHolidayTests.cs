using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.World;

public sealed class BankHolidayTests
{
    private static readonly IReadOnlyList<DateOnly> Days = WorldReader.Read(WorldFolders.Shipped).BankHolidays;

    public static TheoryData<int> Years => [.. Enumerable.Range(2010, 17)];

    [Fact]
    public void Days_AreSeventeenYearsOfEight_AndFiveExtraDays()
    {
        Assert.Equal((17 * 8) + 5, Days.Count);
        Assert.Equal((2010, 2026), (Days[0].Year, Days[^1].Year));
        Assert.DoesNotContain(Days, d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Year_FollowsTheRules(int year)
    {
        DateOnly easter = Easter(year);
        List<DateOnly> expected =
        [
            NewYear(year),
            easter.AddDays(-2),
            easter.AddDays(1),
            year == 2020 ? new(2020, 5, 8) : FirstMonday(year, 5),
            year switch { 2012 => new(2012, 6, 4), 2022 => new(2022, 6, 2), _ => FirstMonday(year, 6).AddDays(-7) },
            FirstMonday(year, 9).AddDays(-7),
            .. Christmas(year),
            .. Extra(year),
        ];

        Assert.Equal(expected.Order(), Days.Where(d => d.Year == year));
    }

    [Theory]
    [InlineData(2010, 4, 4)]
    [InlineData(2011, 4, 24)]
    [InlineData(2014, 4, 20)]
    [InlineData(2016, 3, 27)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2026, 4, 5)]
    public void Easter_FallsWhereItDid(int year, int month, int day)
    {
        Assert.Equal(new DateOnly(year, month, day), Easter(year));
        Assert.Contains(new DateOnly(year, month, day).AddDays(1), Days);
    }

    private static DateOnly NewYear(int year)
    {
        DateOnly day = new(year, 1, 1);
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }

    private static DateOnly[] Christmas(int year) => new DateOnly(year, 12, 25).DayOfWeek switch
    {
        DayOfWeek.Friday => [new(year, 12, 25), new(year, 12, 28)],
        DayOfWeek.Saturday => [new(year, 12, 27), new(year, 12, 28)],
        DayOfWeek.Sunday => [new(year, 12, 26), new(year, 12, 27)],
        _ => [new(year, 12, 25), new(year, 12, 26)],
    };

    private static DateOnly[] Extra(int year) => year switch
    {
        2011 => [new(2011, 4, 29)],
        2012 => [new(2012, 6, 5)],
        2022 => [new(2022, 6, 3), new(2022, 9, 19)],
        2023 => [new(2023, 5, 8)],
        _ => [],
    };

    private static DateOnly FirstMonday(int year, int month)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays((8 - (int)first.DayOfWeek) % 7);
    }

    /// <summary>Easter Sunday by Gauss's rule, good for 1900 to 2099.</summary>
    private static DateOnly Easter(int year)
    {
        int d = ((19 * (year % 19)) + 24) % 30;
        int e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + 5) % 7;
        int day = 22 + d + e;
        day -= (d == 29 && e == 6) || (d == 28 && e == 6 && year % 19 > 10) ? 7 : 0;
        return new DateOnly(year, 3, 1).AddDays(day - 1);
    }
}
