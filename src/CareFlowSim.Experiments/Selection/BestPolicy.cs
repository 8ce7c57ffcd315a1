namespace CareFlowSim.Experiments;

/// <summary>The policies of a scenario as options, of which the best is chosen on common random numbers by <see cref="KimNelson"/>.</summary>
public sealed class BestPolicy : IReplicationRule
{
    private const int Every = 4;

    private readonly ExperimentResult _result;
    private readonly PolicyMeasure _pounds = PolicyMeasure.Find("pounds_added")!;
    private readonly List<double[]> _scores = [];
    private readonly List<double[]> _alone = [];

    /// <summary>Begins with no replication.</summary>
    /// <param name="result">The result that fills.</param>
    /// <param name="question">What best means.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two policies, or a part of the question out of its range.</exception>
    public BestPolicy(ExperimentResult result, SelectionQuestion question)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(question);
        (_result, Question) = (result, question);
        Policies = [.. result.Setup.Arms.Skip(1).Select(a => a.Name)];
        Procedure = new KimNelson(Policies.Count, question.Indifference, question.Probability, question.FirstStage, Every);
    }

    /// <summary>What best means.</summary>
    public SelectionQuestion Question { get; }

    /// <summary>The options.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>The procedure.</summary>
    public KimNelson Procedure { get; }

    /// <inheritdoc/>
    public int AtMost => Question.AtMost;

    /// <inheritdoc/>
    public int Earliest => Procedure.Earliest;

    /// <summary>What decides, of an option: mean over replications with its 95 % interval.</summary>
    public Estimate Score(int option) => Estimate.Of([.. _scores.Select(s => s[option])]);

    /// <summary>The best of those still in less another option: paired, with its 95 % interval.</summary>
    public Estimate Lead(int option) => Estimate.Of([.. _scores.Select(s => s[Procedure.Best] - s[option])]);

    /// <summary>
    /// Replications that an option would need in Rinott's two stages, in which every option has luck of its own: what common random numbers and dropping out save.
    /// </summary>
    public long RinottReplications(int option)
    {
        double[] first = [.. _alone.Take(Question.FirstStage).Select(s => s[option])];
        double mean = first.Average();
        double variance = first.Sum(v => (v - mean) * (v - mean)) / (first.Length - 1);
        return Rinott.Replications(Rinott.Constant(Policies.Count, Question.Probability, Question.FirstStage), variance, Question.Indifference, Question.FirstStage);
    }

    /// <inheritdoc/>
    public bool Add(int replication)
    {
        double without = Question.Measure.Level(_result, replication, 0);
        double pounds = Costs.Pounds(_result, replication, 0);
        double[] scores = new double[Policies.Count];
        double[] alone = new double[Policies.Count];
        for (int o = 0; o < scores.Length; o++)
        {
            double level = Question.Measure.Level(_result, replication, o + 1);
            double cost = _pounds.Level(_result, replication, o + 1);
            scores[o] = Question.Score(Policies[o], Question.Measure.Figure(without, level), _pounds.Figure(pounds, cost));

            // The same with a baseline that never varies: what varies is the option's own luck.
            alone[o] = Question.Score(Policies[o], Question.Measure.Figure(0, level), _pounds.Figure(0, cost));
        }

        _scores.Add(scores);
        _alone.Add(alone);
        return Procedure.Add(scores);
    }
}
