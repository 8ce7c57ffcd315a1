namespace CareFlowSim.IO;

/// <summary>Input files are wrong. Carries every fault, not only the first.</summary>
public class InputException : Exception
{
    /// <summary>Makes the exception of all faults found.</summary>
    public InputException(IReadOnlyList<Fault> faults)
        : base(MessageOf(faults)) => Faults = faults;

    /// <summary>All faults, in the order of files and lines.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    private static string MessageOf(IReadOnlyList<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return string.Join('\n', faults);
    }
}
