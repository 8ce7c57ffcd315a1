using CareFlowSim.Model;
using MathNet.Numerics.LinearAlgebra;

namespace CareFlowSim.Experiments;

/// <summary>
/// Guesses an area's factors without its delays: ridge regression of the logarithms of other areas' factors on region and on what the world's tables say about
/// the area. Source: Hoerl and Kennard (1970), Technometrics 12, 55-67.
/// </summary>
public sealed class AreaPrediction
{
    /// <summary>Penalty in units of areas: a feature counts as if so many areas spoke against it.</summary>
    private const double Penalty = 15;

    private readonly World _world;
    private readonly string[] _regions;
    private readonly double[] _means;
    private readonly double[] _spreads;
    private readonly double[] _level = new double[AreaMultiplier.All.Count];
    private readonly Vector<double>[] _slopes = new Vector<double>[AreaMultiplier.All.Count];

    /// <summary>Learns from some areas.</summary>
    /// <param name="world">The world.</param>
    /// <param name="fitted">Fitted factors of every area of the world.</param>
    /// <param name="known">Areas whose factors may be looked at.</param>
    public AreaPrediction(World world, IReadOnlyList<AreaMultipliers> fitted, IReadOnlyList<int> known)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(known);
        _world = world;
        _regions = [.. world.Areas.Select(a => a.Region).Distinct().Order(StringComparer.Ordinal)];
        double[][] features = [.. known.Select(Features)];
        int count = features[0].Length;
        _means = new double[count];
        _spreads = new double[count];
        for (int f = 0; f < count; f++)
        {
            double[] given = [.. features.Select(r => r[f]).Where(double.IsFinite)];
            _means[f] = given.Length > 0 ? given.Average() : 0;
            double spread = given.Length > 0 ? Math.Sqrt(given.Average(x => (x - _means[f]) * (x - _means[f]))) : 0;
            _spreads[f] = spread > 0 ? spread : 1;
        }

        Matrix<double> x = Matrix<double>.Build.DenseOfRowVectors(known.Select(Row));
        Matrix<double> normal = x.TransposeThisAndMultiply(x) + (Penalty * Matrix<double>.Build.DenseIdentity(x.ColumnCount));
        for (int i = 0; i < _slopes.Length; i++)
        {
            double[] y = [.. known.Select(a => Math.Log(AreaMultiplier.All[i].Of(fitted[a])))];
            _level[i] = y.Average();
            _slopes[i] = normal.Solve(x.TransposeThisAndMultiply(Vector<double>.Build.DenseOfArray(y) - _level[i]));
        }
    }

    /// <summary>The factors of an area as they are to be expected.</summary>
    public AreaMultipliers Of(int area)
    {
        Vector<double> row = Row(area);
        AreaMultipliers factors = AreaMultipliers.One;
        for (int i = 0; i < _slopes.Length; i++)
        {
            AreaMultiplier m = AreaMultiplier.All[i];
            factors = m.With(factors, Math.Clamp(Math.Exp(_level[i] + (row * _slopes[i])), m.Low, m.High));
        }

        return factors;
    }

    /// <summary>Features on one scale, then the region; what is missing counts as the mean.</summary>
    private Vector<double> Row(int area)
    {
        double[] features = Features(area);
        return Vector<double>.Build.DenseOfEnumerable(
            features.Select((v, f) => double.IsFinite(v) ? (v - _means[f]) / _spreads[f] : 0).Concat(_regions.Select(r => r == _world.Areas[area].Region ? 1.0 : 0)));
    }

    private double[] Features(int area)
    {
        AreaInputs a = _world.Areas[area];
        double people = a.Women.Skip(5).Sum() + a.Men.Skip(5).Sum();
        double old = a.Women.Skip(25).Sum() + a.Men.Skip(25).Sum();
        return
        [
            Math.Log((a.HomeCareHours ?? double.NaN) / people),
            Math.Log(a.ResidentialBedsPer1000 ?? double.NaN),
            Math.Log(a.NursingBedsPer1000 ?? double.NaN),
            Math.Log((a.ResidentialWeeks ?? double.NaN) / people),
            Math.Log((a.NursingWeeks ?? double.NaN) / people),
            old / people,
            (a.Deaths ?? double.NaN) / people,
            Math.Log(people),
            _world.Areas.Count(b => b.AcuteSystem == a.AcuteSystem),
        ];
    }
}
