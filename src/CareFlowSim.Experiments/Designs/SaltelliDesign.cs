using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>
/// The design for first and total Sobol' indices: two independent sets of rows A and B, and for each input i the rows of A with column i taken from B.
/// Source: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), "Variance based sensitivity analysis of model output",
/// Computer Physics Communications 181, 259-270.
/// </summary>
public sealed record SaltelliDesign
{
    private SaltelliDesign(double[][] a, double[][] b)
    {
        A = a;
        B = b;
    }

    /// <summary>First set of rows: one row per point of the unit cube, one column per input.</summary>
    public double[][] A { get; }

    /// <summary>Second set of rows, of the same shape.</summary>
    public double[][] B { get; }

    /// <summary>Rows in each set.</summary>
    public int Rows => A.Length;

    /// <summary>Number of inputs.</summary>
    public int Inputs => A[0].Length;

    /// <summary>Evaluations the design asks for: rows times (inputs + 2).</summary>
    public int Count => Rows * (Inputs + 2);

    /// <summary>Makes a design from a scrambled Sobol' sequence of twice as many inputs.</summary>
    /// <param name="rows">Rows in each set, 2 or more; best a power of two.</param>
    /// <param name="inputs">Number of inputs, 1 to half of <see cref="SobolSequence.MaxInputs"/>.</param>
    /// <param name="stream">The luck; the same stream gives the same design.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count out of its range.</exception>
    public static SaltelliDesign Create(int rows, int inputs, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, SobolSequence.MaxInputs / 2);
        double[][] both = SobolSequence.Scrambled(rows, 2 * inputs, stream);
        return new SaltelliDesign([.. both.Select(r => r[..inputs])], [.. both.Select(r => r[inputs..])]);
    }

    /// <summary>One row of A with one column taken from B.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="input">Column, from 0.</param>
    public double[] Mixed(int row, int input)
    {
        double[] mixed = [.. A[row]];
        mixed[input] = B[row][input];
        return mixed;
    }

    /// <summary>All points to evaluate: the rows of A, those of B, then for each input the mixed rows. Values go back in this order.</summary>
    public double[][] Points() => [.. A, .. B, .. Enumerable.Range(0, Inputs).SelectMany(i => Enumerable.Range(0, Rows).Select(r => Mixed(r, i)))];
}
