namespace CareFlowSim.Model;

/// <summary>Teams that start so many jobs a day.</summary>
internal enum Team
{
    CrisisResponse,
    Assessment,
    PackageStart,
    CareHomeAdmission,
    Equipment,
    Adaptation,
}

/// <summary>Stocks that are held for weeks or months.</summary>
internal enum Stock
{
    HomeCareTenths,
    Reablement,
    Intermediate,
    Residential,
    Nursing,
    Caseload,
}
