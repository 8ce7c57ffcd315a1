using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>How an output answers to moves of one input, in the output's unit per whole range of the input's place in the unit cube.</summary>
/// <param name="Input">Place of the input, from 0.</param>
/// <param name="Mu">Mean of the elementary effects.</param>
/// <param name="MuStar">Mean of their sizes: the input's importance, also where effects of different sign cancel.</param>
/// <param name="Sigma">Standard deviation of the effects: bends and interactions.</param>
/// <param name="MuStarError">Standard error of <paramref name="MuStar"/> over trajectories.</param>
public sealed record ElementaryEffect(int Input, double Mu, double MuStar, double Sigma, double MuStarError);

/// <summary>
/// Morris's screening. Sources: Morris (1991), Technometrics 33, 161-174; Campolongo, Cariboni and Saltelli (2007), "An effective screening design for
/// sensitivity analysis of large models", Environmental Modelling and Software 22, 1509-1518 (mu*).
/// </summary>
public static class ElementaryEffects
{
    /// <summary>The effects of every input.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">One value per point of the design, in the order of <see cref="MorrisDesign.Points"/>.</param>
    /// <exception cref="ArgumentException">Not one finite value per point.</exception>
    public static IReadOnlyList<ElementaryEffect> Estimate(MorrisDesign design, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != design.Count || !values.All(double.IsFinite))
        {
            throw new ArgumentException($"There must be one finite value for each of the {design.Count} points of the design, not {values.Count}.", nameof(values));
        }

        Tally[] effects = [.. Enumerable.Range(0, design.Inputs).Select(_ => new Tally())];
        Tally[] sizes = [.. Enumerable.Range(0, design.Inputs).Select(_ => new Tally())];
        for (int t = 0; t < design.Trajectories.Length; t++)
        {
            int start = t * (design.Inputs + 1);
            for (int m = 0; m < design.Inputs; m++)
            {
                int input = design.Moved[t][m];
                double move = design.Trajectories[t][m + 1][input] - design.Trajectories[t][m][input];
                double effect = (values[start + m + 1] - values[start + m]) / move;
                effects[input].Add(effect);
                sizes[input].Add(Math.Abs(effect));
            }
        }

        return [.. Enumerable.Range(0, design.Inputs).Select(i => new ElementaryEffect(i, effects[i].Mean, sizes[i].Mean, effects[i].StandardDeviation, sizes[i].StandardError))];
    }
}
