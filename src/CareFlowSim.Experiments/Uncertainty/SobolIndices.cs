using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>The share of an output's variance that one input is answerable for.</summary>
/// <param name="Input">Place of the input, from 0.</param>
/// <param name="First">First index: share of the variance due to this input alone. Sampling may put it slightly outside 0 to 1.</param>
/// <param name="FirstInterval">Bootstrap interval of the first index.</param>
/// <param name="Total">Total index: share due to this input and all its interactions.</param>
/// <param name="TotalInterval">Bootstrap interval of the total index.</param>
public sealed record SobolIndex(int Input, double First, Interval FirstInterval, double Total, Interval TotalInterval);

/// <summary>
/// First and total Sobol' indices of independent inputs. First: Saltelli et al. (2010), Computer Physics Communications 181, 259-270, table 2(b),
/// on centred values; total: Jansen (1999), "Analysis of variance designs for model output", ibid. 117, 35-43 (table 2(f) there).
/// Intervals: percentiles over bootstrap samples of rows (Archer, Saltelli and Sobol' 1997).
/// </summary>
public static class SobolIndices
{
    /// <summary>The indices of every input.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">One value per point of the design, in the order of <see cref="SaltelliDesign.Points"/>.</param>
    /// <param name="stream">The luck of the bootstrap; the same stream gives the same intervals.</param>
    /// <param name="resamples">Bootstrap samples, 2 or more.</param>
    /// <param name="coverage">Probability covered by the intervals.</param>
    /// <exception cref="ArgumentException">Not one finite value per point, or values that do not vary.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Too few samples, or a coverage out of range.</exception>
    public static IReadOnlyList<SobolIndex> Estimate(SaltelliDesign design, IReadOnlyList<double> values, RandomStream stream, int resamples = 1000, double coverage = 0.95)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        Interval.Coverage(coverage);
        if (values.Count != design.Count || !values.All(double.IsFinite))
        {
            throw new ArgumentException($"There must be one finite value for each of the {design.Count} points of the design, not {values.Count}.", nameof(values));
        }

        int rows = design.Rows;
        int inputs = design.Inputs;
        Terms terms = new(values, rows, inputs);
        int[] each = [.. Enumerable.Range(0, rows)];
        (double[] first, double[] total) = terms.Indices(each);
        if (double.IsNaN(first[0]))
        {
            throw new ArgumentException("The values do not vary, so there is no variance to share.", nameof(values));
        }

        double[][] firsts = new double[inputs][];
        double[][] totals = new double[inputs][];
        for (int i = 0; i < inputs; i++)
        {
            firsts[i] = new double[resamples];
            totals[i] = new double[resamples];
        }

        int[] sample = new int[rows];
        for (int b = 0; b < resamples; b++)
        {
            for (int r = 0; r < rows; r++)
            {
                sample[r] = MethodDraws.Below(stream.For((uint)b, MethodDraws.SobolBootstrap, (uint)r).W0, rows);
            }

            (double[] f, double[] t) = terms.Indices(sample);
            for (int i = 0; i < inputs; i++)
            {
                // A sample that repeats one row has no variance; it says nothing.
                firsts[i][b] = double.IsNaN(f[i]) ? first[i] : f[i];
                totals[i][b] = double.IsNaN(t[i]) ? total[i] : t[i];
            }
        }

        return [.. Enumerable.Range(0, inputs).Select(i => new SobolIndex(i, first[i], Interval.Middle(firsts[i], coverage), total[i], Interval.Middle(totals[i], coverage)))];
    }

    /// <summary>The products of each row, worked out once for all bootstrap samples.</summary>
    private sealed class Terms
    {
        private readonly double[] _sum;
        private readonly double[] _squares;
        private readonly double[][] _first;
        private readonly double[][] _total;

        public Terms(IReadOnlyList<double> values, int rows, int inputs)
        {
            double mean = values.Take(2 * rows).Average();
            _sum = new double[rows];
            _squares = new double[rows];
            _first = new double[inputs][];
            _total = new double[inputs][];
            for (int i = 0; i < inputs; i++)
            {
                _first[i] = new double[rows];
                _total[i] = new double[rows];
            }

            for (int r = 0; r < rows; r++)
            {
                double a = values[r] - mean;
                double b = values[rows + r] - mean;
                _sum[r] = a + b;
                _squares[r] = (a * a) + (b * b);
                for (int i = 0; i < inputs; i++)
                {
                    double mixed = values[((i + 2) * rows) + r] - mean;
                    _first[i][r] = b * (mixed - a);
                    _total[i][r] = (a - mixed) * (a - mixed) / 2;
                }
            }
        }

        public (double[] First, double[] Total) Indices(int[] sample)
        {
            double sum = 0;
            double squares = 0;
            foreach (int r in sample)
            {
                sum += _sum[r];
                squares += _squares[r];
            }

            double n = 2.0 * sample.Length;
            double variance = (squares / n) - (sum / n * (sum / n));
            return (Shares(_first), Shares(_total));

            double[] Shares(double[][] products)
            {
                double[] shares = new double[products.Length];
                for (int i = 0; i < shares.Length; i++)
                {
                    double[] product = products[i];
                    double all = 0;
                    foreach (int r in sample)
                    {
                        all += product[r];
                    }

                    shares[i] = variance > 0 ? all / sample.Length / variance : double.NaN;
                }

                return shares;
            }
        }
    }
}
