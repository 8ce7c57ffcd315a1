using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>One figure that must be known well enough, and how far it is.</summary>
/// <param name="Policy">Name of the policy; <c>baseline</c> for a level of the baseline.</param>
/// <param name="Measure">Name of the measure; of a pathway that of <see cref="PathwayMeasure"/>.</param>
/// <param name="Place">Place of a pathway; empty where measures have none.</param>
/// <param name="Unit">Unit of the figure; empty for a pathway, whose measures have theirs by name.</param>
/// <param name="Relative">Whether the goal is relative to the mean.</param>
/// <param name="Goal">Half the width that is narrow enough.</param>
/// <param name="Rule">The rule, which has seen every replication.</param>
public sealed record PrecisionFigure(string Policy, string Measure, string Place, string Unit, bool Relative, double Goal, HoadStopping Rule)
{
    /// <summary>Replications that were needed: the first after which the interval stayed narrow enough; 0 while it is not.</summary>
    public int Needed => Rule.NarrowSince;
}

/// <summary>Replications until every one of some figures is known well enough: the worst of them decides.</summary>
public sealed class PrecisionCheck : IReplicationRule
{
    private readonly Func<int, double>[] _values;

    internal PrecisionCheck(IReadOnlyList<(PrecisionFigure Figure, Func<int, double> Value)> figures, int atMost)
    {
        Figures = [.. figures.Select(f => f.Figure)];
        _values = [.. figures.Select(f => f.Value)];
        AtMost = atMost;
    }

    /// <summary>The figures.</summary>
    public IReadOnlyList<PrecisionFigure> Figures { get; }

    /// <inheritdoc/>
    public int AtMost { get; }

    /// <inheritdoc/>
    public int Earliest => Figures.Max(f => f.Rule.Earliest);

    /// <summary>Whether every figure is known well enough.</summary>
    public bool IsDone => Figures.All(f => f.Rule.IsDone);

    /// <summary>Replications that were needed by the figure that needed most; 0 while one is not narrow enough.</summary>
    public int Needed => Figures.Any(f => f.Needed == 0) ? 0 : Figures.Max(f => f.Needed);

    /// <summary>The figure that decides: one that is not narrow enough, the farthest from its goal first; else the one that took longest.</summary>
    public PrecisionFigure Worst => Figures.OrderByDescending(f => f.Needed == 0 ? Far(f) : 0).ThenByDescending(f => f.Needed).First();

    /// <inheritdoc/>
    public bool Add(int replication)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Figures[i].Rule.Add(_values[i](replication));
        }

        return IsDone;
    }

    /// <summary>The check of a scenario's goals, on the results of a run.</summary>
    /// <exception cref="ArgumentException">A measure is unknown.</exception>
    internal static PrecisionCheck Of(ExperimentResult result)
    {
        Scenario scenario = result.Setup.Scenario;
        return new PrecisionCheck(
            [
                .. scenario.Precision.SelectMany(goal => Arms(goal, result.Arms).Select(arm =>
                {
                    PolicyMeasure measure = PolicyMeasure.Find(goal.Measure) ?? throw new ArgumentException($"There is no measure {goal.Measure}.", nameof(result));
                    return (
                        Figure(goal, result.Setup.Arms[arm].Name, measure.Name, "", measure.Unit),
                        (Func<int, double>)(r => arm == 0 ? measure.Level(result, r, 0) : measure.Figure(measure.Level(result, r, 0), measure.Level(result, r, arm))));
                })),
            ],
            scenario.Precision.Max(g => g.AtMost));
    }

    /// <summary>The check of a pathway's goals, on the results of a run.</summary>
    /// <param name="result">The result, to which a replication is added before the check sees it.</param>
    internal static PrecisionCheck Of(PathwayResult result)
    {
        IReadOnlyList<PrecisionGoal<PathwayMeasure>> goals = result.Scenario.Replications.Precision;
        return new PrecisionCheck(
            [
                .. goals.SelectMany(goal => Arms(goal, result.Arms.Count).Select(arm =>
                {
                    int row = result.RowOf(goal.Place);
                    return (
                        Figure(goal, result.Arms[arm], goal.Measure.ToString(), goal.Place ?? "", ""),
                        (Func<int, double>)(r => result.Outcomes[arm][r].Value(row, goal.Measure) - (arm == 0 ? 0 : result.Outcomes[0][r].Value(row, goal.Measure))));
                })),
            ],
            goals.Max(g => g.AtMost));
    }

    private static IEnumerable<int> Arms<TMeasure>(PrecisionGoal<TMeasure> goal, int arms) =>
        goal.Of == PrecisionOf.Baseline || arms == 1 ? [0] : Enumerable.Range(1, arms - 1);

    private static PrecisionFigure Figure<TMeasure>(PrecisionGoal<TMeasure> goal, string policy, string measure, string place, string unit) =>
        new(policy, measure, place, unit, goal.Relative, goal.HalfWidth, new HoadStopping(goal.HalfWidth, goal.Relative, goal.AtLeast, goal.Alpha, goal.LookAhead));

    private static double Far(PrecisionFigure figure) => double.IsNaN(figure.Rule.Achieved) ? double.PositiveInfinity : figure.Rule.Achieved / figure.Goal;
}
