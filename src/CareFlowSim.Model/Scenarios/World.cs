namespace CareFlowSim.Model;

/// <summary>The world as given: its people, places, rates and calendars, each figure with its source in the input tables.</summary>
public sealed record World
{
    /// <summary>Name of the folder of tables.</summary>
    public required string Name { get; init; }

    /// <summary>All scalar figures by key.</summary>
    public required ParameterTable Parameters { get; init; }

    /// <summary>The areas, in order of area code.</summary>
    public required IReadOnlyList<AreaInputs> Areas { get; init; }

    /// <summary>The acute systems, in order of name.</summary>
    public required IReadOnlyList<AcuteSystemInputs> AcuteSystems { get; init; }

    /// <summary>Deaths in England in 2014 by sex and age band, and the age gradient of mortality.</summary>
    public required MortalityInputs Mortality { get; init; }

    /// <summary>General and acute beds by quarter of the financial year.</summary>
    public required IReadOnlyList<BedQuarter> AcuteBeds { get; init; }

    /// <summary>Share of a day's crises in each hour, 24 values that sum to 1.</summary>
    public required IReadOnlyList<double> CrisisHours { get; init; }

    /// <summary>England's bank holidays.</summary>
    public required IReadOnlyList<DateOnly> BankHolidays { get; init; }

    /// <summary>Official acute delayed days of the base year by reason and responsible organisation.</summary>
    public required IReadOnlyList<OfficialDelay> OfficialDelays { get; init; }

    /// <summary>Published figures that the baseline is compared with.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Published delayed days of the base year by area and reason, one entry an area; empty where the world has no such table.</summary>
    public IReadOnlyList<AreaDelays> AreaDelays { get; init; } = [];

    /// <summary>The same of the year before the base year; empty where the world has no such table.</summary>
    public IReadOnlyList<AreaDelays> EarlierAreaDelays { get; init; } = [];

    /// <summary>How the areas' practice differs from England's, one entry an area; empty where the world has no such table: all as England.</summary>
    public IReadOnlyList<AreaMultipliers> AreaCalibration { get; init; } = [];
}

/// <summary>One of the Better Care Fund areas.</summary>
public sealed record AreaInputs
{
    /// <summary>Official code, for instance E06000001.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the area.</summary>
    public required string Name { get; init; }

    /// <summary>Region of England.</summary>
    public required string Region { get; init; }

    /// <summary>Name of its acute system.</summary>
    public required string AcuteSystem { get; init; }

    /// <summary>Place of the area in the table, 0 to 1023: the same in every run, whichever areas are chosen.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Women by single year of age 60 to 90 (90 means 90 and over), mid-2014.</summary>
    public required IReadOnlyList<int> Women { get; init; }

    /// <summary>Men by single year of age 60 to 90 (90 means 90 and over), mid-2014.</summary>
    public required IReadOnlyList<int> Men { get; init; }

    /// <summary>Deaths at 65 and over in 2014, or null where the table has none.</summary>
    public int? Deaths { get; init; }

    /// <summary>Council home-care hours in 2013-14, adults of all ages, or null.</summary>
    public double? HomeCareHours { get; init; }

    /// <summary>Weeks in residential homes 65+ in 2014-15 paid by the council, or null.</summary>
    public double? ResidentialWeeks { get; init; }

    /// <summary>Weeks in nursing homes 65+ in 2014-15 paid by the council, or null.</summary>
    public double? NursingWeeks { get; init; }

    /// <summary>Care-home beds without nursing per 1,000 people 65+ (2021), or null; used for the spread over areas only.</summary>
    public double? ResidentialBedsPer1000 { get; init; }

    /// <summary>Nursing-home beds per 1,000 people 65+ (2021), or null; used for the spread over areas only.</summary>
    public double? NursingBedsPer1000 { get; init; }
}

/// <summary>Areas that share acute hospitals.</summary>
/// <param name="Name">Name of the system.</param>
/// <param name="Sites">Acute sites in it.</param>
public sealed record AcuteSystemInputs(string Name, int Sites);

/// <summary>Mortality of the base year.</summary>
/// <param name="Bands">Deaths by sex and age band.</param>
/// <param name="WomenByAge">Probability of death within a year for women by single age 60 to 105: the gradient only.</param>
/// <param name="MenByAge">The same for men.</param>
public sealed record MortalityInputs(
    IReadOnlyList<DeathBand> Bands,
    IReadOnlyList<double> WomenByAge,
    IReadOnlyList<double> MenByAge);

/// <summary>Deaths in one age band and sex in the base year.</summary>
/// <param name="Female">Women or men.</param>
/// <param name="AgeFrom">First age of the band (65, 70, 75, 80, 85 or 90).</param>
/// <param name="Deaths">Deaths in 2014.</param>
public sealed record DeathBand(bool Female, int AgeFrom, int Deaths);

/// <summary>General and acute beds open overnight, England, mean of a quarter.</summary>
/// <param name="FirstMonth">First month of the quarter (1, 4, 7 or 10).</param>
/// <param name="Available">Beds available.</param>
/// <param name="Occupied">Beds occupied, people of all ages.</param>
public sealed record BedQuarter(int FirstMonth, double Available, double Occupied);

/// <summary>Acute delayed days of the base year, all ages, for one reason.</summary>
/// <param name="Reason">The official reason.</param>
/// <param name="Nhs">Days for which the NHS answers.</param>
/// <param name="SocialCare">Days for which social care answers.</param>
/// <param name="Both">Days for which both answer.</param>
public sealed record OfficialDelay(DelayReason Reason, double Nhs, double SocialCare, double Both)
{
    /// <summary>Days of all organisations.</summary>
    public double Total => Nhs + SocialCare + Both;
}

/// <summary>A published figure that the baseline must come near.</summary>
/// <param name="Key">Name of the measure.</param>
/// <param name="Value">Published value.</param>
/// <param name="Tolerance">Tolerance: a share of the value (0.10 is ten per cent), unless <see cref="Absolute"/>.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Note">How it was derived.</param>
public sealed record Target(string Key, double Value, double Tolerance, string Unit, string Source, string Note)
{
    /// <summary>Whether the figure was kept apart when parameters were set, so that meeting it is evidence; otherwise it was fitted.</summary>
    public bool HeldOut { get; init; }

    /// <summary>Whether the tolerance is in the unit of the value and not a share of it.</summary>
    public bool Absolute { get; init; }
}

/// <summary>Why a person who is medically fit is still in an acute bed: the categories of the official delayed-transfer return.</summary>
public enum DelayReason
{
    /// <summary>A: completion of assessment.</summary>
    Assessment,

    /// <summary>B: public funding.</summary>
    PublicFunding,

    /// <summary>C: further non-acute NHS care, intermediate care among it.</summary>
    NonAcuteNhs,

    /// <summary>Di: residential home place.</summary>
    ResidentialHome,

    /// <summary>Dii: nursing home place.</summary>
    NursingHome,

    /// <summary>E: care package in own home.</summary>
    PackageAtHome,

    /// <summary>F: community equipment or adaptations.</summary>
    Equipment,

    /// <summary>G: patient or family choice.</summary>
    Choice,

    /// <summary>H: disputes.</summary>
    Dispute,

    /// <summary>I: housing.</summary>
    Housing,
}
