using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The levers, which stand in a policy or in the baseline. A new lever is a key here and a line in <see cref="Group"/>.</summary>
/// <remarks>The keys inside a lever stand in a neighbour of this file: services, money, rules, what-if dials.</remarks>
internal static class LeverKeys
{
    private const double MostPlaces = 1_000_000;
    private const string Off = "off";

    private static readonly Key<Levers, SevenDayCare> SevenDayCare = new(ServiceKeys.SevenDayCare, l => l.SevenDayCare)
    {
        Name = "seven_day_care",
        Meaning = "Seven-day social care: share of weekday staffing present at weekends and on bank holidays, by service.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, CommunityWorkforce> Workforce = new(ServiceKeys.Workforce, l => l.Workforce)
    {
        Name = "workforce",
        Meaning = "Community workers announced, by role, and how many of them are truly added.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, Adaptations> Adaptations = new(ServiceKeys.Adaptations, l => l.Adaptations)
    {
        Name = "adaptations",
        Meaning = "Money for home adaptations. It buys adaptations, never a number of lives saved.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, double> JointAssessment = new(NumberForm.Share, l => l.JointAssessment)
    {
        Name = "joint_assessment",
        Meaning = "Complex discharges with a joint assessment or a trusted assessor.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, double> LeadProfessional = new(NumberForm.Share, l => l.LeadProfessional)
    {
        Name = "lead_professional",
        Meaning = "Complex discharges with a named lead professional.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, double> DataSharing = new(NumberForm.Share, l => l.DataSharing)
    {
        Name = "data_sharing",
        Meaning = "Assessments made with shared records.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, PooledBudget> PooledBudget = new(MoneyKeys.PooledBudget, l => l.PooledBudget)
    {
        Name = "pooled_budget",
        Meaning = "Pooled health and care budget: its sources, what of it is new, what that buys at unit costs, and the beds that hospitals lose.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, PerformanceRule> PaymentForPerformance = new(RuleKeys.PaymentForPerformance, l => l.PaymentForPerformance)
    {
        Name = "payment_for_performance",
        Meaning = "Part of the pool is paid on fewer emergency admissions; what is not paid stays with hospitals. The sum paid is computed from the results.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, SocialCareMoney> Precept = new(MoneyKeys.SocialCareMoney, l => l.SocialCarePrecept)
    {
        Name = "social_care_precept",
        Meaning = "Council-tax precept for social care.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, SocialCareMoney> ImprovedFund = new(MoneyKeys.SocialCareMoney, l => l.ImprovedBetterCareFund)
    {
        Name = "improved_better_care_fund",
        Meaning = "Improved Better Care Fund: grant to councils for social care.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, CouncilCuts> CouncilCuts = new(MoneyKeys.CouncilCuts, l => l.CouncilCuts)
    {
        Name = "council_cuts",
        Meaning = "Cuts of council budgets, which take hours, places and posts away.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, DelayedTransferTargets> Targets = new(RuleKeys.DelayedTransferTargets, l => l.DelayedTransferTargets)
    {
        Name = "delayed_transfer_targets",
        Meaning = "Targets of 2017 for delayed transfers: scrutiny may shorten the steps that officials can hurry. By default it does nothing.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, CareCap> CareCap = new(RuleKeys.CareCap, l => l.CareCap)
    {
        Name = "care_cap",
        Meaning = "Cap on what people pay for their care: more of them wait for a funding decision.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, double> Graduation = new(NumberForm.Share, l => l.Graduation)
    {
        Name = "graduation",
        Meaning = "Share of England out of the Fund's management: there, nothing of the pool is held back for performance or protected, and nobody scrutinises delays.",
        Otherwise = Off,
    };

    private static readonly Key<Levers, Governance> Governance = new(RuleKeys.Governance, l => l.Governance)
    {
        Name = "governance",
        Meaning = "Who decides on the joint money: changes the time of funding decisions and the share of disputes, by the parameters `governance.…` (by default not at all).",
        Otherwise = "health and care apart",
    };

    private static readonly Key<Levers, WhatIf> WhatIf = new(WhatIfKeys.Group, l => l.WhatIf)
    {
        Name = "what_if",
        Meaning = "Plain dials that planners ask for; never the effect of a policy.",
        Otherwise = "every dial as it is",
    };

    /// <summary>Acute beds.</summary>
    public static Key<Levers, IReadOnlyList<CapacityChange>> AcuteBeds { get; } =
        Capacity("acute_beds", "beds", "general and acute beds, spread over hospitals by their beds", l => l.AcuteBeds);

    /// <summary>Intermediate-care beds.</summary>
    public static Key<Levers, IReadOnlyList<CapacityChange>> IntermediateCareBeds { get; } =
        Capacity("intermediate_care_beds", "beds", "intermediate-care beds, spread over areas by theirs", l => l.IntermediateCareBeds);

    /// <summary>Reablement places.</summary>
    public static Key<Levers, IReadOnlyList<CapacityChange>> ReablementPlaces { get; } =
        Capacity("reablement_places", "places", "reablement places, spread over areas by theirs", l => l.ReablementPlaces);

    /// <summary>Home-care hours a week.</summary>
    public static Key<Levers, IReadOnlyList<CapacityChange>> HomeCareHours { get; } =
        Capacity("home_care_hours_per_week", "hours a week", "home-care hours a week for people 65+, spread over areas by theirs", l => l.HomeCareHoursPerWeek, 100_000_000);

    /// <summary>Residential places.</summary>
    public static Key<Levers, IReadOnlyList<CapacityChange>> ResidentialPlaces { get; } =
        Capacity("residential_places", "places", "places in residential homes, spread over areas by theirs", l => l.ResidentialPlaces);

    /// <summary>Nursing places.</summary>
    public static Key<Levers, IReadOnlyList<CapacityChange>> NursingPlaces { get; } =
        Capacity("nursing_places", "places", "places in nursing homes, spread over areas by theirs", l => l.NursingPlaces);

    /// <summary>All capacities that dated changes move.</summary>
    public static IReadOnlyList<Key<Levers, IReadOnlyList<CapacityChange>>> Capacities { get; } =
        [AcuteBeds, IntermediateCareBeds, ReablementPlaces, HomeCareHours, ResidentialPlaces, NursingPlaces];

    /// <summary>The group of all levers.</summary>
    public static GroupForm<Levers> Group { get; } = new(
        "a group of levers",
        [SevenDayCare, Workforce, Adaptations, JointAssessment, LeadProfessional, DataSharing, .. Capacities,
            PooledBudget, PaymentForPerformance, Precept, ImprovedFund, CouncilCuts, Targets, CareCap, Graduation, Governance, WhatIf],
        v => new Levers
        {
            SevenDayCare = v.FindGroup(SevenDayCare),
            Workforce = v.FindGroup(Workforce),
            Adaptations = v.FindGroup(Adaptations),
            JointAssessment = v.Find(JointAssessment),
            LeadProfessional = v.Find(LeadProfessional),
            DataSharing = v.Find(DataSharing),
            AcuteBeds = v.Get(AcuteBeds),
            IntermediateCareBeds = v.Get(IntermediateCareBeds),
            ReablementPlaces = v.Get(ReablementPlaces),
            HomeCareHoursPerWeek = v.Get(HomeCareHours),
            ResidentialPlaces = v.Get(ResidentialPlaces),
            NursingPlaces = v.Get(NursingPlaces),
            PooledBudget = v.FindGroup(PooledBudget),
            PaymentForPerformance = v.FindGroup(PaymentForPerformance),
            SocialCarePrecept = v.FindGroup(Precept),
            ImprovedBetterCareFund = v.FindGroup(ImprovedFund),
            CouncilCuts = v.FindGroup(CouncilCuts),
            DelayedTransferTargets = v.FindGroup(Targets),
            CareCap = v.FindGroup(CareCap),
            Graduation = v.Find(Graduation),
            Governance = v.Find(Governance),
            WhatIf = v.FindGroup(WhatIf),
        });

    /// <summary>The changes of one capacity in a set of levers.</summary>
    public static IReadOnlyList<CapacityChange> ChangesOf(this Key<Levers, IReadOnlyList<CapacityChange>> capacity, Levers levers) =>
        (IReadOnlyList<CapacityChange>?)capacity.Part(levers) ?? [];

    private static Key<Levers, IReadOnlyList<CapacityChange>> Capacity(
        string name, string unit, string what, Func<Levers, IReadOnlyList<CapacityChange>> part, double most = MostPlaces)
    {
        Key<CapacityChange, DateOnly> date = new(DateForm.Day, c => c.Date)
        {
            Name = "date",
            Meaning = "The day from which the change holds, within the simulated days.",
            Required = true,
        };
        Key<CapacityChange, double> change = new(new NumberForm(unit, -most, most, zeroAllowed: false), c => c.Change)
        {
            Name = "change",
            Meaning = "Added (above zero) or taken away (below zero), England's total.",
            Required = true,
        };
        GroupForm<CapacityChange> item = new(
            "a group with date and change", [date, change], v => new CapacityChange(v.Get(date), v.Get(change)));
        return new(new ListForm<CapacityChange>("a list of dated changes such as { date: 2017-12-01, change: 500 }", item), l => part(l) is { Count: > 0 } changes ? changes : null)
        {
            Name = name,
            Meaning = $"Dated changes of {what}. They add up; what is left must never be below zero.",
            Default = [],
            Otherwise = Off,
        };
    }
}
