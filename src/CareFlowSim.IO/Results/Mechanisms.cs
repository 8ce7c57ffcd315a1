namespace CareFlowSim.IO;

/// <summary>Emergency admissions avoided and the mechanisms that sum to them, as tables say them.</summary>
internal static class Mechanisms
{
    public static readonly ColumnText Avoided = new(
        "emergency_admissions_avoided", "admissions", "Admissions of the baseline less those of the policy, same people and same crises: the next four columns less admissions_added.");

    public static readonly ColumnText MetAtHome = new(
        "avoided_met_at_home", "admissions", "Admitted in the baseline, met at home under the policy, less the reverse.");

    public static readonly ColumnText NeverHappened = new(
        "avoided_never_happened", "admissions", "Admitted in the baseline; under the policy the crisis did not happen in the period.");

    public static readonly ColumnText ReadmissionsAvoided = new(
        "avoided_readmissions", "admissions", "As avoided_never_happened, for crises of the baseline in the window after a discharge.");

    public static readonly ColumnText SentHome = new(
        "avoided_sent_home", "admissions", "Admitted in the baseline, sent home from A&E under the policy, less the reverse.");

    public static readonly ColumnText Added = new(
        "admissions_added", "admissions", "Admitted under the policy; in the baseline the crisis did not happen in the period.");

    public static readonly ColumnText Discordant = new(
        "discordant_pairs", "pairs", "Pairs of simulated crises that ended differently, either way; not scaled. Its root times the scale is the standard error of the avoided admissions of one replication.");
}
