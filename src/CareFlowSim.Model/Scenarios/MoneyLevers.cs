namespace CareFlowSim.Model;

/// <summary>A pooled health and care budget: where its money comes from, what of it is new, what that buys and what hospitals lose.</summary>
/// <remarks>
/// It buys hours, places and posts at the world's unit costs, never an outcome. What protects social care and what already pays for
/// services of the base year buys nothing new. Shape after the Better Care Fund: £3.8 billion, of which £1.9 billion was in the plans of
/// 2014-15 already and £1.9 billion came from clinical commissioning groups (Nuffield Trust 2014).
/// </remarks>
public sealed record PooledBudget
{
    /// <summary>Pounds a year over England that clinical commissioning groups move into the pool beyond the transfers of the base year.</summary>
    public double CcgPounds { get; init; }

    /// <summary>Pounds a year over England that councils put in, earlier transfers from the NHS among them.</summary>
    public double CouncilPounds { get; init; }

    /// <summary>Disabled Facilities Grant in the pool, pounds a year over England in place of the baseline grant; null leaves the grant as it is.</summary>
    public double? DisabledFacilitiesGrantPounds { get; init; }

    /// <summary>Pounds a year of the pool that already pay for services of the base year: they buy nothing new.</summary>
    public double AlreadySpentPounds { get; init; }

    /// <summary>Pounds a year that protect social care: they fill council cuts of the same arm as far as there are any, and buy nothing new.</summary>
    public double ProtectionPounds { get; init; }

    /// <summary>What the rest is spent on.</summary>
    public Spending Spend { get; init; } = new();

    /// <summary>Share of what is paid for that the workforce can supply (0 to 1); null takes the world's parameter.</summary>
    public double? SupplyShare { get; init; }

    /// <summary>Days from the start until what is bought is there, in a straight line.</summary>
    public int RampUpDays { get; init; }

    /// <summary>Acute beds closed because the money of clinical commissioning groups has left hospitals, step by step; empty closes none.</summary>
    public IReadOnlyList<BedClosure> BedClosures { get; init; } = [];

    /// <summary>Pounds that one acute bed costs a year; null takes the world's parameter.</summary>
    public double? PoundsPerBedYear { get; init; }
}

/// <summary>One step of bed closures.</summary>
/// <param name="Date">The day from which the beds are closed.</param>
/// <param name="Share">Share of the beds that the money would have paid for (0 to 1); the steps add up to at most 1.</param>
public sealed record BedClosure(DateOnly Date, double Share);

/// <summary>Money for councils' social care: the council-tax precept, or the improved Better Care Fund.</summary>
public sealed record SocialCareMoney
{
    /// <summary>Pounds a year over England, for adults of all ages.</summary>
    public required double PoundsPerYear { get; init; }

    /// <summary>Share of it for people 65+ (0 to 1); null takes the world's parameter.</summary>
    public double? OlderPeopleShare { get; init; }

    /// <summary>Share absorbed by higher fees for care that is bought already (0 to 1); null takes the world's parameter.</summary>
    public double? FeeShare { get; init; }

    /// <summary>Share of what is paid for that the workforce can supply (0 to 1); null takes the world's parameter.</summary>
    public double? SupplyShare { get; init; }

    /// <summary>What is bought after fees.</summary>
    public Spending Spend { get; init; } = new();

    /// <summary>The day on which the money starts; null means the start of the policy.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Days from that start until the whole sum flows, in a straight line.</summary>
    public int RampUpDays { get; init; }
}

/// <summary>Cuts of council budgets: the counter-pressure to every other money lever. The two ways to give a cut add up.</summary>
public sealed record CouncilCuts
{
    /// <summary>Pounds a year less over England, for adults of all ages; a level, not growing.</summary>
    public double PoundsPerYear { get; init; }

    /// <summary>Share of what councils pay for older people lost in each further year (0.02 is two per cent a year, compounding).</summary>
    public double SharePerYear { get; init; }

    /// <summary>Share of <see cref="PoundsPerYear"/> that people 65+ lose (0 to 1); null takes the world's parameter.</summary>
    public double? OlderPeopleShare { get; init; }

    /// <summary>Where the cut falls; null spreads it over home care, care homes, reablement and assessors by what councils pay for each.</summary>
    public Spending? FallsOn { get; init; }

    /// <summary>The day on which the cuts start; null means the start of the policy.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Days from that start until <see cref="PoundsPerYear"/> is reached, in a straight line.</summary>
    public int RampUpDays { get; init; }
}

/// <summary>Shares of a sum by service, each 0 to 1, together at most 1; what is left goes to services that the model does not hold.</summary>
public sealed record Spending
{
    /// <summary>Home-care hours.</summary>
    public double HomeCare { get; init; }

    /// <summary>Places in residential homes.</summary>
    public double Residential { get; init; }

    /// <summary>Places in nursing homes.</summary>
    public double Nursing { get; init; }

    /// <summary>Reablement places.</summary>
    public double Reablement { get; init; }

    /// <summary>Intermediate-care beds.</summary>
    public double IntermediateCare { get; init; }

    /// <summary>Crisis-response posts.</summary>
    public double CrisisResponse { get; init; }

    /// <summary>Hospital social-work and assessment posts.</summary>
    public double SocialWork { get; init; }

    /// <summary>Posts of community nurses and lead professionals who hold a proactive caseload.</summary>
    public double LeadProfessionals { get; init; }

    /// <summary>Home adaptations, on top of the grant.</summary>
    public double Adaptations { get; init; }

    /// <summary>Everything together.</summary>
    public double Sum => Enum.GetValues<Service>().Sum(Of);

    /// <summary>The share of one service.</summary>
    public double Of(Service service) => service switch
    {
        Service.HomeCare => HomeCare,
        Service.Residential => Residential,
        Service.Nursing => Nursing,
        Service.Reablement => Reablement,
        Service.IntermediateCare => IntermediateCare,
        Service.CrisisResponse => CrisisResponse,
        Service.SocialWork => SocialWork,
        Service.LeadProfessionals => LeadProfessionals,
        _ => Adaptations,
    };
}

/// <summary>What money buys, or a cut takes away.</summary>
public enum Service
{
    /// <summary>Home-care hours a week.</summary>
    HomeCare,

    /// <summary>Residential places.</summary>
    Residential,

    /// <summary>Nursing places.</summary>
    Nursing,

    /// <summary>Reablement places.</summary>
    Reablement,

    /// <summary>Intermediate-care beds.</summary>
    IntermediateCare,

    /// <summary>Crisis-response posts, full-time equivalents.</summary>
    CrisisResponse,

    /// <summary>Social-work posts, full-time equivalents.</summary>
    SocialWork,

    /// <summary>Community nurses and lead professionals, full-time equivalents.</summary>
    LeadProfessionals,

    /// <summary>Money for home adaptations, pounds a year.</summary>
    Adaptations,
}
