using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class PopulationBuilderTests
{
    private static readonly Setup England = SmallWorld.Setup(SmallWorld.Scenario([], 365, 90));
    private static readonly Setup Sample = SmallWorld.Setup(SmallWorld.Scenario([], 365, 90) with { PeoplePerAgent = 10 });

    [Fact]
    public void OneToOne_IsEverybodyOf65AndOver() =>
        Assert.Equal(9_537_708, Enumerable.Range(0, 151).Sum(a => From65(England, a)));

    [Fact]
    public void OneToTen_IsATenthOfEveryArea()
    {
        for (int area = 0; area < 151; area++)
        {
            Assert.Equal(From65(England, area) / 10.0, From65(Sample, area), 1.0);
            Assert.Equal(PopulationBuilder.Count(England, area) / 10.0, PopulationBuilder.Count(Sample, area), 1.0);
        }
    }

    [Fact]
    public void EachAgeAndSex_IsThePublishedCount()
    {
        AreaInputs area = SmallWorld.England.Areas[7];
        foreach (Cohort c in PopulationBuilder.Cohorts(England, 7).Where(c => c.Age >= 65))
        {
            Assert.Equal((c.Female ? area.Women : area.Men)[c.Age - 60], c.Count);
        }
    }

    [Fact]
    public void ThoseWhoTurn65_AreThe64YearOldsOfTheBaseYearAndAShareOfThe63YearOlds()
    {
        AreaInputs area = SmallWorld.England.Areas[7];
        int[] women = [.. PopulationBuilder.Cohorts(England, 7).Where(c => c.Age == 64 && c.Female).Select(c => c.Count)];

        Assert.Equal(area.Women[4], women[0]);
        Assert.Equal(area.Women[3] * ((455 / 365.25) - 1), women[1], 1.0);
    }

    [Fact]
    public void AnArea_HasTheSamePeopleWhicheverAreasAreChosen()
    {
        // With beds for everybody the areas of a system share nothing, so its people's fates must not depend on the neighbour.
        Levers beds = new() { AcuteBeds = SmallWorld.Always(300_000) };
        AreaOutcome alone = SmallWorld.Run(SmallWorld.Scenario([SmallWorld.TwoAreas[1]]) with { Baseline = beds })[0].Areas[0];
        AreaOutcome together = SmallWorld.Run(SmallWorld.Scenario(SmallWorld.TwoAreas) with { Baseline = beds })[0].Areas[1];

        Assert.Equal(alone.Area, together.Area);
        Assert.Equal(0, alone[Measure.Boarded]);
        Assert.True(alone[Measure.EmergencyAdmissions] > 1000);
        Assert.Equal(alone.Totals[..(int)Measure.Events], together.Totals[..(int)Measure.Events]);
        Assert.Equal(alone.Daily, together.Daily);
    }

    private static int From65(Setup setup, int area) => PopulationBuilder.Cohorts(setup, area).Where(c => c.Age >= 65).Sum(c => c.Count);
}
