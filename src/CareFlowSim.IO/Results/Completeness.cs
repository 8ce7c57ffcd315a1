using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>What of an experiment is finished. Only whole replications, with every system, may be shown.</summary>
/// <param name="Complete">Whether everything is finished.</param>
/// <param name="Replications">Replications asked for.</param>
/// <param name="Whole">Numbers of the whole replications, from 1.</param>
/// <param name="Unfinished">Unfinished systems of each replication that is not whole, in order.</param>
internal sealed record Completeness(bool Complete, int Replications, IReadOnlyList<int> Whole, IReadOnlyList<(int Replication, IReadOnlyList<string> Systems)> Unfinished)
{
    public static Completeness Of(ExperimentResult result)
    {
        int[] whole = RowLabels.WholeReplications(result);
        return new Completeness(
            result.Complete && result.Replications == result.Asked,
            result.Asked,
            [.. whole.Select(r => r + 1)],
            [
                .. Enumerable.Range(0, result.Replications).Except(whole)
                    .Select(r => (r + 1, (IReadOnlyList<string>)[.. result.Setup.Systems.Where(s => !result.Done[r, s.Index]).Select(s => s.Name)])),
            ]);
    }

    /// <summary>The whole thing in a sentence.</summary>
    public string Sentence => Complete
        ? "The experiment is complete."
        : $"The experiment was stopped before its end: {Whole.Count} of {Replications} replications are whole, and only they are shown.";

    /// <summary>The table of a summary that cannot be made.</summary>
    public SummarySection Section() => new(
        "Stopped before the end",
        ["replication", "unfinished systems"],
        [.. Unfinished.Select(u => new[] { u.Replication.ToString(System.Globalization.CultureInfo.InvariantCulture), u.Systems.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) })],
        Sentence);
}
