using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>How much one moved input matters to one figure; what there is depends on the design.</summary>
/// <param name="Input">Place of the input, from 0.</param>
/// <param name="Effect">Elementary effects, of Morris trajectories.</param>
/// <param name="Sobol">First and total index, of Saltelli rows.</param>
/// <param name="Correlation">Partial rank correlation, of a Latin hypercube or Sobol' sequence with cells enough.</param>
/// <param name="Bar">Figure at the two ends, of one input at a time.</param>
/// <param name="MainEffect">
/// Share of the variance between cells that the means at the input's values are answerable for (correlation ratio), of grids and lists, words included; else NaN.
/// </param>
public sealed record InputSensitivity(int Input, ElementaryEffect? Effect, SobolIndex? Sobol, PartialCorrelation? Correlation, TornadoBar? Bar, double MainEffect)
{
    /// <summary>By what inputs are ranked: mu*, the total index, the size of the correlation, the swing, or the share of variance.</summary>
    public double Strength => Effect?.MuStar ?? Sobol?.Total ?? (Correlation is { } c ? Math.Abs(c.Coefficient) : Bar?.Swing ?? MainEffect);

    /// <summary>Whether moving the input changed nothing at all, to the last digit: it has no effect on the figure. False where the design cannot tell.</summary>
    public bool IsIdle => Effect is { MuStar: 0 } || Bar is { Swing: 0 } || Sobol is { Total: 0 };
}

/// <summary>The design of a sweep, as far as sensitivity needs it; exactly one part is there.</summary>
/// <param name="Morris">Trajectories.</param>
/// <param name="Saltelli">Rows.</param>
/// <param name="OneAtATime">One input at a time.</param>
/// <param name="Points">Random or evenly spread points: the inputs as numbers, one row per cell.</param>
/// <param name="Levels">Grids and lists: the value of each input as text, one row per cell.</param>
public sealed record SensitivityDesign(
    MorrisDesign? Morris = null,
    SaltelliDesign? Saltelli = null,
    OneAtATimeDesign? OneAtATime = null,
    IReadOnlyList<double[]>? Points = null,
    IReadOnlyList<string[]>? Levels = null);

/// <summary>Which inputs of a sweep matter to a figure.</summary>
public static class SweepSensitivity
{
    private const int SpareCells = 3;

    /// <summary>Every input, in the order of the inputs.</summary>
    /// <param name="design">The design.</param>
    /// <param name="figures">One figure per cell, in the order of the design.</param>
    /// <returns>Empty when a figure is not finite, when cells are too few, or, for designs that share out variance, when the figure does not vary.</returns>
    public static IReadOnlyList<InputSensitivity> Of(SensitivityDesign design, IReadOnlyList<double> figures)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(figures);
        bool varies = figures.Any(f => f != figures[0]);
        if (!figures.All(double.IsFinite))
        {
            return [];
        }

        if (design.Morris is { } morris)
        {
            return [.. ElementaryEffects.Estimate(morris, figures).Select(e => new InputSensitivity(e.Input, e, null, null, null, double.NaN))];
        }

        if (design.OneAtATime is { } one)
        {
            return [.. Tornado.Of(one, figures).Bars.OrderBy(b => b.Input).Select(b => new InputSensitivity(b.Input, null, null, null, b, double.NaN))];
        }

        if (!varies)
        {
            return [];
        }

        if (design.Saltelli is { } saltelli)
        {
            return [.. SobolIndices.Estimate(saltelli, figures, new RandomStream(1, 0)).Select(s => new InputSensitivity(s.Input, null, s, null, null, double.NaN))];
        }

        if (design.Points is { Count: > 0 } points)
        {
            int inputs = points[0].Length;
            return points.Count < inputs + SpareCells || Enumerable.Range(0, inputs).Any(i => points.All(p => p[i] == points[0][i]))
                ? []
                : [.. RankCorrelation.Partial(points, figures).Select(c => new InputSensitivity(c.Input, null, null, c, null, double.NaN))];
        }

        return design.Levels is { Count: > 0 } levels
            ? [.. Enumerable.Range(0, levels[0].Length).Select(i => new InputSensitivity(i, null, null, null, null, MainEffect(levels, i, figures)))]
            : [];
    }

    private static double MainEffect(IReadOnlyList<string[]> levels, int input, IReadOnlyList<double> figures)
    {
        double mean = figures.Average();
        double all = figures.Sum(f => (f - mean) * (f - mean));
        double between = Enumerable.Range(0, figures.Count).GroupBy(c => levels[c][input]).Sum(g =>
        {
            double level = g.Average(c => figures[c]);
            return g.Count() * (level - mean) * (level - mean);
        });
        return between / all;
    }
}
