namespace CareFlowSim.Model;

/// <summary>What one unit of a service costs a year, and what of it England has in the base year, both from the world's table.</summary>
public static class UnitCosts
{
    private const double DaysPerYear = 365.25;
    private const double WeeksPerYear = DaysPerYear / 7;

    /// <summary>Pounds a year for one home-care hour a week, place, bed or full-time post; for adaptations, which are bought by the pound, 1.</summary>
    public static double PoundsPerYear(Service service, ParameterTable parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return service switch
        {
            Service.HomeCare => parameters["cost.home_care_hour"] * WeeksPerYear,
            Service.Residential => parameters["cost.residential_week"] * WeeksPerYear,
            Service.Nursing => parameters["cost.nursing_week"] * WeeksPerYear,
            Service.Reablement => parameters["cost.reablement_episode"] * DaysPerYear / parameters["reablement.days"],
            Service.IntermediateCare => parameters["cost.intermediate_bed_day"] * DaysPerYear,
            Service.SocialWork => parameters["cost.social_worker_year"],
            Service.Adaptations => 1,
            _ => parameters["cost.community_nurse_year"],
        };
    }

    /// <summary>Units that England's councils pay for in the base year, people 65+; nothing for services that the NHS pays for.</summary>
    public static double CouncilUnits(Service service, World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        ParameterTable p = world.Parameters;
        double councilPlaces = p["care_home.residents"] * p["care_home.council_funded_share"];
        return service switch
        {
            Service.HomeCare => world.Areas.Sum(a => a.HomeCareHours ?? 0) * p["homecare.share_65plus"] / WeeksPerYear,
            Service.Residential => councilPlaces * (1 - p["care_home.nursing_share"]),
            Service.Nursing => councilPlaces * p["care_home.nursing_share"],
            Service.Reablement => p["reablement.places"],
            Service.SocialWork => p["assessment.hospital_fte"],
            _ => 0,
        };
    }
}
