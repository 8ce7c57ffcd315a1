using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace CareFlowSim.Experiments;

/// <summary>Shape of a prior and what its three figures mean.</summary>
public enum PriorShape
{
    /// <summary>Known: always the central value.</summary>
    Fixed,

    /// <summary>Equally likely from low to high; the central value only has to lie between them.</summary>
    Uniform,

    /// <summary>Triangle with its peak at the central value, ending at low and high.</summary>
    Triangular,

    /// <summary>Beta on low to high with its peak at the central value and mean (low + 4 central + high) / 6 (Malcolm, Roseboom, Clark and Fazar 1959).</summary>
    Pert,

    /// <summary>Normal: median at the central value, low and high the ends of the middle share.</summary>
    Normal,

    /// <summary>Normal in the logarithm, for values above 0: median at the central value, low and high the ends of the middle share.</summary>
    LogNormal,

    /// <summary>Normal in ln(x / (1 - x)), for shares: median at the central value, low and high the ends of the middle share.</summary>
    LogitNormal,

    /// <summary>Beta, for shares: mean at the central value, middle share as wide as from low to high (its ends may lie a little beside them).</summary>
    Beta,
}

/// <summary>
/// What is believed of one parameter, told by a central value and a range. Not a sampler: <see cref="Quantile"/> turns a place in (0, 1) into a value.
/// </summary>
/// <remarks>
/// The normal shapes meet all three figures even where the range is lopsided: each half has its own spread and probability one half
/// (the two-piece normal with a fixed median; for a range symmetric on the shape's scale it is the ordinary distribution).
/// </remarks>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Shape">Shape of the distribution.</param>
/// <param name="Central">Central value, in the parameter's unit.</param>
/// <param name="Low">Low end, in the parameter's unit.</param>
/// <param name="High">High end, in the parameter's unit.</param>
/// <param name="Coverage">Probability between low and high where the shape has no ends (normal shapes, beta): 0.95 by default.</param>
public sealed record Prior(string Name, PriorShape Shape, double Central, double Low, double High, double Coverage = 0.95)
{
    private const double MinBetaTotal = 1e-3;
    private const double MaxBetaTotal = 1e9;

    // A root has to be found for each; a prior is asked for many quantiles.
    private static readonly ConcurrentDictionary<(double Mean, double Width, double Coverage), double> BetaTotals = [];

    /// <summary>A parameter taken as known.</summary>
    public static Prior Fixed(string name, double value) => new(name, PriorShape.Fixed, value, value, value);

    /// <summary>Everything that is wrong with the prior, in words; empty when it is usable.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(Name))
        {
            faults.Add("a prior has no name");
        }

        if (!Enum.IsDefined(Shape))
        {
            faults.Add($"{Name}: shape {(int)Shape} is not known");
        }

        bool finite = true;
        foreach ((string what, double value) in new[] { ("central value", Central), ("low end", Low), ("high end", High) })
        {
            if (!double.IsFinite(value))
            {
                faults.Add($"{Name}: the {what} is {value}; it must be a finite number");
                finite = false;
            }
        }

        if (finite)
        {
            AddRangeFaults(faults);
        }

        return faults;
    }

    /// <summary>The value below which the parameter lies with a given probability; non-decreasing.</summary>
    /// <param name="u">Probability, strictly between 0 and 1.</param>
    /// <returns>The value in the parameter's unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">The prior has faults.</exception>
    public double Quantile(double u)
    {
        if (!(u is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(u), u, "The probability must be strictly between 0 and 1.");
        }

        switch (Shape)
        {
            case PriorShape.Fixed:
                return Central;
            case PriorShape.Uniform:
                return Kernel.Quantile.Uniform(u, Low, High);
            case PriorShape.Triangular:
                return Kernel.Quantile.Triangular(u, Low, Central, High);
            case PriorShape.Pert:
                double rise = 1 + (4 * (Central - Low) / (High - Low));
                return Low + ((High - Low) * Kernel.Quantile.Beta(u, rise, 6 - rise));
            case PriorShape.Normal:
                return TwoPiece(u, Low, Central, High);
            case PriorShape.LogNormal:
                return Math.Exp(TwoPiece(u, Math.Log(Low), Math.Log(Central), Math.Log(High)));
            case PriorShape.LogitNormal:
                return SpecialFunctions.Logistic(TwoPiece(u, SpecialFunctions.Logit(Low), SpecialFunctions.Logit(Central), SpecialFunctions.Logit(High)));
            case PriorShape.Beta:
                double total = Total();
                return double.IsNaN(total)
                    ? throw new InvalidOperationException(string.Join("; ", Faults()))
                    : Kernel.Quantile.Beta(u, Central * total, (1 - Central) * total);
            default:
                throw new InvalidOperationException(string.Join("; ", Faults()));
        }
    }

    private void AddRangeFaults(List<string> faults)
    {
        if (Shape == PriorShape.Fixed)
        {
            return;
        }

        int before = faults.Count;
        if (!(Low < High))
        {
            faults.Add($"{Name}: the low end {Low} must lie below the high end {High}");
        }

        bool hasEnds = Shape is PriorShape.Uniform or PriorShape.Triangular or PriorShape.Pert;
        if (hasEnds && !(Low <= Central && Central <= High))
        {
            faults.Add($"{Name}: the central value {Central} must lie between {Low} and {High}");
        }
        else if (!hasEnds && !(Low < Central && Central < High))
        {
            faults.Add($"{Name}: the central value {Central} must lie strictly between {Low} and {High}");
        }

        if (!hasEnds && !(Coverage is > 0 and < 1))
        {
            faults.Add($"{Name}: the coverage {Coverage} must lie strictly between 0 and 1");
        }

        if (Shape == PriorShape.LogNormal && !(Low > 0))
        {
            faults.Add($"{Name}: the low end {Low} must be above 0 for a lognormal");
        }

        if (Shape is PriorShape.LogitNormal or PriorShape.Beta && !(Low > 0 && High < 1))
        {
            faults.Add($"{Name}: a share must lie strictly between 0 and 1, not from {Low} to {High}");
        }

        if (Shape == PriorShape.Beta && faults.Count == before && double.IsNaN(Total()))
        {
            faults.Add($"{Name}: no beta distribution with mean {Central} has {Coverage:P0} within a range as wide as {Low} to {High}; a logit-normal may serve");
        }
    }

    private double Total() => BetaTotals.GetOrAdd((Central, High - Low, Coverage), static k => BetaTotal(k.Mean, k.Width, k.Coverage));

    private double TwoPiece(double u, double low, double central, double high)
    {
        double end = Kernel.Quantile.Normal((1 + Coverage) / 2);
        double z = Kernel.Quantile.Normal(u);
        return central + (z / end * (z < 0 ? central - low : high - central));
    }

    /// <summary>The sum of the two shapes of a beta with a given mean whose middle share has a given width; NaN where there is none.</summary>
    private static double BetaTotal(double mean, double width, double coverage)
    {
        // Far below the mean's own scale the width need not fall with the total, so the root is looked for from the narrow end.
        for (double total = MaxBetaTotal; total > MinBetaTotal; total /= 4)
        {
            if (Excess(Math.Log(total)) >= 0)
            {
                return total == MaxBetaTotal ? double.NaN : Math.Exp(Brent.FindRoot(Excess, Math.Log(total), Math.Log(total * 4), 1e-12, 200));
            }
        }

        return double.NaN;

        double Excess(double logTotal)
        {
            double t = Math.Exp(logTotal);
            return Kernel.Quantile.Beta((1 + coverage) / 2, mean * t, (1 - mean) * t) - Kernel.Quantile.Beta((1 - coverage) / 2, mean * t, (1 - mean) * t) - width;
        }
    }
}
