namespace CareFlowSim.Model;

/// <summary>The levers of the Better Care Fund years. A null lever is off; all off is the counterfactual.</summary>
public sealed record Levers
{
    /// <summary>No lever moved.</summary>
    public static Levers Off { get; } = new();

    /// <summary>Seven-day social care.</summary>
    public SevenDayCare? SevenDayCare { get; init; }

    /// <summary>Community workforce by role.</summary>
    public CommunityWorkforce? Workforce { get; init; }

    /// <summary>Prevention spend on home adaptations.</summary>
    public Adaptations? Adaptations { get; init; }

    /// <summary>Share of complex discharges with a joint assessment or a trusted assessor (0 to 1).</summary>
    public double? JointAssessment { get; init; }

    /// <summary>Share of complex discharges with a named lead professional (0 to 1).</summary>
    public double? LeadProfessional { get; init; }

    /// <summary>Share of assessments made with shared records (0 to 1).</summary>
    public double? DataSharing { get; init; }

    /// <summary>Dated changes of acute beds, England's total, spread over sites by their beds.</summary>
    public IReadOnlyList<CapacityChange> AcuteBeds { get; init; } = [];

    /// <summary>Dated changes of intermediate-care beds.</summary>
    public IReadOnlyList<CapacityChange> IntermediateCareBeds { get; init; } = [];

    /// <summary>Dated changes of reablement places.</summary>
    public IReadOnlyList<CapacityChange> ReablementPlaces { get; init; } = [];

    /// <summary>Dated changes of home-care hours a week.</summary>
    public IReadOnlyList<CapacityChange> HomeCareHoursPerWeek { get; init; } = [];

    /// <summary>Dated changes of residential care-home places.</summary>
    public IReadOnlyList<CapacityChange> ResidentialPlaces { get; init; } = [];

    /// <summary>Dated changes of nursing-home places.</summary>
    public IReadOnlyList<CapacityChange> NursingPlaces { get; init; } = [];

    /// <summary>Pooled health and care budget.</summary>
    public PooledBudget? PooledBudget { get; init; }

    /// <summary>Payment for performance on emergency admissions.</summary>
    public PerformanceRule? PaymentForPerformance { get; init; }

    /// <summary>Council-tax precept for social care.</summary>
    public SocialCareMoney? SocialCarePrecept { get; init; }

    /// <summary>Improved Better Care Fund: grant to councils for social care.</summary>
    public SocialCareMoney? ImprovedBetterCareFund { get; init; }

    /// <summary>Cuts of council budgets.</summary>
    public CouncilCuts? CouncilCuts { get; init; }

    /// <summary>Targets of 2017 for delayed transfers.</summary>
    public DelayedTransferTargets? DelayedTransferTargets { get; init; }

    /// <summary>Cap on what people pay for their care.</summary>
    public CareCap? CareCap { get; init; }

    /// <summary>Share of England out of the Fund's management (0 to 1): there, nothing is held back for performance, protected, or under scrutiny.</summary>
    public double? Graduation { get; init; }

    /// <summary>Who decides on the joint money; null leaves health and care apart.</summary>
    public Governance? Governance { get; init; }

    /// <summary>Plain dials that planners ask for; never the effect of a policy.</summary>
    public WhatIf? WhatIf { get; init; }
}

/// <summary>Share of weekday staffing present on Saturdays, Sundays and bank holidays, by service; null leaves a service as it is.</summary>
public sealed record SevenDayCare
{
    /// <summary>Crisis-response teams (0 to 1).</summary>
    public double? CrisisResponse { get; init; }

    /// <summary>Hospital social-work assessment and funding decisions (0 to 1).</summary>
    public double? Assessment { get; init; }

    /// <summary>Starts of home-care packages and reablement (0 to 1).</summary>
    public double? PackageStart { get; init; }

    /// <summary>Admissions to care homes and intermediate-care beds (0 to 1).</summary>
    public double? CareHomeAdmission { get; init; }

    /// <summary>Where the weekend staff come from.</summary>
    public required WeekendStaffing Staffing { get; init; }
}

/// <summary>Where weekend staff come from.</summary>
public enum WeekendStaffing
{
    /// <summary>The same weekly staff spread over seven days: weekdays become thinner.</summary>
    Same,

    /// <summary>Extra staff at weekends: weekdays stay as they are.</summary>
    Extra,
}

/// <summary>Full-time equivalents announced for the community, by role, and what is truly added.</summary>
public sealed record CommunityWorkforce
{
    /// <summary>Crisis or rapid response, full-time equivalents over England.</summary>
    public double CrisisResponse { get; init; }

    /// <summary>Hospital social work and discharge assessment, full-time equivalents.</summary>
    public double SocialWork { get; init; }

    /// <summary>Home-care workers, full-time equivalents.</summary>
    public double HomeCare { get; init; }

    /// <summary>Community nurses and lead professionals who hold a proactive caseload, full-time equivalents.</summary>
    public double LeadProfessionals { get; init; }

    /// <summary>Share truly additional rather than relabelled (0 to 1); null takes the world's parameter.</summary>
    public double? AdditionalShare { get; init; }

    /// <summary>Share of posts vacant (0 to 1); null takes the world's parameter.</summary>
    public double? VacancyRate { get; init; }

    /// <summary>Days from the policy's start until all posts are filled, in a straight line.</summary>
    public int RampUpDays { get; init; }
}

/// <summary>Money for home adaptations. It buys adaptations, never a number of lives saved.</summary>
public sealed record Adaptations
{
    /// <summary>Pounds a year over England in place of the baseline grant, people of all ages; null takes that of <see cref="Grant"/>, or the baseline's.</summary>
    public double? PoundsPerYear { get; init; }

    /// <summary>Mean pounds per adaptation; null takes that of <see cref="Grant"/>, or the world's parameter.</summary>
    public double? UnitCostPounds { get; init; }

    /// <summary>The year whose Disabled Facilities Grant and mean cost hold where none are given.</summary>
    public GrantYear? Grant { get; init; }

    /// <summary>Days from grant decision to a finished adaptation; null takes the world's parameter.</summary>
    public double? WaitingDays { get; init; }

    /// <summary>Who gets them.</summary>
    public AdaptationTargeting Targeting { get; init; } = AdaptationTargeting.AsNow;
}

/// <summary>Years whose Disabled Facilities Grant stands in the world's table.</summary>
public enum GrantYear
{
    /// <summary>2013-14.</summary>
    Year2013,

    /// <summary>2014-15, the base year.</summary>
    Year2014,

    /// <summary>2015-16, the first year within the Better Care Fund.</summary>
    Year2015,

    /// <summary>2019-20.</summary>
    Year2019,
}

/// <summary>Who gets the home adaptations.</summary>
public enum AdaptationTargeting
{
    /// <summary>Anybody whose frailty rises or who goes home with new support, as in the baseline.</summary>
    AsNow,

    /// <summary>Only people who are moderately or severely frail.</summary>
    Frail,
}

/// <summary>A dated change of a capacity, in units over England.</summary>
/// <param name="Date">The day from which it holds.</param>
/// <param name="Change">Units added (above zero) or taken away (below zero).</param>
public sealed record CapacityChange(DateOnly Date, double Change);

/// <summary>What-if dials: multipliers of 1 leave the world as it is.</summary>
public sealed record WhatIf
{
    /// <summary>Growth of demand in crises, a share per year (0.02 is two per cent a year).</summary>
    public double DemandGrowthPerYear { get; init; }

    /// <summary>Multiplies every treatment length.</summary>
    public double LengthOfStay { get; init; } = 1;

    /// <summary>Multiplies the share of crises admitted.</summary>
    public double AdmissionThreshold { get; init; } = 1;
}
