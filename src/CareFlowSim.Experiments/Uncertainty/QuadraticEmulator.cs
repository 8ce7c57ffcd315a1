using MathNet.Numerics.LinearAlgebra;

namespace CareFlowSim.Experiments;

/// <summary>
/// A stand-in for the model near the points it was fitted on: least squares with all terms up to the second order, without products where there are too
/// few points, straight where there are fewer still. Not for use outside those points.
/// </summary>
internal sealed class QuadraticEmulator
{
    private const int SpareFreedom = 3;

    private readonly double[] _middle;
    private readonly double[] _half;
    private readonly int _order;
    private readonly double[] _coefficients;

    /// <summary>Fits the emulator.</summary>
    /// <param name="places">One row per point; inputs + 3 or more.</param>
    /// <param name="values">One value per point.</param>
    /// <param name="low">Low ends of the box the points lie in, for the conditioning of the fit.</param>
    /// <param name="high">High ends.</param>
    public QuadraticEmulator(double[][] places, double[] values, double[] low, double[] high)
    {
        int inputs = places[0].Length;
        _middle = [.. low.Zip(high, (l, h) => (l + h) / 2)];
        _half = [.. low.Zip(high, (l, h) => Math.Max((h - l) / 2, 1e-12))];
        int[] terms = [1 + inputs, 1 + (2 * inputs), 1 + (2 * inputs) + (inputs * (inputs - 1) / 2)];
        _order = Array.FindLastIndex(terms, t => t + SpareFreedom <= places.Length);
        _order = Math.Max(0, _order);
        Matrix<double> basis = Matrix<double>.Build.DenseOfRowArrays(places.Select(Features));
        Vector<double> wanted = Vector<double>.Build.Dense(values);
        // The singular value decomposition also serves where points lie in a plane.
        Vector<double> solved = basis.PseudoInverse() * wanted;
        _coefficients = solved.ToArray();
        double misfit = (wanted - (basis * solved)).DotProduct(wanted - (basis * solved));
        Variance = misfit / Math.Max(1, places.Length - terms[_order]);
    }

    /// <summary>Variance of what the emulator misses, Monte Carlo noise of the model included.</summary>
    public double Variance { get; }

    /// <summary>The terms at a place; the same for all emulators fitted on the same points.</summary>
    public double[] Features(double[] place)
    {
        List<double> features = [1];
        double[] x = [.. place.Select((p, i) => (p - _middle[i]) / _half[i])];
        features.AddRange(x);
        if (_order > 0)
        {
            features.AddRange(x.Select(v => v * v));
        }

        if (_order > 1)
        {
            features.AddRange(Enumerable.Range(0, x.Length).SelectMany(i => x.Skip(i + 1).Select(v => x[i] * v)));
        }

        return [.. features];
    }

    /// <summary>The emulated value at given terms.</summary>
    public double At(double[] features)
    {
        double sum = 0;
        for (int i = 0; i < features.Length; i++)
        {
            sum += features[i] * _coefficients[i];
        }

        return sum;
    }
}
