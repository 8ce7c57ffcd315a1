using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Draws lengths of time of one distribution in whole seconds: one random word in, one length out, never shorter for a larger word.</summary>
internal sealed class DaySampler
{
    private const int Cells = 1_024;

    // Longer than any run, and two of them still fit into the clock.
    private const int Longest = int.MaxValue / 2;

    private readonly QuantileTable? _table;
    private readonly double[] _cumulative = [];
    private readonly int[] _seconds = [];

    /// <summary>Prepares the lengths of a distribution.</summary>
    public DaySampler(DayDistribution distribution)
        : this(DayQuantile.Of(distribution))
    {
    }

    private DaySampler(DayQuantile quantile)
    {
        if (quantile.Steps is { } steps)
        {
            _cumulative = [.. steps.Select(s => s.Cumulative)];
            _seconds = [.. steps.Select(s => Whole.Of(Math.Round(Math.Min(s.Days * Clock.SecondsPerDay, Longest))))];
        }
        else
        {
            Func<double, double> inverse = quantile.Days!;
            _table = new QuantileTable(u => Math.Min(inverse(u) * Clock.SecondsPerDay, Longest), Cells);
        }
    }

    /// <summary>Prepares whole lengths as they are met by somebody who looks in at a random moment: each length is met in proportion to itself.</summary>
    public static DaySampler LengthBiased(DayDistribution distribution) => new(DayQuantile.LengthBiased(distribution));

    /// <summary>The length of a word, in seconds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Seconds(uint word)
    {
        if (_table is { } table)
        {
            return Whole.Of(table.AtWord(word) + 0.5);
        }

        return _seconds.Length == 1 ? _seconds[0] : _seconds[Quantile.Categorical(Draw.Uniform(word), _cumulative)];
    }
}
