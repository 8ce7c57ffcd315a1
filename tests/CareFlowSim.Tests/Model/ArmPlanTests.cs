using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class ArmPlanTests
{
    private static readonly DateOnly Midway = new(2014, 8, 11);
    private static readonly ParameterTable P = SmallWorld.England.Parameters;

    private static readonly Levers Everything = new()
    {
        SevenDayCare = new SevenDayCare { CrisisResponse = 0.6, Assessment = 0.7, PackageStart = 0.5, CareHomeAdmission = 0.4, Staffing = WeekendStaffing.Same },
        Workforce = new CommunityWorkforce { CrisisResponse = 500, SocialWork = 300, HomeCare = 2000, LeadProfessionals = 400, RampUpDays = 90 },
        Adaptations = new Adaptations { PoundsPerYear = 1e9, Targeting = AdaptationTargeting.Frail },
        JointAssessment = 0.3,
        LeadProfessional = 0.2,
        DataSharing = 0.5,
        AcuteBeds = SmallWorld.From(new DateOnly(2014, 12, 1), 800),
        ReablementPlaces = SmallWorld.From(new DateOnly(2014, 10, 1), 300),
        WhatIf = new WhatIf { DemandGrowthPerYear = 0.02, LengthOfStay = 0.95, AdmissionThreshold = 0.98 },
    };

    [Fact]
    public void AllLeversOff_IsTheBaselineExactly() => AssertSame(Plans(Levers.Off));

    [Fact]
    public void AllLeversOff_OnABaselineWithEveryLever_IsThatBaselineExactly() =>
        AssertSame(SmallWorld.Setup(Year(Levers.Off, Midway) with { Baseline = Everything }).Plans);

    [Fact]
    public void BeforeItsStart_APolicyChangesNothing()
    {
        IReadOnlyList<ArmPlan> plans = SmallWorld.Setup(Year(Everything, Midway) with { Baseline = Everything with { WhatIf = null } }).Plans;
        int from = DayOf(Midway);

        foreach (Team team in Enum.GetValues<Team>())
        {
            Assert.Equal(plans[0].Units[(int)team][..from], plans[1].Units[(int)team][..from]);
        }

        Assert.Equal(plans[0].CrisisExposure.At(from * 86_400), plans[1].CrisisExposure.At(from * 86_400));
        Assert.Equal(plans[0].LengthOfStay[..from], plans[1].LengthOfStay[..from]);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void SevenDaysWithTheSameStaff_CreatesNoCapacity(double share)
    {
        // Winter sickness and a ramp-up make the days unequal on purpose.
        Levers thin = new() { SevenDayCare = Seven(share, WeekendStaffing.Same), Workforce = Everything.Workforce };
        IReadOnlyList<ArmPlan> plans = SmallWorld.Setup(Year(thin, Midway, new Levers { Workforce = Everything.Workforce })).Plans;
        int from = DayOf(Midway);

        foreach (Team team in Enum.GetValues<Team>())
        {
            double spread = plans[1].Units[(int)team].Skip(from).Sum();
            Assert.Equal(1, spread / plans[2].Units[(int)team].Skip(from).Sum(), 1e-9);
            Assert.Equal(plans[0].Units[(int)team][..from], plans[1].Units[(int)team][..from]);
        }

        Assert.True(plans[1].Units[(int)Team.PackageStart][WorkingDay] < plans[0].Units[(int)Team.PackageStart][WorkingDay] || share == 0);
    }

    [Fact]
    public void SevenDaysWithExtraStaff_AddsWeekendsAndLeavesWeekdaysAlone()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { SevenDayCare = Seven(1, WeekendStaffing.Extra) });

        foreach (Team team in new[] { Team.CrisisResponse, Team.Assessment, Team.PackageStart, Team.CareHomeAdmission })
        {
            Assert.True(plans[1].Units[(int)team].Sum() > plans[0].Units[(int)team].Sum() * 1.01, team.ToString());
            Assert.Equal(plans[0].Units[(int)team][WorkingDay], plans[1].Units[(int)team][WorkingDay]);
            double season = team == Team.CrisisResponse ? 1 : TeamSeason[Saturday] / TeamSeason[WorkingDay];
            Assert.Equal(plans[1].Units[(int)team][WorkingDay] * season, plans[1].Units[(int)team][Saturday], 1e-9);
        }
    }

    [Fact]
    public void TheWorkOfAnAssessment_RestsWhileAssessorsAreAway()
    {
        const int Day = 86_400;
        ArmPlan baseline = Plans(Levers.Off)[0];
        double begun = baseline.AssessmentWork.At((Saturday - 1) * Day);

        // From Friday's opening on: Friday's work, and hardly any before Monday.
        Assert.Equal((Saturday * Day) - (7 * 3600), baseline.AssessmentWork.TimeWhen(begun + 1 - 1e-7), 2.0);
        Assert.Equal(begun + 1 + (2 * P["assessment.weekend_share"]), baseline.AssessmentWork.At((Saturday + 2) * Day), 1e-9);
        Assert.InRange(baseline.AssessmentWork.TimeWhen(begun + 1.5), (Saturday + 2) * Day, (Saturday + 3) * Day);
    }

    [Fact]
    public void TheWorkOfAssessments_IsAsMuchWithTheSameStaff_AndMoreWithExtraStaff()
    {
        static Levers Seven(WeekendStaffing staffing) => new() { SevenDayCare = new SevenDayCare { Assessment = 1, Staffing = staffing } };
        IReadOnlyList<ArmPlan> plans = SmallWorld.Setup(Year(Seven(WeekendStaffing.Same), null, Seven(WeekendStaffing.Extra))).Plans;

        Assert.Equal(1, plans[1].AssessmentWork.TotalUnits / plans[0].AssessmentWork.TotalUnits, 0.002);
        Assert.Equal(plans[2].AssessmentWork.Days - Warm, plans[2].AssessmentWork.TotalUnits - plans[0].AssessmentWork.At(Warm * 86_400), 1e-6);
    }

    [Fact]
    public void MoreAssessors_BeginMoreAssessments_AndNoneGoesOnFaster()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { Workforce = new CommunityWorkforce { SocialWork = 3000, AdditionalShare = 1 } });

        Assert.True(Ratio(plans, Team.Assessment, WorkingDay) > 1.3);
        Assert.Equal(plans[0].AssessmentWork.TotalUnits, plans[1].AssessmentWork.TotalUnits);
    }

    [Fact]
    public void AServiceLeftOut_StaysAsItIs()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { SevenDayCare = new SevenDayCare { Assessment = 1, Staffing = WeekendStaffing.Same } });

        Assert.NotEqual(plans[0].Units[(int)Team.Assessment], plans[1].Units[(int)Team.Assessment]);
        Assert.Equal(plans[0].Units[(int)Team.PackageStart], plans[1].Units[(int)Team.PackageStart]);
    }

    [Fact]
    public void BankHolidays_CountAsWeekend()
    {
        double[] units = Plans(Levers.Off)[0].Units[(int)Team.Assessment];

        Assert.Equal(DayOfWeek.Thursday, new DateOnly(2014, 12, 25).DayOfWeek);
        Assert.Equal(SeasonOut(units, new DateOnly(2014, 12, 27)), SeasonOut(units, new DateOnly(2014, 12, 25)), 1e-9);
        Assert.Equal(SeasonOut(units, new DateOnly(2014, 12, 18)) * P["assessment.weekend_share"], SeasonOut(units, new DateOnly(2014, 12, 25)), 1e-9);
    }

    [Theory]
    [InlineData(0, 1.0 / 100)]
    [InlineData(49, 0.5)]
    [InlineData(99, 1)]
    [InlineData(200, 1)]
    public void Workforce_IsWhatIsTrulyAddedAndFilledSoFar(int daysIn, double filled)
    {
        CommunityWorkforce w = new() { CrisisResponse = 1000, SocialWork = 2000, HomeCare = 3000, LeadProfessionals = 400, AdditionalShare = 0.5, VacancyRate = 0.1, RampUpDays = 100 };
        IReadOnlyList<ArmPlan> plans = SmallWorld.Setup(Year(new Levers { Workforce = w }, Midway)).Plans;
        int day = DayOf(Midway) + daysIn;
        double added = 0.5 * 0.9 * filled;

        Assert.Equal(1 + (1000 * added / P["response.baseline_fte"]), Ratio(plans, Team.CrisisResponse, day), 1e-9);
        Assert.Equal(1 + (2000 * added / P["assessment.hospital_fte"]), Ratio(plans, Team.Assessment, day), 1e-9);
        Assert.Equal(10 * 3000 * added * P["homecare.hours_per_fte_week"], More(plans, Stock.HomeCareTenths, day), 1e-4);
        Assert.Equal(400 * added * P["caseload.per_fte"], More(plans, Stock.Caseload, day), 1e-6);
        Assert.Equal(1, Ratio(plans, Team.CrisisResponse, DayOf(Midway) - 1));
    }

    [Fact]
    public void Workforce_WithoutItsOwnShares_TakesThoseOfTheWorld()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { Workforce = new CommunityWorkforce { LeadProfessionals = 100 } });

        Assert.Equal(100 * P["workforce.additional_share"] * (1 - P["workforce.vacancy_rate"]) * P["caseload.per_fte"], More(plans, Stock.Caseload, WorkingDay), 1e-6);
    }

    [Fact]
    public void WinterSickness_ThinsCommunityTeamsFromDecemberToFebruary()
    {
        double[] units = Plans(Levers.Off)[0].Units[(int)Team.Assessment];

        Assert.Equal(1 - P["workforce.winter_sickness"], SeasonOut(units, new DateOnly(2014, 12, 3)) / SeasonOut(units, new DateOnly(2014, 11, 26)), 1e-9);
        Assert.Equal(1, SeasonOut(units, new DateOnly(2015, 3, 4)) / SeasonOut(units, new DateOnly(2014, 11, 26)), 1e-9);
    }

    [Fact]
    public void Season_MovesDischargeTeamsAndIntermediateCareButNotHomeCare()
    {
        ArmPlan plan = SmallWorld.Setup(Year(Levers.Off, null).With(("trend.share", 0))).Plans[0];
        int november = DayOf(new DateOnly(2014, 11, 26));
        int august = DayOf(new DateOnly(2014, 8, 6));
        ServiceSeason season = new(P, SmallWorld.Start.AddDays(-Warm), november + 1);
        double Ratio(double daysHeld) => season.Of(daysHeld)[august] / season.Of(daysHeld)[november];

        Assert.True(Ratio(0) < 1);
        Assert.All([Team.Assessment, Team.PackageStart, Team.CareHomeAdmission, Team.Equipment], t => Assert.Equal(Ratio(0), plan.Units[(int)t][august] / plan.Units[(int)t][november], 1e-9));
        Assert.Equal(Ratio(P["reablement.days"]), plan.Stocks[(int)Stock.Reablement][august] / plan.Stocks[(int)Stock.Reablement][november], 1e-9);
        Assert.Equal(Ratio(P["intermediate.days"]), plan.Stocks[(int)Stock.Intermediate][august] / plan.Stocks[(int)Stock.Intermediate][november], 1e-9);
        Assert.All([Stock.HomeCareTenths, Stock.Residential, Stock.Nursing], s => Assert.Equal(plan.Stocks[(int)s][november], plan.Stocks[(int)s][august]));
    }

    [Fact]
    public void DatedChanges_StepOnTheirDay()
    {
        DateOnly date = new(2014, 11, 3);
        int day = DayOf(date);
        IReadOnlyList<ArmPlan> plans = Plans(new Levers
        {
            AcuteBeds = [new CapacityChange(date, 900), new CapacityChange(date.AddDays(10), -900)],
            IntermediateCareBeds = SmallWorld.From(date, 11),
            ReablementPlaces = SmallWorld.From(date, 12),
            HomeCareHoursPerWeek = SmallWorld.From(date, 13),
            ResidentialPlaces = SmallWorld.From(date, 14),
            NursingPlaces = SmallWorld.From(date, -15),
        });

        Assert.Equal(0, Beds(day - 1));
        Assert.Equal(900 * P["beds.usable_share"], Beds(day), 1e-6);
        Assert.Equal(900 * P["beds.usable_share"], Beds(day + 9), 1e-6);
        Assert.Equal(0, Beds(day + 10), 1e-6);
        foreach ((Stock stock, double change) in new[] { (Stock.Intermediate, 11.0), (Stock.Reablement, 12), (Stock.HomeCareTenths, 130), (Stock.Residential, 14), (Stock.Nursing, -15) })
        {
            Assert.Equal(0, More(plans, stock, day - 1));
            Assert.Equal(change, More(plans, stock, day), 1e-6);
        }

        double Beds(int at) => plans[1].AcuteBeds[at].Open - plans[0].AcuteBeds[at].Open;
    }

    [Fact]
    public void Adaptations_AreWhatTheMoneyBuys()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { Adaptations = new Adaptations { PoundsPerYear = 500e6, UnitCostPounds = 8000, WaitingDays = 33, Targeting = AdaptationTargeting.Frail } });
        double[] units = plans[1].Units[(int)Team.Adaptation];

        Assert.Equal(0, units[Saturday]);
        Assert.Equal(500e6 * P["adaptation.share_65plus"] / 8000, units.Skip(Warm).Sum(), 500e6 / 8000 * 0.01);
        Assert.Equal(P["adaptation.pounds_per_year"] * P["adaptation.share_65plus"] / P["adaptation.unit_cost"] / 253, plans[0].Units[(int)Team.Adaptation][WorkingDay], 1e-9);
        Assert.Equal((33, P["adaptation.waiting_days"]), (plans[1].AdaptationWait(WorkingDay), plans[0].AdaptationWait(WorkingDay)));
        Assert.True(plans[1].FrailOnly(WorkingDay));
        Assert.False(plans[0].FrailOnly(WorkingDay));
    }

    [Fact]
    public void JointAssessmentAndSharedRecords_SaveAssessmentWork()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { JointAssessment = 0.4, DataSharing = 0.7 });
        double work = (1 - (0.4 * (1 - P["assessment.joint_ratio"]))) * (1 - (0.7 * (1 - P["assessment.data_sharing_ratio"])));

        Assert.True(work < 1);
        Assert.Equal(1 / work, Ratio(plans, Team.Assessment, WorkingDay), 1e-9);
        Assert.Equal((0.4, 0.0), (plans[1].JointAssessment(WorkingDay), plans[1].JointAssessment(Warm - 1)));
    }

    [Fact]
    public void WhatIfDials_AreWhatTheySay()
    {
        WhatIf dials = new() { DemandGrowthPerYear = 0.1, LengthOfStay = 0.9, AdmissionThreshold = 0.8 };
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { WhatIf = dials });

        Assert.Equal((0.9, 0.8), (plans[1].LengthOfStay[WorkingDay], plans[1].AdmissionThreshold[WorkingDay]));
        Assert.Equal((1, 1), (plans[1].LengthOfStay[Warm - 1], plans[0].AdmissionThreshold[WorkingDay]));
        Assert.Equal(Math.Pow(1.1, 200 / 365.25), OnDay(plans[1], Warm + 200) / OnDay(plans[0], Warm + 200), 1e-9);

        static double OnDay(ArmPlan plan, int day) => plan.CrisisExposure.At((day + 1) * 86_400) - plan.CrisisExposure.At(day * 86_400);
    }

    [Fact]
    public void AcuteBeds_FollowTheQuartersAndTheWeek()
    {
        (double Open, double Others)[] beds = Plans(Levers.Off)[0].AcuteBeds;
        int saturday = DayOf(new DateOnly(2014, 5, 10));

        Assert.Equal(beds[saturday].Open, beds[saturday - 1].Open);
        Assert.Equal(7, Enumerable.Range(saturday - 5, 7).Sum(d => beds[d].Others) / Mean, 1e-9);
        Assert.Equal(P["beds.others_saturday"], beds[saturday].Others / Mean, 1e-9);
    }

    // The second quarter's own occupancy by everybody else, from the table.
    private static double Mean
    {
        get
        {
            double season = (P["season.crisis.april"] + P["season.crisis.may"] + P["season.crisis.june"]) / 3;
            return SmallWorld.England.AcuteBeds.First(q => q.FirstMonth == 4).Occupied - (P["beds.occupied_65plus_emergency"] * season);
        }
    }

    private const int Warm = 30;
    private static readonly int WorkingDay = DayOf(new DateOnly(2014, 9, 10));
    private static readonly int Saturday = DayOf(new DateOnly(2014, 9, 13));

    private static int DayOf(DateOnly date) => date.DayNumber - SmallWorld.Start.DayNumber + Warm;

    /// <summary>What teams that follow the season have on each day of the year.</summary>
    private static readonly double[] TeamSeason = new ServiceSeason(P, SmallWorld.Start.AddDays(-Warm), 365 + Warm).Of(0);

    /// <summary>A team's units on a day, the season taken out.</summary>
    private static double SeasonOut(double[] units, DateOnly date) => units[DayOf(date)] / TeamSeason[DayOf(date)];

    private static SevenDayCare Seven(double share, WeekendStaffing staffing) =>
        new() { CrisisResponse = share, Assessment = share, PackageStart = share, CareHomeAdmission = share, Staffing = staffing };

    private static Scenario Year(Levers levers, DateOnly? from, params Levers[] more) =>
        SmallWorld.Scenario([SmallWorld.OneArea], 365, Warm, [.. more.Prepend(levers).Select((l, i) => SmallWorld.Policy(l, from, $"policy {i}"))]);

    private static IReadOnlyList<ArmPlan> Plans(Levers levers) => SmallWorld.Setup(Year(levers, null)).Plans;

    private static double Ratio(IReadOnlyList<ArmPlan> plans, Team team, int day) => plans[1].Units[(int)team][day] / plans[0].Units[(int)team][day];

    private static double More(IReadOnlyList<ArmPlan> plans, Stock stock, int day) => plans[1].Stocks[(int)stock][day] - plans[0].Stocks[(int)stock][day];

    private static void AssertSame(IReadOnlyList<ArmPlan> plans)
    {
        Assert.Equal(plans[0].Units, plans[1].Units);
        Assert.Equal(plans[0].Stocks, plans[1].Stocks);
        Assert.Equal(plans[0].AcuteBeds, plans[1].AcuteBeds);
        Assert.Equal(plans[0].AdmissionThreshold, plans[1].AdmissionThreshold);
        Assert.Equal(plans[0].LengthOfStay, plans[1].LengthOfStay);
        for (int day = 0; day <= 395; day += 5)
        {
            Assert.Equal(plans[0].CrisisExposure.At(day * 86_400), plans[1].CrisisExposure.At(day * 86_400));
            Assert.All(plans[0].DeathExposure.Zip(plans[1].DeathExposure), d => Assert.Equal(d.First.At(day * 86_400), d.Second.At(day * 86_400)));
        }
    }
}
