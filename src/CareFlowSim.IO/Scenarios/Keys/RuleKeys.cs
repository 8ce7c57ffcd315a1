using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys inside the levers that are rules: payment for performance, targets, care cap, graduation, governance.</summary>
internal static class RuleKeys
{
    private const string OfTheDesign = "the design's, see the parameters `payment.…`";

    private static readonly Key<PerformanceRule, PaymentDesign> Design = new(
        new ChoiceForm<PaymentDesign>(("design-2013", PaymentDesign.Design2013), ("design-2014", PaymentDesign.Design2014), ("final", PaymentDesign.Final)), r => r.Design)
    {
        Name = "design",
        Meaning = "design-2013: as announced in 2013; design-2014: as redesigned in July 2014; final: the plans as finally revised in 2015.",
        Required = true,
    };

    private static readonly Key<PerformanceRule, double> Pot = new(NumberForm.Like("payment.pot.final"), r => r.PotPounds)
    {
        Name = "pot_pounds",
        Meaning = "The pot over England.",
        Otherwise = OfTheDesign,
    };

    private static readonly Key<PerformanceRule, double> OnResults = new(NumberForm.Like("payment.on_results_share.final"), r => r.OnResultsShare)
    {
        Name = "on_results_share",
        Meaning = "Share of the pot paid on fewer emergency admissions; the rest is paid on conditions that every area meets.",
        Otherwise = OfTheDesign,
    };

    private static readonly Key<PerformanceRule, double> Target = new(NumberForm.Like("payment.target.final"), r => r.TargetReduction)
    {
        Name = "target_reduction",
        Meaning = "Fall in emergency admissions of all ages that earns the whole pot; less earns in proportion.",
        Otherwise = OfTheDesign,
    };

    private static readonly Key<PerformanceRule, double> Growth = new(NumberForm.Like("demand.growth_per_year"), r => r.BackgroundGrowthPerYear)
    {
        Name = "background_growth_per_year",
        Meaning = "Growth of emergency admissions without the policy, which the rule does not forgive: it compares with the year before.",
        Otherwise = "the parameter `demand.growth_per_year`",
    };

    private static readonly Key<PerformanceRule, double> InAdvance = new(NumberForm.Share, r => r.SpentInAdvanceShare)
    {
        Name = "spent_in_advance_share",
        Meaning = "Share of the money at risk that the pooled budget spends before results are known. The rest buys nothing and closes no bed.",
        Default = 0,
    };

    private static readonly Key<DelayedTransferTargets, double> Expected = new(NumberForm.Like("targets.expected_share"), t => t.ExpectedShare)
    {
        Name = "expected_share",
        Meaning = "Share of occupied bed days that delays were expected to take at most; only compared with the results.",
        Otherwise = "the parameter `targets.expected_share`",
    };

    private static readonly Key<DelayedTransferTargets, double> AssessmentSaved = new(NumberForm.Like("targets.assessment_time_saved"), t => t.AssessmentTimeSaved)
    {
        Name = "assessment_time_saved",
        Meaning = "Share of the assessment's own time that scrutiny saves; the wait for an assessor stays.",
        Otherwise = "the parameter `targets.assessment_time_saved`",
    };

    private static readonly Key<DelayedTransferTargets, double> FundingSaved = new(NumberForm.Like("targets.funding_time_saved"), t => t.FundingTimeSaved)
    {
        Name = "funding_time_saved",
        Meaning = "Share of the funding decision's time that scrutiny saves.",
        Otherwise = "the parameter `targets.funding_time_saved`",
    };

    private static readonly Key<DelayedTransferTargets, DateOnly> TargetsFrom = new(DateForm.Day, t => t.From)
    {
        Name = "from",
        Meaning = "The day on which scrutiny starts, within the simulated days.",
        Otherwise = "the lever's start",
    };

    private static readonly Key<CareCap, double> NewlyEntitled = new(NumberForm.Share, c => c.NewlyEntitledShare)
    {
        Name = "newly_entitled_share",
        Meaning = "Share of people who paid for their care themselves and now wait for the council's funding decision.",
        Required = true,
    };

    /// <summary>Who decides on the joint money.</summary>
    public static ChoiceForm<Governance> Governance { get; } =
        new(("lead-commissioner", CareFlowSim.Model.Governance.LeadCommissioner), ("devolved", CareFlowSim.Model.Governance.Devolved));

    /// <summary>Payment for performance.</summary>
    public static GroupForm<PerformanceRule> PaymentForPerformance { get; } = new(
        "a group with design",
        [Design, Pot, OnResults, Target, Growth, InAdvance],
        v => new PerformanceRule
        {
            Design = v.Get(Design),
            PotPounds = v.Find(Pot),
            OnResultsShare = v.Find(OnResults),
            TargetReduction = v.Find(Target),
            BackgroundGrowthPerYear = v.Find(Growth),
            SpentInAdvanceShare = v.Get(InAdvance),
        });

    /// <summary>Targets for delayed transfers.</summary>
    public static GroupForm<DelayedTransferTargets> DelayedTransferTargets { get; } = new(
        "a group with what scrutiny saves, or {}",
        [Expected, AssessmentSaved, FundingSaved, TargetsFrom],
        v => new DelayedTransferTargets
        {
            ExpectedShare = v.Find(Expected),
            AssessmentTimeSaved = v.Find(AssessmentSaved),
            FundingTimeSaved = v.Find(FundingSaved),
            From = v.Find(TargetsFrom),
        });

    /// <summary>Care cap.</summary>
    public static GroupForm<CareCap> CareCap { get; } = new(
        "a group with newly_entitled_share",
        [NewlyEntitled],
        v => new CareCap { NewlyEntitledShare = v.Get(NewlyEntitled) });
}
