using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class MidnightCensusTests
{
    private const int Day = Clock.SecondsPerDay;

    [Theory]
    [InlineData(0, Day, new[] { 0, 0, 0 })]
    [InlineData(0, Day + 1, new[] { 1, 0, 0 })]
    [InlineData(Day, Day + 1, new[] { 1, 0, 0 })]
    [InlineData(Day + 1, 2 * Day, new[] { 0, 0, 0 })]
    [InlineData(Day + 1, (2 * Day) + 1, new[] { 0, 1, 0 })]
    [InlineData(-500, int.MaxValue, new[] { 1, 1, 1 })]
    [InlineData(-500, 0, new[] { 0, 0, 0 })]
    [InlineData(50, 50, new[] { 0, 0, 0 })]
    [InlineData(10 * Day, 12 * Day, new[] { 0, 0, 0 })]
    public void Stay_CountsTheMidnightsWithin(int from, int until, int[] levels)
    {
        MidnightCensus census = new(3);
        census.Stay(from, until);

        Assert.Equal(levels, census.ToLevels());
    }

    [Fact]
    public void RandomStays_MatchACountAtEachMidnight()
    {
        Random random = new(4);
        MidnightCensus even = new(20);
        MidnightCensus odd = new(20);
        int[] expected = new int[20];
        for (int i = 0; i < 500; i++)
        {
            int from = random.Next(-Day, 22 * Day) / 3_600 * 3_600;
            int until = from + (random.Next(5 * Day) / 3_600 * 3_600);
            (i % 2 == 0 ? even : odd).Stay(from, until);
            for (int day = 0; day < 20; day++)
            {
                int midnight = (day + 1) * Day;
                expected[day] += from <= midnight && midnight < until ? 1 : 0;
            }
        }

        even.Merge(odd);
        Assert.Equal(expected, even.ToLevels());
        even.Reset();
        Assert.All(even.ToLevels(), level => Assert.Equal(0, level));
        Assert.Throws<ArgumentException>(() => even.Merge(new MidnightCensus(19)));
    }
}
