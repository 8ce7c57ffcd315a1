using CareFlowSim.Kernel;
using MathNet.Numerics.Distributions;

namespace CareFlowSim.Experiments;

/// <summary>
/// Says after each replication whether the mean is known well enough: the interval must be narrow enough and stay so for some replications more.
/// Source: Hoad, Robinson and Davies (2010), Automated selection of the number of replications for a discrete-event simulation, Journal of the Operational
/// Research Society 61, 1632-1644 (there: at least 3 replications, half width 5 % of the mean, look-ahead 5).
/// </summary>
public sealed class HoadStopping
{
    private readonly Tally _tally = new();
    private readonly double _halfWidth;
    private readonly bool _relative;
    private readonly int _atLeast;
    private readonly double _alpha;
    private readonly int _lookAhead;

    /// <summary>Begins with no replication.</summary>
    /// <param name="halfWidth">Half the width of the interval that is narrow enough, above 0.</param>
    /// <param name="relative">Whether it is relative to the mean, or in the unit of the values.</param>
    /// <param name="atLeast">Fewest replications, at least 2.</param>
    /// <param name="alpha">One less the coverage of the interval, between 0 and 1.</param>
    /// <param name="lookAhead">Further replications for which it must stay narrow enough, up to 100 replications; beyond, so many in each hundred.</param>
    public HoadStopping(double halfWidth, bool relative = true, int atLeast = 3, double alpha = 0.05, int lookAhead = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(halfWidth, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alpha, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(lookAhead);
        (_halfWidth, _relative, _atLeast, _alpha, _lookAhead) = (halfWidth, relative, atLeast, alpha, lookAhead);
    }

    /// <summary>Replications so far, those without a value included.</summary>
    public int Replications { get; private set; }

    /// <summary>The first replication of the present stretch in which the interval is narrow enough; 0 while it is not.</summary>
    public int NarrowSince { get; private set; }

    /// <summary>Mean so far.</summary>
    public double Mean => _tally.Mean;

    /// <summary>Half the width of the interval so far, in the unit of the values; not a number with fewer than two of them.</summary>
    public double HalfWidth => _tally.Count < 2 ? double.NaN : StudentT.InvCDF(0, 1, _tally.Count - 1, 1 - (_alpha / 2)) * _tally.StandardError;

    /// <summary>The half width in the unit of the goal.</summary>
    public double Achieved => _relative ? HalfWidth / Math.Abs(Mean) : HalfWidth;

    /// <summary>Whether to stop.</summary>
    public bool IsDone => NarrowSince > 0 && Replications >= NarrowSince + LookAheadAt(NarrowSince);

    /// <summary>The fewest replications after which it may say to stop, given those it has seen.</summary>
    public int Earliest
    {
        get
        {
            int narrow = NarrowSince > 0 ? NarrowSince : Math.Max(Replications + 1, _atLeast);
            return Math.Max(IsDone ? Replications : Replications + 1, narrow + LookAheadAt(narrow));
        }
    }

    /// <summary>Adds the value of the next replication.</summary>
    /// <param name="value">Its value; not a number when it has none, which never narrows the interval.</param>
    /// <returns>Whether to stop.</returns>
    public bool Add(double value)
    {
        Replications++;
        if (!double.IsNaN(value))
        {
            _tally.Add(value);
        }

        // All values alike, all 0 included: known exactly.
        bool narrow = Replications >= _atLeast && (Achieved <= _halfWidth || (_tally.Count >= _atLeast && HalfWidth == 0));
        NarrowSince = !narrow ? 0 : NarrowSince > 0 ? NarrowSince : Replications;
        return IsDone;
    }

    /// <summary>Equation 4 of the source.</summary>
    private int LookAheadAt(int replications) => replications <= 100 ? _lookAhead : (int)((long)_lookAhead * replications / 100);
}
