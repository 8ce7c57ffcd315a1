using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>One table of the summary, ready to print: the same rows stand on the screen and in the report.</summary>
/// <param name="Title">What the table shows.</param>
/// <param name="Headers">Column headers; the first column is text, the others are numbers.</param>
/// <param name="Rows">Cells as text.</param>
/// <param name="Note">How to read it, or empty.</param>
public sealed record SummarySection(string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows, string Note = "");

/// <summary>The answer in a few tables.</summary>
public static class Summary
{
    /// <summary>Makes the tables of a finished experiment.</summary>
    public static IReadOnlyList<SummarySection> Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [];
    }
}
