using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>A published figure beside what the baseline gives.</summary>
/// <param name="Target">The published figure and its tolerance.</param>
/// <param name="Value">What the baseline gives, scaled to a year and to people: the mean over replications.</param>
public sealed record TargetCheck(Target Target, double Value)
{
    /// <summary>The value with its interval over replications.</summary>
    public Estimate Interval { get; init; } = new(Value, double.NaN, double.NaN, 1, IntervalMethod.None);

    /// <summary>Difference from the target: a share of it, or in its unit where the tolerance is.</summary>
    public double Difference => Target.Absolute ? Value - Target.Value : (Value / Target.Value) - 1;

    /// <summary>Whether the difference is within the tolerance.</summary>
    public bool Pass => Math.Abs(Difference) <= Target.Tolerance;
}

/// <summary>One month of the published series of the base year.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="AcuteDelayedDays">Delayed days in acute care, adults.</param>
/// <param name="NonAcuteDelayedDays">Delayed days elsewhere, adults.</param>
/// <param name="EmergencyAdmissions">Emergency admissions, all ages.</param>
public sealed record OfficialMonth(DateOnly Month, double AcuteDelayedDays, double NonAcuteDelayedDays, double EmergencyAdmissions);

/// <summary>Published series that the baseline is laid beside, beyond the single figures among the world's targets.</summary>
/// <param name="Months">The months of the base year.</param>
/// <param name="WeekdayShares">Share of a week's discharges by day, Monday first.</param>
public sealed record OfficialSeries(IReadOnlyList<OfficialMonth> Months, IReadOnlyList<double> WeekdayShares)
{
    /// <summary>Share of delayed days that are in acute care.</summary>
    public double AcuteShare => Months.Sum(m => m.AcuteDelayedDays) / Months.Sum(m => m.AcuteDelayedDays + m.NonAcuteDelayedDays);
}

/// <summary>The baseline against the published figures of the base year.</summary>
public static class Validation
{
    private const string DelayedDaysGap = "monthly_delayed_days_gap";
    private const string DelayedDaysCorrelation = "monthly_delayed_days_correlation";
    private const string AdmissionsGap = "monthly_admissions_gap";

    /// <summary>Official letters of the delay reasons, in the order of <see cref="DelayReason"/>.</summary>
    public static string[] ReasonCodes { get; } = ["A", "B", "C", "Di", "Dii", "E", "F", "G", "H", "I"];

    /// <summary>Compares the baseline of a finished national experiment with the world's targets.</summary>
    /// <param name="result">The experiment.</param>
    /// <param name="official">Published series; without them the targets about the shape of the year are left out.</param>
    /// <exception cref="ArgumentException">A target's key is unknown.</exception>
    public static IReadOnlyList<TargetCheck> Compare(ExperimentResult result, OfficialSeries? official = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. (official is null ? WithoutSeries(result.Setup.World) : result.Setup.World.Targets).Select(t => Check(result, t, official))];
    }

    /// <summary>The world's targets that can be told without a published series, in their order.</summary>
    public static IReadOnlyList<Target> WithoutSeries(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.Targets.Where(t => t.Key is not (DelayedDaysGap or DelayedDaysCorrelation or AdmissionsGap))];
    }

    /// <summary>Simulated and published index of each month (a day's figure over that of the whole year) of a daily series, one simulated value per replication.</summary>
    public static IReadOnlyList<(DateOnly Month, double[] Simulated, double Published)> MonthlyIndex(
        ExperimentResult result, DailySeries series, IReadOnlyList<OfficialMonth> months, Func<OfficialMonth, double> published)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(months);
        (int From, int Until)[] spans = [.. months.Select(m => (result.Setup.Epoch.DayOf(m.Month), result.Setup.Epoch.DayOf(m.Month.AddMonths(1))))];
        int[] covered = [.. Enumerable.Range(0, months.Count).Where(i => spans[i].From >= result.Setup.FirstDay && spans[i].Until <= result.Setup.Days)];
        double allDays = covered.Sum(i => spans[i].Until - spans[i].From);
        double allPublished = covered.Sum(i => published(months[i]));
        return [.. covered.Select(i =>
        {
            double days = spans[i].Until - spans[i].From;
            double[] simulated = [.. Enumerable.Range(0, result.Replications).Select(r =>
            {
                int[] daily = result.England[r, 0][(int)series];
                double all = covered.Sum(j => Sum(daily, spans[j]));
                return Sum(daily, spans[i]) / days / (all / allDays);
            })];
            return (months[i].Month, simulated, published(months[i]) / days / (allPublished / allDays));
        })];
    }

    /// <summary>Discharges on a day of the week over those on a mean weekday (Monday to Friday), one value per replication.</summary>
    public static double[] WeekdayRatio(ExperimentResult result, DayOfWeek day)
    {
        ArgumentNullException.ThrowIfNull(result);
        int[] days = new int[7];
        for (int d = result.Setup.FirstDay; d < result.Setup.Days; d++)
        {
            days[Place(result.Setup.Epoch.WeekdayOf(d))]++;
        }

        double weekdays = days.Take(5).Sum();
        return [.. Enumerable.Range(0, result.Replications).Select(r =>
        {
            double On(int place) => result.Total(r, 0, Measure.DischargesMonday + place);
            return On(Place(day)) / days[Place(day)] / (Enumerable.Range(0, 5).Sum(On) / weekdays);
        })];
    }

    /// <summary>Place of a day in a week that starts on Monday.</summary>
    internal static int Place(DayOfWeek day) => ((int)day + 6) % 7;

    private static double Sum(int[] daily, (int From, int Until) span) => daily.AsSpan(span.From, span.Until - span.From).ToArray().Sum(v => (long)v);

    private static TargetCheck Check(ExperimentResult result, Target target, OfficialSeries? official)
    {
        double[] values = target.Key switch
        {
            DelayedDaysGap => Gaps(MonthlyIndex(result, DailySeries.RecordedDelays, official!.Months, m => m.AcuteDelayedDays), result.Replications),
            DelayedDaysCorrelation => [Correlation(MonthlyIndex(result, DailySeries.RecordedDelays, official!.Months, m => m.AcuteDelayedDays))],
            AdmissionsGap => Gaps(MonthlyIndex(result, DailySeries.Admissions, official!.Months, m => m.EmergencyAdmissions), result.Replications),
            "discharges_saturday_ratio" => WeekdayRatio(result, DayOfWeek.Saturday),
            "discharges_sunday_ratio" => WeekdayRatio(result, DayOfWeek.Sunday),
            _ => [.. Enumerable.Range(0, result.Replications).Select(r => Value(result, r, target.Key))],
        };
        Estimate interval = Estimate.Of(values);
        return new TargetCheck(target, interval.Point) { Interval = interval };
    }

    /// <summary>Mean absolute gap of the months in each replication; NaN when the run covers no month.</summary>
    private static double[] Gaps(IReadOnlyList<(DateOnly Month, double[] Simulated, double Published)> months, int replications) =>
        [.. Enumerable.Range(0, replications).Select(r => months.Count == 0 ? double.NaN : months.Average(m => Math.Abs(m.Simulated[r] - m.Published)))];

    /// <summary>Correlation of the published index with the mean of the simulated one; NaN when the run covers fewer than three months.</summary>
    private static double Correlation(IReadOnlyList<(DateOnly Month, double[] Simulated, double Published)> months) =>
        months.Count < 3 ? double.NaN : Agreement.Pearson([.. months.Select(m => m.Published)], [.. months.Select(m => m.Simulated.Average())]);

    private static double Value(ExperimentResult result, int replication, string key)
    {
        double days = result.Setup.Scenario.Period.Days;
        double year = 365.25 / days;
        double Sum(Measure m) => result.Total(replication, 0, m);
        double Delays(int reason, Func<DelayDays, long> of) => year * of(result.Delays(replication, 0, reason)) * result.Scale;
        double admissions = Sum(Measure.EmergencyAdmissions);
        if (key.StartsWith("deaths.", StringComparison.Ordinal))
        {
            string[] parts = key.Split('.');
            int band = (int.Parse(parts[2], CultureInfo.InvariantCulture) - 65) / 5;
            return year * Sum((parts[1] == "female" ? Measure.DeathsWomen65 : Measure.DeathsMen65) + band);
        }

        if (key.StartsWith("delayed_days.", StringComparison.Ordinal))
        {
            return Delays(Array.IndexOf(ReasonCodes, key[13..]), d => d.Recorded);
        }

        return key switch
        {
            "emergency_admissions" => year * admissions,
            "mean_stay_days" => Sum(Measure.BedDays) / admissions,
            "deaths" => year * Enumerable.Range((int)Measure.DeathsWomen65, 12).Sum(m => Sum((Measure)m)),
            "care_home_residents" => Sum(Measure.ResidentDays) / days,
            "permanent_admissions_council" => year * Sum(Measure.CareHomeEntriesCouncil),
            "home_care_hours" => year * Sum(Measure.HomeCareTenths) / 70,
            "delayed_days_recorded" => Enumerable.Range(0, ReasonCodes.Length).Sum(i => Delays(i, d => d.Recorded)),
            "delayed_days_all" => Enumerable.Range(0, AreaOutcome.Reasons).Sum(i => Delays(i, d => d.All)),
            "readmission_share" => Sum(Measure.Readmissions) / admissions,
            "care_home_admission_rate" => year * Sum(Measure.AdmissionsOfResidents) / (Sum(Measure.ResidentDays) / days),
            "zero_day_share" => Sum(Measure.ZeroDayStays) / admissions,
            "users_65plus" => Sum(Measure.PackageDays) / days,
            "at_home_91_days" => Sum(Measure.AtHomeAt91Days) / Sum(Measure.ReablementChecks),
            _ => throw new ArgumentException($"unknown target '{key}'", nameof(key)),
        };
    }
}
