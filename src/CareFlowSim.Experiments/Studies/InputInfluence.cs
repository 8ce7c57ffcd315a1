using CareFlowSim.Kernel;
using MathNet.Numerics.LinearAlgebra;

namespace CareFlowSim.Experiments;

/// <summary>How much one input matters to one figure.</summary>
/// <param name="Input">Place of the input, from 0.</param>
/// <param name="Correlation">Partial rank correlation over the draws; null when there are too few.</param>
/// <param name="Sobol">Sobol' indices; null unless the draws are a design for them.</param>
/// <param name="AtLow">Figure with the input at its 5 % quantile and all others at their means, on a straight line fitted to the draws; NaN when there are too few.</param>
/// <param name="AtHigh">The same at its 95 % quantile.</param>
public sealed record InputInfluence(int Input, PartialCorrelation? Correlation, SobolIndex? Sobol, double AtLow, double AtHigh)
{
    private const double Tail = 0.05;
    private const int SpareDraws = 3;

    /// <summary>Distance between the two ends.</summary>
    public double Swing => Math.Abs(AtHigh - AtLow);

    /// <summary>The influence of every input on a figure of a policy arm, in the order of the inputs.</summary>
    /// <param name="runs">The draws.</param>
    /// <param name="measure">Place of the measure.</param>
    /// <param name="arm">Policy arm.</param>
    /// <param name="design">The design whose points the draws are, for Sobol' indices; null for rank correlations only.</param>
    /// <returns>Empty when there is no input, or the figure does not vary.</returns>
    public static IReadOnlyList<InputInfluence> Of(DrawnRuns runs, int measure, int arm, SaltelliDesign? design = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        double[] figures = runs.Figures(measure, arm);
        int inputs = runs.Inputs.Count;
        if (inputs == 0 || figures.Length == 0 || !figures.All(double.IsFinite) || figures.All(f => f == figures[0]))
        {
            return [];
        }

        bool enough = runs.Draws >= inputs + SpareDraws;
        IReadOnlyList<PartialCorrelation>? correlations = enough && design is null ? RankCorrelation.Partial(runs.Points, figures) : null;
        IReadOnlyList<SobolIndex>? indices = design is not null && runs.Draws == design.Count
            ? SobolIndices.Estimate(design, figures, new RandomStream(1, 0))
            : null;
        double[]? slopes = enough ? Slopes(runs.Values, figures) : null;
        double mean = figures.Average();
        return [.. Enumerable.Range(0, inputs).Select(i =>
        {
            double centre = runs.Values.Average(v => v[i]);
            Prior prior = runs.Inputs[i].Prior;
            return new InputInfluence(
                i,
                correlations?[i],
                indices?[i],
                slopes is null ? double.NaN : mean + (slopes[i] * (prior.Quantile(Tail) - centre)),
                slopes is null ? double.NaN : mean + (slopes[i] * (prior.Quantile(1 - Tail) - centre)));
        })];
    }

    /// <summary>Least squares on centred and scaled inputs; the slopes come back in the inputs' units.</summary>
    private static double[]? Slopes(IReadOnlyList<double[]> values, double[] figures)
    {
        int inputs = values[0].Length;
        double[] mean = [.. Enumerable.Range(0, inputs).Select(i => values.Average(v => v[i]))];
        double[] spread = [.. Enumerable.Range(0, inputs).Select(i => Math.Sqrt(values.Average(v => (v[i] - mean[i]) * (v[i] - mean[i]))))];
        if (spread.Any(s => s == 0))
        {
            return null;
        }

        Matrix<double> terms = Matrix<double>.Build.Dense(values.Count, inputs + 1, (r, c) => c == 0 ? 1 : (values[r][c - 1] - mean[c - 1]) / spread[c - 1]);
        Vector<double> fitted = terms.QR().Solve(Vector<double>.Build.DenseOfArray(figures));
        return fitted.All(double.IsFinite) ? [.. spread.Select((s, i) => fitted[i + 1] / s)] : null;
    }
}
