using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Levers that changed nothing, said aloud: a lever without effect is an answer, or a mistake in the scenario.</summary>
internal static class IdleSummary
{
    private const string Everything = "all together";

    public static IReadOnlyList<SummarySection> Of(ExperimentResult result)
    {
        List<IReadOnlyList<string>> rows = [];
        for (int arm = 1; arm < result.Arms; arm++)
        {
            string policy = result.Setup.Arms[arm].Name;
            IReadOnlyList<IdleLever> idle = result.Setup.IdleLevers(arm);
            rows.AddRange(idle.Select(lever => (string[])[policy, KeyOf(lever.Name), lever.Why]));
            if (ChangedNothing(result, arm))
            {
                rows.Add([policy, Everything, idle.Count > 0 ? "nobody's life differed from the baseline's" : "what they change was never needed here: nobody's life differed from the baseline's"]);
            }
        }

        return rows.Count == 0
            ? []
            : [new SummarySection("Levers WITHOUT EFFECT", ["policy", "lever", "why"], rows, "Without such a lever the policy would be the same. That may be the answer; otherwise look at its figures and dates.")];
    }

    /// <summary>The key of a lever in a scenario file: PooledBudget is pooled_budget.</summary>
    internal static string KeyOf(string property) =>
        string.Concat(property.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static bool ChangedNothing(ExperimentResult result, int arm)
    {
        for (int replication = 0; replication < result.Replications; replication++)
        {
            for (int area = 0; area < result.Areas.Count; area++)
            {
                AreaRecord baseline = result.Records[replication, 0, area];
                AreaRecord policy = result.Records[replication, arm, area];
                if (policy.Paired != default || !baseline.Totals.AsSpan().SequenceEqual(policy.Totals))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
