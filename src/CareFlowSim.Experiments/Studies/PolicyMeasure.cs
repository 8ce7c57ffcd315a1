using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>How the figure of a measure comes from the levels of two arms.</summary>
public enum MeasureSense
{
    /// <summary>Baseline less policy: what the policy avoids, frees or prevents.</summary>
    Avoided,

    /// <summary>Policy less baseline: what the policy adds.</summary>
    Added,

    /// <summary>The policy's own level.</summary>
    Level,
}

/// <summary>One figure by which a policy is judged, for one replication over the measured period, scaled to people.</summary>
/// <param name="Name">Name in tables and on the command line.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Meaning">What it is, in a sentence.</param>
/// <param name="Sense">How the figure comes from the two arms.</param>
/// <param name="GrowsWithPlace">Whether the figure of some areas is a part of England's; false for shares and ratios.</param>
/// <param name="Level">The level of one arm: result, replication, arm.</param>
public sealed record PolicyMeasure(string Name, string Unit, string Meaning, MeasureSense Sense, bool GrowsWithPlace, Func<ExperimentResult, int, int, double> Level)
{
    private const double TenthsPerHour = 70;
    private const int Saturday = (int)Measure.DischargesSaturday;

    /// <summary>All measures; the first four answer when none is asked for.</summary>
    public static IReadOnlyList<PolicyMeasure> All { get; } =
    [
        new("emergency_admissions_avoided", "admissions", "Emergency admissions of people 65 and over avoided.", MeasureSense.Avoided, true, (r, i, a) => r.Total(i, a, Measure.EmergencyAdmissions)),
        new("beds_freed", "beds", "People in acute beds and people waiting for one, fewer on average.", MeasureSense.Avoided, true, (r, i, a) => Demand(r, i, a, d => d.Mean)),
        new("care_home_entries_prevented", "people", "Entries to care homes, from home and from hospital, fewer.", MeasureSense.Avoided, true,
            (r, i, a) => r.Total(i, a, Measure.CareHomeEntriesFromHome) + r.Total(i, a, Measure.CareHomeEntriesFromHospital)),
        new("recorded_delayed_days_avoided", "bed days", "Recorded delayed days in acute beds, fewer.", MeasureSense.Avoided, true, Recorded),
        new("winter_beds_freed", "beds", "As beds_freed, mean of December to February.", MeasureSense.Avoided, true, (r, i, a) => Demand(r, i, a, d => d.Winter)),
        new("recorded_delayed_beds_freed", "beds", "Beds taken by recorded delays at midnight, fewer on average.", MeasureSense.Avoided, true, (r, i, a) => Recorded(r, i, a) / r.Setup.Scenario.Period.Days),
        new("care_home_needs_prevented", "people", "Needs for a care home that arise at home, fewer, whether or not a place is found.", MeasureSense.Avoided, true, (r, i, a) => r.Total(i, a, Measure.CareHomeNeedsAtHome)),
        new("council_care_home_entries_prevented", "people", "Entries to care homes paid by the council, fewer.", MeasureSense.Avoided, true, (r, i, a) => r.Total(i, a, Measure.CareHomeEntriesCouncil)),
        new("hospital_pounds_saved", "GBP", "Emergency admissions avoided and recorded delayed days avoided, at their unit costs: as plans were costed.", MeasureSense.Avoided, true, HospitalPounds),
        new("pounds_added", "GBP", "Cost of all that was counted at its unit costs, more; what the policy itself costs is not in it.", MeasureSense.Added, true, Costs.Pounds),
        new("adaptations", "adaptations", "Home adaptations finished for people 65 and over.", MeasureSense.Level, true, (r, i, a) => r.Total(i, a, Measure.Adaptations)),
        new("home_care_hours_added", "hours", "Hours of home care given, more.", MeasureSense.Added, true, (r, i, a) => r.Total(i, a, Measure.HomeCareTenths) / TenthsPerHour),
        new("packages_added", "packages", "Packages of care started, more.", MeasureSense.Added, true, (r, i, a) => r.Total(i, a, Measure.PackageStarts)),
        new("performance_pounds_paid", "GBP", "Payment for performance earned by the simulated admissions.", MeasureSense.Level, true, Performance),
        new("weekend_discharge_ratio", "ratio", "Discharges alive on a Saturday or Sunday against a Monday to Friday, a day.", MeasureSense.Level, false, WeekendDischarges),
        new("delayed_share_of_bed_days", "share", "Recorded delays of all adults as a share of occupied general and acute bed days.", MeasureSense.Level, false, DelayedShare),
    ];

    /// <summary>The measures that answer when none is asked for.</summary>
    public static IReadOnlyList<PolicyMeasure> Usual { get; } = [.. All.Take(4)];

    /// <summary>A measure by its name, or null.</summary>
    public static PolicyMeasure? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>The figure from the levels of the two arms on the same luck.</summary>
    public double Figure(double baseline, double policy) => Sense switch
    {
        MeasureSense.Avoided => baseline - policy,
        MeasureSense.Added => policy - baseline,
        _ => policy,
    };

    /// <summary>One figure per replication of a policy arm.</summary>
    public double[] Figures(ExperimentResult result, int arm)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. Enumerable.Range(0, result.Replications).Select(r => Figure(Level(result, r, 0), Level(result, r, arm)))];
    }

    /// <summary>The effect under uncertain parameters: levels by draw and replication, each times a factor.</summary>
    internal NestedEffect Effect(IReadOnlyList<double[]> baseline, IReadOnlyList<double[]> policy, double factor = 1)
    {
        double[][] without = [.. baseline.Select(row => row.Select(v => v * factor).ToArray())];
        double[][] with = [.. policy.Select(row => row.Select(v => v * factor).ToArray())];
        return Sense switch
        {
            MeasureSense.Avoided => NestedEffect.Of(with, without),
            MeasureSense.Added => NestedEffect.Of(without, with),
            _ => NestedEffect.Of([.. without.Select(row => new double[row.Length])], with),
        };
    }

    private static double Demand(ExperimentResult result, int replication, int arm, Func<SiteDemand, double> of)
    {
        double sum = 0;
        for (int s = 0; s < result.Sites.Count; s++)
        {
            sum += of(result.Demand[replication, arm, s]);
        }

        return sum * result.Scale;
    }

    private static double Recorded(ExperimentResult result, int replication, int arm)
    {
        long days = 0;
        for (int reason = 0; reason < AreaOutcome.Reasons; reason++)
        {
            days += result.Delays(replication, arm, reason).Recorded;
        }

        return days * (double)result.Scale;
    }

    private static double HospitalPounds(ExperimentResult result, int replication, int arm)
    {
        ParameterTable p = result.Setup.World.Parameters;
        return (result.Total(replication, arm, Measure.EmergencyAdmissions) * p["cost.emergency_admission"]) + (Recorded(result, replication, arm) * p["cost.delayed_bed_day"]);
    }

    private static double Performance(ExperimentResult result, int replication, int arm)
    {
        Setup setup = result.Setup;
        if (setup.LeverOf(arm, l => l.PaymentForPerformance) is not { } rule)
        {
            return 0;
        }

        ParameterTable p = setup.World.Parameters;
        PerformanceTerms terms = rule.Terms(p);
        terms = terms with { PotPounds = terms.PotPounds * (1 - setup.GraduatedShare(arm)) * setup.ShareOfEngland * setup.Scenario.Period.Days / 365.25 };
        double achieved = PaymentForPerformance.Reduction(
            result.Total(replication, 0, Measure.EmergencyAdmissions),
            result.Total(replication, arm, Measure.EmergencyAdmissions),
            p["payment.share_65plus"],
            rule.BackgroundGrowthPerYear ?? p["demand.growth_per_year"]);
        return PaymentForPerformance.Paid(terms, achieved);
    }

    private static double WeekendDischarges(ExperimentResult result, int replication, int arm)
    {
        double weekdays = 0;
        for (int day = (int)Measure.DischargesMonday; day < Saturday; day++)
        {
            weekdays += result.Total(replication, arm, (Measure)day);
        }

        double weekend = result.Total(replication, arm, Measure.DischargesSaturday) + result.Total(replication, arm, Measure.DischargesSunday);
        return weekend / 2 / (weekdays / 5);
    }

    private static double DelayedShare(ExperimentResult result, int replication, int arm)
    {
        Setup setup = result.Setup;
        double occupied = 0;
        for (int day = setup.FirstDay; day < setup.Days; day++)
        {
            int month = setup.Epoch.Month(day);
            occupied += setup.World.AcuteBeds.First(q => month >= q.FirstMonth && month < q.FirstMonth + 3).Occupied;
        }

        return Recorded(result, replication, arm) / setup.World.Parameters["delay.share_65plus"] / (occupied * setup.ShareOfEngland);
    }
}
