using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>Teams with hours: what the calendar alone costs, and a team with a queue.</summary>
public sealed class WorkingCalendarTests
{
    private const int Weeks = 100;
    private const int Arrivals = 200_000;

    /// <summary>Uniform arrivals wait (sum of squared closed gaps) / (2 x week) for the next open moment, if capacity is no limit.</summary>
    [Theory]
    [InlineData(5, 8, 17, 0.604)]
    [InlineData(7, 8, 17, 0.1955)]
    [InlineData(5, 0, 24, 0.2858)]
    public void UnlimitedCapacity_MeanWait_IsThatForTheNextOpenMoment(int openDays, int openHour, int closeHour, double rounded)
    {
        int night = 24 - closeHour + openHour;
        int weekend = ((7 - openDays) * 24) + night;
        double formula = (((openDays - 1) * night * night) + (weekend * weekend)) / (2.0 * 168 * 24);
        Assert.Equal(rounded, formula, 3e-4);

        SimEpoch monday = new(new DateOnly(2024, 1, 1), []);
        double[] units = [.. Enumerable.Range(0, (Weeks + 1) * 7).Select(d => openDays == 7 || monday.IsWorkingDay(d) ? 1e9 : 0)];
        WorkCurve curve = new(units, openHour * Clock.SecondsPerHour, closeHour * Clock.SecondsPerHour);
        int[] times = [.. ArrivalTimes()];
        SlotServer team = new(curve);
        Tally open = new();
        Tally started = new();
        foreach (int time in times)
        {
            open.Add((curve.NextOpen(time) - time) / (double)Clock.SecondsPerDay);
            started.Add((team.Take(time) - time) / (double)Clock.SecondsPerDay);
        }

        Formula.Agrees(formula, open);
        Formula.Agrees(formula, started);
        Assert.Equal(open.Mean, started.Mean, 1e-5);
    }

    /// <summary>Open round the clock with one start an hour, the team is M/D/1 (Pollaczek and Khinchine): mean wait rho / (2 (1 - rho)) hours.</summary>
    [Fact]
    public void OneStartAnHour_MeanWait_IsPollaczekKhinchine()
    {
        const double ArrivalsPerHour = 0.7;
        const int Days = 3_000;
        SlotServer team = new(new WorkCurve([.. Enumerable.Repeat(24.0, Days + 100)], 0, Clock.SecondsPerDay));
        EventCalendar calendar = new(1, Days);
        Tally waits = new();
        for (int replication = 0; replication < 20; replication++)
        {
            RandomStream luck = new(110, replication);
            Tally wait = new();
            team.Reset();
            calendar.Reset(1, Days);
            calendar.Schedule(0, 0);
            for (uint job = 0; calendar.TryNext(out int now, out _); job++)
            {
                int start = team.Take(now);
                if (job > 500)
                {
                    wait.Add(StationRun.Hours(start - now));
                }

                calendar.Schedule(0, now + StationRun.Seconds(Quantile.Exponential(luck.For(0, 0, job).U0, 1 / ArrivalsPerHour)));
            }

            waits.Add(wait.Mean);
        }

        Formula.Agrees(ArrivalsPerHour / (2 * (1 - ArrivalsPerHour)), waits);
    }

    private static IEnumerable<int> ArrivalTimes()
    {
        RandomStream luck = new(109, 0);
        return Enumerable.Range(0, Arrivals)
            .Select(i => (int)(luck.For((uint)i, 0, 0).U0 * Weeks * 7 * Clock.SecondsPerDay))
            .Order();
    }
}
