using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Emergency admissions avoided, whole and by mechanism; the mechanisms sum to the whole exactly.</summary>
/// <param name="Total">Admissions of the baseline less those of the policy.</param>
/// <param name="MetAtHome">Crises met at home.</param>
/// <param name="NeverHappened">Crises that never happened.</param>
/// <param name="ReadmissionsAvoided">Crises that never happened and would have been readmissions.</param>
/// <param name="SentHome">Sent home from A&amp;E.</param>
/// <param name="Added">Admissions added, as a negative number.</param>
public sealed record AvoidedAdmissions(Estimate Total, Estimate MetAtHome, Estimate NeverHappened, Estimate ReadmissionsAvoided, Estimate SentHome, Estimate Added)
{
    /// <summary>The mechanisms with their names.</summary>
    public IReadOnlyList<(string Name, Estimate Value)> Mechanisms =>
    [
        ("crises met at home", MetAtHome),
        ("crises that never happened", NeverHappened),
        ("readmissions avoided", ReadmissionsAvoided),
        ("sent home from A&E", SentHome),
        ("admissions added", Added),
    ];
}

/// <summary>Acute beds freed: the difference in people in beds and people waiting for one.</summary>
/// <param name="Mean">Mean over the measured period.</param>
/// <param name="Winter">Mean over December to February; its point is NaN when no winter day is measured.</param>
/// <param name="Needed">Difference in the beds that demand exceeds on no more than 5 % of days, summed over sites.</param>
public sealed record BedsFreed(Estimate Mean, Estimate Winter, Estimate Needed);

/// <summary>A policy against the baseline on the same people and the same luck. All figures are scaled to people and to the measured period.</summary>
public static class PairedComparison
{
    /// <summary>Emergency admissions avoided by a policy arm, in the chosen areas or one of them.</summary>
    /// <param name="result">A finished experiment.</param>
    /// <param name="arm">Policy arm, 1 or more.</param>
    /// <param name="slot">Place of an area among the chosen ones, or null for all.</param>
    public static AvoidedAdmissions Admissions(ExperimentResult result, int arm, int? slot = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        PairedCounts[] counts = [.. Enumerable.Range(0, result.Replications).Select(r => slot is { } s ? result.Records[r, arm, s].Paired : result.Paired(r, arm))];
        return new AvoidedAdmissions(
            Pairs(result, counts, c => c.Avoided, c => c.Discordant),
            Pairs(result, counts, c => c.MetAtHome, c => c.DiscordantMetAtHome),
            Pairs(result, counts, c => c.NeverHappened, c => c.NeverHappened),
            Pairs(result, counts, c => c.ReadmissionsAvoided, c => c.ReadmissionsAvoided),
            Pairs(result, counts, c => c.SentHome, c => c.DiscordantSentHome),
            Pairs(result, counts, c => -c.Added, c => c.Added));
    }

    /// <summary>Beds freed by a policy arm.</summary>
    public static BedsFreed Beds(ExperimentResult result, int arm)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new BedsFreed(Demand(result, arm, d => d.Mean), Demand(result, arm, d => d.Winter), Demand(result, arm, d => d.Needed));
    }

    /// <summary>Difference of one measure: policy less baseline.</summary>
    public static Estimate Difference(ExperimentResult result, int arm, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Estimate.Of([.. Enumerable.Range(0, result.Replications).Select(r => result.Total(r, arm, measure) - result.Total(r, 0, measure))]);
    }

    /// <summary>One measure in one arm.</summary>
    public static Estimate Level(ExperimentResult result, int arm, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Estimate.Of([.. Enumerable.Range(0, result.Replications).Select(r => result.Total(r, arm, measure))]);
    }

    /// <summary>Recorded delayed days of one reason in one arm, or all days beyond medically fit.</summary>
    public static Estimate Delays(ExperimentResult result, int arm, int reason, bool recorded)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Estimate.Of([.. Enumerable.Range(0, result.Replications).Select(r =>
        {
            DelayDays d = result.Delays(r, arm, reason);
            return (recorded ? d.Recorded : d.All) * (double)result.Scale;
        })]);
    }

    private static Estimate Pairs(ExperimentResult result, PairedCounts[] counts, Func<PairedCounts, long> of, Func<PairedCounts, long> discordant) =>
        counts.Length == 1
            ? Estimate.OfPairs(of(counts[0]) * (double)result.Scale, Math.Sqrt(discordant(counts[0])) * result.Scale)
            : Estimate.Of([.. counts.Select(c => of(c) * (double)result.Scale)]);

    private static Estimate Demand(ExperimentResult result, int arm, Func<SiteDemand, double> of) =>
        Estimate.Of([.. Enumerable.Range(0, result.Replications).Select(r =>
        {
            double sum = 0;
            for (int s = 0; s < result.Sites.Count; s++)
            {
                sum += of(result.Demand[r, 0, s]) - of(result.Demand[r, arm, s]);
            }

            return sum * result.Scale;
        })]);
}
