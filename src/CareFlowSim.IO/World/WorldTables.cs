using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The tables of a world and their columns.</summary>
internal static class WorldTables
{
    public const int YoungestAge = 60;
    public const int OldestCountedAge = 90;
    public const int OldestAge = 105;

    public static readonly TableShape Parameters = new("parameters.csv", "key", "value", "low", "high", "unit", "provenance", "source");

    public static readonly TableShape Areas = new(
        "areas.csv",
        "area_code",
        "area",
        "region",
        "acute_system",
        "deaths_65plus_2014",
        "home_care_hours_2013_14",
        "residential_weeks_65plus_2014_15",
        "nursing_weeks_65plus_2014_15",
        "residential_beds_per_1000",
        "nursing_beds_per_1000");

    public static readonly TableShape Population = new(
        "population.csv",
        ["area_code", "sex", .. Enumerable.Range(YoungestAge, OldestCountedAge - YoungestAge + 1).Select(AgeColumn)]);

    public static readonly TableShape AcuteSystems = new("acute_systems.csv", "acute_system", "sites");

    public static readonly TableShape Deaths = new("deaths.csv", "sex", "age_from", "deaths");

    public static readonly TableShape MortalityGradient = new("mortality_gradient.csv", "age", "q_women", "q_men");

    public static readonly TableShape AcuteBeds = new("acute_beds.csv", "first_month", "available", "occupied");

    public static readonly TableShape Hours = new("hours.csv", "hour", "crisis_share");

    public static readonly TableShape BankHolidays = new("bank_holidays.csv", "date", "name");

    public static readonly TableShape OfficialDelays = new("official_delays.csv", "reason", "nhs", "social_care", "both");

    /// <summary>Delayed days of the base year by area and reason; a world may do without.</summary>
    public static readonly TableShape AreaDelays = new("area_delays.csv", ["area_code", .. Validation.ReasonCodes]);

    /// <summary>The same of the year before, from which areas held out are judged; a world may do without.</summary>
    public static readonly TableShape EarlierAreaDelays = new("area_delays_2013_14.csv", AreaDelays.Columns);

    /// <summary>What was fitted to each area; a world may do without.</summary>
    public static readonly TableShape AreaCalibration = new("area_calibration.csv", ["area_code", .. AreaMultiplier.All.Select(m => m.Column), "source"]);

    public static readonly TableShape Targets = new("targets.csv", "key", "value", "tolerance", "tolerance_kind", "use", "unit", "source", "note");

    public static readonly TableShape MonthlyOfficial = new("monthly_official.csv", "month", "acute_delayed_days", "non_acute_delayed_days", "emergency_admissions");

    public static readonly TableShape WeekdayDischarges = new("weekday_discharges.csv", "weekday", "share");

    public static readonly TableShape Sources = new(
        "sources.csv",
        "table",
        "column",
        "meaning",
        "unit",
        "period",
        "publisher_and_title",
        "licence",
        "provenance",
        "note");

    /// <summary>Every table with figures: each of their columns has a row in the sources.</summary>
    public static readonly IReadOnlyList<TableShape> WithFigures =
    [
        Parameters, Areas, Population, AcuteSystems, Deaths, MortalityGradient, AcuteBeds, Hours, BankHolidays, OfficialDelays,
        AreaDelays, EarlierAreaDelays, AreaCalibration, Targets,
    ];

    /// <summary>The tables that may be missing.</summary>
    public static readonly IReadOnlyList<TableShape> Optional = [AreaDelays, EarlierAreaDelays, AreaCalibration];

    /// <summary>Years after the base year whose people are known.</summary>
    public static readonly IReadOnlyList<int> LaterYears = [2015, 2016, 2017];

    /// <summary>What is believed of uncertain inputs; a world may do without.</summary>
    public static readonly TableShape Priors = new("priors.csv", "key", "shape", "central", "low", "high", "coverage", "unit", "provenance", "source");

    /// <summary>Tables that only a validation or a study of uncertainty reads; each of their columns has a row in the sources as well.</summary>
    public static readonly IReadOnlyList<TableShape> ForValidation = [MonthlyOfficial, WeekdayDischarges, .. LaterYears.Select(PopulationOf), Priors];

    /// <summary>Every file of a world, in a fixed order.</summary>
    public static readonly IReadOnlyList<string> Files = [.. WithFigures.Select(t => t.File), Sources.File];

    /// <summary>Sexes as written in the tables.</summary>
    public static readonly IReadOnlyList<string> Sexes = ["F", "M"];

    /// <summary>How a figure came about, as written in the parameters.</summary>
    public static readonly IReadOnlyList<string> Provenances = ["read", "recalled", "judgement", "estimate", "calibrated"];

    /// <summary>Those tables for a validation that a folder has.</summary>
    public static IEnumerable<TableShape> PresentIn(string folder) => ForValidation.Where(t => System.IO.File.Exists(Path.Combine(folder, t.File)));

    /// <summary>The people of a later year, in the form of <see cref="Population"/>.</summary>
    public static TableShape PopulationOf(int year) => new($"population_{year}.csv", Population.Columns);

    public static string AgeColumn(int age) => $"age_{age}";
}
