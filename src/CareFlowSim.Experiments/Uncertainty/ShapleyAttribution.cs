using System.Numerics;

namespace CareFlowSim.Experiments;

/// <summary>One lever's part in the effect of all levers together.</summary>
/// <param name="Lever">Place of the lever, from 0.</param>
/// <param name="Share">Shapley share: mean gain over all orders in which the levers can be pulled.</param>
/// <param name="Alone">Gain of this lever pulled first, with none of the others.</param>
/// <param name="Last">Gain of this lever pulled last, with all the others.</param>
public sealed record LeverShare(int Lever, Estimate Share, Estimate Alone, Estimate Last);

/// <summary>What two levers do together beyond what each does without the other.</summary>
/// <param name="First">Place of one lever.</param>
/// <param name="Second">Place of the other.</param>
/// <param name="Index">Shapley interaction index: above 0 they help each other, below 0 they do the same work.</param>
public sealed record LeverInteraction(int First, int Second, Estimate Index);

/// <summary>
/// The effect of several levers shared out among them. The shares add to the whole (apart from rounding of the last digits), whatever the interactions.
/// Sources: Shapley (1953), "A value for n-person games"; Grabisch and Roubens (1999), "An axiomatic approach to the concept of interaction among
/// players in cooperative games", International Journal of Game Theory 28, 547-565. Intervals are over replications (see <see cref="Estimate"/>).
/// </summary>
/// <param name="Whole">Value with all levers less value with none.</param>
/// <param name="Shares">One per lever, in order.</param>
/// <param name="Interactions">One per pair, in order.</param>
public sealed record ShapleyAttribution(Estimate Whole, IReadOnlyList<LeverShare> Shares, IReadOnlyList<LeverInteraction> Interactions)
{
    /// <summary>Most levers: every subset must be valued, and there are 2^levers of them.</summary>
    public const int MaxLevers = 12;

    /// <summary>Shares out values that come from a function, one value per subset.</summary>
    /// <param name="levers">Number of levers, 1 to <see cref="MaxLevers"/>.</param>
    /// <param name="value">Value of a subset; bit i of the argument says whether lever i is pulled. Called once per subset, 0 first.</param>
    public static ShapleyAttribution Of(int levers, Func<int, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckLevers(levers);
        return Of([[.. Enumerable.Range(0, 1 << levers).Select(value)]]);
    }

    /// <summary>Shares out values from a table, one value per replication for each subset.</summary>
    /// <param name="values">By subset (bit i says whether lever i is pulled): one value per replication, on common random numbers.</param>
    /// <exception cref="ArgumentException">A subset is missing, or subsets with different numbers of replications.</exception>
    public static ShapleyAttribution Of(IReadOnlyDictionary<int, double[]> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] missing = [.. Enumerable.Range(0, values.Count).Where(s => !values.ContainsKey(s))];
        if (missing.Length > 0 || values.Count == 0)
        {
            throw new ArgumentException(values.Count == 0 ? "There are no subsets." : $"Of subsets 0 to {values.Count - 1} these have no value: {string.Join(", ", missing)}.", nameof(values));
        }

        int replications = values[0].Length;
        return values.Values.All(v => v.Length == replications)
            ? Of([.. Enumerable.Range(0, replications).Select(r => Enumerable.Range(0, values.Count).Select(s => values[s][r]).ToArray())])
            : throw new ArgumentException("Every subset must have the same number of replications.", nameof(values));
    }

    /// <summary>Shares out values per replication.</summary>
    /// <param name="values">One row per replication, on common random numbers: the value of subset 0, 1, ... 2^levers - 1, bit i saying whether lever i is pulled.</param>
    /// <exception cref="ArgumentException">No replication, rows of different length, a length that is not a power of two, or a value that is not finite.</exception>
    public static ShapleyAttribution Of(IReadOnlyList<double[]> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || values.Any(v => v.Length != values[0].Length || v.Length < 2 || !BitOperations.IsPow2(v.Length)) || !values.All(v => v.All(double.IsFinite)))
        {
            throw new ArgumentException("Every replication must have one finite value for each of the 2^levers subsets.", nameof(values));
        }

        int levers = BitOperations.TrailingZeroCount(values[0].Length);
        CheckLevers(levers);
        int all = values[0].Length - 1;
        double[] weights = Weights(levers);
        double[] pairWeights = Weights(levers - 1);
        return new ShapleyAttribution(
            Over(v => v[all] - v[0]),
            [.. Enumerable.Range(0, levers).Select(i => new LeverShare(i, Over(v => Share(v, 1 << i, weights)), Over(v => v[1 << i] - v[0]), Over(v => v[all] - v[all ^ (1 << i)])))],
            [
                .. Enumerable.Range(0, levers).SelectMany(i => Enumerable.Range(i + 1, levers - i - 1).Select(j =>
                    new LeverInteraction(i, j, Over(v => Interaction(v, 1 << i, 1 << j, pairWeights))))),
            ]);

        Estimate Over(Func<double[], double> of) => Estimate.Of([.. values.Select(of)]);
    }

    private static void CheckLevers(int levers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levers, MaxLevers);
    }

    /// <summary>By size s of a subset of the other players: s! (players - 1 - s)! / players!.</summary>
    private static double[] Weights(int players)
    {
        double[] weights = new double[Math.Max(0, players)];
        for (int s = 0; s < weights.Length; s++)
        {
            // The number of subsets of size s, built up factor by factor: all whole numbers, so no rounding until the division.
            double subsets = 1;
            for (int k = 1; k <= s; k++)
            {
                subsets = subsets * (players - k) / k;
            }

            weights[s] = 1 / (players * subsets);
        }

        return weights;
    }

    private static double Share(double[] v, int lever, double[] weights)
    {
        double share = 0;
        for (int s = 0; s < v.Length; s++)
        {
            if ((s & lever) == 0)
            {
                share += weights[BitOperations.PopCount((uint)s)] * (v[s | lever] - v[s]);
            }
        }

        return share;
    }

    private static double Interaction(double[] v, int first, int second, double[] weights)
    {
        double index = 0;
        for (int s = 0; s < v.Length; s++)
        {
            if ((s & (first | second)) == 0)
            {
                index += weights[BitOperations.PopCount((uint)s)] * (v[s | first | second] - v[s | first] - v[s | second] + v[s]);
            }
        }

        return index;
    }
}
