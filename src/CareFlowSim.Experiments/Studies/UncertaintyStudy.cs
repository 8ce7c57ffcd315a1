using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>One policy by one measure under uncertain inputs.</summary>
/// <param name="Arm">Policy arm.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Effect">The effect with its intervals; chance and parameters told apart.</param>
/// <param name="Inputs">How much each input matters, in the order of the inputs; empty when the figure does not vary.</param>
public sealed record PolicyUncertainty(int Arm, string Policy, PolicyMeasure Measure, NestedEffect Effect, IReadOnlyList<InputInfluence> Inputs)
{
    /// <summary>The inputs that matter most, first the widest swing, at most so many.</summary>
    public IReadOnlyList<InputInfluence> Widest(int most) => [.. Inputs.Where(i => double.IsFinite(i.Swing)).OrderByDescending(i => i.Swing).Take(most)];
}

/// <summary>How sure a policy's effects are when the inputs are not, and which inputs they hang on.</summary>
public static class UncertaintyStudy
{
    /// <summary>Works out every policy by every measure. A measure that is not a number somewhere (no winter day measured) is left out.</summary>
    /// <param name="runs">The draws, two or more.</param>
    /// <param name="design">The design for Sobol' indices whose points the draws are; null for rank correlations.</param>
    /// <returns>Empty when fewer than two draws are finished.</returns>
    public static IReadOnlyList<PolicyUncertainty> Of(DrawnRuns runs, SaltelliDesign? design = null)
    {
        ArgumentNullException.ThrowIfNull(runs);

        // In a design for Sobol' indices only the rows of A and B are independent draws; the mixed rows repeat their values.
        int independent = design is null ? runs.Draws : Math.Min(runs.Draws, 2 * design.Rows);
        if (independent < 2)
        {
            return [];
        }

        IReadOnlyList<Policy> arms = runs.First.Arms;
        return
        [
            .. Enumerable.Range(1, arms.Count - 1).SelectMany(arm => Enumerable.Range(0, runs.Measures.Count)
                .Where(m => runs.Levels(m, arm).All(row => row.All(double.IsFinite)))
                .Select(m => new PolicyUncertainty(arm, arms[arm].Name, runs.Measures[m], runs.Effect(m, arm, draws: independent), InputInfluence.Of(runs, m, arm, design)))),
        ];
    }
}
