using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>The check of people, beds, places and hours, midnight by midnight, on several kinds of system and under extreme policies.</summary>
public sealed class ConservationTests
{
    private static readonly double Beds = SmallWorld.England.AcuteBeds.Average(q => q.Available);
    private static readonly double Hours = SmallWorld.England.Areas.Sum(a => a.HomeCareHours ?? 0) / 52;

    public static TheoryData<string[]> Systems => new()
    {
        { ["Isle of Wight"] },
        { ["Rutland"] },
        { SmallWorld.TwoAreas },
        { SmallWorld.TwoSites },
        { ["Derby", "Derbyshire"] },
    };

    public static TheoryData<string> Extremes => [.. Policies.Keys];

    private static readonly Dictionary<string, Levers> Policies = new()
    {
        ["beds cut by 30 %"] = new Levers { AcuteBeds = SmallWorld.Always(-0.3 * Beds) },
        ["beds cut and opened again"] = new Levers { AcuteBeds = [new CapacityChange(SmallWorld.Start, -0.3 * Beds), new CapacityChange(SmallWorld.Start.AddDays(30), 0.6 * Beds)] },
        ["no packages"] = new Levers { HomeCareHoursPerWeek = SmallWorld.Always(-2 * Hours) },
        ["packages stop"] = new Levers { HomeCareHoursPerWeek = SmallWorld.From(SmallWorld.Start.AddDays(20), -2 * Hours) },
        ["no care-home places"] = new Levers { ResidentialPlaces = SmallWorld.Always(-1e6), NursingPlaces = SmallWorld.Always(-1e6) },
        ["no intermediate care, no reablement"] = new Levers { IntermediateCareBeds = SmallWorld.Always(-1e6), ReablementPlaces = SmallWorld.Always(-1e6) },
        ["massive seven-day care"] = new Levers
        {
            SevenDayCare = new SevenDayCare { CrisisResponse = 1, Assessment = 1, PackageStart = 1, CareHomeAdmission = 1, Staffing = WeekendStaffing.Extra },
            Workforce = new CommunityWorkforce { CrisisResponse = 50_000, SocialWork = 20_000, HomeCare = 50_000, LeadProfessionals = 50_000, AdditionalShare = 1, VacancyRate = 0 },
            Adaptations = new Adaptations { PoundsPerYear = 1e10, WaitingDays = 1 },
            JointAssessment = 1,
            LeadProfessional = 1,
            DataSharing = 1,
        },
        ["weekends empty, demand doubled"] = new Levers
        {
            SevenDayCare = new SevenDayCare { CrisisResponse = 0, Assessment = 0, PackageStart = 0, CareHomeAdmission = 0, Staffing = WeekendStaffing.Same },
            WhatIf = new WhatIf { DemandGrowthPerYear = 1, LengthOfStay = 2, AdmissionThreshold = 2 },
        },
    };

    [Theory]
    [MemberData(nameof(Systems))]
    public void EverySystem_KeepsItsBooks(string[] areas) => Check(SmallWorld.Scenario(areas, 60, 30));

    [Theory]
    [MemberData(nameof(Extremes))]
    public void EveryExtremePolicy_KeepsTheBooks(string policy) =>
        Check(SmallWorld.Scenario([SmallWorld.OneArea], 120, 30, SmallWorld.Policy(Policies[policy])));

    [Fact]
    public void ASample_KeepsItsBooks() =>
        Check(SmallWorld.Scenario(["Hampshire", "Southampton", "Portsmouth"], 120, 30) with { PeoplePerAgent = 10 });

    [Fact]
    public void ALongRun_KeepsItsBooks() =>
        Check(SmallWorld.Scenario([SmallWorld.OneArea], 4 * 365, 30) with { PeoplePerAgent = 5 });

    [Fact]
    public void CapacityIsNeverExceeded_WhereItIsNotCut()
    {
        Setup setup = SmallWorld.Setup(SmallWorld.Scenario(SmallWorld.TwoAreas, 180, 30));
        SystemOutcome run = new CareSystem(setup).Run(setup.Systems[0], 0, 0);
        foreach (AreaOutcome area in run.Areas)
        {
            AreaServices services = new(setup, setup.Plans[0], area.Area, 0);
            for (int day = 0; day < setup.Days; day++)
            {
                Assert.InRange(area.Daily[(int)DailySeries.HomeCareTenths][day], 0, services.Capacity[(int)Stock.HomeCareTenths][day]);
                Assert.InRange(area.Daily[(int)DailySeries.CareHomePlaces][day], 0, services.Capacity[(int)Stock.Residential][day] + services.Capacity[(int)Stock.Nursing][day]);
                Assert.InRange(area.Daily[(int)DailySeries.Reablement][day], 0, services.Capacity[(int)Stock.Reablement][day]);
                Assert.InRange(area.Daily[(int)DailySeries.IntermediateBeds][day], 0, services.Capacity[(int)Stock.Intermediate][day]);
            }
        }
    }

    private static void Check(Scenario scenario)
    {
        ExperimentResult result = SmallWorld.Experiment(scenario, new RunOptions { Check = true });

        Assert.True(result.Complete);
        Assert.All(Enumerable.Range(0, result.Arms), a => Assert.True(result.Mean(a, Measure.EmergencyAdmissions) > 0));
    }
}
