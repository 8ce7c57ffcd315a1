using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>A finite population that falls ill and is treated by a few servers: the machine repair model (Palm 1947).</summary>
public sealed class FinitePopulationTests
{
    private const int Replications = 20;
    private const int People = 8;
    private const int Servers = 2;
    private const double FallsIllPerHour = 0.2;
    private const double TreatedPerHour = 0.7;

    [Fact]
    public void MeanNumberIll_AndEpisodes_MatchTheBirthDeathChain()
    {
        double[,] rates = new double[People + 1, People + 1];
        for (int ill = 0; ill < People; ill++)
        {
            rates[ill, ill + 1] = (People - ill) * FallsIllPerHour;
            rates[ill + 1, ill] = Math.Min(ill + 1, Servers) * TreatedPerHour;
        }

        double expectedIll = Formula.Stationary(rates).Select((p, ill) => p * ill).Sum();
        Tally meanIll = new();
        Tally episodes = new();
        for (int replication = 0; replication < Replications; replication++)
        {
            (double level, double perHour) = Simulate(new RandomStream(106, replication), days: 600, warmUpDays: 10);
            meanIll.Add(level);
            episodes.Add(perHour);
        }

        Formula.Agrees(expectedIll, meanIll);
        Formula.Agrees((People - expectedIll) * FallsIllPerHour, episodes);
    }

    private static (double MeanIll, double EpisodesPerHour) Simulate(RandomStream luck, int days, int warmUpDays)
    {
        EventCalendar calendar = new(People, days);
        ResourcePool servers = new(Servers);
        WaitingLines line = new(1, People);
        TimeWeighted ill = new();
        bool[] treated = new bool[People];
        uint[] occurrences = new uint[People];
        int warmUp = warmUpDays * Clock.SecondsPerDay;
        int episodes = 0;

        void After(int person, int now, double perHour)
        {
            double u = luck.For((uint)person, 0, occurrences[person]++).U0;
            calendar.Schedule(person, now + StationRun.Seconds(Quantile.Exponential(u, 1 / perHour)));
        }

        void Treat(int person, int now)
        {
            servers.TrySeize(1);
            treated[person] = true;
            After(person, now, TreatedPerHour);
        }

        for (int person = 0; person < People; person++)
        {
            After(person, 0, FallsIllPerHour);
        }

        bool counting = false;
        while (calendar.TryNext(out int now, out int person))
        {
            if (!counting && now >= warmUp)
            {
                counting = true;
                ill.Restart(warmUp);
                episodes = 0;
            }

            if (!treated[person])
            {
                episodes++;
                ill.Set(now, ill.Level + 1);
                if (servers.Free > 0)
                {
                    Treat(person, now);
                }
                else
                {
                    line.Join(0, person, now);
                }

                continue;
            }

            treated[person] = false;
            servers.Release(1);
            ill.Set(now, ill.Level - 1);
            After(person, now, FallsIllPerHour);
            int next = line.First(0);
            if (next >= 0)
            {
                line.Leave(next);
                Treat(next, now);
            }
        }

        return (ill.Mean(calendar.Horizon), episodes / ((days - warmUpDays) * 24.0));
    }
}
