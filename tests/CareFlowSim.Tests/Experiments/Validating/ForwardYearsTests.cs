using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class ForwardYearsTests
{
    private static readonly Scenario Forward = ScenarioReader.ReadFile(Path.Combine(ScenarioFiles.Shipped, "forward-2015-2018.yaml"));

    [Fact]
    public void TwiceThePeople_DieTwiceAsOftenInTheSamePlaces()
    {
        AreaInputs[] doubled = [.. SmallWorld.England.Areas.Select(a => a with { Women = [.. a.Women.Select(n => 2 * n)], Men = [.. a.Men.Select(n => 2 * n)] })];

        CareFlowSim.Model.World later = ForwardYears.WorldOf(SmallWorld.England, doubled);

        Assert.Equal(SmallWorld.England.Mortality.Bands.Select(b => b with { Deaths = 2 * b.Deaths }), later.Mortality.Bands);
        Assert.Equal(SmallWorld.England.Areas.Select(a => 2 * a.Deaths), later.Areas.Select(a => a.Deaths));
        Assert.Equal(SmallWorld.England.Areas[0].NursingBedsPer1000!.Value / 2, later.Areas[0].NursingBedsPer1000!.Value, 1e-12);
        Assert.Equal(SmallWorld.England.Areas[0].HomeCareHours, later.Areas[0].HomeCareHours);
        RateTables before = new(SmallWorld.England);
        RateTables after = new(later with { Parameters = later.Parameters.With(new Dictionary<string, double> { ["care_home.residents"] = 2 * later.Parameters["care_home.residents"] }) });
        Assert.Equal(before.Death(20, true, Frailty.Mild), after.Death(20, true, Frailty.Mild), 1e-9);
    }

    [Fact]
    public void OtherAreas_AreRefused() =>
        Assert.Throws<ArgumentException>(() => ForwardYears.WorldOf(SmallWorld.England, [.. SmallWorld.England.Areas.Skip(1)]));

    [Theory]
    [InlineData(2015, 366, 0.5)]
    [InlineData(2017, 365, 2.5)]
    public void AYear_StartsInAprilWithTheGrowthUpToThen(int year, int days, double grownYears)
    {
        Scenario one = ForwardYears.ScenarioOf(Forward, SmallWorld.England, year);

        Assert.Equal(new Period(new DateOnly(year, 4, 1), days, Forward.Period.WarmUpDays), one.Period);
        Assert.Equal(SmallWorld.England.Parameters["crisis.level"] * Math.Pow(1.015, grownYears), one.ParameterChanges["crisis.level"], 1e-12);
        Assert.Equal(0.015, one.ParameterChanges["demand.growth_per_year"]);
        Assert.Equal(0, one.ParameterChanges["trend.demand_per_year"]);
        Assert.All(one.Policies, p => Assert.Equal(new DateOnly(2015, 4, 1), p.From));
    }

    [Fact]
    public void ThePolicyOfTheDay_HoldsFromTheFirstDayOfALaterWarmUp()
    {
        IReadOnlyList<AreaInputs> people = ValidationReader.People(WorldFolders.Shipped, 2016);
        CareFlowSim.Model.World later = ForwardYears.WorldOf(SmallWorld.England, people);

        Setup setup = new(later, ForwardYears.ScenarioOf(Forward with { Areas = ["Rutland"] }, SmallWorld.England, 2016));

        Assert.Equal(0, setup.Branch(1));
        Assert.Equal(9_882_841, later.Areas.Sum(a => a.Women.Skip(5).Sum() + a.Men.Skip(5).Sum()));
        Assert.InRange(later.Mortality.Bands.Sum(b => b.Deaths) / 394_958.0, 1.01, 1.06);
    }
}
