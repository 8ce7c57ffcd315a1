namespace CareFlowSim.IO;

/// <summary>Which columns a table has.</summary>
/// <param name="File">Name of the file in its folder.</param>
/// <param name="Columns">Every column; all are required and no other is allowed.</param>
internal sealed record TableShape(string File, params string[] Columns);
