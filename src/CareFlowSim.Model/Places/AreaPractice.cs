namespace CareFlowSim.Model;

/// <summary>England's figures as one area's practice changes them: what the flows read. Not capacities, which are in <see cref="AreaServices"/>.</summary>
internal sealed class AreaPractice
{
    public AreaPractice(CareParameters p, AreaMultipliers m)
    {
        AssessmentDays = p.ProcessDays * m.AssessmentTime;
        FundingDays = p.FundingDays * m.FundingTime;
        EquipmentDays = p.EquipmentDays * m.EquipmentTime;
        ViewingDays = p.ViewingDays * m.ViewingTime;
        IntermediateDays = p.IntermediateProcess * m.IntermediateTime;
        PackageDays = p.PackageProcess * m.PackageTime;
        ResidentialDays = p.CareHomeProcess * m.ResidentialTime;
        NursingDays = p.CareHomeProcess * m.NursingTime;
        SupportShare = m.SupportShare;
    }

    /// <summary>Mean own time of an assessment in days.</summary>
    public double AssessmentDays { get; }

    /// <summary>Mean time of a funding decision in days.</summary>
    public double FundingDays { get; }

    /// <summary>Mean own time of an equipment delivery in days.</summary>
    public double EquipmentDays { get; }

    /// <summary>Mean time of looking at another place in days.</summary>
    public double ViewingDays { get; }

    /// <summary>Mean time from hours to a package ready to start in days.</summary>
    public double PackageDays { get; }

    /// <summary>Mean time from an intermediate-care bed to the transfer in days.</summary>
    public double IntermediateDays { get; }

    /// <summary>Mean time from a residential place to moving in, in days.</summary>
    public double ResidentialDays { get; }

    /// <summary>Mean time from a nursing place to moving in, in days.</summary>
    public double NursingDays { get; }

    /// <summary>Factor on England's shares of pathways 1 to 3.</summary>
    public double SupportShare { get; }
}
