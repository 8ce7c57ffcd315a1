using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>What one arm changes, day by day, for England as a whole; areas take their shares of it.</summary>
internal sealed class ArmPlan
{
    /// <summary>Hours of all teams but crisis response, in seconds of the day.</summary>
    public const int OpenFrom = 9 * Clock.SecondsPerHour, OpenUntil = 17 * Clock.SecondsPerHour;

    private readonly Setup _setup;
    private readonly Levers _levers;
    private readonly Levers _base;
    private readonly int _from;
    private readonly bool _isBaseline;
    private readonly ArmPlan _baseline;
    private readonly Spread[] _spread = new Spread[Enum.GetValues<Team>().Length];
    private readonly Spread[] _later = new Spread[Enum.GetValues<Team>().Length];

    /// <summary>By day, what discharge teams and community services have against the year's mean: they follow a part of the season.</summary>
    private readonly double[] _teamSeason;
    private readonly double[] _reablementSeason;
    private readonly double[] _intermediateSeason;
    private readonly Trend _trend;

    /// <summary>Makes the plan of an arm; every arm but the baseline is given the baseline's plan.</summary>
    public ArmPlan(Setup setup, Policy policy, ArmPlan? baseline = null)
    {
        _setup = setup;
        _baseline = baseline ?? this;
        _isBaseline = baseline is null;
        _levers = policy.Levers;
        _base = setup.Scenario.Baseline;
        _from = policy.From is { } d ? Math.Clamp(setup.Epoch.DayOf(d), 0, setup.Days) : setup.FirstDay;
        if (_isBaseline)
        {
            _from = 0;
        }

        _teamSeason = baseline?._teamSeason ?? setup.Season.Of(0);
        _reablementSeason = baseline?._reablementSeason ?? setup.Season.Of(setup.World.Parameters["reablement.days"]);
        _intermediateSeason = baseline?._intermediateSeason ?? setup.IntermediateCareSeason();
        _trend = setup.Trend;
        Days = new LeverDays(setup, _base, _isBaseline ? null : _levers, _from);
        Money = new Money(setup, Days);
        Steps = [.. Enumerable.Range(0, setup.Days).Select(d => StepRatios.On(d, Days, setup.World.Parameters))];
        CrisisExposure = new ExposureTable(CrisisProfile(), setup.World.CrisisHours);
        DeathExposure = baseline?.DeathExposure ?? [.. Bands.Select(b => new ExposureTable(DeathProfile(b), []))];
        Units = [.. Enum.GetValues<Team>().Select(UnitsOf)];
        AssessmentWork = new WorkCurve([.. Enumerable.Range(0, setup.Days).Select(d => SpreadOn(Team.Assessment, d))], OpenFrom, OpenUntil);
        Stocks = [.. Enum.GetValues<Stock>().Select(StockOf)];
        AcuteBeds = [.. Enumerable.Range(0, setup.Days).Select(AcuteBedsOn)];
        AdmissionThreshold = WhatIfs(w => w.AdmissionThreshold);
        LengthOfStay = WhatIfs(w => w.LengthOfStay);
    }

    /// <summary>Risk time of crises: season, weekday, hour, trend, growth and shared records.</summary>
    public ExposureTable CrisisExposure { get; }

    /// <summary>Risk time of deaths by age band; no lever touches it.</summary>
    public ExposureTable[] DeathExposure { get; }

    /// <summary>Units a day of the teams that serve England, by team and day.</summary>
    public double[][] Units { get; }

    /// <summary>
    /// The work of an assessment once begun, in days of a weekday's staffing: it rests while assessors are away, and is slower where the same assessors are spread
    /// over more days. How many there are decides how many assessments begin, not how fast one goes on.
    /// </summary>
    public WorkCurve AssessmentWork { get; }

    /// <summary>England's capacity of the stocks, by stock and day.</summary>
    public double[][] Stocks { get; }

    /// <summary>Beds open and beds that everybody else uses over England, by day, before a site's own day-to-day spread.</summary>
    public (double Open, double Others)[] AcuteBeds { get; }

    /// <summary>Multiplies the share of crises admitted, by day.</summary>
    public double[] AdmissionThreshold { get; }

    /// <summary>Multiplies treatment length, by day.</summary>
    public double[] LengthOfStay { get; }

    /// <summary>Share of stays that end on pathways 1 to 3 against the middle of the base year, by day; no lever touches it.</summary>
    public double[] Support => _trend.Support;

    /// <summary>Which levers hold on which day.</summary>
    public LeverDays Days { get; }

    /// <summary>What money buys and takes away.</summary>
    public Money Money { get; }

    /// <summary>What rules change about the steps of a discharge, by day.</summary>
    public StepRatios[] Steps { get; }

    /// <summary>Share of complex discharges with a joint assessment on a day.</summary>
    public double JointAssessment(int day) => Lever(day, l => l.JointAssessment);

    /// <summary>Share of complex discharges with a lead professional on a day.</summary>
    public double LeadProfessional(int day) => Lever(day, l => l.LeadProfessional);

    /// <summary>Whether adaptations go to moderately and severely frail people only.</summary>
    public bool FrailOnly(int day) => Days.Find(day, l => l.Adaptations, out _)?.Targeting == AdaptationTargeting.Frail;

    /// <summary>Days from decision to a finished adaptation.</summary>
    public double AdaptationWait(int day) => Days.Find(day, l => l.Adaptations, out _)?.WaitingDays ?? _setup.Parameters.AdaptationWait;

    /// <summary>The most by which a day's risk time of one age band exceeds that of a younger one.</summary>
    public double MostBetweenBands()
    {
        double most = 1;
        for (int young = 0; young < DeathExposure.Length; young++)
        {
            for (int old = young + 1; old < DeathExposure.Length; old++)
            {
                for (int day = 0; day < DeathExposure[old].Horizon / Clock.SecondsPerDay; day++)
                {
                    most = Math.Max(most, DeathExposure[old].OfDay(day) / DeathExposure[young].OfDay(day));
                }
            }
        }

        return most;
    }

    /// <summary>
    /// First day on which anything may differ from the baseline: the start of the levers, or a dated change of capacity before it.
    /// <see cref="int.MaxValue"/> when the arm moves no lever, and for the baseline.
    /// </summary>
    public int Branch => _isBaseline || _levers == Levers.Off ? int.MaxValue : Dated().Select(c => Math.Max(0, _setup.Epoch.DayOf(c.Date))).Append(_from).Min();

    /// <summary>Whether another plan gives every day the same teams, stocks, beds, shares and rates.</summary>
    public bool SameAs(ArmPlan other) =>
        Units.Zip(other.Units).All(u => u.First.AsSpan().SequenceEqual(u.Second))
        && Stocks.Zip(other.Stocks).All(s => s.First.AsSpan().SequenceEqual(s.Second))
        && AcuteBeds.AsSpan().SequenceEqual(other.AcuteBeds)
        && AdmissionThreshold.AsSpan().SequenceEqual(other.AdmissionThreshold)
        && LengthOfStay.AsSpan().SequenceEqual(other.LengthOfStay)
        && Steps.AsSpan().SequenceEqual(other.Steps)
        && CrisisExposure.SameAs(other.CrisisExposure)
        && Enumerable.Range(0, _setup.Days).All(day => JointAssessment(day) == other.JointAssessment(day)
            && LeadProfessional(day) == other.LeadProfessional(day)
            && FrailOnly(day) == other.FrailOnly(day)
            && AdaptationWait(day) == other.AdaptationWait(day));

    private IEnumerable<CapacityChange> Dated() =>
    [
        .. _levers.HomeCareHoursPerWeek, .. _levers.ReablementPlaces, .. _levers.IntermediateCareBeds,
        .. _levers.ResidentialPlaces, .. _levers.NursingPlaces, .. _levers.AcuteBeds,
    ];

    /// <summary>Units by day: a weekday's, and at weekends and on bank holidays a share of it.</summary>
    private double[] UnitsOf(Team team)
    {
        double[] units = new double[_setup.Days];
        for (int day = 0; day < units.Length; day++)
        {
            units[day] = OnWeekday(team, day) * (team is Team.CrisisResponse or Team.Adaptation ? 1 : _teamSeason[day]);
        }

        // Before the policy starts, and where it has no seven-day care of its own, the baseline's holds to the last unit.
        Spread before = _isBaseline ? SpreadOf(team, _base.SevenDayCare, units) : _baseline._spread[(int)team];
        Spread after = _isBaseline || _levers.SevenDayCare is null ? before : SpreadOf(team, _levers.SevenDayCare, units);
        _spread[(int)team] = before;
        _later[(int)team] = after;
        for (int day = 0; day < units.Length; day++)
        {
            units[day] *= SpreadOn(team, day);
        }

        return units;
    }

    /// <summary>The staff of a day against a weekday without seven-day care.</summary>
    private double SpreadOn(Team team, int day)
    {
        Spread spread = (day >= _from ? _later : _spread)[(int)team];
        return spread.Weekday * (_setup.Epoch.IsWorkingDay(day) ? 1 : spread.Weekend);
    }

    /// <summary>What the team could do if the day were a weekday without seven-day care.</summary>
    private double OnWeekday(Team team, int day)
    {
        ParameterTable p = _setup.World.Parameters;
        switch (team)
        {
            case Team.CrisisResponse:
                double fte = Math.Max(0, p["response.baseline_fte"] + Added(day, w => w.CrisisResponse) + Money.Units(Service.CrisisResponse, day));
                return fte * Presence(day) * p["response.referrals_per_fte"] / 365.25 * 7 / (5 + (2 * p["response.weekend_share"]));
            case Team.Assessment:
                double assessors = Math.Max(0, p["assessment.hospital_fte"] + Added(day, w => w.SocialWork) + Money.Units(Service.SocialWork, day));
                double work = (1 - (JointAssessment(day) * (1 - p["assessment.joint_ratio"])))
                    * (1 - (Lever(day, l => l.DataSharing) * (1 - p["assessment.data_sharing_ratio"])));
                return assessors * Presence(day) * p["assessment.per_fte_day"] / Math.Max(0.05, work);
            case Team.PackageStart:
                return p["package.starts_per_year"] / 365.25 * p["package.start_ratio"];
            case Team.CareHomeAdmission:
                return p["care_home.starts_per_year"] / 365.25 * p["care_home.admission_ratio"];
            case Team.Equipment:
                return p["equipment.deliveries_per_year"] / 365.25 * p["equipment.per_weekday_ratio"];
            default:
                double pounds = Math.Max(0, Money.Grant(day) + Money.Units(Service.Adaptations, day));
                return pounds * p["adaptation.share_65plus"] / Money.AdaptationCost(day) / 253;
        }
    }

    private double[] StockOf(Stock stock)
    {
        ParameterTable p = _setup.World.Parameters;
        double places = p["care_home.residents"] * (1 + p["care_home.spare_share"]);
        double hours = _setup.World.Areas.Sum(a => a.HomeCareHours ?? 0) * p["homecare.share_65plus"] * p["homecare.usable_share"] / (365.25 / 7);
        double[] level = new double[_setup.Days];
        for (int day = 0; day < level.Length; day++)
        {
            level[day] = stock switch
            {
                Stock.HomeCareTenths => 10 * ((hours * _trend.HomeCare[day]) + (Added(day, w => w.HomeCare) * p["homecare.hours_per_fte_week"]) + Changes(day, l => l.HomeCareHoursPerWeek) + Money.Units(Service.HomeCare, day)),
                Stock.Reablement => (p["reablement.places"] * _reablementSeason[day] * _trend.Reablement[day]) + Changes(day, l => l.ReablementPlaces) + Money.Units(Service.Reablement, day),
                Stock.Intermediate => (p["intermediate.beds"] * _intermediateSeason[day]) + Changes(day, l => l.IntermediateCareBeds) + Money.Units(Service.IntermediateCare, day),
                Stock.Residential => (places * (1 - p["care_home.nursing_share"])) + Changes(day, l => l.ResidentialPlaces) + Money.Units(Service.Residential, day),
                Stock.Nursing => (places * p["care_home.nursing_share"]) + Changes(day, l => l.NursingPlaces) + Money.Units(Service.Nursing, day),
                _ => (p["caseload.baseline_fte"] + Added(day, w => w.LeadProfessionals) + Money.Units(Service.LeadProfessionals, day)) * p["caseload.per_fte"],
            };
        }

        return level;
    }

    private (double Open, double Others) AcuteBedsOn(int day)
    {
        ParameterTable p = _setup.World.Parameters;
        int month = _setup.Epoch.Month(day);
        BedQuarter q = _setup.World.AcuteBeds.First(b => month >= b.FirstMonth && month < b.FirstMonth + 3);
        double season = 0;
        for (int m = 0; m < 3; m++)
        {
            season += p["season.crisis." + MonthName(q.FirstMonth + m)] / 3;
        }

        double others = Math.Max(0, q.Occupied - (p["beds.occupied_65plus_emergency"] * season));
        others *= _setup.Epoch.WeekdayOf(day) switch
        {
            DayOfWeek.Saturday => p["beds.others_saturday"],
            DayOfWeek.Sunday => p["beds.others_sunday"],
            _ => (7 - p["beds.others_saturday"] - p["beds.others_sunday"]) / 5,
        };
        double open = Math.Max(0, q.Available + Changes(day, l => l.AcuteBeds) - Money.AcuteBedsClosed[day]) * p["beds.usable_share"];
        return (open, others);
    }

    internal static string MonthName(int month) => Months[month - 1];

    private static readonly string[] Bands = ["65_74", "75_84", "85plus"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private double Lever(int day, Func<Levers, double?> of) => Days.Value(day, of) ?? 0;

    private double Changes(int day, Func<Levers, IReadOnlyList<CapacityChange>> of)
    {
        double sum = Sum(of(_base), day);
        return _isBaseline ? sum : sum + Sum(of(_levers), day);
    }

    private double Sum(IReadOnlyList<CapacityChange> changes, int day)
    {
        double sum = 0;
        foreach (CapacityChange c in changes)
        {
            sum += _setup.Epoch.DayOf(c.Date) <= day ? c.Change : 0;
        }

        return sum;
    }

    /// <summary>Full-time equivalents really at work beyond the baseline's: additional share, vacancies and ramp-up applied.</summary>
    private double Added(int day, Func<CommunityWorkforce, double> of)
    {
        double always = Added(_base.Workforce, 0, day, of);
        return _isBaseline || day < _from ? always : always + Added(_levers.Workforce, _from, day, of);
    }

    private double Added(CommunityWorkforce? w, int from, int day, Func<CommunityWorkforce, double> of)
    {
        if (w is null)
        {
            return 0;
        }

        ParameterTable p = _setup.World.Parameters;
        double ramp = w.RampUpDays <= 0 ? 1 : Math.Min(1, (day - from + 1.0) / w.RampUpDays);
        return of(w) * (w.AdditionalShare ?? p["workforce.additional_share"]) * (1 - (w.VacancyRate ?? p["workforce.vacancy_rate"])) * ramp;
    }

    private double Presence(int day) =>
        1 - (_setup.Epoch.Month(day) is 12 or 1 or 2 ? _setup.World.Parameters["workforce.winter_sickness"] : 0);

    /// <summary>How a service's staff are spread over the week: as the world has it, the same staff over seven days, or extra at weekends.</summary>
    private Spread SpreadOf(Team team, SevenDayCare? seven, double[] weekdays)
    {
        ParameterTable p = _setup.World.Parameters;
        (double share, double? target) = team switch
        {
            Team.CrisisResponse => (p["response.weekend_share"], seven?.CrisisResponse),
            Team.Assessment => (p["assessment.weekend_share"], seven?.Assessment),
            Team.PackageStart => (p["package.weekend_share"], seven?.PackageStart),
            Team.CareHomeAdmission => (p["care_home.weekend_share"], seven?.CareHomeAdmission),
            _ => (0, null),
        };
        return target is not { } weekend
            ? new Spread(1, share)
            : new Spread(seven!.Staffing == WeekendStaffing.Same ? Thinning(weekdays, share, weekend) : 1, weekend);
    }

    /// <summary>What is left of a weekday when the same staff also cover weekends and bank holidays at a new share: the sum over the period stays.</summary>
    private double Thinning(double[] weekdays, double share, double target)
    {
        double working = 0;
        double off = 0;
        for (int day = _from; day < weekdays.Length; day++)
        {
            working += _setup.Epoch.IsWorkingDay(day) ? weekdays[day] : 0;
            off += _setup.Epoch.IsWorkingDay(day) ? 0 : weekdays[day];
        }

        return working <= 0 ? 1 : (working + (off * share)) / (working + (off * target));
    }

    private double[] WhatIfs(Func<WhatIf, double> of)
    {
        double[] values = new double[_setup.Days];
        for (int day = 0; day < values.Length; day++)
        {
            values[day] = (_base.WhatIf is { } b ? of(b) : 1) * (!_isBaseline && day >= _from && _levers.WhatIf is { } w ? of(w) : 1);
        }

        return values;
    }

    private double[] CrisisProfile()
    {
        ParameterTable p = _setup.World.Parameters;
        string[] weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
        double[] profile = new double[_setup.Days];
        for (int day = 0; day < profile.Length; day++)
        {
            double years = (day - _setup.FirstDay) / 365.25;
            double growth = p["demand.growth_per_year"] + (_base.WhatIf?.DemandGrowthPerYear ?? 0);
            double value = p["season.crisis." + MonthName(_setup.Epoch.Month(day))]
                * p["weekday.crisis." + weekdays[(int)_setup.Epoch.WeekdayOf(day)]]
                * Math.Pow(1 + growth, years)
                * _trend.Demand[day];
            if (!_isBaseline && day >= _from && _levers.WhatIf is { } w)
            {
                value *= Math.Pow(1 + w.DemandGrowthPerYear, (day - _from) / 365.25);
            }

            profile[day] = value * (1 - (Lever(day, l => l.DataSharing) * (1 - p["data_sharing.crisis_ratio"])));
        }

        return profile;
    }

    private double[] DeathProfile(string band)
    {
        double[] profile = new double[_setup.Days];
        for (int day = 0; day < profile.Length; day++)
        {
            profile[day] = _setup.World.Parameters[$"season.deaths.{band}.{MonthName(_setup.Epoch.Month(day))}"];
        }

        return profile;
    }

    /// <summary>A weekday against that without seven-day care, and a weekend day against the weekday.</summary>
    private readonly record struct Spread(double Weekday, double Weekend);
}
