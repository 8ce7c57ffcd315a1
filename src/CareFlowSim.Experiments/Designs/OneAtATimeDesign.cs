namespace CareFlowSim.Experiments;

/// <summary>Each input alone at its low and at its high end while the others stay at their median: the design of a tornado chart. Blind to interactions.</summary>
public sealed record OneAtATimeDesign
{
    private OneAtATimeDesign(int inputs, double low, double central, double high)
    {
        Inputs = inputs;
        Low = low;
        Central = central;
        High = high;
    }

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Place of the low end in the unit cube: the probability of a value below it.</summary>
    public double Low { get; }

    /// <summary>Place of the others in the unit cube: one half is the median.</summary>
    public double Central { get; }

    /// <summary>Place of the high end in the unit cube.</summary>
    public double High { get; }

    /// <summary>Evaluations the design asks for: twice the inputs and one.</summary>
    public int Count => (2 * Inputs) + 1;

    /// <summary>Makes a design; the ends are quantiles of each input's prior.</summary>
    /// <param name="inputs">Number of inputs, 1 or more.</param>
    /// <param name="low">Quantile of the low end.</param>
    /// <param name="high">Quantile of the high end.</param>
    /// <param name="central">Quantile at which the other inputs stay.</param>
    /// <exception cref="ArgumentOutOfRangeException">No input, or not 0 &lt; low &lt; central &lt; high &lt; 1.</exception>
    public static OneAtATimeDesign Create(int inputs, double low = 0.05, double high = 0.95, double central = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        return low > 0 && low < central && central < high && high < 1
            ? new OneAtATimeDesign(inputs, low, central, high)
            : throw new ArgumentOutOfRangeException(nameof(low), low, $"The quantiles must rise between 0 and 1: low {low}, central {central}, high {high}.");
    }

    /// <summary>All points to evaluate: the centre, then for each input its low and its high end. Values go back in this order.</summary>
    public double[][] Points()
    {
        double[] centre = [.. Enumerable.Repeat(Central, Inputs)];
        return [centre, .. Enumerable.Range(0, Inputs).SelectMany(i => new[] { With(i, Low), With(i, High) })];

        double[] With(int input, double place)
        {
            double[] point = [.. centre];
            point[input] = place;
            return point;
        }
    }
}
