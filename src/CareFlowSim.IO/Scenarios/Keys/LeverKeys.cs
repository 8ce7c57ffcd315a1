using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The levers, which stand in a policy or in the baseline. A new lever is a key here and a line in <see cref="Group"/>.</summary>
/// <remarks>The money levers (pooled budget, payment for performance, precept) belong in a neighbour of this file, as the services do.</remarks>
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
        [SevenDayCare, Workforce, Adaptations, JointAssessment, LeadProfessional, DataSharing, .. Capacities, WhatIf],
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
