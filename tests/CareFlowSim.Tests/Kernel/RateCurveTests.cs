using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class RateCurveTests
{
    private const int Day = Clock.SecondsPerDay;

    [Fact]
    public void Steps_CumulateAndInvert()
    {
        RateCurve curve = new([(0, 2), (Day, 0), (2 * Day, 6)], 3 * Day, []);

        Assert.Equal(8, curve.Total, 1e-9);
        Assert.Equal(1, curve.At(Day / 2), 1e-9);
        Assert.Equal(2, curve.At(Day + 100), 1e-9);
        Assert.Equal(Day / 4, curve.TimeWhen(0.5));
        Assert.Equal((2 * Day) + (Day / 6), curve.TimeWhen(3 + 1e-9));
        Assert.Equal(int.MaxValue, curve.TimeWhen(8.0001));

        // Nothing happens on the day without a rate.
        Assert.Equal((2 * Day, 0), (curve.TimeWhen(2 + 1e-12), curve.TimeWhen(0)));
    }

    [Fact]
    public void Waves_AreIntegratedExactly_AndInverted()
    {
        RateCurve curve = new([(0, 10), (3 * Day, 4)], 10 * Day, [new RateWave(0.7, 2.5 * Day, 0.3 * Day), new RateWave(0.3, 0.2 * Day, 0)]);
        double sum = 0;
        for (int second = 0; second < 10 * Day; second += 20)
        {
            double t = second + 10;
            double swing = 1 + (0.7 * Math.Sin(2 * Math.PI * (t - (0.3 * Day)) / (2.5 * Day))) + (0.3 * Math.Sin(2 * Math.PI * t / (0.2 * Day)));
            sum += (t < 3 * Day ? 10 : 4) * swing * 20 / Day;
        }

        Assert.Equal(sum, curve.Total, 1e-4);
        for (double mass = 0; mass < curve.Total; mass += 0.37)
        {
            int second = curve.TimeWhen(mass);
            Assert.True(curve.At(second) <= mass + 1e-7 && curve.At(second + 1) >= mass - 1e-7, $"mass {mass}: second {second}");
        }
    }

    [Fact]
    public void NoRate_NeverHappens() => Assert.Equal(int.MaxValue, new RateCurve([(0, 0)], Day, []).TimeWhen(0));

    [Fact]
    public void WrongLevels_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new RateCurve([(5, 1)], Day, []));
        Assert.Throws<ArgumentException>(() => new RateCurve([(0, 1), (0, 2)], Day, []));
        Assert.Throws<ArgumentException>(() => new RateCurve([(0, -1)], Day, []));
    }
}
