using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Daily series, waits, delay reasons and organisations as tables say them.</summary>
internal static class SeriesTable
{
    private static readonly ColumnText[] SeriesRows =
    [
        new("occupied_beds", "beds", "Acute beds occupied at midnight by emergency patients aged 65 and over."),
        new("boarding", "people", "People waiting in A&E for a bed at midnight."),
        new("medically_fit", "people", "People in acute beds at midnight who are medically fit."),
        new("recorded_delays", "people", "Recorded delayed transfers at midnight."),
        new("intermediate_beds", "beds", "Intermediate-care beds occupied at midnight."),
        new("reablement", "people", "People in reablement at midnight."),
        new("home_care", "hours a week", "Home-care hours a week in use at midnight."),
        new("waiting_for_package", "people", "People at home waiting for a package of care at midnight."),
        new("waiting_for_care_home", "people", "People waiting for a care-home place at midnight, anywhere."),
        new("care_home_places", "places", "Care-home places held at midnight."),
        new("admissions", "admissions", "Emergency admissions on the day."),
        new("met_at_home", "crises", "Crises met at home on the day."),
        new("discharges", "discharges", "Discharges alive on the day."),
        new("deaths", "deaths", "Deaths on the day."),
        new("alive", "people", "People alive at midnight, 65 and over."),
    ];

    private static readonly ColumnText[] WaitRows =
    [
        new("acute_bed", "hours", "For an acute bed, in A&E."),
        new("assessment", "hours", "From medically fit to the end of assessment."),
        new("package_from_hospital", "hours", "In hospital, for a package of care."),
        new("package_from_home", "hours", "At home, from assessment to the start of a package."),
        new("reablement", "hours", "In hospital, for reablement."),
        new("intermediate_bed", "hours", "In hospital, for an intermediate-care bed."),
        new("care_home_from_hospital", "hours", "In hospital, for a care-home place."),
        new("care_home_from_home", "hours", "At home, for a care-home place."),
        new("beyond_ready", "hours", "From medically fit to leaving, pathways 1 to 3."),
    ];

    private static readonly (string Letter, string Name)[] ReasonRows =
    [
        ("A", "completion of assessment"),
        ("B", "public funding"),
        ("C", "further non-acute NHS care"),
        ("Di", "residential home"),
        ("Dii", "nursing home"),
        ("E", "care package in own home"),
        ("F", "community equipment or adaptations"),
        ("G", "patient or family choice"),
        ("H", "disputes"),
        ("I", "housing"),
        ("round", "wait for the round"),
    ];

    /// <summary>Reasons of the official return; the wait for the round is not among them.</summary>
    public const int OfficialReasons = AreaOutcome.Round;

    /// <summary>Who answers for a delay, in the order of the model.</summary>
    public static IReadOnlyList<string> Organisations { get; } = ["nhs", "social_care", "both"];

    /// <summary>A daily series.</summary>
    public static ColumnText Of(DailySeries series) => SeriesRows[(int)series];

    /// <summary>A wait.</summary>
    public static ColumnText Of(WaitKind wait) => WaitRows[(int)wait];

    /// <summary>Letter of a delay reason in the official return, or <c>round</c>.</summary>
    public static string Letter(int reason) => ReasonRows[reason].Letter;

    /// <summary>A delay reason in words.</summary>
    public static string ReasonName(int reason) => ReasonRows[reason].Name;

    /// <summary>What one counted unit of a daily series stands for.</summary>
    public static double Factor(DailySeries series, int scale) => series == DailySeries.HomeCareTenths ? scale / 10.0 : scale;
}
