using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>How the cells of a sweep fill the space of its inputs.</summary>
public enum SweepDesignKind
{
    /// <summary>Every combination of levels; the last input changes fastest.</summary>
    Grid,

    /// <summary>The cells as listed.</summary>
    List,

    /// <summary>Latin hypercube (McKay, Beckman and Conover 1979).</summary>
    LatinHypercube,

    /// <summary>Scrambled Sobol' sequence (Joe and Kuo 2008, Owen 1995).</summary>
    Sobol,

    /// <summary>Trajectories for elementary effects (Morris 1991).</summary>
    Morris,

    /// <summary>Rows for Sobol' indices (Saltelli and others 2010).</summary>
    Saltelli,

    /// <summary>Each input alone at its ends.</summary>
    OneAtATime,
}

/// <summary>A design without its inputs.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Size">Points of a Latin hypercube or Sobol' sequence, trajectories of Morris, rows of Saltelli; 0 for the others.</param>
/// <param name="Levels">Levels of an input in Morris's grid; 0 for the others.</param>
/// <param name="Seed">Seed of its own luck, apart from that of people.</param>
public sealed record SweepDesign(SweepDesignKind Kind, int Size, int Levels, long Seed)
{
    private RandomStream Luck => new((ulong)Seed, 0);

    /// <summary>The trajectories of a Morris design.</summary>
    public MorrisDesign Morris(int inputs) => MorrisDesign.Create(Size, inputs, Luck, Levels);

    /// <summary>The rows of a Saltelli design.</summary>
    public SaltelliDesign Saltelli(int inputs) => SaltelliDesign.Create(Size, inputs, Luck);

    /// <summary>The points of a Latin hypercube or a Sobol' sequence in the unit cube.</summary>
    public double[][] Points(int inputs) => DrawnRuns.Design(Size, inputs, Kind == SweepDesignKind.Sobol, Seed);
}
