using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>Two single servers in tandem without room between: who has finished at the first blocks it until the second is free (a bed blocked by a full home care team).</summary>
public sealed class TandemTests
{
    private const int Replications = 20;
    private const int Days = 800;

    [Theory]
    [InlineData(1.0, 1.0, 1.0)]
    [InlineData(2.0, 1.5, 0.8)]
    public void ArrivalsLostWhenTheFirstIsTaken_ThroughputAndBlocking_MatchTheChain(double arrivals, double first, double second)
    {
        // States: both empty; first busy; second busy; both busy; first blocked behind a busy second.
        double[,] rates = new double[5, 5];
        rates[0, 1] = arrivals;
        rates[1, 2] = first;
        rates[2, 3] = arrivals;
        rates[2, 0] = second;
        rates[3, 1] = second;
        rates[3, 4] = first;
        rates[4, 2] = second;
        double[] p = Formula.Stationary(rates);

        (Tally throughput, Tally blocked) = Simulate(1 / arrivals, first, second);

        Formula.Agrees(second * (p[2] + p[3] + p[4]), throughput);
        Formula.Agrees(p[4], blocked);
    }

    /// <summary>With work always at hand and equal rates the line delivers two thirds of one server (Hunt 1956).</summary>
    [Fact]
    public void Saturated_EqualRates_DeliversTwoThirds()
    {
        (Tally throughput, _) = Simulate(0, 1, 1);

        Formula.Agrees(2.0 / 3, throughput);
    }

    private static (Tally Throughput, Tally Blocked) Simulate(double meanGap, double first, double second)
    {
        Tally throughput = new();
        Tally blocked = new();
        for (int replication = 0; replication < Replications; replication++)
        {
            (double perHour, double share) = Run(new RandomStream(107, replication), meanGap, first, second);
            throughput.Add(perHour);
            blocked.Add(share);
        }

        return (throughput, blocked);
    }

    private static (double PerHour, double ShareBlocked) Run(RandomStream luck, double meanGap, double first, double second)
    {
        const int Arrival = 0;
        const int First = 1;
        const int Second = 2;
        EventCalendar calendar = new(3, Days);
        ResourcePool firstPool = new(1);
        ResourcePool secondPool = new(1);
        TimeWeighted blocking = new();
        uint[] occurrences = new uint[3];
        int served = 0;

        void After(int entity, int now, double mean) =>
            calendar.Schedule(entity, now + StationRun.Seconds(Quantile.Exponential(luck.For((uint)entity, 0, occurrences[entity]++).U0, mean)));

        void NextArrival(int now)
        {
            if (meanGap > 0)
            {
                After(Arrival, now, meanGap);
            }
            else if (firstPool.Free > 0)
            {
                calendar.Schedule(Arrival, now);
            }
        }

        void MoveOn(int now)
        {
            secondPool.TrySeize(1);
            After(Second, now, 1 / second);
            firstPool.Release(1);
            if (meanGap == 0)
            {
                NextArrival(now);
            }
        }

        NextArrival(0);
        while (calendar.TryNext(out int now, out int entity))
        {
            switch (entity)
            {
                case Arrival:
                    if (firstPool.TrySeize(1))
                    {
                        After(First, now, 1 / first);
                    }

                    NextArrival(now);
                    break;
                case First when secondPool.Free > 0:
                    MoveOn(now);
                    break;
                case First:
                    blocking.Set(now, 1);
                    break;
                default:
                    served++;
                    secondPool.Release(1);
                    if (blocking.Level == 1)
                    {
                        blocking.Set(now, 0);
                        MoveOn(now);
                    }

                    break;
            }
        }

        return (served / (Days * 24.0), blocking.Mean(calendar.Horizon));
    }
}
