using MathNet.Numerics.LinearAlgebra;

namespace CareFlowSim.Experiments;

/// <summary>One option of a decision.</summary>
/// <param name="Option">Place of the option, from 0.</param>
/// <param name="Mean">Expected net benefit, in the unit given (pounds).</param>
/// <param name="ProbabilityBest">Share of draws in which the option has the highest net benefit; draws with ties are split.</param>
public sealed record OptionValue(int Option, double Mean, double ProbabilityBest);

/// <summary>A decision taken on expected net benefit, and what it would be worth to know all parameters first.</summary>
/// <param name="Best">Option with the highest expected net benefit.</param>
/// <param name="Options">All options in order.</param>
/// <param name="Evpi">Expected value of perfect information, per decision, in the unit given.</param>
/// <param name="EvpiError">Its standard error over draws.</param>
public sealed record DecisionValue(int Best, IReadOnlyList<OptionValue> Options, double Evpi, double EvpiError);

/// <summary>
/// Value of information from draws of the parameters. Net benefits must be expectations given the parameters: Monte Carlo noise left in them counts as if
/// it could be known, so use many replications per draw or <see cref="NestedEffect.DrawEffects"/>.
/// Sources: Claxton (1999), Journal of Health Economics 18, 341-364; Strong and Oakley (2013), Medical Decision Making 33, 755-766 (bins);
/// Strong, Oakley and Brennan (2014), ibid. 34, 311-326 (regression).
/// </summary>
public static class ValueOfInformation
{
    /// <summary>The decision and its value of perfect information.</summary>
    /// <param name="netBenefits">One row per draw, one net benefit per option.</param>
    /// <exception cref="ArgumentException">Fewer than two draws, no option, rows of different length, or a figure that is not finite.</exception>
    public static DecisionValue Perfect(IReadOnlyList<double[]> netBenefits)
    {
        int options = Options(netBenefits);
        int draws = netBenefits.Count;
        double[] means = Means(netBenefits);
        int best = BestOf(means);
        double[] wins = new double[options];
        double[] regret = new double[draws];
        for (int d = 0; d < draws; d++)
        {
            double most = netBenefits[d].Max();
            int ties = netBenefits[d].Count(b => b == most);
            regret[d] = most - netBenefits[d][best];
            for (int o = 0; o < options; o++)
            {
                wins[o] += netBenefits[d][o] == most ? 1.0 / ties : 0;
            }
        }

        double evpi = regret.Average();
        double error = Math.Sqrt(regret.Sum(r => (r - evpi) * (r - evpi)) / (draws - 1) / draws);
        return new DecisionValue(best, [.. Enumerable.Range(0, options).Select(o => new OptionValue(o, means[o], wins[o] / draws))], evpi, error);
    }

    /// <summary>Expected value of knowing one parameter, by bins of equally many draws. Small bins put it too high, few bins too low.</summary>
    /// <param name="netBenefits">One row per draw, one net benefit per option.</param>
    /// <param name="parameter">The parameter's value in each draw; equal values stay in one bin.</param>
    /// <param name="bins">Number of bins, 1 or more; null takes the root of the number of draws.</param>
    /// <returns>EVPPI per decision, in the unit given; 0 or more.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Perfect"/>, or not one parameter value per draw.</exception>
    public static double PartialByBins(IReadOnlyList<double[]> netBenefits, IReadOnlyList<double> parameter, int? bins = null)
    {
        int options = Options(netBenefits);
        ArgumentNullException.ThrowIfNull(parameter);
        int draws = netBenefits.Count;
        if (parameter.Count != draws || parameter.Any(double.IsNaN))
        {
            throw new ArgumentException($"There must be one parameter value for each of {draws} draws, not {parameter.Count}.", nameof(parameter));
        }

        int count = bins ?? (int)Math.Sqrt(draws);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(bins));
        int[] order = [.. Enumerable.Range(0, draws).OrderBy(d => parameter[d])];
        double informed = 0;
        int from = 0;
        for (int bin = 1; bin <= count && from < draws; bin++)
        {
            int until = Math.Max(from + 1, (int)((long)draws * bin / count));
            while (until < draws && parameter[order[until]] == parameter[order[until - 1]])
            {
                until++;
            }

            informed += Enumerable.Range(0, options).Max(o => order[from..until].Sum(d => netBenefits[d][o]));
            from = until;
        }

        return Math.Max(0, (informed / draws) - Means(netBenefits).Max());
    }

    /// <summary>
    /// Expected value of knowing a group of parameters, by polynomial regression of the net benefits on them: powers up to the degree and, for more than
    /// one parameter, products of pairs. Fit for smooth net benefits.
    /// </summary>
    /// <param name="netBenefits">One row per draw, one net benefit per option.</param>
    /// <param name="parameters">One row per draw, one value per parameter of the group.</param>
    /// <param name="degree">Highest power, 1 or more.</param>
    /// <returns>EVPPI per decision, in the unit given; 0 or more.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Perfect"/>; no parameter, not one row per draw, parameters that do not vary or depend on each other, or too few draws.</exception>
    public static double PartialByRegression(IReadOnlyList<double[]> netBenefits, IReadOnlyList<double[]> parameters, int degree = 3)
    {
        int options = Options(netBenefits);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        int draws = netBenefits.Count;
        int group = parameters.Count == 0 ? 0 : parameters[0].Length;
        if (group == 0 || parameters.Count != draws || parameters.Any(p => p.Length != group || !p.All(double.IsFinite)))
        {
            throw new ArgumentException($"There must be one finite value per parameter in each of {draws} draws.", nameof(parameters));
        }

        double[][] terms = Terms(parameters, degree);
        if (draws <= 2 * terms[0].Length)
        {
            throw new ArgumentException($"{draws} draws are too few for {terms[0].Length} terms; more than twice as many are needed.", nameof(parameters));
        }

        Matrix<double> basis = Matrix<double>.Build.DenseOfRowArrays(terms);
        var factors = basis.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        Vector<double> diagonal = factors.R.Diagonal().PointwiseAbs();
        if (diagonal.Minimum() < 1e-9 * diagonal.Maximum())
        {
            throw new ArgumentException("The parameters depend on each other or take too few values for the degree.", nameof(parameters));
        }

        Vector<double>[] fitted = [.. Enumerable.Range(0, options).Select(o => basis * factors.Solve(Vector<double>.Build.Dense(draws, d => netBenefits[d][o])))];
        double informed = Enumerable.Range(0, draws).Average(d => fitted.Max(f => f[d]));
        return Math.Max(0, informed - fitted.Max(f => f.Average()));
    }

    private static double[][] Terms(IReadOnlyList<double[]> parameters, int degree)
    {
        int group = parameters[0].Length;
        double[] mean = Means(parameters);
        double[] spread = [.. Enumerable.Range(0, group).Select(i => Math.Sqrt(parameters.Average(p => (p[i] - mean[i]) * (p[i] - mean[i]))))];
        if (spread.Any(s => s == 0))
        {
            throw new ArgumentException("A parameter that does not vary has no value to know.", nameof(parameters));
        }

        return [.. parameters.Select(p =>
        {
            double[] z = [.. p.Select((v, i) => (v - mean[i]) / spread[i])];
            IEnumerable<double> powers = z.SelectMany(x => Enumerable.Range(1, degree).Select(k => Math.Pow(x, k)));
            IEnumerable<double> products = Enumerable.Range(0, degree > 1 ? group : 0).SelectMany(i => z.Skip(i + 1).Select(y => z[i] * y));
            return (double[])[1, .. powers, .. products];
        })];
    }

    private static int Options(IReadOnlyList<double[]> netBenefits)
    {
        ArgumentNullException.ThrowIfNull(netBenefits);
        int options = netBenefits.Count == 0 ? 0 : netBenefits[0].Length;
        return netBenefits.Count >= 2 && options > 0 && netBenefits.All(r => r.Length == options && r.All(double.IsFinite))
            ? options
            : throw new ArgumentException("There must be two draws or more, each with one finite net benefit per option.", nameof(netBenefits));
    }

    private static double[] Means(IReadOnlyList<double[]> rows) => [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Average(r => r[i]))];

    private static int BestOf(double[] means) => Array.IndexOf(means, means.Max());
}
