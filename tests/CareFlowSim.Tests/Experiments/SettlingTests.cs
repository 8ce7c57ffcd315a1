using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class SettlingTests
{
    private static readonly DailySeries[] Checked = [DailySeries.OccupiedBeds, DailySeries.MedicallyFit, DailySeries.IntermediateBeds, DailySeries.HomeCareTenths, DailySeries.CareHomePlaces];

    [Fact]
    public void FlatSeries_HaveSettled()
    {
        // Flat but for season, the week and a little noise.
        IReadOnlyList<SettlingCheck> checks = Settling.Check(Result((season, day) => 1000 * season * (day % 7 >= 5 ? 0.93 : 1.02) + ((day * 7919) % 11)));

        Assert.Equal(Checked, checks.Select(c => c.Series));
        Assert.All(checks, c => Assert.True(c.Settled, $"{c}"));
        Assert.All(checks, c => Assert.InRange(c.Change, -0.02, 0.02));
    }

    [Fact]
    public void DriftingSeries_HaveNot()
    {
        IReadOnlyList<SettlingCheck> checks = Settling.Check(Result((season, day) => season * (1000 + (4 * day))));

        Assert.All(checks, c => Assert.False(c.Settled, $"{c}"));
        Assert.All(checks, c => Assert.Equal((1000 + (4 * 75.5)) / (1000 + (4 * 47.5)) - 1, c.Change, 0.01));
    }

    [Fact]
    public void AShortWarmUp_IsNotJudged()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario([SmallWorld.OneArea], 5, 55) with { PeoplePerAgent = 50 });

        Assert.Empty(Settling.Check(result));
    }

    [Fact]
    public void Mser5_CutsATransientWhereItEnds()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(d => (d < 40 ? 50 - d : 10) + ((d * 7919) % 7 / 7.0))];

        Assert.InRange(Settling.Mser5(values), 35, 45);
    }

    /// <summary>Worked by hand on batches 9, 5, 1, 2, 1, 2, 1, 2, 1, 2: the statistic is 0.584, 0.159, 0.031, 0.035, 0.042 and 0.048 for 0 to 5 batches cut.</summary>
    [Fact]
    public void Mser5_OnTenBatches_CutsWhereTheHandCalculationDoes() =>
        Assert.Equal(10, Settling.Mser5([.. new[] { 9.0, 5, 1, 2, 1, 2, 1, 2, 1, 2 }.SelectMany(b => Enumerable.Repeat(b, 5))]));

    [Fact]
    public void Mser5_LeavesAFlatSeriesWhole()
    {
        Assert.Equal(0, Settling.Mser5([.. Enumerable.Repeat(3.0, 100)]));
        Assert.InRange(Settling.Mser5([.. Enumerable.Range(0, 200).Select(d => (double)(d / 5 % 2))]), 0, 10);
    }

    [Fact]
    public void Mser5_NeverCutsMoreThanHalf() =>
        Assert.InRange(Settling.Mser5([.. Enumerable.Range(0, 200).Select(d => (double)d)]), 95, 100);

    /// <summary>A result whose series are given: of the season index where one is taken out, and of the day.</summary>
    private static ExperimentResult Result(Func<double, int, double> value)
    {
        Scenario scenario = SmallWorld.Scenario([SmallWorld.OneArea], 60, 90) with { PeoplePerAgent = 50 };
        ExperimentResult result = SmallWorld.Experiment(scenario);
        double[] season = result.Setup.CrisisSeason();
        foreach (DailySeries series in Checked)
        {
            bool seasonal = series is DailySeries.OccupiedBeds or DailySeries.MedicallyFit;
            IReadOnlyList<double>? given = series is DailySeries.HomeCareTenths ? result.Setup.HomeCareTrend : series is DailySeries.IntermediateBeds ? result.Setup.IntermediateCareSeason() : null;
            for (int day = 0; day < season.Length; day++)
            {
                result.England[0, 0][(int)series][day] = (int)(100 * value(seasonal ? season[day] : given?[day] ?? 1, day));
            }
        }

        return result;
    }
}
