namespace CareFlowSim.Experiments;

/// <summary>One bar of a tornado chart.</summary>
/// <param name="Input">Place of the input, from 0.</param>
/// <param name="AtLow">Output with this input at its low end.</param>
/// <param name="AtHigh">Output with this input at its high end.</param>
public sealed record TornadoBar(int Input, double AtLow, double AtHigh)
{
    /// <summary>Distance of the two outputs.</summary>
    public double Swing => Math.Abs(AtHigh - AtLow);
}

/// <summary>One-at-a-time sensitivity, widest bar first.</summary>
/// <param name="Central">Output at the centre of the design.</param>
/// <param name="Bars">The bars; equal swings keep the order of the inputs.</param>
public sealed record Tornado(double Central, IReadOnlyList<TornadoBar> Bars)
{
    /// <summary>The bars of a one-at-a-time design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">One value per point of the design, in the order of <see cref="OneAtATimeDesign.Points"/>.</param>
    /// <exception cref="ArgumentException">Not one value per point.</exception>
    public static Tornado Of(OneAtATimeDesign design, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == design.Count
            ? new Tornado(values[0], [.. Enumerable.Range(0, design.Inputs).Select(i => new TornadoBar(i, values[1 + (2 * i)], values[2 + (2 * i)])).OrderByDescending(b => b.Swing)])
            : throw new ArgumentException($"There must be one value for each of the {design.Count} points of the design, not {values.Count}.", nameof(values));
    }
}
