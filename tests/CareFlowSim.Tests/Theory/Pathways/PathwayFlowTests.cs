using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>Chains of places, unlimited places over time, hours and censuses against their formulas.</summary>
public sealed class PathwayFlowTests
{
    private const double Unlimited = double.PositiveInfinity;

    /// <summary>One bed, then one bed, nobody waits in between: the stay in the first lasts until the second is free.</summary>
    [Theory]
    [InlineData(1.0, 1.0, 1.0)]
    [InlineData(2.0, 1.5, 0.8)]
    public void Tandem_WithoutLine_MatchesTheChain(double perDay, double first, double second)
    {
        double[,] rates = new double[5, 5];
        rates[0, 1] = perDay;
        rates[1, 2] = first;
        rates[2, 3] = perDay;
        rates[2, 0] = second;
        rates[3, 1] = second;
        rates[3, 4] = first;
        rates[4, 2] = second;
        double[] p = Formula.Stationary(rates);

        PathwayResult result = PathwayRuns.Run(Tandem(perDay, first, second, 0));

        Formula.Agrees(second * (p[2] + p[3] + p[4]) * 3_000, result.Of("second", PathwayMeasure.Departures));
        Formula.Agrees(p[4] * 3_000, result.Of("first", PathwayMeasure.BlockedDays));
        Formula.Agrees(p[1] + p[3] + p[4], result.Of("first", PathwayMeasure.MeanOccupied));
    }

    /// <summary>With an endless line the first bed is busy or blocked by rho; with equal rates the line is stable below two thirds (Hunt 1956).</summary>
    [Fact]
    public void Tandem_WithLongLine_MatchesTheChain()
    {
        const double PerDay = 0.4;
        const int Most = 120;

        // State: people at the first (line included) times 3, plus 0 second free, 1 second busy, 2 first blocked.
        double[,] rates = new double[3 * (Most + 1), 3 * (Most + 1)];
        for (int n = 0; n <= Most; n++)
        {
            for (int s = 0; s < 3; s++)
            {
                if (n < Most)
                {
                    rates[(3 * n) + s, (3 * (n + 1)) + s] = PerDay;
                }
            }

            if (n > 0)
            {
                rates[3 * n, (3 * (n - 1)) + 1] = 1;
                rates[(3 * n) + 1, (3 * n) + 2] = 1;
                rates[(3 * n) + 2, (3 * (n - 1)) + 1] = 1;
            }
            else
            {
                rates[2, 1] = 1e3;
            }

            rates[(3 * n) + 1, 3 * n] = 1;
        }

        double[] p = Formula.Stationary(rates);
        double waiting = Enumerable.Range(0, p.Length).Sum(i => p[i] * Math.Max(0, (i / 3) - 1));
        double blocked = Enumerable.Range(1, Most).Sum(n => p[(3 * n) + 2]);

        PathwayResult result = PathwayRuns.Run(Tandem(PerDay, 1, 1, null));

        Formula.Agrees(waiting, result.Of("first", PathwayMeasure.MeanWaiting));
        Formula.Agrees(blocked * 3_000, result.Of("first", PathwayMeasure.BlockedDays));
    }

    [Fact]
    public void Unlimited_LogNormalStays_MeanAndVarianceArePoisson()
    {
        PathwayResult result = PathwayRuns.Run(PathwayRuns.Station(5, Unlimited, new LogNormalDays(2, 2.6), 800, 60));

        Tally variance = PathwayRuns.TallyOf(result.Outcomes[0].Select(o =>
        {
            double all = o.OccupiedSeconds[0].Sum();
            return o.OccupiedSeconds[0].Select((s, n) => s / all * (n - 10) * (n - 10)).Sum();
        }));
        Formula.Agrees(10, result.Of("ward", PathwayMeasure.MeanOccupied));
        Formula.Agrees(10, variance);
    }

    /// <summary>m(t) = a (1 + A (sin wt - w cos wt) / (1 + w^2)) for exponential stays of mean 1 (Eick, Massey and Whitt 1993, equation 15).</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(7.0)]
    [InlineData(90.0)]
    public void SineArrivals_MeanPresent_FollowsWithLagAndDamping(double periodDays)
    {
        const double Offered = 6;
        const double Amplitude = 0.8;
        const double Phase = -0.3;
        PathwayScenario scenario = PathwayRuns.Station(Offered, Unlimited, new ExponentialDays(1), 90, 30);
        PathwayResult result = PathwayRuns.Run(scenario with
        {
            Replications = new PathwayReplications { Number = 200 },
            Arrivals = [scenario.Arrivals[0] with { Process = new PoissonArrivals(VaryingRate.Constant(Offered) with { Waves = [new SineWave(Amplitude, periodDays, Phase)] }) }],
        });

        double w = 2 * Math.PI / periodDays;
        foreach (int day in (int[])[3, 24, 60, 88])
        {
            double t = w * (day + 1 - Phase);
            double expected = Offered * (1 + (Amplitude * (Math.Sin(t) - (w * Math.Cos(t))) / (1 + (w * w))));
            Formula.Agrees(expected, result.Of(0, PathwaySeries.Occupied, 30 + day));
        }
    }

    [Fact]
    public void WeekdayAndHourFactors_CountsFollowThem()
    {
        PathwayScenario scenario = PathwayRuns.Station(1, Unlimited, new FixedDays(1.0 / 24), 700, 0);
        double[] weekdays = [1.4, 1.2, 1, 1, 1, 0.8, 0.6];
        double[] hours = [.. Enumerable.Range(0, 24).Select(h => h is >= 8 and < 20 ? 2.0 : 0)];
        VaryingRate rate = VaryingRate.Constant(24) with { WeekdayFactors = weekdays, HourFactors = hours };
        PathwayResult result = PathwayRuns.Run(scenario with { Arrivals = [scenario.Arrivals[0] with { Process = new PoissonArrivals(rate) }] });

        // 1 January 2024 is a Monday. A stay of an hour makes the day's mean present a twenty-fourth of its arrivals.
        for (int weekday = 0; weekday < 7; weekday++)
        {
            Tally present = PathwayRuns.TallyOf(result.Outcomes[0].Select(o => Enumerable.Range(0, 100).Average(week => (double)o.Series(0, PathwaySeries.MeanOccupied)[(week * 7) + weekday])));
            Formula.Agrees(weekdays[weekday], present);
        }
    }

    [Theory]
    [InlineData(5, 8, 17, 0.604, true)]
    [InlineData(7, 8, 17, 0.1955, true)]
    [InlineData(5, 0, 24, 0.2858, true)]
    [InlineData(5, 8, 17, 0.604, false)]
    public void AdmissionHours_MeanWait_IsThatForTheNextOpenMoment(int days, int open, int close, double rounded, bool reserves)
    {
        int night = 24 - close + open;
        int weekend = ((7 - days) * 24) + night;
        double formula = (((days - 1) * night * night) + (weekend * weekend)) / (2.0 * 168 * 24);
        Assert.Equal(rounded, formula, 3e-4);
        WorkingHours hours = new() { Days = days == 7 ? Enum.GetValues<DayOfWeek>() : [.. Enum.GetValues<DayOfWeek>().Except([DayOfWeek.Saturday, DayOfWeek.Sunday])], OpenHour = open, CloseHour = close };
        PathwayScenario scenario = PathwayRuns.Station(40, Unlimited, new ExponentialDays(1), 700, 0).With(p => p with { AdmissionHours = hours, ReserveDuringTransfer = reserves });

        PathwayResult result = PathwayRuns.Run(scenario);

        Formula.Agrees(formula, result.Of("ward", PathwayMeasure.MeanWait));
        Formula.Agrees(formula, result.Of("ward", PathwayMeasure.MeanTransitionDelay));
        Assert.All(result.Values(0, 1, PathwayMeasure.MeanCapacityDelay), d => Assert.Equal(0, d));
    }

    /// <summary>What remains of a stay found at a random moment has the distribution of the excess, 1 - Fe(t) = integral of (1 - F) beyond t over the mean (Cox 1962).</summary>
    [Theory]
    [InlineData("lognormal")]
    [InlineData("gamma")]
    [InlineData("uniform")]
    [InlineData("cut")]
    [InlineData("empirical")]
    public void Census_RemainingStays_AreLengthBiased(string stay)
    {
        const int People = 2_000;
        DayDistribution lengths = stay switch
        {
            "lognormal" => new LogNormalDays(6, 8),
            "gamma" => new GammaDays(6, 4),
            "uniform" => new UniformDays(2, 12),
            "cut" => new LogNormalDays(6, 8) { AtLeastDays = 1, AtMostDays = 20 },
            _ => new EmpiricalDays([new WeightedDays(2, 3), new WeightedDays(9, 1), new WeightedDays(30, 0.5)]),
        };
        PathwayScenario scenario = PathwayRuns.Station(1e-9, Unlimited, lengths, 30, 0);
        PathwayResult result = PathwayRuns.Run(scenario with { Start = new PathwayStart { Census = [new CensusRow { Place = "ward", InPlace = People }] } });

        const int Parts = 200_000;
        DayQuantile quantile = DayQuantile.Of(lengths);
        double[] sample = [.. Enumerable.Range(0, Parts).Select(i => At(quantile, (i + 0.5) / Parts))];
        double mean = sample.Average();
        foreach (int day in (int[])[0, 3, 7, 10])
        {
            double left = sample.Average(x => Math.Max(0, x - (day + 1))) / mean;
            Formula.Agrees(People * left, result.Of(0, PathwaySeries.Occupied, day));
        }

        static double At(DayQuantile q, double u) => q.Steps is { } steps ? steps.First(s => s.Cumulative > u).Days : q.Days!(u);
    }

    /// <summary>From empty, the mean present is a (1 - e^-t).</summary>
    [Fact]
    public void EmptyStart_MeanPresent_FillsUp()
    {
        PathwayResult result = PathwayRuns.Run(PathwayRuns.Station(10, Unlimited, new ExponentialDays(4), 20, 0) with { Replications = new PathwayReplications { Number = 400 } });

        foreach (int day in (int[])[0, 2, 5, 15])
        {
            Formula.Agrees(40 * (1 - Math.Exp(-(day + 1) / 4.0)), result.Of(0, PathwaySeries.Occupied, day));
        }
    }

    /// <summary>Visits per day in use are the arrivals times the visits of an episode, whatever the order: Little's law for visits.</summary>
    [Fact]
    public void TaperingVisits_MeanInUse_IsRateTimesVisitsPerEpisode()
    {
        PathwayScenario scenario = PathwayRuns.Station(3, 1_000, new FixedDays(5), 600, 20);
        PathwayResult result = PathwayRuns.Run(scenario.With(p => p with
        {
            Kind = PlaceKind.Visits,
            Stays = [new StayRule { LengthOfStay = new FixedDays(5), Visits = new VisitPackage(4, 2) }],
        }));

        // 4 + 3.5 + 3 + 2.5 + 2 visits in five days.
        Formula.Agrees(3 * 15, result.Of("ward", PathwayMeasure.MeanInUse));
        Formula.Agrees(3 * 15 * 600, result.Of("ward", PathwayMeasure.Visits));
    }

    private static PathwayScenario Tandem(double perDay, double first, double second, int? queueLimit)
    {
        PathwayScenario scenario = PathwayRuns.Station(perDay, 1, new ExponentialDays(1), 3_000, 60);
        return scenario with
        {
            Arrivals = [PathwayRuns.Stream("door", perDay, "first")],
            Places =
            [
                PathwayRuns.Place("first", 1, new ExponentialDays(1 / first)) with { QueueLimit = queueLimit },
                PathwayRuns.Place("second", 1, new ExponentialDays(1 / second)) with { WaitingSpot = WaitingSpot.PreviousPlace },
            ],
            Routes = [PathwayRuns.Route("first", ("second", 1)), PathwayRuns.Home("second")],
        };
    }
}
