namespace CareFlowSim.IO;

/// <summary>A person's input cannot be used; carries every fault found, not only the first.</summary>
public class InputException : Exception
{
    /// <summary>Makes the exception from its faults, in the order in which they are to be shown.</summary>
    public InputException(IReadOnlyList<Fault> faults)
        : base(string.Join(Environment.NewLine, faults ?? throw new ArgumentNullException(nameof(faults)))) => Faults = faults;

    /// <summary>All faults.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
