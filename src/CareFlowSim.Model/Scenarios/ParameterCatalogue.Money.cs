namespace CareFlowSim.Model;

public static partial class ParameterCatalogue
{
    private static readonly ParameterDefinition[] Money =
    [
        new("cost.social_worker_year", "GBP a year", 1, 1000000, "Social worker or assessor, full-time equivalent, with overheads."),
        new("cost.community_nurse_year", "GBP a year", 1, 1000000, "Community nurse, crisis responder or lead professional, full-time equivalent, with overheads."),
        new("cost.acute_bed_year", "GBP a year", 1, 1000000, "What closing one acute bed saves."),
        new("council.older_people_share", "share", 0, 1, "Share of councils' social-care money for people 65+."),
        new("council.fee_share", "share", 0, 1, "Share of new social-care money absorbed by higher fees for care already bought."),
        new("council.supply_share", "share", 0, 1, "Share of newly paid hours, places and posts that the workforce can supply."),
        new("adaptation.grant.2013_14", "GBP a year", 0, 100000000000, "Disabled Facilities Grant, 2013-14."),
        new("adaptation.grant.2015_16", "GBP a year", 0, 100000000000, "The same, 2015-16."),
        new("adaptation.grant.2019_20", "GBP a year", 0, 100000000000, "The same, 2019-20."),
        new("adaptation.unit_cost.2013_14", "GBP", 1, 1000000, "Mean grant, 2013-14."),
        new("adaptation.unit_cost.2019_20", "GBP", 1, 1000000, "The same, 2019-20."),
        new("payment.pot.2013", "GBP a year", 0, 100000000000, "Pot of payment for performance, design of 2013."),
        new("payment.pot.2014", "GBP a year", 0, 100000000000, "The same, design of July 2014."),
        new("payment.pot.final", "GBP a year", 0, 100000000000, "The same, final design."),
        new("payment.on_results_share.2013", "share", 0, 1, "Share of that pot paid on results, design of 2013."),
        new("payment.on_results_share.2014", "share", 0, 1, "The same, design of July 2014."),
        new("payment.on_results_share.final", "share", 0, 1, "The same, final design."),
        new("payment.target.2013", "share", 0.0001, 1, "Fall in emergency admissions of all ages that earns the pot, design of 2013."),
        new("payment.target.2014", "share", 0.0001, 1, "The same, design of July 2014."),
        new("payment.target.final", "share", 0.0001, 1, "The same, final design."),
        new("payment.share_65plus", "share", 0.01, 1, "Share of emergency admissions of all ages that are people 65+."),
        new("targets.expected_share", "share", 0, 1, "Share of occupied bed days that delays were expected to take at most."),
        new("targets.assessment_time_saved", "share", 0, 1, "Assessment time saved by scrutiny of delayed transfers."),
        new("targets.funding_time_saved", "share", 0, 1, "Time of funding decisions saved by it."),
        new("governance.funding_ratio.lead_commissioner", "ratio", 0, 2, "Time of funding decisions with a lead commissioner."),
        new("governance.funding_ratio.devolved", "ratio", 0, 2, "The same, devolved budget."),
        new("governance.dispute_ratio.lead_commissioner", "ratio", 0, 2, "Disputes between organisations with a lead commissioner."),
        new("governance.dispute_ratio.devolved", "ratio", 0, 2, "The same, devolved budget."),
    ];
}
