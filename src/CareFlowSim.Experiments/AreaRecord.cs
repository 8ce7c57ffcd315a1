using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>What one area did in one arm of one replication, over the measured period.</summary>
public sealed class AreaRecord
{
    internal AreaRecord(AreaOutcome outcome, PairedCounts paired)
    {
        Area = outcome.Area;
        Totals = outcome.Totals;
        Delays = outcome.Delays;
        Paired = paired;
    }

    /// <summary>Place of the area in the world's table.</summary>
    public int Area { get; }

    /// <summary>Counts by <see cref="Measure"/>, in simulated people.</summary>
    public long[] Totals { get; }

    /// <summary>Delayed bed days by reason and organisation, in simulated people.</summary>
    public DelayDays[,] Delays { get; }

    /// <summary>Admissions compared with the baseline person by person; all zero for the baseline.</summary>
    public PairedCounts Paired { get; }
}

/// <summary>Demand for acute beds at one site in one arm of one replication: people in beds and people waiting for one, at midnight.</summary>
/// <param name="Mean">Mean over the measured period.</param>
/// <param name="Winter">Mean over December to February, NaN when none is measured.</param>
/// <param name="Needed">Beds that demand exceeds on no more than 5 % of days.</param>
public readonly record struct SiteDemand(double Mean, double Winter, double Needed);

/// <summary>Admissions of a policy against the baseline, crisis by crisis of the same person.</summary>
public record struct PairedCounts
{
    /// <summary>Admitted in the baseline, met at home under the policy, less the reverse.</summary>
    public long MetAtHome { get; set; }

    /// <summary>Admitted in the baseline; under the policy the crisis did not happen in the period.</summary>
    public long NeverHappened { get; set; }

    /// <summary>As above, when the baseline crisis fell into the window after a discharge.</summary>
    public long ReadmissionsAvoided { get; set; }

    /// <summary>Admitted in the baseline, sent home from A&amp;E under the policy, less the reverse.</summary>
    public long SentHome { get; set; }

    /// <summary>Admitted under the policy; in the baseline the crisis did not happen in the period.</summary>
    public long Added { get; set; }

    /// <summary>Pairs that ended differently, in either direction: the size of the stochastic error of one replication.</summary>
    public long Discordant { get; set; }

    /// <summary>Of these, pairs met at home in one arm and admitted in the other.</summary>
    public long DiscordantMetAtHome { get; set; }

    /// <summary>Of these, pairs sent home in one arm and admitted in the other.</summary>
    public long DiscordantSentHome { get; set; }

    /// <summary>Admissions avoided: the mechanisms sum to it exactly.</summary>
    public readonly long Avoided => MetAtHome + NeverHappened + ReadmissionsAvoided + SentHome - Added;

    /// <summary>Compares two runs of the same system; both lists are ordered by person and occurrence.</summary>
    public static PairedCounts[] Compare(CrisisEntry[] baseline, CrisisEntry[] policy, int areas)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(policy);
        PairedCounts[] counts = new PairedCounts[areas];
        int i = 0;
        int j = 0;
        while (i < baseline.Length || j < policy.Length)
        {
            int order = i == baseline.Length ? 1 : j == policy.Length ? -1 : Order(baseline[i], policy[j]);
            if (order < 0)
            {
                counts[baseline[i].Area].Lost(baseline[i]);
                i++;
            }
            else if (order > 0)
            {
                counts[policy[j].Area].New(policy[j]);
                j++;
            }
            else
            {
                counts[baseline[i].Area].Both(baseline[i].End, policy[j].End);
                i++;
                j++;
            }
        }

        return counts;
    }

    /// <summary>Adds the counts of another area or system.</summary>
    public void Add(PairedCounts other)
    {
        MetAtHome += other.MetAtHome;
        NeverHappened += other.NeverHappened;
        ReadmissionsAvoided += other.ReadmissionsAvoided;
        SentHome += other.SentHome;
        Added += other.Added;
        Discordant += other.Discordant;
        DiscordantMetAtHome += other.DiscordantMetAtHome;
        DiscordantSentHome += other.DiscordantSentHome;
    }

    private static int Order(in CrisisEntry a, in CrisisEntry b) =>
        a.Person != b.Person ? a.Person.CompareTo(b.Person) : a.Occurrence.CompareTo(b.Occurrence);

    private void Lost(in CrisisEntry baseline)
    {
        if (baseline.End != CrisisEnd.Admitted)
        {
            return;
        }

        Discordant++;
        ReadmissionsAvoided += baseline.AfterDischarge ? 1 : 0;
        NeverHappened += baseline.AfterDischarge ? 0 : 1;
    }

    private void New(in CrisisEntry policy)
    {
        bool admitted = policy.End == CrisisEnd.Admitted;
        Discordant += admitted ? 1 : 0;
        Added += admitted ? 1 : 0;
    }

    private void Both(CrisisEnd baseline, CrisisEnd policy)
    {
        bool before = baseline == CrisisEnd.Admitted;
        bool after = policy == CrisisEnd.Admitted;
        if (before == after)
        {
            return;
        }

        Discordant++;
        int sign = before ? 1 : -1;
        CrisisEnd other = before ? policy : baseline;
        bool home = other == CrisisEnd.MetAtHome;
        MetAtHome += home ? sign : 0;
        DiscordantMetAtHome += home ? 1 : 0;
        SentHome += home ? 0 : sign;
        DiscordantSentHome += home ? 0 : 1;
    }
}
