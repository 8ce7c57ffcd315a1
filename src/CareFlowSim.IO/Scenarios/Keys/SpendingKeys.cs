using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of shares of a sum by service.</summary>
internal static class SpendingKeys
{
    private static readonly Key<Spending, double> HomeCare = Share("home_care", "Home-care hours, at `cost.home_care_hour`.", s => s.HomeCare);
    private static readonly Key<Spending, double> Residential = Share("residential", "Places in residential homes, at `cost.residential_week`.", s => s.Residential);
    private static readonly Key<Spending, double> Nursing = Share("nursing", "Places in nursing homes, at `cost.nursing_week`.", s => s.Nursing);
    private static readonly Key<Spending, double> Reablement = Share("reablement", "Reablement places, at `cost.reablement_episode`.", s => s.Reablement);
    private static readonly Key<Spending, double> IntermediateCare = Share("intermediate_care", "Intermediate-care beds, at `cost.intermediate_bed_day`.", s => s.IntermediateCare);
    private static readonly Key<Spending, double> CrisisResponse = Share("crisis_response", "Posts in crisis response, at `cost.community_nurse_year`.", s => s.CrisisResponse);
    private static readonly Key<Spending, double> SocialWork = Share("social_work", "Posts in hospital social work and assessment, at `cost.social_worker_year`.", s => s.SocialWork);
    private static readonly Key<Spending, double> LeadProfessionals = Share("lead_professionals", "Posts that hold a proactive caseload, at `cost.community_nurse_year`.", s => s.LeadProfessionals);
    private static readonly Key<Spending, double> Adaptations = Share("adaptations", "Home adaptations on top of the grant, at their mean cost.", s => s.Adaptations);

    /// <summary>The shares.</summary>
    public static GroupForm<Spending> Group { get; } = new(
        "a group of shares by service, together at most 1",
        [HomeCare, Residential, Nursing, Reablement, IntermediateCare, CrisisResponse, SocialWork, LeadProfessionals, Adaptations],
        v => new Spending
        {
            HomeCare = v.Get(HomeCare),
            Residential = v.Get(Residential),
            Nursing = v.Get(Nursing),
            Reablement = v.Get(Reablement),
            IntermediateCare = v.Get(IntermediateCare),
            CrisisResponse = v.Get(CrisisResponse),
            SocialWork = v.Get(SocialWork),
            LeadProfessionals = v.Get(LeadProfessionals),
            Adaptations = v.Get(Adaptations),
        });

    private static Key<Spending, double> Share(string name, string meaning, Func<Spending, object?> part) =>
        new(NumberForm.Share, part) { Name = name, Meaning = meaning, Default = 0 };
}
