using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of the what-if dials.</summary>
internal static class WhatIfKeys
{
    private static readonly Key<WhatIf, double> DemandGrowth = new(NumberForm.Like("demand.growth_per_year"), w => w.DemandGrowthPerYear)
    {
        Name = "demand_growth_per_year",
        Meaning = "Growth of demand in crises; 0.02 is two per cent a year.",
        Default = 0,
    };

    private static readonly Key<WhatIf, double> LengthOfStay = new(new NumberForm("ratio", 0.1, 5), w => w.LengthOfStay)
    {
        Name = "length_of_stay",
        Meaning = "Multiplies every treatment length.",
        Default = 1,
    };

    private static readonly Key<WhatIf, double> AdmissionThreshold = new(new NumberForm("ratio", 0.1, 1.5), w => w.AdmissionThreshold)
    {
        Name = "admission_threshold",
        Meaning = "Multiplies the share of crises that are admitted.",
        Default = 1,
    };

    /// <summary>The dials.</summary>
    public static GroupForm<WhatIf> Group { get; } = new(
        "a group of dials",
        [DemandGrowth, LengthOfStay, AdmissionThreshold],
        v => new WhatIf
        {
            DemandGrowthPerYear = v.Get(DemandGrowth),
            LengthOfStay = v.Get(LengthOfStay),
            AdmissionThreshold = v.Get(AdmissionThreshold),
        });
}
