namespace CareFlowSim.IO;

/// <summary>One thing that is wrong in a person's input, with its place and what would be right.</summary>
/// <param name="File">Name of the file or text.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Where">The key, column or field.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Allowed">What is allowed, with the nearest right spelling where there is one.</param>
public sealed record Fault(string File, int Line, int Column, string Where, string Wrong, string Allowed)
{
    /// <summary>The fault on one line: <c>file:line:column where – wrong – allowed</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{File}:{Line}:{Column} {Where} – {Wrong} – {Allowed}");
}
