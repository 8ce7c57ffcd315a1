namespace CareFlowSim.IO;

/// <summary>One thing that is wrong in an input file, said so that a person can put it right.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
/// <param name="Where">Key, column or row that it concerns.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record Fault(string File, int Line, int Column, string Where, string Wrong, string Allowed)
{
    /// <summary><c>file:line:column where – wrong – allowed</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column} {Where} – {Wrong} – {Allowed}";
}
