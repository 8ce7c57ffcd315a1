using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class ExposureTableTests
{
    private const int Day = 86_400;
    private static readonly double[] Profile = [1.1, 0.3, 2.5, 1, 0.9];
    private static readonly double[] Hours = [.. Enumerable.Range(0, 24).Select(h => (h % 7 + 1) / (double)Enumerable.Range(0, 24).Sum(i => i % 7 + 1))];
    private static readonly ExposureTable Table = new(Profile, Hours);

    [Fact]
    public void At_IsTheIntegralOfTheProfile()
    {
        const int step = 60;
        double sum = 0;
        for (int second = 0; second < Profile.Length * Day; second += step)
        {
            Assert.Equal(sum, Table.At(second), 1e-9);
            sum += Profile[second / Day] * Hours[second % Day / 3600] * step / 3600;
        }

        Assert.Equal(sum, Table.Total, 1e-9);
        Assert.Equal(Profile.Sum(), Table.Total, 1e-12);
    }

    [Fact]
    public void TimeOf_InvertsAtWithinASecond()
    {
        for (int second = 0; second < Table.Horizon; second += 97)
        {
            Assert.InRange(Table.TimeOf(Table.At(second)), second - 1, second + 1);
        }
    }

    [Fact]
    public void WithoutHours_ADayIsEven()
    {
        ExposureTable even = new(Profile, []);

        Assert.Equal(Profile[0] + (Profile[1] / 4), even.At(Day + (Day / 4)), 1e-12);
        Assert.InRange(even.TimeOf(Profile[0] + (Profile[1] / 4)), Day + (Day / 4) - 1, Day + (Day / 4) + 1);
    }

    [Fact]
    public void TimeOf_NeverFallsIntoAnHourWithoutRisk()
    {
        double[] hours = new double[24];
        hours[9] = 0.25;
        hours[15] = 0.75;
        ExposureTable table = new([1, 1], hours);

        for (double exposure = 0.0005; exposure < 2; exposure += 0.001)
        {
            Assert.Contains(table.TimeOf(exposure) % Day / 3600, new[] { 9, 15 });
        }
    }

    [Fact]
    public void BeyondTheEnd_NothingMoreHappens()
    {
        Assert.Equal(Table.Total, Table.At(Table.Horizon + 5));
        Assert.Equal(int.MaxValue, Table.TimeOf(Table.Total));
        Assert.Equal(int.MaxValue, Table.TimeOf(1e9));
        Assert.InRange(Table.TimeOf(Table.Total - 1e-9), Table.Horizon - 2, Table.Horizon - 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void SpeedNotAboveZero_IsRefused(double speed) =>
        Assert.Throws<ArgumentException>(() => new ExposureTable([1, speed], []));

    [Fact]
    public void HoursThatAreNot24_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new ExposureTable([1], new double[23]));
}
