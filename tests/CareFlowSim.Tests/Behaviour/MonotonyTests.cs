using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>More of what people wait for never makes them wait longer for it: the same people and luck, three replications, steps up from a cut.</summary>
public sealed class MonotonyTests(ITestOutputHelper output)
{
    [Fact]
    public void MoreAcuteBeds_NeverLengthenBoarding()
    {
        ExperimentResult result = Arms(Beds(-2500), Beds(-1200), Beds(1200), Beds(2500));
        AssertFalls("boarding days", [Boarding(1), Boarding(2), Boarding(0), Boarding(3), Boarding(4)]);
        AssertFalls("hours of those who board", [Hours(1), Hours(2), Hours(0), Hours(3), Hours(4)]);

        double Boarding(int arm) => result.Mean(arm, Measure.BoardingDays);
        double Hours(int arm) => result.Wait(arm, WaitKind.AcuteBed).Sum;
        static Levers Beds(double change) => new() { AcuteBeds = SmallWorld.Always(change) };
    }

    [Fact]
    public void MoreReablementPlaces_NeverLengthenTheWaitForThem() =>
        AssertShorter(WaitKind.Reablement, c => new Levers { ReablementPlaces = SmallWorld.Always(c * Parameter("reablement.places")) });

    [Fact]
    public void MoreIntermediateBeds_NeverLengthenTheWaitForThem() =>
        AssertShorter(WaitKind.IntermediateBed, c => new Levers { IntermediateCareBeds = SmallWorld.Always(c * Parameter("intermediate.beds")) });

    [Theory]
    [InlineData(WaitKind.CareHomeFromHospital)]
    [InlineData(WaitKind.CareHomeFromHome)]
    public void MoreCareHomePlaces_NeverLengthenTheWaitForThem(WaitKind kind) =>
        AssertShorter(kind, c => new Levers
        {
            ResidentialPlaces = SmallWorld.Always(0.5 * c * Parameter("care_home.residents") * (1 - Parameter("care_home.nursing_share"))),
            NursingPlaces = SmallWorld.Always(0.5 * c * Parameter("care_home.residents") * Parameter("care_home.nursing_share")),
        });

    [Theory]
    [InlineData(WaitKind.PackageFromHospital)]
    [InlineData(WaitKind.PackageFromHome)]
    public void MoreHomeCareHours_NeverLengthenTheWaitForThem(WaitKind kind) =>
        AssertShorter(kind, c => new Levers { HomeCareHoursPerWeek = SmallWorld.Always(c * 3_000_000) });

    [Fact]
    public void MoreAssessors_NeverLengthenTheWaitForAnAssessment()
    {
        // A workforce lever only adds: the steps start from less than the world has.
        double few = 0.75 * Parameter("assessment.hospital_fte");
        ExperimentResult result = Run(Base(Assessors(0.1), Assessors(0.2), Assessors(0.4), Assessors(0.8)).With(("assessment.hospital_fte", few)));
        AssertFalls("hours to the end of assessment", [.. Enumerable.Range(0, 5).Select(a => result.Wait(a, WaitKind.Assessment).Mean)]);
        AssertFalls("days of waiting for an assessor", [.. Enumerable.Range(0, 5).Select(a => (double)Enumerable.Range(0, 3).Sum(r => result.Delays(r, a, (int)DelayReason.Assessment).AllCapacity))]);

        Levers Assessors(double more) => new() { Workforce = new CommunityWorkforce { SocialWork = more * few, AdditionalShare = 1, VacancyRate = 0 } };
    }

    [Fact]
    public void MoreCrisisResponders_NeverMeetFewerCrisesAtHome()
    {
        ExperimentResult result = Arms(Responders(1000), Responders(3000), Responders(9000));
        AssertFalls("crises not met at home", [.. Enumerable.Range(0, 4).Select(a => result.Mean(a, Measure.Crises) - result.Mean(a, Measure.CrisesMetAtHome))]);

        static Levers Responders(double fte) => new() { Workforce = new CommunityWorkforce { CrisisResponse = fte, AdditionalShare = 1, VacancyRate = 0 } };
    }

    [Fact]
    public void SevenDaysWithTheSameStaff_MakesNoMoreAssessmentsThanThereAreStaffFor()
    {
        // Assessors are scarce here and nobody leaves the line, so that every unit of capacity is used: only extra staff can finish more.
        ExperimentResult result = Run(
            Base(Seven(WeekendStaffing.Same), Seven(WeekendStaffing.Extra)).With(
                ("assessment.hospital_fte", 2_880), ("queue.patience_hospital_days", 3650), ("stay.unfit_again_per_day", 0)));
        long[] made = [.. Enumerable.Range(0, 3).Select(a => result.Wait(a, WaitKind.Assessment).Count)];
        output.WriteLine($"assessments: baseline {made[0]}, same staff {made[1]}, extra {made[2]}");

        Assert.Equal(1, made[1] / (double)made[0], 0.02);
        Assert.True(made[2] > 1.1 * made[0]);

        static Levers Seven(WeekendStaffing staffing) => new() { SevenDayCare = new SevenDayCare { Assessment = 1, Staffing = staffing } };
    }

    private void AssertShorter(WaitKind kind, Func<double, Levers> change)
    {
        ExperimentResult result = Arms(change(-0.2), change(-0.1), change(0.1), change(0.2));
        AssertFalls($"mean hours, {kind}", [.. new[] { 1, 2, 0, 3, 4 }.Select(a => result.Wait(a, kind).Mean)]);
    }

    private void AssertFalls(string what, double[] values)
    {
        output.WriteLine($"{what}: {string.Join(" ", values.Select(v => v.ToString("F1", System.Globalization.CultureInfo.InvariantCulture)))}");
        Assert.True(values[^1] < values[0], what);
        Assert.All(values.Zip(values.Skip(1)), v => Assert.True(v.Second <= v.First, $"{what}: {string.Join(" ", values)}"));
    }

    private static ExperimentResult Arms(params Levers[] levers) => Run(Base(levers));

    private static Scenario Base(params Levers[] levers) =>
        SmallWorld.Scenario(SmallWorld.TwoAreas, 240, 60, [.. levers.Select((l, i) => SmallWorld.Policy(l, name: $"step {i}"))]) with { Replications = 3 };

    private static double Parameter(string key) => SmallWorld.Scarce.Parameters[key];

    private static ExperimentResult Run(Scenario scenario) => ExperimentRunner.Run(new Setup(SmallWorld.Scarce, scenario), new RunOptions { Threads = 1 });
}
