using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>One line of cost over the measured period.</summary>
/// <param name="Name">What is paid for.</param>
/// <param name="Payer">NHS, council, or user.</param>
/// <param name="Pounds">Pounds, mean over replications.</param>
public sealed record CostLine(string Name, string Payer, double Pounds);

/// <summary>Costs of what was counted, at the unit costs of the world's table. What a policy itself costs to run is not in it.</summary>
public static class Costs
{
    /// <summary>The lines of one arm.</summary>
    public static IReadOnlyList<CostLine> Of(ExperimentResult result, int arm)
    {
        ArgumentNullException.ThrowIfNull(result);
        ParameterTable p = result.Setup.World.Parameters;
        double council = p["care_home.council_funded_share"];
        double residential = result.Mean(arm, Measure.ResidentialDays) / 7 * p["cost.residential_week"];
        double nursing = result.Mean(arm, Measure.NursingDays) / 7 * p["cost.nursing_week"];
        return
        [
            new CostLine("emergency admissions", "NHS", result.Mean(arm, Measure.EmergencyAdmissions) * p["cost.emergency_admission"]),
            new CostLine("A&E attendances without admission", "NHS", result.Mean(arm, Measure.Attendances) * p["cost.ae_attendance"]),
            new CostLine("acute bed days beyond need", "NHS", Enumerable.Range(0, AreaOutcome.Reasons).Sum(i => PairedComparison.Delays(result, arm, i, false).Point) * p["cost.delayed_bed_day"]),
            new CostLine("intermediate-care bed days", "NHS", result.Mean(arm, Measure.IntermediateDays) * p["cost.intermediate_bed_day"]),
            new CostLine("crisis-response referrals", "NHS", result.Mean(arm, Measure.CrisisReferrals) * p["cost.crisis_response_referral"]),
            new CostLine("reablement", "council", result.Mean(arm, Measure.ReablementStarts) * p["cost.reablement_episode"]),
            new CostLine("home care", "council", result.Mean(arm, Measure.HomeCareTenths) / 70 * p["cost.home_care_hour"]),
            new CostLine("home adaptations", "council", result.Mean(arm, Measure.Adaptations) * p["adaptation.unit_cost"]),
            new CostLine("care homes", "council", (residential + nursing) * council),
            new CostLine("care homes", "user", (residential + nursing) * (1 - council)),
        ];
    }
}
