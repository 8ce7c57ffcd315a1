using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>The plain truths of demand: growth, length of stay, chance, risk.</summary>
public sealed class DemandTests
{
    private static readonly string[] Areas = SmallWorld.TwoAreas;

    [Fact]
    public void GrowthInDemand_RaisesAdmissions()
    {
        SystemOutcome[] arms = SmallWorld.Run(SmallWorld.Scenario(Areas, 365, 30, Dial(0.05), Dial(0.15)) with { });
        long[] admissions = [.. arms.Select(a => a.Sum(Measure.EmergencyAdmissions))];

        // Half a year of growth on average.
        Assert.True(admissions[0] < admissions[1] && admissions[1] < admissions[2]);
        Assert.Equal(1.072, admissions[2] / (double)admissions[0], 0.015);

        static Policy Dial(double growth) => SmallWorld.Policy(new Levers { WhatIf = new WhatIf { DemandGrowthPerYear = growth } }, name: $"{growth}");
    }

    [Fact]
    public void LongerStays_FillMoreBeds()
    {
        SystemOutcome[] arms = SmallWorld.Run(SmallWorld.Scenario(Areas, 180, 60, Dial(0.9), Dial(1.1)));
        long[] days = [.. arms.Select(a => a.Sum(Measure.BedDays) + a.Sum(Measure.BoardingDays))];

        Assert.True(days[1] < days[0] * 0.96 && days[2] > days[0] * 1.04, string.Join(' ', days));

        static Policy Dial(double ratio) => SmallWorld.Policy(new Levers { WhatIf = new WhatIf { LengthOfStay = ratio } }, name: $"{ratio}");
    }

    [Fact]
    public void ALowerThreshold_AdmitsMore()
    {
        SystemOutcome[] arms = SmallWorld.Run(SmallWorld.Scenario(Areas, 120, 30, SmallWorld.Policy(new Levers { WhatIf = new WhatIf { AdmissionThreshold = 1.1 } })));

        Assert.Equal(1.1, arms[1].Sum(Measure.EmergencyAdmissions) / (double)arms[0].Sum(Measure.EmergencyAdmissions), 0.03);
    }

    [Fact]
    public void PeopleOftenInHospital_AreThereLessTheNextHalfYear_WithoutAnyPolicy()
    {
        const int half = 182;
        SystemOutcome run = SmallWorld.Run(SmallWorld.Scenario(Areas, 2 * half, 30), spells: true)[0];
        int middle = (30 + half) * 86_400;
        var people = run.Spells.Where(s => s.Admitted >= 30 * 86_400).GroupBy(s => (s.Area, s.Person))
            .Where(g => !g.Any(s => s.Died))
            .Select(g => (First: g.Count(s => s.Admitted < middle), Second: g.Count(s => s.Admitted >= middle)))
            .ToArray();
        (int First, int Second)[] often = [.. people.Where(p => p.First >= 2)];

        // Case-finding on past admissions meets regression to the mean: it looks like an effect and is none.
        Assert.True(often.Length > 200, $"{often.Length} people");
        Assert.True(often.Average(p => p.Second) < 0.6 * often.Average(p => p.First), $"{often.Average(p => p.First)} then {often.Average(p => p.Second)}");
        // They are frailer all the same: more than the average person is admitted in half a year.
        double average = people.Sum(p => p.Second) / (double)run.Areas.Sum(a => a.Daily[(int)DailySeries.Alive][30]);
        Assert.True(often.Average(p => p.Second) > 1.5 * average, $"{often.Average(p => p.Second)} against {average}");
    }

    [Fact]
    public void Frailty_RaisesTheAdmissionRate()
    {
        SystemOutcome run = SmallWorld.Run(SmallWorld.Scenario(Areas))[0];

        Assert.True(run.Sum(Measure.AdmissionsSevere) + run.Sum(Measure.AdmissionsModerate) > 0.3 * run.Sum(Measure.EmergencyAdmissions));
    }

    [Fact]
    public void DeathsOfTheClock_DoNotDependOnHowLongPeopleWaitToLeave()
    {
        // No risk of death in an emergency stay and none from need: whoever waits for months in a bed runs the same risk as at home.
        // Nobody waits for anything, or everybody for a long assessment; beds are plenty.
        (string, double)[] plain =
        [
            ("mortality.in_hospital_share", 0), ("mortality.in_hospital_share.care_home", 0), ("mortality.care_home_ratio", 1),
            ("mortality.ratio.mild", 1), ("mortality.ratio.moderate", 1), ("mortality.ratio.severe", 1), ("mortality.level", 8),
            ("route.home_support.fit", 1), ("route.home_support.mild", 1), ("route.home_support.moderate", 1), ("route.home_support.severe", 1),
            ("queue.patience_hospital_days", 3650), ("stay.unfit_again_per_day", 0), ("stay.complex_ratio", 1), ("assessment.process_days", 60),
        ];
        Levers beds = new() { AcuteBeds = SmallWorld.Always(500_000) };
        long quick = Deaths(("route.level", 0.01));
        long slow = Deaths(("route.level", 1));

        Assert.Equal(1, slow / (double)quick, 0.005);

        long Deaths((string, double) level)
        {
            SystemOutcome run = SmallWorld.Run((SmallWorld.Scenario(Areas, 300, 60) with { Baseline = beds }).With([.. plain, level]))[0];
            return run.Areas.Sum(a => a.Daily[(int)DailySeries.Deaths].Sum());
        }
    }
}
