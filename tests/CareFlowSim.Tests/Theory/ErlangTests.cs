using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Theory;

public sealed class ErlangTests
{
    private const int Replications = 20;

    [Theory]
    [InlineData("exponential")]
    [InlineData("lognormal")]
    public void LossStation_ShareLost_IsErlangB(string service)
    {
        const int Servers = 5;
        const double Offered = 4;
        Tally lost = new();
        for (int replication = 0; replication < Replications; replication++)
        {
            StationRun run = new(Servers, 1, 400)
            {
                ArrivalsPerHour = [Offered],
                Service = service == "exponential" ? u => Quantile.Exponential(u, 1) : u => Quantile.LogNormal(u, 1, 1.3),
                Credit = [0],
                MayWait = false,
            };
            run.Run(new RandomStream(101, replication), warmUpDays: 10);
            lost.Add(run.Delayed.Mean);
        }

        Formula.Agrees(Formula.ErlangB(Servers, Offered), lost);
    }

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(3, 2.4)]
    [InlineData(10, 8.5)]
    public void DelayStation_ProbabilityAndMeanOfWait_AreErlangC(int servers, double offered)
    {
        Tally delayed = new();
        Tally wait = new();
        Tally little = new();
        for (int replication = 0; replication < Replications; replication++)
        {
            StationRun run = Delay(servers, offered, DaysFor(offered));
            run.Run(new RandomStream(102, replication), warmUpDays: 40);
            delayed.Add(run.Delayed.Mean);
            wait.Add(run.Wait[0].Mean);
            little.Add(run.Present.Mean(DaysFor(offered) * Clock.SecondsPerDay) - (offered * run.Sojourn.Mean));
        }

        double probability = Formula.ErlangC(servers, offered);
        Formula.Agrees(probability, delayed);
        Formula.Agrees(probability / (servers - offered), wait);
        Formula.Agrees(0, little);
    }

    /// <summary>Little's law holds on every path up to those present at the ends, whatever the distributions: L = (arrivals per hour, as observed) x W.</summary>
    [Fact]
    public void DelayStation_OnePath_ObeysLittlesLaw()
    {
        const int Days = 2_000;
        StationRun run = Delay(3, 2.4, Days);
        run.Run(new RandomStream(103, 0), warmUpDays: 0);

        double arrivalsPerHour = run.Sojourn.Count / (Days * 24.0);
        double present = run.Present.Mean(Days * Clock.SecondsPerDay);
        Assert.Equal(present, arrivalsPerHour * run.Sojourn.Mean, present * 1e-3);
    }

    private static StationRun Delay(int servers, double offered, int days) => new(servers, 1, days)
    {
        ArrivalsPerHour = [offered],
        Service = u => Quantile.Exponential(u, 1),
        Credit = [0],
    };

    /// <summary>About as many arrivals at any load.</summary>
    private static int DaysFor(double offered) => 40 + (int)(1_800 / offered);
}
