using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>What must hold of levers whatever the parameters: renaming changes nothing, spreading the same staff frees next to nothing, and choosing people by their past is no treatment.</summary>
public sealed class LeverTruthsTests(ITestOutputHelper output)
{
    private const int SecondsPerDay = 86_400;

    [Fact]
    public void RelabelledWorkers_ChangeNothing()
    {
        CommunityWorkforce relabelled = new() { CrisisResponse = 3000, SocialWork = 2000, HomeCare = 9000, LeadProfessionals = 4000, AdditionalShare = 0, VacancyRate = 0.08, RampUpDays = 30 };
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(
            SmallWorld.TwoAreas,
            90,
            30,
            SmallWorld.Policy(new Levers { Workforce = relabelled }),
            SmallWorld.Policy(new Levers { Workforce = relabelled with { AdditionalShare = 0.3 } }, name: "some-are-new")));

        Assert.Equal(default, result.Paired(0, 1));
        Assert.Equal(result.England[0, 0], result.England[0, 1]);
        Assert.All(Enumerable.Range(0, result.Areas.Count), a => Assert.Equal(result.Records[0, 0, a].Totals, result.Records[0, 1, a].Totals));
        Assert.NotEqual(default, result.Paired(0, 2));
    }

    /// <summary>
    /// The same assessors over seven days do as much of the work of assessments as before, in the world as it stands and where there are so few that people wait
    /// for them: tolerance, at most a quarter of the beds that extra staff free.
    /// </summary>
    [Theory]
    [InlineData(null)]
    [InlineData(2800.0)]
    public void SameStaffOverSevenDays_FreesAboutNothingAgainstExtraStaff(double? posts)
    {
        static Levers SevenDays(WeekendStaffing staffing) => new() { SevenDayCare = new SevenDayCare { Assessment = 0.5, Staffing = staffing } };
        ExperimentResult result = SmallWorld.Experiment(
            SmallWorld.Scenario(
                SmallWorld.TwoSites,
                150,
                60,
                SmallWorld.Policy(SevenDays(WeekendStaffing.Same), name: "same"),
                SmallWorld.Policy(SevenDays(WeekendStaffing.Extra), name: "extra")).With(posts is { } few ? [("assessment.hospital_fte", few)] : []) with { Replications = 4 },
            new RunOptions { Threads = 2 });

        double same = PairedComparison.Beds(result, 1).Mean.Point;
        double extra = PairedComparison.Beds(result, 2).Mean.Point;

        output.WriteLine($"beds freed: same staff {same:F2}, extra staff {extra:F2}");
        Assert.True(extra > 5, $"extra staff free {extra:F2} beds");
        Assert.True(Math.Abs(same) < extra / 4, $"the same staff free {same:F2} beds, extra staff {extra:F2}");
    }

    [Fact]
    public void PeopleChosenForManyAdmissions_HaveFewerInTheNextHalfYear_WithoutTreatment()
    {
        const int WarmUp = 30;
        const int HalfYear = 182;
        ExperimentResult result = SmallWorld.Experiment(
            SmallWorld.Scenario([SmallWorld.OneArea], 2 * HalfYear, WarmUp), new RunOptions { Threads = 1, Spells = true });

        RegressionToTheMean found = RegressionToTheMean.Of(
            result.Spells[0, 0, 0], WarmUp * SecondsPerDay, (WarmUp + HalfYear) * SecondsPerDay, (WarmUp + (2 * HalfYear)) * SecondsPerDay, 3);

        output.WriteLine($"{found.People} people: {found.Before:F2} admissions, then {found.After:F2}; others {found.Everybody:F2}");
        Assert.True(found.People > 30);
        Assert.True(found.Before >= 3);
        Assert.InRange(found.Fall, 0.4, 0.98);
    }

    [Fact]
    public void RegressionToTheMean_CountsWhoWasChosenAndWhatFollowed()
    {
        SpellEntry[] spells =
        [
            Stay(1, 10), Stay(1, 20), Stay(1, 30), Stay(1, 110),
            Stay(2, 15), Stay(2, 120), Stay(2, 130),
            Stay(3, 5), Stay(3, 25), Stay(3, 35, died: true),
            Stay(1, 250),
        ];

        RegressionToTheMean found = RegressionToTheMean.Of(spells, 0, 100, 200, 3);

        Assert.Equal((1, 3.0, 1.0), (found.People, found.Before, found.After));
        Assert.Equal(2.0 / 3, found.Fall, 12);
        Assert.Equal(1.0, found.Everybody, 12);
        Assert.Throws<ArgumentException>(() => RegressionToTheMean.Of(spells, 0, 100, 200, 4));
    }

    private static SpellEntry Stay(int person, int admitted, bool died = false) => new(person, 0, 1, admitted, admitted, admitted + 1, admitted + 2, 0, 80, Frailty.Mild, died, 0);
}
