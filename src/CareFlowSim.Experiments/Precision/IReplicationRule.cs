namespace CareFlowSim.Experiments;

/// <summary>Says after each replication whether more are needed. It sees them in order, so the answer does not depend on how many are run at once.</summary>
public interface IReplicationRule
{
    /// <summary>The most replications.</summary>
    int AtMost { get; }

    /// <summary>The fewest replications after which it may say to stop, given those it has seen: so many may be run at once without running one too many.</summary>
    int Earliest { get; }

    /// <summary>Looks at the next replication.</summary>
    /// <param name="replication">Its number, from 0; the caller gives each once, in order.</param>
    /// <returns>Whether to stop.</returns>
    bool Add(int replication);
}
