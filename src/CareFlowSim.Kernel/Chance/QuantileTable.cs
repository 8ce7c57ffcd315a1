using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>
/// Any inverse distribution function at one price: (0,1) is cut into equal cells, the middle cells are read by linear interpolation,
/// the outermost cells on either side, where the function bends most, call the exact function. Built once, then read-only.
/// </summary>
public sealed class QuantileTable
{
    private readonly Func<double, double> _inverse;
    private readonly double[] _values;
    private readonly int _cells;
    private readonly int _exactCells;

    /// <summary>Tabulates an inverse distribution function.</summary>
    /// <param name="inverse">The exact function on (0,1), non-decreasing; kept for the outer cells.</param>
    /// <param name="cells">Number of cells, at least 8; the outermost 1/128 of them on either side (at least one) stay exact.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 8 cells.</exception>
    /// <exception cref="ArgumentException">The function is not finite, or falls, somewhere on the grid.</exception>
    public QuantileTable(Func<double, double> inverse, int cells)
    {
        ArgumentNullException.ThrowIfNull(inverse);
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 8);
        _inverse = inverse;
        _cells = cells;
        _exactCells = Math.Max(1, cells / 128);
        _values = new double[cells + 1];
        for (int i = _exactCells; i <= cells - _exactCells; i++)
        {
            _values[i] = inverse((double)i / cells);
            if (!double.IsFinite(_values[i]) || (i > _exactCells && _values[i] < _values[i - 1]))
            {
                throw new ArgumentException("The inverse distribution function must be finite and must not fall.", nameof(inverse));
            }
        }
    }

    /// <summary>Number of cells.</summary>
    public int Cells => _cells;

    /// <summary>The variate for a uniform number.</summary>
    /// <param name="u">Strictly between 0 and 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(double u)
    {
        double position = u * _cells;
        int cell = Whole.Of(position);
        if ((uint)(cell - _exactCells) >= (uint)(_cells - (2 * _exactCells)))
        {
            return _inverse(u);
        }

        double low = _values[cell];
        return low + ((position - cell) * (_values[cell + 1] - low));
    }

    /// <summary>The variate for a random word: that of <see cref="Draw.Uniform"/>, up to rounding, but faster.</summary>
    /// <param name="word">Any word of a draw.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double AtWord(uint word)
    {
        // Twice the word and one, times the cells, is the position in units of 2^-33.
        ulong position = ((2 * (ulong)word) + 1) * (uint)_cells;
        int cell = (int)(position >> 33);
        if ((uint)(cell - _exactCells) >= (uint)(_cells - (2 * _exactCells)))
        {
            return _inverse(Draw.Uniform(word));
        }

        double low = _values[cell];
        return low + ((long)(position & ((1UL << 33) - 1)) * (1.0 / (1UL << 33)) * (_values[cell + 1] - low));
    }
}
