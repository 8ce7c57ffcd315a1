namespace CareFlowSim.Model;

/// <summary>A length of time in days that varies between people.</summary>
public abstract record DayDistribution
{
    private protected DayDistribution()
    {
    }

    /// <summary>The shortest that is possible: the distribution is cut there and what is left is scaled up (truncation, not rounding up).</summary>
    public double? AtLeastDays { get; init; }

    /// <summary>The longest that is possible, in the same way.</summary>
    public double? AtMostDays { get; init; }
}

/// <summary>Exponential.</summary>
/// <param name="MeanDays">Mean, above 0.</param>
public sealed record ExponentialDays(double MeanDays) : DayDistribution;

/// <summary>Lognormal, by the mean and standard deviation of the length itself.</summary>
/// <param name="MeanDays">Mean, above 0.</param>
/// <param name="StandardDeviationDays">Standard deviation, 0 or more.</param>
public sealed record LogNormalDays(double MeanDays, double StandardDeviationDays) : DayDistribution;

/// <summary>Lognormal, by the mean and standard deviation of the natural logarithm of the length in days.</summary>
/// <param name="Mu">Mean of the logarithm.</param>
/// <param name="Sigma">Standard deviation of the logarithm, 0 or more.</param>
public sealed record LogNormalOfLogDays(double Mu, double Sigma) : DayDistribution;

/// <summary>Gamma.</summary>
/// <param name="MeanDays">Mean, above 0.</param>
/// <param name="StandardDeviationDays">Standard deviation, above 0.</param>
public sealed record GammaDays(double MeanDays, double StandardDeviationDays) : DayDistribution;

/// <summary>Always the same.</summary>
/// <param name="Days">0 or more.</param>
public sealed record FixedDays(double Days) : DayDistribution;

/// <summary>Equally likely everywhere between two ends.</summary>
/// <param name="LowDays">0 or more.</param>
/// <param name="HighDays">At least the lower end.</param>
public sealed record UniformDays(double LowDays, double HighDays) : DayDistribution;

/// <summary>Observed lengths, each as likely as its weight says; nothing in between.</summary>
/// <param name="Values">Lengths and weights, in any order.</param>
public sealed record EmpiricalDays(IReadOnlyList<WeightedDays> Values) : DayDistribution;

/// <summary>An observed length.</summary>
/// <param name="Days">0 or more.</param>
/// <param name="Weight">0 or more; relative to the others.</param>
public sealed record WeightedDays(double Days, double Weight);
