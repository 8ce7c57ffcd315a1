using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CareFlowSim.Experiments;

/// <summary>How strongly an output follows one input when the linear part of all other inputs is taken out, on ranks.</summary>
/// <param name="Input">Place of the input, from 0.</param>
/// <param name="Coefficient">Partial rank correlation coefficient, -1 to 1.</param>
/// <param name="PValue">Two-sided probability of a coefficient as far from 0 by chance (Student's t with points - inputs - 1 degrees of freedom).</param>
public sealed record PartialCorrelation(int Input, double Coefficient, double PValue);

/// <summary>
/// Partial rank correlation coefficients. Fit for outputs monotone in their inputs; blind to others.
/// Source: Iman and Conover (1979), "The use of the rank transform in regression", Technometrics 21, 499-509;
/// Marino, Hogue, Ray and Kirschner (2008), "A methodology for performing global uncertainty and sensitivity analysis in systems biology",
/// Journal of Theoretical Biology 254, 178-196 (test).
/// </summary>
public static class RankCorrelation
{
    private const double Singular = 1e-10;

    /// <summary>The coefficient of every input.</summary>
    /// <param name="inputs">One row per point, one column per input.</param>
    /// <param name="output">One value per point.</param>
    /// <exception cref="ArgumentException">Rows of different length, too few points, an input or the output that does not vary or is not a number, or inputs whose ranks depend on each other.</exception>
    public static IReadOnlyList<PartialCorrelation> Partial(IReadOnlyList<double[]> inputs, IReadOnlyList<double> output)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(output);
        int points = inputs.Count;
        int count = points == 0 ? 0 : inputs[0].Length;
        if (count == 0 || output.Count != points || inputs.Any(r => r.Length != count))
        {
            throw new ArgumentException($"There must be one output per point and one value per input at every point ({points} points, {output.Count} outputs).", nameof(inputs));
        }

        int freedom = points - count - 1;
        if (freedom < 1)
        {
            throw new ArgumentException($"{points} points are too few for {count} inputs; at least {count + 2} are needed.", nameof(inputs));
        }

        Vector<double>[] columns = [.. Enumerable.Range(0, count).Select(i => Standardised([.. inputs.Select(r => r[i])], $"input {i}")), Standardised([.. output], "the output")];
        Matrix<double> correlation = Matrix<double>.Build.Dense(count + 1, count + 1, (i, j) => columns[i] * columns[j]);
        // The inputs alone decide: an output that follows them exactly has coefficient 1, which is no fault.
        if (correlation.SubMatrix(0, count, 0, count).Evd(Symmetricity.Symmetric).EigenValues.Min(v => v.Real) < Singular)
        {
            throw new ArgumentException("The ranks of some inputs depend linearly on those of others; their parts cannot be told apart.", nameof(inputs));
        }

        return [.. Enumerable.Range(0, count).Select(i => Of(i, correlation, count, freedom))];
    }

    /// <summary>Ranks from 1, ties sharing their mean rank.</summary>
    internal static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        double[] ranks = new double[values.Length];
        for (int from = 0; from < order.Length;)
        {
            int until = from + 1;
            while (until < order.Length && values[order[until]] == values[order[from]])
            {
                until++;
            }

            for (int k = from; k < until; k++)
            {
                ranks[order[k]] = (from + 1 + until) / 2.0;
            }

            from = until;
        }

        return ranks;
    }

    private static PartialCorrelation Of(int input, Matrix<double> correlation, int count, int freedom)
    {
        // Residual correlation of input and output given the other inputs (Schur complement), which stays finite where the whole matrix is singular.
        int[] others = [.. Enumerable.Range(0, count).Where(i => i != input)];
        double own = 1;
        double outputs = 1;
        double cross = correlation[input, count];
        if (others.Length > 0)
        {
            Matrix<double> rest = Matrix<double>.Build.Dense(others.Length, others.Length, (i, j) => correlation[others[i], others[j]]);
            Vector<double> toInput = Vector<double>.Build.Dense(others.Length, i => correlation[others[i], input]);
            Vector<double> toOutput = Vector<double>.Build.Dense(others.Length, i => correlation[others[i], count]);
            Vector<double> solvedOutput = rest.Solve(toOutput);
            own -= toInput * rest.Solve(toInput);
            outputs -= toOutput * solvedOutput;
            cross -= toInput * solvedOutput;
        }

        // Where the others explain the whole output nothing is left to correlate with.
        double r = outputs < Singular ? 0 : Math.Clamp(cross / Math.Sqrt(own * outputs), -1, 1);
        double t = Math.Abs(r) * Math.Sqrt(freedom / ((1 - r) * (1 + r)));
        return new PartialCorrelation(input, r, double.IsInfinity(t) ? 0 : 2 * StudentT.CDF(0, 1, freedom, -t));
    }

    private static Vector<double> Standardised(double[] values, string what)
    {
        if (values.Any(double.IsNaN))
        {
            throw new ArgumentException($"A value of {what} is not a number.");
        }

        Vector<double> ranks = Vector<double>.Build.Dense(Ranks(values));
        ranks -= (values.Length + 1) / 2.0;
        double norm = ranks.L2Norm();
        return norm > 0 ? ranks / norm : throw new ArgumentException($"The values of {what} do not vary.");
    }
}
