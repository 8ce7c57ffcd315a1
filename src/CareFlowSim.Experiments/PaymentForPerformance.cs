using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>What payment for performance comes to in one arm.</summary>
/// <param name="PotPounds">The pot over the measured period, for the chosen areas.</param>
/// <param name="TargetReduction">Fall in emergency admissions of all ages that earns the whole pot (a share).</param>
/// <param name="AchievedReduction">Simulated fall in emergency admissions of all ages (a share; below zero is a rise).</param>
/// <param name="PaidPounds">What is paid.</param>
/// <param name="UnpaidPounds">What is not paid: it stays with hospitals.</param>
public sealed record PerformancePayment(double PotPounds, double TargetReduction, double AchievedReduction, double PaidPounds, double UnpaidPounds);

/// <summary>Payment for performance on emergency admissions, computed from results: it follows from what happened to people and changes nothing for them.</summary>
/// <remarks>
/// The pot is paid in proportion to the fall achieved, from nothing at no fall to all of it at the target; the share that hangs on conditions
/// is taken as met (design of the Better Care Fund, July 2014; HSJ 5072693). The rule counts admissions of all ages, the model those of people
/// 65+: their fall counts by their share of all admissions, and younger people's admissions are taken as unchanged. Areas out of the Fund's management have no pot.
/// </remarks>
public static class PaymentForPerformance
{
    /// <summary>Pounds paid of the pot.</summary>
    /// <param name="terms">Pot, share on results and target.</param>
    /// <param name="achievedReduction">Fall in emergency admissions of all ages (a share; below zero is a rise).</param>
    public static double Paid(PerformanceTerms terms, double achievedReduction)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfNegative(terms.PotPounds, nameof(terms));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(terms.TargetReduction, nameof(terms));
        double earned = Math.Clamp(achievedReduction / terms.TargetReduction, 0, 1);
        return terms.PotPounds * (1 - (terms.OnResultsShare * (1 - earned)));
    }

    /// <summary>Fall in emergency admissions of all ages against the year before.</summary>
    /// <param name="baseline">Admissions of people 65+ without the policy.</param>
    /// <param name="policy">Admissions of people 65+ with it.</param>
    /// <param name="share65Plus">Share of people 65+ among emergency admissions of all ages (0 to 1).</param>
    /// <param name="growth">Growth since the year before of admissions of all ages without the policy (a share).</param>
    public static double Reduction(double baseline, double policy, double share65Plus, double growth)
    {
        double againstBaseline = baseline > 0 ? (baseline - policy) / baseline * share65Plus : 0;
        return 1 - ((1 - againstBaseline) * (1 + growth));
    }

    /// <summary>The payment of an arm over the measured period and the chosen areas; null when the arm has no such rule.</summary>
    public static PerformancePayment? Of(ExperimentResult result, int arm)
    {
        ArgumentNullException.ThrowIfNull(result);
        Setup setup = result.Setup;
        if (setup.LeverOf(arm, l => l.PaymentForPerformance) is not { } rule)
        {
            return null;
        }

        ParameterTable p = setup.World.Parameters;
        PerformanceTerms terms = rule.Terms(p);
        terms = terms with { PotPounds = terms.PotPounds * (1 - setup.GraduatedShare(arm)) * setup.ShareOfEngland * setup.Scenario.Period.Days / 365.25 };
        double achieved = Reduction(
            result.Mean(0, Measure.EmergencyAdmissions),
            result.Mean(arm, Measure.EmergencyAdmissions),
            p["payment.share_65plus"],
            rule.BackgroundGrowthPerYear ?? p["demand.growth_per_year"]);
        double paid = Paid(terms, achieved);
        return new PerformancePayment(terms.PotPounds, terms.TargetReduction, achieved, paid, terms.PotPounds - paid);
    }
}
