using System.Text.Json.Nodes;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>A policy with some of its levers off: every subset is read as a scenario would be.</summary>
public sealed class LeverSubsets
{
    private static readonly string[] NoLevers = ["name", "title", "from"];

    private readonly Scenario _scenario;
    private readonly JsonObject _policy;

    private LeverSubsets(Scenario scenario, JsonObject policy)
    {
        _scenario = scenario;
        _policy = policy;
        Levers = [.. policy.Select(p => p.Key).Where(k => !NoLevers.Contains(k))];
    }

    /// <summary>The levers that the policy sets, by the names of the scenario's keys.</summary>
    public IReadOnlyList<string> Levers { get; }

    /// <summary>The subsets of a policy of a scenario; null when there is no such policy.</summary>
    public static LeverSubsets? Of(Scenario scenario, string policy)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return ScenarioKeys.Root.Write(scenario)["policies"]?.AsArray().FirstOrDefault(p => (string?)p!["name"] == policy) is JsonObject found
            ? new LeverSubsets(scenario, found)
            : null;
    }

    /// <summary>The policy with some levers on; bit i of the argument says whether lever i is.</summary>
    /// <exception cref="ScenarioException">The levers of the subset cannot stand without the others.</exception>
    public Policy this[int subset]
    {
        get
        {
            JsonObject policy = _policy.DeepClone().AsObject();
            policy["name"] = $"subset-{subset}";
            for (int i = 0; i < Levers.Count; i++)
            {
                if ((subset >> i & 1) == 0)
                {
                    policy.Remove(Levers[i]);
                }
            }

            JsonObject scenario = ScenarioKeys.Root.Write(_scenario with { Policies = [] });
            scenario["policies"] = new JsonArray(policy);
            return ScenarioReader.Read(new StringReader(scenario.ToJsonString()), "policy with " + string.Join(", ", Levers.Where((_, i) => (subset >> i & 1) == 1))).Policies[0];
        }
    }
}
