using CareFlowSim.Model;
using MathNet.Numerics.Distributions;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Theory;

/// <summary>Places without limit, by scenario file: steady, filling, found at a moment, with rates that vary and with admission hours.</summary>
public sealed class WithoutLimitScenarioTests(ITestOutputHelper output)
{
    [Fact]
    public void SteadyArrivals_NumberPresent_IsPoisson_WhateverTheStays()
    {
        TheoryRun run = new("infinite-servers", output);
        double logScale = Math.Exp(0.3 + (0.8 * 0.8 / 2));
        foreach ((string place, double stay) in ((string, double)[])[("lognormal", 2), ("log scale", logScale), ("gamma", 2), ("empirical", 2)])
        {
            run.Agrees(5 * stay, place, PathwayMeasure.MeanOccupied);
            run.AgreesAbove(1 - Poisson.CDF(5 * stay, 13), place, 13);
        }
    }

    [Fact]
    public void ReadmissionsAndTaperingVisits_Load_IsThatOfLittle()
    {
        TheoryRun run = new("loop", output);
        run.Agrees(2 / 0.8, "ward", PathwayMeasure.MeanOccupied);
        run.Agrees(2 / 0.8 * 0.1 * run.Days, null, PathwayMeasure.Died);

        // 4 + 3.5 + 3 + 2.5 + 2 visits in five days.
        run.Agrees(3 * 15, "round", PathwayMeasure.MeanInUse);
        run.Agrees(3 * 15 * run.Days, "round", PathwayMeasure.Visits);
    }

    [Fact]
    public void FromEmpty_NumberPresent_FollowsTheStays()
    {
        TheoryRun run = new("filling", output);
        foreach ((string place, Func<double, double> survival) in Stays())
        {
            foreach (int day in (int[])[1, 3, 10, 30, 60])
            {
                run.Agrees(FlowFormula.Present(_ => 8, survival, day, day), place, PathwaySeries.Occupied, [day - 1]);
            }
        }
    }

    [Fact]
    public void FoundAtTheStart_HowManyAreStillThere_FollowsLengthBiasedStays()
    {
        TheoryRun run = new("census-bias", output);
        (string, Func<double, double>, double, int)[] found =
        [
            .. Stays().Select(s => (s.Place, s.Survival, 10.0, s.Place == "gamma" ? 15 : 40)),
            ("fixed", t => t < 10 ? 1 : 0, 10, 5),
            ("uniform", t => Math.Clamp((16 - t) / 12, 0, 1), 10, 5),
            ("cut", t => Math.Max(0, (Math.Exp(-t / 10) - Math.Exp(-2)) / (1 - Math.Exp(-2))), 10 - (20 * Math.Exp(-2) / (1 - Math.Exp(-2))), 15),
            ("empirical", t => ((t < 4 ? 3 : 0) + (t < 16 ? 1 : 0) + (t < 48 ? 0.25 : 0)) / 4.25, 40 / 4.25, 40),
        ];
        foreach ((string place, Func<double, double> survival, double mean, int last) in found)
        {
            foreach (int day in ((int[])[1, 5, 15, 40]).Where(d => d <= last))
            {
                run.Agrees(200 * FlowFormula.FoundAndStillThere(survival, mean, day), place, PathwaySeries.Occupied, [day - 1]);
            }
        }
    }

    [Fact]
    public void RateOfTheDay_NumberAtMidnightAndMean_FollowTheRateBefore()
    {
        TheoryRun run = new("varying-day", output);
        Func<double, double> exponential = t => Math.Exp(-t / 0.4);
        Func<double, double> gamma = t => 1 - Gamma.CDF(4, 10, t);
        double[] factors = [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.6, 1, 1.4, 1.8, 1.8, 1.8, 1.8, 1.8, 1.8, 1.8, 1.4, 1.4, 1, 1, 0.8, 0.6, 0.6, 0.4];
        int[] days = [.. Enumerable.Range(0, run.Days)];
        run.Agrees(FlowFormula.Present(t => Wave(t, 0.8, 1, 0.7), exponential, 0, 12), "daily wave", PathwaySeries.Occupied, days);
        run.Agrees(8, "daily wave", PathwayMeasure.MeanOccupied);
        run.Agrees(FlowFormula.Present(t => 20 * factors[(int)((t - Math.Floor(t)) * 24)], gamma, 0, 12), "hours", PathwaySeries.Occupied, days);
        run.Agrees(20 * 0.4 * factors.Average(), "hours", PathwayMeasure.MeanOccupied);
    }

    [Fact]
    public void RateOfTheWeek_NumberAtEachMidnight_FollowsTheRateBefore()
    {
        TheoryRun run = new("varying-week", output);
        double[] factors = [1.4, 1.2, 1.1, 1.1, 1.2, 0.6, 0.4];
        for (int weekday = 0; weekday < 7; weekday++)
        {
            // The midnight that ends the day.
            int end = weekday + 1;
            int[] days = [.. Enumerable.Range(0, run.Days / 7).Select(w => (w * 7) + weekday)];
            run.Agrees(FlowFormula.Present(t => Wave(t, 0.5, 7, 0), LogNormal(2, 2), end, 60), "weekly wave", PathwaySeries.Occupied, days);
            run.Agrees(FlowFormula.Present(t => 20 * factors[(((int)Math.Floor(t) % 7) + 7) % 7], _ => 1, end, 2.5), "weekdays", PathwaySeries.Occupied, days);
        }
    }

    [Fact]
    public void RateOfTheYearAndOfATable_NumberPresent_FollowsTheRateBefore()
    {
        TheoryRun run = new("varying-year", output);
        Func<double, double> exponential = t => Math.Exp(-t / 10);
        int spring = new DateOnly(2024, 3, 1).DayNumber - new DateOnly(2024, 1, 1).DayNumber;
        double summer = new DateOnly(2024, 6, 15).DayNumber - new DateOnly(2024, 1, 1).DayNumber + 0.5;
        foreach (int day in (int[])[1, 62, 120, 168, 200, 300])
        {
            run.Agrees(FlowFormula.Present(t => Wave(t, 0.3, 364, 30), LogNormal(20, 20), day, 364 + day), "seasons", PathwaySeries.Occupied, [day - 1, day - 1 + 364]);
            run.Agrees(FlowFormula.Present(t => t < spring ? 10 : t < summer ? 30 : 5, exponential, day, 364 + day), "table", PathwaySeries.Occupied, [day - 1]);
        }
    }

    [Fact]
    public void AdmissionHoursAlone_MeanWait_IsThatForTheNextOpening()
    {
        TheoryRun run = new("admission-windows", output);
        foreach ((string place, double rounded, double formula) in ((string, double, double)[])
        [
            ("working hours", 0.604, FlowFormula.NextOpening(5, 8, 17)),
            ("daytime", 0.1955, FlowFormula.NextOpening(7, 8, 17)),
            ("weekdays", 0.2858, FlowFormula.NextOpening(5, 0, 24)),
            ("hours first", 0.604, FlowFormula.NextOpening(5, 8, 17)),
        ])
        {
            Assert.Equal(rounded, formula, 3e-4);
            run.Agrees(formula, place, PathwayMeasure.MeanWait);
            run.Agrees(formula, place, PathwayMeasure.MeanTransitionDelay);
        }
    }

    private static IEnumerable<(string Place, Func<double, double> Survival)> Stays()
    {
        yield return ("exponential", t => Math.Exp(-t / 10));
        yield return ("lognormal", LogNormal(10, 12));
        yield return ("gamma", t => 1 - Gamma.CDF(4, 0.4, t));
    }

    private static Func<double, double> LogNormal(double mean, double deviation)
    {
        LogNormal stays = MathNet.Numerics.Distributions.LogNormal.WithMeanVariance(mean, deviation * deviation);
        return t => 1 - stays.CumulativeDistribution(t);
    }

    private static double Wave(double time, double amplitude, double period, double phase) => 20 * (1 + (amplitude * Math.Sin(2 * Math.PI * (time - phase) / period)));
}
