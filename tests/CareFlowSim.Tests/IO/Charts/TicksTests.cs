using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 10, 300, new double[] { 0, 2, 4, 6, 8, 10 })]
    [InlineData(57_010, 62_990, 360, new double[] { 57_000, 58_000, 59_000, 60_000, 61_000, 62_000, 63_000 })]
    [InlineData(-812, 271, 360, new double[] { -1_000, -800, -600, -400, -200, 0, 200, 400 })]
    [InlineData(0, 0.3, 180, new[] { 0, 0.1, 0.2, 0.3 })]
    [InlineData(0, 1, 10, new double[] { 0, 1 })]
    public void Covering_ARange_GivesRoundNumbersThatCoverIt(double low, double high, double pixels, double[] expected) =>
        Assert.Equal(expected, Ticks.Covering(low, high, pixels));

    [Fact]
    public void Covering_AnyRange_CoversItEvenlyWithFewTicks()
    {
        for (int magnitude = -6; magnitude <= 14; magnitude++)
        {
            foreach (double lead in new[] { 1, 1.01, 1.99, 2.5, 3.7, 5, 9.99 })
            {
                foreach (double from in new[] { 0, -0.3, 0.9, -1 })
                {
                    double size = lead * Math.Pow(10, magnitude);
                    double low = from * size;
                    double[] ticks = Ticks.Covering(low, size, 400);

                    double slack = (size - low) * 1e-8;
                    Assert.InRange(ticks.Length, 2, 9);
                    Assert.True(ticks[0] <= low + slack && ticks[^1] >= size - slack);
                    Assert.True(ticks[1] <= low + slack + (ticks[1] - ticks[0]), "no empty step at the lower end");
                    Assert.All(ticks.Skip(1).Zip(ticks), p => Assert.Equal(ticks[1] - ticks[0], p.First - p.Second, (ticks[1] - ticks[0]) * 1e-6));
                    Assert.Equal(ticks.Length, ticks.Select(t => Ticks.Text(t, ticks[1] - ticks[0])).Distinct().Count());
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-5)]
    [InlineData(60_000)]
    [InlineData(1e-12)]
    [InlineData(1e15)]
    public void Covering_OneValue_WidensAroundIt(double value)
    {
        double[] ticks = Ticks.Covering(value, value, 360);

        Assert.True(ticks[0] <= value && value <= ticks[^1] && ticks[0] < ticks[^1]);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(1, 0)]
    public void Covering_NoRange_Throws(double low, double high) =>
        Assert.Throws<ArgumentException>(() => Ticks.Covering(low, high, 360));

    [Theory]
    [InlineData(1_200, 200, "1,200")]
    [InlineData(0.5, 0.5, "0.5")]
    [InlineData(0, 0.25, "0.0")]
    [InlineData(2_300_000, 100_000, "2,300,000")]
    [InlineData(-3, 1, "−3")]
    [InlineData(0.0002, 0.0001, "0.0002")]
    public void Text_IsPlainWithSeparators(double value, double step, string expected) =>
        Assert.Equal(expected, Ticks.Text(value, step));

    [Theory]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-0.06, 1, "−0.1")]
    [InlineData(12_345.678, 1, "12,345.7")]
    [InlineData(double.NaN, 1, "no data")]
    public void Number_NeverSaysMinusZero(double value, int decimals, string expected) =>
        Assert.Equal(expected, Ticks.Number(value, decimals));

    [Theory]
    [InlineData(new double[] { 1, 20, 300 }, 0)]
    [InlineData(new[] { 812.4, 45.3 }, 0)]
    [InlineData(new[] { 12.7, 5.2 }, 1)]
    [InlineData(new[] { 0.123, 0.4 }, 3)]
    [InlineData(new double[0], 0)]
    public void DecimalsFor_ShowsAboutThreeFigures(double[] values, int expected) =>
        Assert.Equal(expected, Ticks.DecimalsFor(values));
}
