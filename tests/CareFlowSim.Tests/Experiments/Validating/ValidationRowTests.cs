using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class ValidationRowTests
{
    private static readonly ExperimentResult Result = SmallWorld.Experiment(
        SmallWorld.Scenario([SmallWorld.OneArea], 61, 60) with { Replications = 2 }, new RunOptions { Threads = 1, Spells = true, Check = true });

    [Fact]
    public void Rows_HoldEveryTargetAndEveryIdentity()
    {
        IReadOnlyList<ValidationRow> rows = ValidationRows.Of(Result, ValidationReader.Official(WorldFolders.Shipped), Books.Of(Result), []);

        Assert.Equal(SmallWorld.England.Targets.Select(t => t.Key).Order(), rows.Where(r => r.Kind != CheckKind.Identity).Select(r => r.Key).Order());
        Assert.Superset(
            new HashSet<string> { "life_table_women", "life_table_men", "littles_law", "census_bias", "conservation", "settling_occupied_beds", "settling_care_home_places" },
            rows.Where(r => r.Kind == CheckKind.Identity).Select(r => r.Key).ToHashSet());
        Assert.True(rows.Single(r => r.Key == "conservation").Pass);
        Assert.True(double.IsFinite(rows.Single(r => r.Key == "emergency_admissions").Simulated.Low));
    }

    [Fact]
    public void BooksThatDoNotBalance_AreAMissAndSayWhy()
    {
        IReadOnlyList<ValidationRow> rows = ValidationRows.Of(Result, ValidationReader.Official(WorldFolders.Shipped), Books.Broken("a bed was lost", 10), []);

        Assert.Equal((false, "a bed was lost"), (rows.Single(r => r.Key == "conservation").Pass, rows.Single(r => r.Key == "conservation").Note));
        Assert.False(rows.Single(r => r.Key == "littles_law").Pass);
    }

    [Fact]
    public void AreaRank_IsMetByTheOrderAndMissedByItsReverse()
    {
        AreaPair[] right = [new("a", 1, 20), new("b", 2, 30), new("c", 3, 40), new("d", 4, 50)];
        AreaPair[] reversed = [.. right.Select(a => a with { Simulated = -a.Simulated })];

        Assert.Equal((1.0, true), (ValidationRows.AreaRank(right, fitted: true).Simulated.Point, ValidationRows.AreaRank(right, fitted: true).Pass));
        Assert.Equal((-1.0, false), (ValidationRows.AreaRank(reversed, fitted: false).Simulated.Point, ValidationRows.AreaRank(reversed, fitted: false).Pass));
        Assert.Contains(ValidationRows.Of(Result, ValidationReader.Official(WorldFolders.Shipped), Books.Of(Result), right), r => r.Key == "area_rank_correlation" && r.Kind == CheckKind.Fitted);
    }

    [Fact]
    public void InTolerances_CountsFromTheTarget()
    {
        ValidationRow share = new(CheckKind.Fitted, "x", "", new Estimate(110, 0, 0, 1, IntervalMethod.None), 100, 0.2, false, "");
        ValidationRow units = share with { Absolute = true, Target = 109, Tolerance = 4 };

        Assert.Equal(0.5, share.InTolerances(110), 1e-12);
        Assert.Equal(-1, share.InTolerances(80), 1e-12);
        Assert.Equal(0.25, units.InTolerances(110), 1e-12);
        Assert.Equal(double.PositiveInfinity, (units with { Tolerance = 0 }).InTolerances(110));
    }

    [Fact]
    public void CensusBias_CountsMidnightsAndSecondsOfTheSameStays()
    {
        CensusBias bias = CensusBias.Of(Result);
        SpellEntry[] stays = [.. Enumerable.Range(0, 2).SelectMany(r => Result.Spells[r, 0, 0]).Where(s => s.InBed >= 0)];

        Assert.Equal(stays.Sum(s => (s.Left / Clock.SecondsPerDay) - (s.InBed / Clock.SecondsPerDay)) / 122.0, bias.Midnight, 1e-9);
        Assert.Equal(stays.Sum(s => (double)(s.Left - s.InBed)) / Clock.SecondsPerDay / 122.0, bias.TimeAverage, 1e-9);
        Assert.Equal((bias.Midnight / bias.TimeAverage) - 1, bias.Bias, 1e-12);
    }

    [Fact]
    public void LifeTable_HoldsTheHazardOfEachBandForItsFiveYears()
    {
        IReadOnlyList<Survival> table = LifeTable.Of(Result);
        AreaInputs area = SmallWorld.England.Areas.Single(a => a.Name == SmallWorld.OneArea);
        double year = 365.25 / 61;
        double at70 = Math.Exp(-5 * year * Result.Total(1, 0, Measure.DeathsMen65) / area.Men.Skip(5).Take(5).Sum());
        double at75 = at70 * Math.Exp(-5 * year * Result.Total(1, 0, Measure.DeathsMen70) / area.Men.Skip(10).Take(5).Sum());
        double men = SmallWorld.England.Areas.Sum(a => a.Men.Skip(5).Take(5).Sum());

        Survival[] rows = [.. table.Where(s => !s.Female)];
        Assert.Equal([70, 75, 80, 85, 90], rows.Select(s => s.Age));
        Assert.Equal(at75, rows[1].Simulated[1], 1e-12);
        Assert.Equal(Math.Exp(-5 * 20_326 / men), rows[0].Expected, 1e-12);
        Assert.Equal(rows.Max(s => Math.Abs(s.Simulated[0] - s.Expected)), LifeTable.LargestGap(table, false)[0], 1e-12);
    }
}
