namespace CareFlowSim.IO;

/// <summary>Where one column of an input table comes from.</summary>
/// <param name="Table">Name of the file.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Meaning">What it holds.</param>
/// <param name="Unit">Unit of its figures, or <c>none</c>.</param>
/// <param name="Period">Time that the figures are about, or <c>-</c>.</param>
/// <param name="PublisherAndTitle">Who published it and under which title.</param>
/// <param name="Licence">Under which licence.</param>
/// <param name="Provenance"><c>read</c>, <c>derived</c>, <c>recalled</c>, <c>judgement</c>, <c>estimate</c> or <c>calibrated</c>.</param>
/// <param name="Note">What else must be known; may be empty.</param>
public sealed record TableSource(
    string Table,
    string Column,
    string Meaning,
    string Unit,
    string Period,
    string PublisherAndTitle,
    string Licence,
    string Provenance,
    string Note);

/// <summary>What a world is made of: its files, and the source of every column in them.</summary>
/// <param name="Rows">One row per column of every table.</param>
/// <param name="Files">Names of all files of the world, the table of sources among them, in a fixed order.</param>
public sealed record WorldSources(IReadOnlyList<TableSource> Rows, IReadOnlyList<string> Files);
