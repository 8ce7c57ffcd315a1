using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys inside the service levers: seven-day care, community workforce, home adaptations.</summary>
internal static class ServiceKeys
{
    private const double MostPosts = 1_000_000;
    private const string AsItIs = "the service as it is";

    private static readonly Key<SevenDayCare, double> CrisisAtWeekends = new(NumberForm.Share, s => s.CrisisResponse)
    {
        Name = "crisis_response",
        Meaning = "Crisis-response teams at weekends against weekdays.",
        Otherwise = AsItIs,
    };

    private static readonly Key<SevenDayCare, double> AssessmentAtWeekends = new(NumberForm.Share, s => s.Assessment)
    {
        Name = "assessment",
        Meaning = "Social-work assessment in hospital and funding decisions at weekends against weekdays.",
        Otherwise = AsItIs,
    };

    private static readonly Key<SevenDayCare, double> PackageStartAtWeekends = new(NumberForm.Share, s => s.PackageStart)
    {
        Name = "package_start",
        Meaning = "Starts of home-care packages and reablement at weekends against weekdays.",
        Otherwise = AsItIs,
    };

    private static readonly Key<SevenDayCare, double> CareHomeAtWeekends = new(NumberForm.Share, s => s.CareHomeAdmission)
    {
        Name = "care_home_admission",
        Meaning = "Admissions to care homes and intermediate-care beds at weekends against weekdays.",
        Otherwise = AsItIs,
    };

    private static readonly Key<SevenDayCare, WeekendStaffing> Staffing = new(
        new ChoiceForm<WeekendStaffing>(("same", WeekendStaffing.Same), ("extra", WeekendStaffing.Extra)), s => s.Staffing)
    {
        Name = "staffing",
        Meaning = "same spreads the weekly staff over seven days, so that weekdays become thinner; extra adds weekend staff.",
        Required = true,
    };

    private static readonly Key<CommunityWorkforce, double> CrisisResponse =
        Posts("crisis_response", "Crisis or rapid response teams.", w => w.CrisisResponse);

    private static readonly Key<CommunityWorkforce, double> SocialWork =
        Posts("social_work", "Hospital social work and discharge assessment.", w => w.SocialWork);

    private static readonly Key<CommunityWorkforce, double> HomeCare =
        Posts("home_care", "Home-care workers.", w => w.HomeCare);

    private static readonly Key<CommunityWorkforce, double> LeadProfessionals =
        Posts("lead_professionals", "Community nurses and lead professionals who hold a proactive caseload.", w => w.LeadProfessionals);

    private static readonly Key<CommunityWorkforce, double> AdditionalShare = new(NumberForm.Like("workforce.additional_share"), w => w.AdditionalShare)
    {
        Name = "additional_share",
        Meaning = "Posts that are truly additional rather than renamed.",
        Otherwise = "the parameter `workforce.additional_share`",
    };

    private static readonly Key<CommunityWorkforce, double> VacancyRate = new(NumberForm.Like("workforce.vacancy_rate"), w => w.VacancyRate)
    {
        Name = "vacancy_rate",
        Meaning = "Posts that stay vacant.",
        Otherwise = "the parameter `workforce.vacancy_rate`",
    };

    private static readonly Key<CommunityWorkforce, long> RampUpDays = new(new WholeNumberForm("days", 0, 3650), w => (long)w.RampUpDays)
    {
        Name = "ramp_up_days",
        Meaning = "From the policy's start until all posts are filled, in a straight line.",
        Default = 0L,
    };

    private static readonly Key<Adaptations, double> PoundsPerYear = new(NumberForm.Like("adaptation.pounds_per_year"), a => a.PoundsPerYear)
    {
        Name = "pounds_per_year",
        Meaning = "Grant a year over England for people of all ages, in place of the baseline grant. Give it or grant.",
        Otherwise = "that of `grant`",
    };

    private static readonly Key<Adaptations, double> UnitCost = new(NumberForm.Like("adaptation.unit_cost"), a => a.UnitCostPounds)
    {
        Name = "unit_cost",
        Meaning = "Mean cost of one adaptation.",
        Otherwise = "that of `grant`, or the parameter `adaptation.unit_cost`",
    };

    private static readonly Key<Adaptations, GrantYear> Grant = new(
        new ChoiceForm<GrantYear>(("2013-14", GrantYear.Year2013), ("2014-15", GrantYear.Year2014), ("2015-16", GrantYear.Year2015), ("2019-20", GrantYear.Year2019)), a => a.Grant)
    {
        Name = "grant",
        Meaning = "The year whose Disabled Facilities Grant and mean cost hold where pounds_per_year or unit_cost is left out (parameters `adaptation.grant.…` and `adaptation.unit_cost.…`; 2014-15 is the base year, and 2015-16 has its mean cost).",
        Otherwise = "none",
    };

    private static readonly Key<Adaptations, double> WaitingDays = new(NumberForm.Like("adaptation.waiting_days"), a => a.WaitingDays)
    {
        Name = "waiting_days",
        Meaning = "From grant decision to finished adaptation.",
        Otherwise = "the parameter `adaptation.waiting_days`",
    };

    private static readonly Key<Adaptations, AdaptationTargeting> Targeting = new(
        new ChoiceForm<AdaptationTargeting>(("as-now", AdaptationTargeting.AsNow), ("frail", AdaptationTargeting.Frail)), a => a.Targeting)
    {
        Name = "targeting",
        Meaning = "as-now: anybody whose frailty rises or who goes home with new support; frail: only moderately or severely frail people.",
        Default = AdaptationTargeting.AsNow,
    };

    /// <summary>Seven-day social care.</summary>
    public static GroupForm<SevenDayCare> SevenDayCare { get; } = new(
        "a group of weekend shares by service with staffing: same or extra",
        [CrisisAtWeekends, AssessmentAtWeekends, PackageStartAtWeekends, CareHomeAtWeekends, Staffing],
        v => new SevenDayCare
        {
            CrisisResponse = v.Find(CrisisAtWeekends),
            Assessment = v.Find(AssessmentAtWeekends),
            PackageStart = v.Find(PackageStartAtWeekends),
            CareHomeAdmission = v.Find(CareHomeAtWeekends),
            Staffing = v.Get(Staffing),
        });

    /// <summary>Community workforce.</summary>
    public static GroupForm<CommunityWorkforce> Workforce { get; } = new(
        "a group of full-time equivalents by role",
        [CrisisResponse, SocialWork, HomeCare, LeadProfessionals, AdditionalShare, VacancyRate, RampUpDays],
        v => new CommunityWorkforce
        {
            CrisisResponse = v.Get(CrisisResponse),
            SocialWork = v.Get(SocialWork),
            HomeCare = v.Get(HomeCare),
            LeadProfessionals = v.Get(LeadProfessionals),
            AdditionalShare = v.Find(AdditionalShare),
            VacancyRate = v.Find(VacancyRate),
            RampUpDays = (int)v.Get(RampUpDays),
        });

    /// <summary>Home adaptations.</summary>
    public static GroupForm<Adaptations> Adaptations { get; } = new(
        "a group with pounds_per_year or grant",
        [PoundsPerYear, UnitCost, Grant, WaitingDays, Targeting],
        v => new Adaptations
        {
            PoundsPerYear = v.Find(PoundsPerYear),
            UnitCostPounds = v.Find(UnitCost),
            Grant = v.Find(Grant),
            WaitingDays = v.Find(WaitingDays),
            Targeting = v.Get(Targeting),
        });

    private static Key<CommunityWorkforce, double> Posts(string name, string meaning, Func<CommunityWorkforce, object?> part) =>
        new(new NumberForm("full-time equivalents", 0, MostPosts), part) { Name = name, Meaning = meaning, Default = 0 };
}
