namespace CareFlowSim.Experiments;

/// <summary>
/// Finds inputs that have no effect: on the same luck, two cells that differ in one input alone have the same figures to the last bit unless that input matters.
/// Holds some bytes a cell and input, whatever was measured.
/// </summary>
/// <param name="inputs">The inputs.</param>
public sealed class SweepEffects(IReadOnlyList<SweepInput> inputs)
{
    private readonly Dictionary<ulong, (ulong Figures, SweepValue Value)>[] _first = [.. inputs.Select(_ => new Dictionary<ulong, (ulong, SweepValue)>())];
    private readonly bool[] _compared = new bool[inputs.Count];
    private readonly bool[] _matters = new bool[inputs.Count];

    /// <summary>Inputs for which cells that differ in it alone were compared and none differed in any figure.</summary>
    public IReadOnlyList<SweepInput> Idle => [.. inputs.Where((_, i) => _compared[i] && !_matters[i])];

    /// <summary>Inputs of which nothing can be said, because no two cells differ in it alone.</summary>
    public IReadOnlyList<SweepInput> Unknown => [.. inputs.Where((_, i) => !_compared[i])];

    /// <summary>Looks at a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="figures">A fingerprint of all its figures.</param>
    public void Add(SweepCell cell, ulong figures)
    {
        ArgumentNullException.ThrowIfNull(cell);
        for (int i = 0; i < inputs.Count; i++)
        {
            ulong others = Others(cell, i);
            if (!_first[i].TryAdd(others, (figures, cell.Values[i])))
            {
                (ulong known, SweepValue value) = _first[i][others];
                _compared[i] |= value != cell.Values[i];
                _matters[i] |= known != figures;
            }
        }
    }

    /// <summary>A fingerprint of the values of all inputs but one.</summary>
    private static ulong Others(SweepCell cell, int input)
    {
        Fingerprint others = default;
        for (int i = 0; i < cell.Values.Count; i++)
        {
            if (i != input)
            {
                others.Add(cell.Values[i].Number);
                foreach (char letter in cell.Values[i].Word ?? "")
                {
                    others.Add((ulong)letter);
                }
            }

            others.Add((ulong)i);
        }

        return others.Value;
    }

    /// <summary>Cells that tell for every input whether it matters, for designs whose cells differ in all inputs at once: the middle, and each input alone at both ends.</summary>
    public static IReadOnlyList<SweepCell> Probes(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Design.Kind is SweepDesignKind.LatinHypercube or SweepDesignKind.Sobol
            ? [.. SweepPlan.Create(plan.Inputs, new SweepDesign(SweepDesignKind.OneAtATime, 0, 0, 0), [], []).Cells]
            : [];
    }
}
