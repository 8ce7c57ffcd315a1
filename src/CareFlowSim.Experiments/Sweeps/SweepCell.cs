namespace CareFlowSim.Experiments;

/// <summary>One cell of a sweep: a value for every input, and its part in the design.</summary>
/// <param name="Number">Number, from 1, in the order of the design; the same whichever machine runs it.</param>
/// <param name="Values">Values in the order of the inputs.</param>
public sealed record SweepCell(int Number, IReadOnlyList<SweepValue> Values)
{
    /// <summary>Its role: <c>trajectory</c> (Morris), <c>A</c>, <c>B</c> or <c>AB</c> (Saltelli), <c>centre</c>, <c>low</c> or <c>high</c> (one at a time); null elsewhere.</summary>
    public string? Role { get; init; }

    /// <summary>Number of the trajectory or of the row, from 1; null elsewhere.</summary>
    public int? Row { get; init; }

    /// <summary>Step of a trajectory, from 0; null elsewhere.</summary>
    public int? Step { get; init; }

    /// <summary>The input that was moved: from the step before, taken from B, or off its middle; null elsewhere.</summary>
    public string? Moved { get; init; }
}

/// <summary>Cells that are run and written together. Which they are hangs on the sweep alone, never on who runs it.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Groups">Cells by what they share: within a group they have the same baseline, which is simulated once.</param>
public sealed record SweepPart(int Number, IReadOnlyList<IReadOnlyList<SweepCell>> Groups)
{
    /// <summary>All its cells, in order of number.</summary>
    public IReadOnlyList<SweepCell> Cells { get; } = [.. Groups.SelectMany(g => g).OrderBy(c => c.Number)];
}
