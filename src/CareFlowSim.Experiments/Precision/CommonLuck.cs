namespace CareFlowSim.Experiments;

/// <summary>What common random numbers gain: the same people meet the same luck in both arms, so that most of the chance falls out of the difference.</summary>
public static class CommonLuck
{
    /// <summary>
    /// Variance that the difference of two arms would have with luck of their own, the sum of their variances, over the variance of the paired difference:
    /// so many times as many replications would have been needed without pairing. Infinite when paired differences do not vary, NaN with fewer than two replications.
    /// </summary>
    /// <param name="baseline">One value per replication.</param>
    /// <param name="policy">The same replications of the other arm.</param>
    /// <exception cref="ArgumentException">Not the same number of replications.</exception>
    public static double Factor(IReadOnlyList<double> baseline, IReadOnlyList<double> policy)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(policy);
        if (baseline.Count != policy.Count)
        {
            throw new ArgumentException($"There are {baseline.Count} replications of one arm and {policy.Count} of the other.", nameof(policy));
        }

        return (Squares(baseline) + Squares(policy)) / Squares([.. policy.Zip(baseline, (p, b) => p - b)]);
    }

    private static double Squares(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
        {
            return double.NaN;
        }

        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean));
    }
}
