using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class WorkCurveTests
{
    private const int Day = Clock.SecondsPerDay;
    private const int Hour = Clock.SecondsPerHour;

    // Day 0 closed, day 1 nine units, day 2 closed, day 3 eighteen units, day 4 closed.
    private static readonly WorkCurve s_curve = new([0, 9, 0, 18, 0], 8 * Hour, 17 * Hour);

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(Day + (8 * Hour), 0)]
    [InlineData(Day + (9 * Hour), 1)]
    [InlineData(Day + (17 * Hour), 9)]
    [InlineData((3 * Day) - 1, 9)]
    [InlineData((3 * Day) + (8 * Hour) + (Hour / 2), 10)]
    [InlineData(100 * Day, 27)]
    public void At_CountsUnitsDelivered(int time, double units) => Assert.Equal(units, s_curve.At(time), 1e-12);

    [Theory]
    [InlineData(0, Day + (8 * Hour))]
    [InlineData(1, Day + (9 * Hour))]
    [InlineData(8.5, Day + (16 * Hour) + (Hour / 2))]
    [InlineData(9, (3 * Day) + (8 * Hour))]
    [InlineData(10, (3 * Day) + (8 * Hour) + (Hour / 2))]
    [InlineData(27, int.MaxValue)]
    [InlineData(1e9, int.MaxValue)]
    public void TimeWhen_IsTheFirstMomentBeyondTheUnits(double units, int time) => Assert.Equal(time, s_curve.TimeWhen(units));

    [Fact]
    public void TimeWhen_RoundsUpButStaysInHours()
    {
        WorkCurve curve = new([7, 7], 0, 10);

        Assert.Equal(2, curve.TimeWhen(1));
        Assert.Equal(9, curve.TimeWhen(6.9));
        Assert.Equal(Day, curve.TimeWhen(7));
    }

    [Fact]
    public void TimeWhen_FractionsWithRounding_DoNotStartAtClosingTime()
    {
        WorkCurve curve = new([.. Enumerable.Repeat(0.1, 2_000)], 8 * Hour, 17 * Hour);
        for (int unit = 0; unit < 199; unit++)
        {
            Assert.Equal((unit * 10 * Day) + (8 * Hour), curve.TimeWhen(unit));
        }
    }

    [Fact]
    public void TimeWhen_RandomCurve_InvertsAt()
    {
        Random random = new(5);
        double[] units = [.. Enumerable.Range(0, 400).Select(d => random.Next(3) == 0 ? 0 : random.NextDouble() * 50)];
        WorkCurve curve = new(units, 6 * Hour, 22 * Hour);
        for (int i = 0; i < 5_000; i++)
        {
            double target = random.NextDouble() * curve.TotalUnits;
            int time = curve.TimeWhen(target);
            Assert.True(curve.IsOpen(time));
            Assert.True(curve.At(time + 1) >= target - 1e-6);
            Assert.True(curve.At(time - 1) <= target + 1e-6);
        }
    }

    [Theory]
    [InlineData(-10, Day + (8 * Hour))]
    [InlineData(Day + (8 * Hour), Day + (8 * Hour))]
    [InlineData(Day + (17 * Hour) - 1, Day + (17 * Hour) - 1)]
    [InlineData(Day + (17 * Hour), (3 * Day) + (8 * Hour))]
    [InlineData((3 * Day) + (17 * Hour), int.MaxValue)]
    [InlineData(50 * Day, int.MaxValue)]
    public void NextOpen_IsTheNextMomentWithinHours(int time, int expected)
    {
        Assert.Equal(expected, s_curve.NextOpen(time));
        Assert.Equal(time == expected, s_curve.IsOpen(time));
    }

    [Fact]
    public void NeverOpen_NeverStarts()
    {
        WorkCurve curve = new(new double[3], 0, Day);

        Assert.Equal((0, 3), (curve.TotalUnits, curve.Days));
        Assert.Equal((int.MaxValue, int.MaxValue), (curve.TimeWhen(0), curve.NextOpen(0)));
        Assert.Equal(int.MaxValue, new WorkCurve([], 0, 1).TimeWhen(0));
    }

    [Fact]
    public void Constructor_Faults_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkCurve([-1], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkCurve([double.NaN], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkCurve([1], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkCurve([1], -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkCurve([1], 0, Day + 1));
    }
}
