using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class SimDurationTests
{
    [Fact]
    public void Units_ConvertBothWays()
    {
        Assert.Equal(5_400, SimDuration.FromHours(1.5).Seconds);
        Assert.Equal(1.5, SimDuration.FromSeconds(5_400).TotalHours);
        Assert.Equal(2, SimDuration.FromDays(2).TotalDays);
        Assert.Equal(90, SimDuration.FromHours(1.5).TotalMinutes);
    }

    [Fact]
    public void Operators_AddSubtractScaleAndDivide()
    {
        SimDuration hour = SimDuration.FromHours(1);

        Assert.Equal(SimDuration.FromHours(3), hour + (hour * 2));
        Assert.Equal(SimDuration.Zero, hour - hour);
        Assert.Equal(-3_600, (-hour).Seconds);
        Assert.Equal(24, SimDuration.FromDays(1) / hour);
        Assert.True(hour < hour * 2 && hour * 2 > hour && hour <= hour * 1 && hour >= hour * 1);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void FromDays_NotRepresentable_Throws(double days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SimDuration.FromDays(days));
}
