using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>M/G/infinity: the number present is Poisson with mean (rate x mean stay), whatever the distribution of stays (Takács 1962).</summary>
public sealed class InfiniteServerTests
{
    private const int Replications = 1_500;
    private const double ArrivalsPerHour = 5;
    private const double MeanStay = 2;
    private const int Days = 4;

    [Fact]
    public void LogNormalStays_MeanAndVarianceOfPresence_ArePoisson()
    {
        const double Expected = ArrivalsPerHour * MeanStay;
        Tally mean = new();
        Tally variance = new();
        EventCalendar calendar = new(0, 0);
        for (int replication = 0; replication < Replications; replication++)
        {
            int present = PresentAtTheEnd(calendar, new RandomStream(105, replication));
            mean.Add(present);
            variance.Add((present - Expected) * (present - Expected));
        }

        Formula.Agrees(Expected, mean);
        Formula.Agrees(Expected, variance);
    }

    private static int PresentAtTheEnd(EventCalendar calendar, RandomStream luck)
    {
        const int People = 1_000;
        calendar.Reset(People + 1, Days);
        MidnightCensus census = new(Days);
        uint person = 0;
        calendar.Schedule(People, 0);
        while (calendar.TryNext(out int now, out int entity))
        {
            if (entity < People)
            {
                continue;
            }

            Draw draw = luck.For(person, 0, 0);
            int stay = StationRun.Seconds(Quantile.LogNormal(draw.U0, MeanStay, MeanStay * 1.3));
            census.Stay(now, now + stay);
            calendar.Schedule((int)person++, now + stay);
            calendar.Schedule(People, now + StationRun.Seconds(Quantile.Exponential(draw.U1, 1 / ArrivalsPerHour)));
        }

        return census.ToLevels()[Days - 1];
    }
}
