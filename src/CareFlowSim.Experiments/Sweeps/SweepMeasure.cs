namespace CareFlowSim.Experiments;

/// <summary>One figure that a sweep keeps of every arm and replication.</summary>
/// <param name="Name">Name in tables and files.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Meaning">What it is, in a sentence.</param>
/// <param name="Difference">The paired difference: baseline and policy of the same replication in, the figure out.</param>
public sealed record SweepMeasure(string Name, string Unit, string Meaning, Func<double, double, double> Difference)
{
    /// <summary>A measure of a policy: what is avoided counts as baseline less policy, everything else as policy less baseline.</summary>
    public static SweepMeasure Of(PolicyMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new SweepMeasure(
            measure.Name, measure.Unit, measure.Meaning, measure.Sense == MeasureSense.Avoided ? (baseline, policy) => baseline - policy : (baseline, policy) => policy - baseline);
    }
}
