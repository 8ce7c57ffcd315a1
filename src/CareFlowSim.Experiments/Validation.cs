using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>A published figure beside what the baseline gives.</summary>
/// <param name="Target">The published figure and its tolerance.</param>
/// <param name="Value">What the baseline gives, scaled to a year and to people.</param>
public sealed record TargetCheck(Target Target, double Value)
{
    /// <summary>Relative difference from the target.</summary>
    public double Difference => (Value / Target.Value) - 1;

    /// <summary>Whether the difference is within the tolerance.</summary>
    public bool Pass => Math.Abs(Difference) <= Target.Tolerance;
}

/// <summary>The baseline against the published figures of the base year.</summary>
public static class Validation
{
    /// <summary>Compares the baseline of a finished national experiment with the world's targets.</summary>
    /// <exception cref="ArgumentException">A target's key is unknown.</exception>
    public static IReadOnlyList<TargetCheck> Compare(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Setup.World.Targets.Select(t => new TargetCheck(t, Value(result, t.Key)))];
    }

    private static double Value(ExperimentResult r, string key)
    {
        double days = r.Setup.Scenario.Period.Days;
        double year = 365.25 / days;
        double Sum(Measure m) => r.Mean(0, m);
        double admissions = Sum(Measure.EmergencyAdmissions);
        if (key.StartsWith("deaths.", StringComparison.Ordinal))
        {
            string[] parts = key.Split('.');
            int band = (int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) - 65) / 5;
            return year * Sum((parts[1] == "female" ? Measure.DeathsWomen65 : Measure.DeathsMen65) + band);
        }

        if (key.StartsWith("delayed_days.", StringComparison.Ordinal))
        {
            return year * Recorded(r, Array.IndexOf(ReasonCodes, key[13..]));
        }

        return key switch
        {
            "emergency_admissions" => year * admissions,
            "mean_stay_days" => Sum(Measure.BedDays) / admissions,
            "deaths" => year * Deaths(r),
            "care_home_residents" => Sum(Measure.ResidentDays) / days,
            "permanent_admissions_council" => year * Sum(Measure.CareHomeEntriesCouncil),
            "home_care_hours" => year * Sum(Measure.HomeCareTenths) / 70,
            "delayed_days_recorded" => year * Enumerable.Range(0, 10).Sum(i => Recorded(r, i)),
            "delayed_days_all" => year * Enumerable.Range(0, AreaOutcome.Reasons).Sum(i => All(r, i)),
            "readmission_share" => Sum(Measure.Readmissions) / admissions,
            "care_home_admission_rate" => year * Sum(Measure.AdmissionsOfResidents) / (Sum(Measure.ResidentDays) / days),
            "zero_day_share" => Sum(Measure.ZeroDayStays) / admissions,
            "users_65plus" => Sum(Measure.PackageDays) / days,
            _ => throw new ArgumentException($"unknown target '{key}'", nameof(key)),
        };
    }

    /// <summary>Official letters of the delay reasons, in the order of <see cref="DelayReason"/>.</summary>
    public static string[] ReasonCodes { get; } = ["A", "B", "C", "Di", "Dii", "E", "F", "G", "H", "I"];

    private static double Recorded(ExperimentResult r, int reason) =>
        Enumerable.Range(0, r.Replications).Average(i => (double)r.Delays(i, 0, reason).Recorded) * r.Scale;

    private static double All(ExperimentResult r, int reason) =>
        Enumerable.Range(0, r.Replications).Average(i => (double)r.Delays(i, 0, reason).All) * r.Scale;

    private static double Deaths(ExperimentResult r) =>
        Enumerable.Range((int)Measure.DeathsWomen65, 12).Sum(m => r.Mean(0, (Measure)m));
}
