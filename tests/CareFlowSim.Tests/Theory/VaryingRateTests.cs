using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>A Poisson process whose rate varies over the day and the week, by inverting its cumulative rate (Çinlar 1975, section 4.7).</summary>
public sealed class VaryingRateTests
{
    private const int HoursPerWeek = 168;
    private const int Weeks = 100;
    private const int Hours = HoursPerWeek * Weeks;

    [Fact]
    public void CountsByHourOfTheWeek_FollowTheRate_AndScatterLikePoisson()
    {
        double[] rate = [.. Enumerable.Range(0, HoursPerWeek).Select(h => (2 + Math.Sin(h % 24 * Math.PI / 12)) * (h >= 120 ? 0.7 : 1.1))];

        // One day of the curve stands for one hour of the process.
        WorkCurve cumulative = new([.. Enumerable.Range(0, Hours).Select(h => rate[h % HoursPerWeek])], 0, Clock.SecondsPerDay);
        RandomStream luck = new(108, 0);
        int[] counts = new int[Hours];
        double mass = 0;
        for (uint arrival = 0; ; arrival++)
        {
            mass += Quantile.Exponential(luck.For(0, 0, arrival).U0, 1);
            int time = cumulative.TimeWhen(mass);
            if (time == int.MaxValue)
            {
                break;
            }

            counts[time / Clock.SecondsPerDay]++;
        }

        double chiSquare = 0;
        Tally dispersion = new();
        for (int h = 0; h < HoursPerWeek; h++)
        {
            int total = 0;
            for (int week = 0; week < Weeks; week++)
            {
                int count = counts[(week * HoursPerWeek) + h];
                total += count;
                dispersion.Add((count - rate[h]) * (count - rate[h]) / rate[h]);
            }

            chiSquare += Math.Pow(total - (rate[h] * Weeks), 2) / (rate[h] * Weeks);
        }

        double deviation = Math.Sqrt(2 * HoursPerWeek);
        Assert.InRange(chiSquare, HoursPerWeek - (3 * deviation), HoursPerWeek + (3 * deviation));
        Formula.Agrees(1, dispersion);
    }
}
