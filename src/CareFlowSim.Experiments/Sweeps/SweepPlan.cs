namespace CareFlowSim.Experiments;

/// <summary>The cells of a sweep, and how they are shared out. Pure: the same sweep gives the same cells and parts everywhere.</summary>
public sealed record SweepPlan
{
    /// <summary>The most cells a sweep may have.</summary>
    public const int MostCells = 200_000;

    private SweepPlan(IReadOnlyList<SweepInput> inputs, SweepDesign design, IReadOnlyList<SweepCell> cells, int dropped)
    {
        Inputs = inputs;
        Design = design;
        Cells = cells;
        Dropped = dropped;
    }

    /// <summary>The inputs.</summary>
    public IReadOnlyList<SweepInput> Inputs { get; }

    /// <summary>The design.</summary>
    public SweepDesign Design { get; }

    /// <summary>The cells, numbered from 1 without gaps.</summary>
    public IReadOnlyList<SweepCell> Cells { get; }

    /// <summary>How many cells of the design a condition left out.</summary>
    public int Dropped { get; }

    /// <summary>How many cells a design has before conditions.</summary>
    /// <param name="inputs">The inputs; for a grid with levels.</param>
    /// <param name="design">The design.</param>
    /// <param name="listed">Listed cells.</param>
    public static double Count(IReadOnlyList<SweepInput> inputs, SweepDesign design, int listed)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(design);
        return design.Kind switch
        {
            SweepDesignKind.Grid => inputs.Aggregate(1.0, (product, i) => product * i.Levels.Count),
            SweepDesignKind.List => listed,
            SweepDesignKind.Morris => (double)design.Size * (inputs.Count + 1),
            SweepDesignKind.Saltelli => (double)design.Size * (inputs.Count + 2),
            SweepDesignKind.OneAtATime => (2 * inputs.Count) + 1,
            _ => design.Size,
        };
    }

    /// <summary>Makes all cells.</summary>
    /// <param name="inputs">The inputs, one or more; in a grid each with levels.</param>
    /// <param name="design">The design.</param>
    /// <param name="listed">The cells of a list; empty for other designs.</param>
    /// <param name="conditions">What a cell must meet to be run; only for designs that bear gaps: grid, list, Latin hypercube and Sobol'.</param>
    /// <exception cref="ArgumentException">There would be too many cells, or conditions would break the design.</exception>
    public static SweepPlan Create(
        IReadOnlyList<SweepInput> inputs, SweepDesign design, IReadOnlyList<IReadOnlyList<SweepValue>> listed, IReadOnlyList<SweepCondition> conditions)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(conditions);
        double count = Count(inputs, design, listed.Count);
        if (count > MostCells)
        {
            throw new ArgumentException($"The sweep would have {count:0} cells; at most {MostCells} are allowed.", nameof(design));
        }

        if (conditions.Count > 0 && !BearsGaps(design.Kind))
        {
            throw new ArgumentException("This design bears no gaps.", nameof(conditions));
        }

        SweepCell[] all = [.. Made(inputs, design, listed)];
        string[] names = [.. inputs.Select(i => i.Name)];
        SweepCell[] kept = [.. all.Where(c => conditions.All(o => o.Holds(names, c.Values)))];
        return new SweepPlan(inputs, design, [.. kept.Select((c, i) => c with { Number = i + 1 })], all.Length - kept.Length);
    }

    /// <summary>Whether cells may be left out of a design without breaking it.</summary>
    public static bool BearsGaps(SweepDesignKind kind) =>
        kind is SweepDesignKind.Grid or SweepDesignKind.List or SweepDesignKind.LatinHypercube or SweepDesignKind.Sobol;

    /// <summary>Shares the cells out into parts: cells with the same baseline stand together, so that it is simulated once for all of them.</summary>
    /// <param name="sharesBaseline">By input: whether moving it leaves the baseline as it is.</param>
    /// <param name="cellsPerPart">Most cells of a part, 1 or more.</param>
    public IReadOnlyList<SweepPart> Parts(IReadOnlyList<bool> sharesBaseline, int cellsPerPart)
    {
        ArgumentNullException.ThrowIfNull(sharesBaseline);
        ArgumentOutOfRangeException.ThrowIfLessThan(cellsPerPart, 1);
        int[] moving = [.. Enumerable.Range(0, Inputs.Count).Where(i => !sharesBaseline[i])];
        List<SweepPart> parts = [];
        List<IReadOnlyList<SweepCell>> open = [];
        int cells = 0;
        foreach (SweepCell[] group in Cells.GroupBy(c => Key(c, moving), StringComparer.Ordinal).SelectMany(g => g.Chunk(cellsPerPart)))
        {
            if (cells + group.Length > cellsPerPart)
            {
                Close();
            }

            open.Add(group);
            cells += group.Length;
        }

        Close();
        return parts;

        void Close()
        {
            if (cells > 0)
            {
                parts.Add(new SweepPart(parts.Count + 1, [.. open]));
                open.Clear();
                cells = 0;
            }
        }
    }

    internal static string Key(SweepCell cell, IEnumerable<int> inputs) =>
        string.Join('\n', inputs.Select(i => cell.Values[i].Word ?? cell.Values[i].Number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));

    private static IEnumerable<SweepCell> Made(IReadOnlyList<SweepInput> inputs, SweepDesign design, IReadOnlyList<IReadOnlyList<SweepValue>> listed)
    {
        switch (design.Kind)
        {
            case SweepDesignKind.Grid:
                double[][] places = FullGrid.Points([.. inputs.Select(i => (IReadOnlyList<double>)[.. Enumerable.Range(0, i.Levels.Count).Select(l => (double)l)])]);
                return places.Select(p => new SweepCell(0, [.. inputs.Select((input, i) => input.Levels[(int)p[i]])]));
            case SweepDesignKind.List:
                return listed.Select(values => new SweepCell(0, values));
            case SweepDesignKind.Morris:
                return Trajectories(inputs, design.Morris(inputs.Count));
            case SweepDesignKind.Saltelli:
                return Rows(inputs, design.Saltelli(inputs.Count));
            case SweepDesignKind.OneAtATime:
                return OneAtATime(inputs);
            default:
                return design.Points(inputs.Count).Select(p => At(inputs, p));
        }
    }

    private static SweepCell At(IReadOnlyList<SweepInput> inputs, double[] point) => new(0, [.. inputs.Select((input, i) => input.At(point[i]))]);

    private static IEnumerable<SweepCell> Trajectories(IReadOnlyList<SweepInput> inputs, MorrisDesign design) =>
        design.Trajectories.SelectMany((points, t) => points.Select((point, step) => At(inputs, point) with
        {
            Role = "trajectory",
            Row = t + 1,
            Step = step,
            Moved = step == 0 ? null : inputs[design.Moved[t][step - 1]].Name,
        }));

    private static IEnumerable<SweepCell> Rows(IReadOnlyList<SweepInput> inputs, SaltelliDesign design) =>
        design.Points().Select((point, i) => At(inputs, point) with
        {
            Role = i < design.Rows ? "A" : i < 2 * design.Rows ? "B" : "AB",
            Row = (i % design.Rows) + 1,
            Moved = i < 2 * design.Rows ? null : inputs[(i / design.Rows) - 2].Name,
        });

    private static IEnumerable<SweepCell> OneAtATime(IReadOnlyList<SweepInput> inputs)
    {
        OneAtATimeDesign design = OneAtATimeDesign.Create(inputs.Count);
        SweepValue[] middle = [.. inputs.Select(i => i.AtEnd(design.Central))];
        yield return new SweepCell(0, middle) { Role = "centre" };
        for (int i = 0; i < inputs.Count; i++)
        {
            yield return Moved(i, design.Low, "low");
            yield return Moved(i, design.High, "high");
        }

        SweepCell Moved(int input, double quantile, string role)
        {
            SweepValue[] values = [.. middle];
            values[input] = inputs[input].AtEnd(quantile);
            return new SweepCell(0, values) { Role = role, Moved = inputs[input].Name };
        }
    }
}
