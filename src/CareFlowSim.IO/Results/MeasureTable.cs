using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Every <see cref="Measure"/> as tables say it: name, unit, meaning, and how a count of simulated people becomes the figure.</summary>
internal static class MeasureTable
{
    /// <summary>Tenths of hours a week, summed over midnights, for one hour: ten tenths, seven midnights.</summary>
    private const double TenthsPerHour = 70;

    private static readonly (Measure Measure, ColumnText Text)[] Rows =
    [
        (Measure.Crises, new("crises", "crises", "Health crises.")),
        (Measure.CrisesMetAtHome, new("crises_met_at_home", "crises", "Crises that a team met at home and that would have been admissions.")),
        (Measure.CrisisReferrals, new("crisis_referrals", "referrals", "Crisis-response referrals accepted.")),
        (Measure.Attendances, new("attendances", "attendances", "A&E attendances without admission.")),
        (Measure.EmergencyAdmissions, new("emergency_admissions", "admissions", "Emergency admissions of people aged 65 and over.")),
        (Measure.AdmissionsAge65To74, new("admissions_age_65_to_74", "admissions", "Emergency admissions at 65 to 74.")),
        (Measure.AdmissionsAge75To84, new("admissions_age_75_to_84", "admissions", "Emergency admissions at 75 to 84.")),
        (Measure.AdmissionsAge85Plus, new("admissions_age_85_plus", "admissions", "Emergency admissions at 85 and over.")),
        (Measure.AdmissionsFit, new("admissions_fit", "admissions", "Emergency admissions of fit people.")),
        (Measure.AdmissionsMild, new("admissions_mild", "admissions", "Emergency admissions of mildly frail people.")),
        (Measure.AdmissionsModerate, new("admissions_moderate", "admissions", "Emergency admissions of moderately frail people.")),
        (Measure.AdmissionsSevere, new("admissions_severe", "admissions", "Emergency admissions of severely frail people.")),
        (Measure.AdmissionsAmbulatoryCareSensitive, new("admissions_ambulatory_care_sensitive", "admissions", "Emergency admissions that are ambulatory-care-sensitive.")),
        (Measure.AdmissionsAtWeekend, new("admissions_at_weekend", "admissions", "Emergency admissions on Saturdays and Sundays.")),
        (Measure.AdmissionsOfResidents, new("admissions_of_residents", "admissions", "Emergency admissions of care-home residents.")),
        (Measure.Readmissions, new("readmissions", "admissions", "Emergency admissions within the window after a discharge.")),
        (Measure.ZeroDayStays, new("zero_day_stays", "stays", "Stays that ended on the day they began.")),
        (Measure.BedDays, new("bed_days", "midnights", "Midnights spent in acute beds by emergency patients.")),
        (Measure.BoardingDays, new("boarding_days", "midnights", "Midnights spent waiting in A&E for a bed.")),
        (Measure.Boarded, new("boarded", "admissions", "Admissions that waited for a bed.")),
        (Measure.BoardedOver4Hours, new("boarded_over_4_hours", "admissions", "Admissions that waited over 4 hours for a bed.")),
        (Measure.BoardedOver12Hours, new("boarded_over_12_hours", "admissions", "Admissions that waited over 12 hours for a bed.")),
        (Measure.DischargesMonday, new("discharges_monday", "discharges", "Discharges alive on Mondays.")),
        (Measure.DischargesTuesday, new("discharges_tuesday", "discharges", "Discharges alive on Tuesdays.")),
        (Measure.DischargesWednesday, new("discharges_wednesday", "discharges", "Discharges alive on Wednesdays.")),
        (Measure.DischargesThursday, new("discharges_thursday", "discharges", "Discharges alive on Thursdays.")),
        (Measure.DischargesFriday, new("discharges_friday", "discharges", "Discharges alive on Fridays.")),
        (Measure.DischargesSaturday, new("discharges_saturday", "discharges", "Discharges alive on Saturdays.")),
        (Measure.DischargesSunday, new("discharges_sunday", "discharges", "Discharges alive on Sundays.")),
        (Measure.DischargesRoute0, new("discharges_route_0", "discharges", "Discharges on pathway 0: as before, without new support.")),
        (Measure.DischargesRoute1, new("discharges_route_1", "discharges", "Discharges on pathway 1: home with new support.")),
        (Measure.DischargesRoute2, new("discharges_route_2", "discharges", "Discharges on pathway 2: intermediate-care bed.")),
        (Measure.DischargesRoute3, new("discharges_route_3", "discharges", "Discharges on pathway 3: new care-home place.")),
        (Measure.LeftTheLine, new("left_the_line", "people", "People in hospital who left a line because patience ran out.")),
        (Measure.UnfitAgain, new("unfit_again", "people", "Medically fit people who became unfit again.")),
        (Measure.Deconditioned, new("deconditioned", "steps", "Frailty steps caused by delayed days.")),
        (Measure.IntermediateDays, new("intermediate_days", "midnights", "Midnights in intermediate-care beds.")),
        (Measure.IntermediateDelayedDays, new("intermediate_delayed_days", "midnights", "Midnights in intermediate-care beds spent waiting for the next place.")),
        (Measure.ReablementStarts, new("reablement_starts", "services", "Reablement services started.")),
        (Measure.ReablementChecks, new("reablement_checks", "people", "People due for the check 91 days after discharge to reablement.")),
        (Measure.AtHomeAt91Days, new("at_home_at_91_days", "people", "Of those due for the check, people at home.")),
        (Measure.PackageStarts, new("package_starts", "packages", "Packages of care started.")),
        (Measure.PackagesLost, new("packages_lost", "packages", "Packages lost by a long hospital stay.")),
        (Measure.HomeCareTenths, new("home_care_hours", "hours", "Home-care hours in use over the measured period.")),
        (Measure.PackageDays, new("package_days", "midnights", "Midnights with a package in use, summed over packages.")),
        (Measure.CareHomeEntriesFromHospital, new("care_home_entries_from_hospital", "entries", "Entries to care homes from hospital.")),
        (Measure.CareHomeEntriesFromHome, new("care_home_entries_from_home", "entries", "Entries to care homes from home.")),
        (Measure.CareHomeEntriesCouncil, new("care_home_entries_council", "entries", "Entries to care homes paid by the council.")),
        (Measure.CareHomeNeedsAtHome, new("care_home_needs_at_home", "people", "People at home who came to need a care home, whether or not they found a place.")),
        (Measure.CareHomeNeedsGivenUp, new("care_home_needs_given_up", "people", "People at home who left the line for a care home because patience ran out.")),
        (Measure.ResidentialDays, new("residential_days", "midnights", "Midnights in residential homes (places held).")),
        (Measure.NursingDays, new("nursing_days", "midnights", "Midnights in nursing homes (places held).")),
        (Measure.Adaptations, new("adaptations", "adaptations", "Home adaptations finished.")),
        (Measure.DeathsInHospital, new("deaths_in_hospital", "deaths", "Deaths in hospital, emergency stays.")),
        (Measure.DeathsAtHome, new("deaths_at_home", "deaths", "Deaths at home.")),
        (Measure.DeathsInCareHome, new("deaths_in_care_home", "deaths", "Deaths in care homes.")),
        (Measure.DeathsInIntermediateCare, new("deaths_in_intermediate_care", "deaths", "Deaths in intermediate care.")),
        (Measure.DeathsWomen65, new("deaths_women_65", "deaths", "Deaths of women 65 to 69.")),
        (Measure.DeathsWomen70, new("deaths_women_70", "deaths", "Deaths of women 70 to 74.")),
        (Measure.DeathsWomen75, new("deaths_women_75", "deaths", "Deaths of women 75 to 79.")),
        (Measure.DeathsWomen80, new("deaths_women_80", "deaths", "Deaths of women 80 to 84.")),
        (Measure.DeathsWomen85, new("deaths_women_85", "deaths", "Deaths of women 85 to 89.")),
        (Measure.DeathsWomen90, new("deaths_women_90", "deaths", "Deaths of women 90 and over.")),
        (Measure.DeathsMen65, new("deaths_men_65", "deaths", "Deaths of men 65 to 69.")),
        (Measure.DeathsMen70, new("deaths_men_70", "deaths", "Deaths of men 70 to 74.")),
        (Measure.DeathsMen75, new("deaths_men_75", "deaths", "Deaths of men 75 to 79.")),
        (Measure.DeathsMen80, new("deaths_men_80", "deaths", "Deaths of men 80 to 84.")),
        (Measure.DeathsMen85, new("deaths_men_85", "deaths", "Deaths of men 85 to 89.")),
        (Measure.DeathsMen90, new("deaths_men_90", "deaths", "Deaths of men 90 and over.")),
        (Measure.PersonDays, new("person_days", "person-days", "Person-days of people alive, 65 and over.")),
        (Measure.ResidentDays, new("resident_days", "person-days", "Person-days of care-home residents, wherever they sleep.")),
        (Measure.Events, new("events", "events", "Events that the simulation handled in the measured period; work done, not people, so not scaled.")),
    ];

    /// <summary>All measures in the order of the columns.</summary>
    public static IReadOnlyList<Measure> All { get; } = [.. Rows.Select(r => r.Measure)];

    /// <summary>Name, unit and meaning.</summary>
    public static ColumnText Of(Measure measure) => Rows[(int)measure].Text;

    /// <summary>What one counted unit stands for when a simulated person stands for so many people.</summary>
    public static double Factor(Measure measure, int scale) => measure switch
    {
        Measure.HomeCareTenths => scale / TenthsPerHour,
        Measure.Events => 1,
        _ => scale,
    };

    /// <summary>Whether the figure is a whole number: a count times the scale.</summary>
    public static bool IsWhole(Measure measure) => measure != Measure.HomeCareTenths;
}
