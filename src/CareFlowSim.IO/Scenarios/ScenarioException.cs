namespace CareFlowSim.IO;

/// <summary>A scenario file cannot be used; carries every fault in it.</summary>
public sealed class ScenarioException : InputException
{
    /// <summary>Makes the exception from its faults, in the order of the file.</summary>
    public ScenarioException(IReadOnlyList<Fault> faults)
        : base(faults)
    {
    }
}
