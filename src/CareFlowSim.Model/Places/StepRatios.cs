namespace CareFlowSim.Model;

/// <summary>What rules change on a day about the steps of a discharge, each a ratio to the world's figure; 1 leaves it as it is.</summary>
/// <param name="AssessmentDays">Work of an assessment once begun, without the wait for an assessor.</param>
/// <param name="FundingDays">Time of a funding decision.</param>
/// <param name="FundingShare">Share of discharges with support that need a funding decision.</param>
/// <param name="DisputeShare">Share of discharges on which organisations fall out.</param>
internal readonly record struct StepRatios(double AssessmentDays, double FundingDays, double FundingShare, double DisputeShare)
{
    /// <summary>The ratios of an arm on a day. Scrutiny touches time that a step itself takes, never the wait for people or places.</summary>
    public static StepRatios On(int day, LeverDays levers, ParameterTable p)
    {
        double scrutiny = 0;
        DelayedTransferTargets? targets = levers.Find(day, l => l.DelayedTransferTargets, out int start);
        if (targets is not null)
        {
            scrutiny = levers.Ramp(day, start, targets.From, 0) * (1 - (levers.Value(day, l => l.Graduation) ?? 0));
        }

        string? body = levers.Value(day, l => l.Governance) switch
        {
            Governance.LeadCommissioner => "lead_commissioner",
            Governance.Devolved => "devolved",
            _ => null,
        };
        double council = p["care_home.council_funded_share"];
        double entitled = levers.Find(day, l => l.CareCap, out _)?.NewlyEntitledShare ?? 0;
        return new StepRatios(
            1 - (scrutiny * (targets?.AssessmentTimeSaved ?? p["targets.assessment_time_saved"])),
            (1 - (scrutiny * (targets?.FundingTimeSaved ?? p["targets.funding_time_saved"]))) * (body is null ? 1 : p["governance.funding_ratio." + body]),
            entitled == 0 || council <= 0 ? 1 : (council + ((1 - council) * entitled)) / council,
            body is null ? 1 : p["governance.dispute_ratio." + body]);
    }
}
