namespace CareFlowSim.Model;

/// <summary>
/// How one area's own practice differs from England's: factors on its own figures, 1 where nothing is known. Never a factor on delayed days, which remain
/// an outcome. Fitted by <c>careflow calibrate</c> to the area's published delays by reason of 2014-15.
/// </summary>
public sealed record AreaMultipliers
{
    /// <summary>As England in everything.</summary>
    public static AreaMultipliers One { get; } = new();

    /// <summary>Factor on the own time of an assessment (<c>assessment.process_days</c>); reason A.</summary>
    public double AssessmentTime { get; init; } = 1;

    /// <summary>Factor on the time of a funding decision (<c>funding.process_days</c>); reason B.</summary>
    public double FundingTime { get; init; } = 1;

    /// <summary>Factor on the time from an intermediate-care bed to the transfer (<c>intermediate.process_days</c>); reason C.</summary>
    public double IntermediateTime { get; init; } = 1;

    /// <summary>Factor on the time from a residential place to moving in (<c>care_home.process_days</c>); reason Di.</summary>
    public double ResidentialTime { get; init; } = 1;

    /// <summary>Factor on the time from a nursing place to moving in (<c>care_home.process_days</c>); reason Dii.</summary>
    public double NursingTime { get; init; } = 1;

    /// <summary>Factor on the time of sourcing a package of care (<c>package.process_days</c>); reason E.</summary>
    public double PackageTime { get; init; } = 1;

    /// <summary>Factor on the own time of an equipment delivery (<c>equipment.process_days</c>); reason F.</summary>
    public double EquipmentTime { get; init; } = 1;

    /// <summary>Factor on the time in which families look at places (<c>choice.viewing_days</c>); reason G.</summary>
    public double ViewingTime { get; init; } = 1;

    /// <summary>Factor on the shares of people who leave hospital on pathways 1 to 3 (<c>route.level</c>); all reasons together.</summary>
    public double SupportShare { get; init; } = 1;
}

/// <summary>One of the factors: how it is called in tables, what it multiplies and what it moves.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Parameter">The parameter of England that it multiplies for the area.</param>
/// <param name="Reason">The delays that it moves; null for all together.</param>
/// <param name="Low">Lowest value that a fit may choose.</param>
/// <param name="High">Highest value that a fit may choose.</param>
/// <param name="Elasticity">First guess of the relative change of the delays for a relative change of the factor, from England-wide runs.</param>
/// <param name="Of">Reads it.</param>
/// <param name="With">Sets it.</param>
public sealed record AreaMultiplier(
    string Column,
    string Parameter,
    DelayReason? Reason,
    double Low,
    double High,
    double Elasticity,
    Func<AreaMultipliers, double> Of,
    Func<AreaMultipliers, double, AreaMultipliers> With)
{
    /// <summary>All factors, in the order of the table. England's sourcing time is a tenth of a day, so its factor may be larger than the others.</summary>
    public static IReadOnlyList<AreaMultiplier> All { get; } =
    [
        new("assessment_time", "assessment.process_days", DelayReason.Assessment, 0.1, 5, 1.5, m => m.AssessmentTime, (m, x) => m with { AssessmentTime = x }),
        new("funding_time", "funding.process_days", DelayReason.PublicFunding, 0.05, 20, 1, m => m.FundingTime, (m, x) => m with { FundingTime = x }),
        new("intermediate_time", "intermediate.process_days", DelayReason.NonAcuteNhs, 0.05, 10, 0.6, m => m.IntermediateTime, (m, x) => m with { IntermediateTime = x }),
        new("residential_time", "care_home.process_days", DelayReason.ResidentialHome, 0.05, 12, 0.5, m => m.ResidentialTime, (m, x) => m with { ResidentialTime = x }),
        new("nursing_time", "care_home.process_days", DelayReason.NursingHome, 0.05, 12, 0.45, m => m.NursingTime, (m, x) => m with { NursingTime = x }),
        new("package_time", "package.process_days", DelayReason.PackageAtHome, 0.05, 50, 0.45, m => m.PackageTime, (m, x) => m with { PackageTime = x }),
        new("equipment_time", "equipment.process_days", DelayReason.Equipment, 0.05, 15, 0.8, m => m.EquipmentTime, (m, x) => m with { EquipmentTime = x }),
        new("viewing_time", "choice.viewing_days", DelayReason.Choice, 0.05, 8, 0.65, m => m.ViewingTime, (m, x) => m with { ViewingTime = x }),
        new("support_share", "route.level", null, 0.4, 1.6, 2.2, m => m.SupportShare, (m, x) => m with { SupportShare = x }),
    ];
}

/// <summary>Published delayed days of one area's residents in a year: adults of all ages, acute and non-acute care together.</summary>
/// <param name="Area">Place of the area in the world's table.</param>
/// <param name="Days">Days a year by <see cref="DelayReason"/>; null where the area made no return.</param>
public sealed record AreaDelays(int Area, IReadOnlyList<double>? Days);
