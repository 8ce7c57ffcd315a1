namespace CareFlowSim.IO;

/// <summary>The input tables of a world are wrong.</summary>
public sealed class WorldException : InputException
{
    /// <summary>Makes the exception of all faults found.</summary>
    public WorldException(IReadOnlyList<Fault> faults)
        : base(faults)
    {
    }
}
