namespace CareFlowSim.Cli;

/// <summary>What the user asked for on the command line cannot be done; carries every fault.</summary>
internal sealed class UsageException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    public UsageException(string fault)
        : this([fault])
    {
    }

    /// <summary>All faults, each a line: what – what is wrong – what is allowed.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
