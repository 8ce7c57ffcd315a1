namespace CareFlowSim.Model;

/// <summary>What is counted over the measured period, per area.</summary>
public enum Measure
{
    /// <summary>Health crises.</summary>
    Crises,
    /// <summary>Crises that a team met at home and that would have been admissions.</summary>
    CrisesMetAtHome,
    /// <summary>Crisis-response referrals accepted.</summary>
    CrisisReferrals,
    /// <summary>A&amp;E attendances without admission.</summary>
    Attendances,
    /// <summary>Emergency admissions.</summary>
    EmergencyAdmissions,
    /// <summary>Emergency admissions at 65 to 74.</summary>
    AdmissionsAge65To74,
    /// <summary>Emergency admissions at 75 to 84.</summary>
    AdmissionsAge75To84,
    /// <summary>Emergency admissions at 85 and over.</summary>
    AdmissionsAge85Plus,
    /// <summary>Emergency admissions of fit people.</summary>
    AdmissionsFit,
    /// <summary>Emergency admissions of mildly frail people.</summary>
    AdmissionsMild,
    /// <summary>Emergency admissions of moderately frail people.</summary>
    AdmissionsModerate,
    /// <summary>Emergency admissions of severely frail people.</summary>
    AdmissionsSevere,
    /// <summary>Emergency admissions that are ambulatory-care-sensitive.</summary>
    AdmissionsAmbulatoryCareSensitive,
    /// <summary>Emergency admissions on Saturdays and Sundays.</summary>
    AdmissionsAtWeekend,
    /// <summary>Emergency admissions of care-home residents.</summary>
    AdmissionsOfResidents,
    /// <summary>Emergency admissions within the window after a discharge.</summary>
    Readmissions,
    /// <summary>Stays that ended on the day they began.</summary>
    ZeroDayStays,
    /// <summary>Midnights spent in acute beds by emergency patients.</summary>
    BedDays,
    /// <summary>Midnights spent waiting in A&amp;E for a bed.</summary>
    BoardingDays,
    /// <summary>Admissions that waited for a bed.</summary>
    Boarded,
    /// <summary>Admissions that waited over 4 hours for a bed.</summary>
    BoardedOver4Hours,
    /// <summary>Admissions that waited over 12 hours for a bed.</summary>
    BoardedOver12Hours,
    /// <summary>Discharges alive on Mondays.</summary>
    DischargesMonday,
    /// <summary>Discharges alive on Tuesdays.</summary>
    DischargesTuesday,
    /// <summary>Discharges alive on Wednesdays.</summary>
    DischargesWednesday,
    /// <summary>Discharges alive on Thursdays.</summary>
    DischargesThursday,
    /// <summary>Discharges alive on Fridays.</summary>
    DischargesFriday,
    /// <summary>Discharges alive on Saturdays.</summary>
    DischargesSaturday,
    /// <summary>Discharges alive on Sundays.</summary>
    DischargesSunday,
    /// <summary>Discharges on pathway 0: as before, without new support.</summary>
    DischargesRoute0,
    /// <summary>Discharges on pathway 1: home with new support.</summary>
    DischargesRoute1,
    /// <summary>Discharges on pathway 2: intermediate-care bed.</summary>
    DischargesRoute2,
    /// <summary>Discharges on pathway 3: new care-home place.</summary>
    DischargesRoute3,
    /// <summary>People in hospital who left a line because patience ran out.</summary>
    LeftTheLine,
    /// <summary>Medically fit people who became unfit again.</summary>
    UnfitAgain,
    /// <summary>Frailty steps caused by delayed days.</summary>
    Deconditioned,
    /// <summary>Midnights in intermediate-care beds.</summary>
    IntermediateDays,
    /// <summary>Midnights in intermediate-care beds spent waiting for the next place.</summary>
    IntermediateDelayedDays,
    /// <summary>Reablement services started.</summary>
    ReablementStarts,
    /// <summary>People due for the check 91 days after discharge to reablement.</summary>
    ReablementChecks,
    /// <summary>Of these, people at home.</summary>
    AtHomeAt91Days,
    /// <summary>Packages of care started.</summary>
    PackageStarts,
    /// <summary>Packages lost by a long hospital stay.</summary>
    PackagesLost,
    /// <summary>Tenths of home-care hours a week in use, summed over midnights.</summary>
    HomeCareTenths,
    /// <summary>Midnights with a package in use.</summary>
    PackageDays,
    /// <summary>Entries to care homes from hospital.</summary>
    CareHomeEntriesFromHospital,
    /// <summary>Entries to care homes from home.</summary>
    CareHomeEntriesFromHome,
    /// <summary>Entries to care homes paid by the council.</summary>
    CareHomeEntriesCouncil,
    /// <summary>People at home who came to need a care home, whether or not they found a place.</summary>
    CareHomeNeedsAtHome,
    /// <summary>People at home who left the line for a care home because patience ran out.</summary>
    CareHomeNeedsGivenUp,
    /// <summary>Midnights in residential homes (places held).</summary>
    ResidentialDays,
    /// <summary>Midnights in nursing homes (places held).</summary>
    NursingDays,
    /// <summary>Home adaptations finished.</summary>
    Adaptations,
    /// <summary>Deaths in hospital, emergency stays.</summary>
    DeathsInHospital,
    /// <summary>Deaths at home.</summary>
    DeathsAtHome,
    /// <summary>Deaths in care homes.</summary>
    DeathsInCareHome,
    /// <summary>Deaths in intermediate care.</summary>
    DeathsInIntermediateCare,
    /// <summary>Deaths of women 65 to 69.</summary>
    DeathsWomen65,
    /// <summary>Deaths of women 70 to 74.</summary>
    DeathsWomen70,
    /// <summary>Deaths of women 75 to 79.</summary>
    DeathsWomen75,
    /// <summary>Deaths of women 80 to 84.</summary>
    DeathsWomen80,
    /// <summary>Deaths of women 85 to 89.</summary>
    DeathsWomen85,
    /// <summary>Deaths of women 90 and over.</summary>
    DeathsWomen90,
    /// <summary>Deaths of men 65 to 69.</summary>
    DeathsMen65,
    /// <summary>Deaths of men 70 to 74.</summary>
    DeathsMen70,
    /// <summary>Deaths of men 75 to 79.</summary>
    DeathsMen75,
    /// <summary>Deaths of men 80 to 84.</summary>
    DeathsMen80,
    /// <summary>Deaths of men 85 to 89.</summary>
    DeathsMen85,
    /// <summary>Deaths of men 90 and over.</summary>
    DeathsMen90,
    /// <summary>Person-days of people alive, 65 and over.</summary>
    PersonDays,
    /// <summary>Person-days of care-home residents, wherever they sleep.</summary>
    ResidentDays,
    /// <summary>Events handled in the measured period.</summary>
    Events,
}

/// <summary>What is followed day by day, per area: a midnight census unless said otherwise.</summary>
public enum DailySeries
{
    /// <summary>Acute beds occupied by emergency patients 65+.</summary>
    OccupiedBeds,
    /// <summary>People waiting in A&amp;E for a bed.</summary>
    Boarding,
    /// <summary>People in acute beds who are medically fit.</summary>
    MedicallyFit,
    /// <summary>Recorded delayed transfers.</summary>
    RecordedDelays,
    /// <summary>Intermediate-care beds occupied.</summary>
    IntermediateBeds,
    /// <summary>People in reablement.</summary>
    Reablement,
    /// <summary>Tenths of home-care hours a week in use.</summary>
    HomeCareTenths,
    /// <summary>People at home waiting for a package.</summary>
    WaitingForPackage,
    /// <summary>People waiting for a care-home place, anywhere.</summary>
    WaitingForCareHome,
    /// <summary>Care-home places held.</summary>
    CareHomePlaces,
    /// <summary>Emergency admissions on the day.</summary>
    Admissions,
    /// <summary>Crises met at home on the day.</summary>
    MetAtHome,
    /// <summary>Discharges alive on the day.</summary>
    Discharges,
    /// <summary>Deaths on the day.</summary>
    Deaths,
    /// <summary>People alive, 65 and over.</summary>
    Alive,
}

/// <summary>Lines whose waits are kept as distributions, in hours.</summary>
public enum WaitKind
{
    /// <summary>For an acute bed, in A&amp;E.</summary>
    AcuteBed,
    /// <summary>From medically fit to the end of assessment.</summary>
    Assessment,
    /// <summary>In hospital, for a package of care.</summary>
    PackageFromHospital,
    /// <summary>At home, from assessment to the start of a package.</summary>
    PackageFromHome,
    /// <summary>In hospital, for reablement.</summary>
    Reablement,
    /// <summary>In hospital, for an intermediate-care bed.</summary>
    IntermediateBed,
    /// <summary>In hospital, for a care-home place.</summary>
    CareHomeFromHospital,
    /// <summary>At home, for a care-home place.</summary>
    CareHomeFromHome,
    /// <summary>From medically fit to leaving, pathways 1 to 3.</summary>
    BeyondReady,
}
