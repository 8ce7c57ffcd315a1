namespace CareFlowSim.Experiments;

/// <summary>One of several processes that share a sweep: it takes every part whose number falls to it. The luck of a cell hangs on the cell alone.</summary>
/// <param name="Index">Which, from 1.</param>
/// <param name="Count">Of how many.</param>
public readonly record struct SweepShard(int Index, int Count)
{
    /// <summary>The only one.</summary>
    public static SweepShard Whole { get; } = new(1, 1);

    /// <summary>Whether a part falls to it.</summary>
    /// <param name="part">Number of the part, from 1.</param>
    public bool Has(int part) => (part - 1) % Count == Index - 1;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Index}/{Count}");
}
