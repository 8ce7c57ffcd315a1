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
    /// <summary>The lines of one arm, mean over replications.</summary>
    public static IReadOnlyList<CostLine> Of(ExperimentResult result, int arm)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Lines(
            result.Setup.World.Parameters,
            measure => result.Mean(arm, measure),
            Enumerable.Range(0, AreaOutcome.Reasons).Sum(i => PairedComparison.Delays(result, arm, i, false).Point));
    }

    /// <summary>All lines together in one arm of one replication, in pounds over the measured period.</summary>
    public static double Pounds(ExperimentResult result, int replication, int arm)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Lines(
            result.Setup.World.Parameters,
            measure => result.Total(replication, arm, measure),
            Enumerable.Range(0, AreaOutcome.Reasons).Sum(i => result.Delays(replication, arm, i).All) * (double)result.Scale).Sum(l => l.Pounds);
    }

    private static CostLine[] Lines(ParameterTable p, Func<Measure, double> amount, double daysBeyondNeed)
    {
        double council = p["care_home.council_funded_share"];
        double residential = amount(Measure.ResidentialDays) / 7 * p["cost.residential_week"];
        double nursing = amount(Measure.NursingDays) / 7 * p["cost.nursing_week"];
        return
        [
            new CostLine("emergency admissions", "NHS", amount(Measure.EmergencyAdmissions) * p["cost.emergency_admission"]),
            new CostLine("A&E attendances without admission", "NHS", amount(Measure.Attendances) * p["cost.ae_attendance"]),
            new CostLine("acute bed days beyond need", "NHS", daysBeyondNeed * p["cost.delayed_bed_day"]),
            new CostLine("intermediate-care bed days", "NHS", amount(Measure.IntermediateDays) * p["cost.intermediate_bed_day"]),
            new CostLine("crisis-response referrals", "NHS", amount(Measure.CrisisReferrals) * p["cost.crisis_response_referral"]),
            new CostLine("reablement", "council", amount(Measure.ReablementStarts) * p["cost.reablement_episode"]),
            new CostLine("home care", "council", amount(Measure.HomeCareTenths) / 70 * p["cost.home_care_hour"]),
            new CostLine("home adaptations", "council", amount(Measure.Adaptations) * p["adaptation.unit_cost"]),
            new CostLine("care homes", "council", (residential + nursing) * council),
            new CostLine("care homes", "user", (residential + nursing) * (1 - council)),
        ];
    }
}
