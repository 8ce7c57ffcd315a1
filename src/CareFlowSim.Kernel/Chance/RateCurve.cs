namespace CareFlowSim.Kernel;

/// <summary>A sine wave about a level: amplitude x sin(2 pi (t - phase) / period).</summary>
/// <param name="Amplitude">Relative to the level.</param>
/// <param name="PeriodSeconds">Length of a full wave, above 0.</param>
/// <param name="PhaseSeconds">When it rises through zero.</param>
public readonly record struct RateWave(double Amplitude, double PeriodSeconds, double PhaseSeconds);

/// <summary>
/// The cumulated rate of a Poisson process whose level changes at given times and may swing in sine waves. Inverting it at the sums of unit exponentials gives
/// the process exactly (Çinlar 1975, section 4.7).
/// </summary>
public sealed class RateCurve
{
    private const int MostSteps = 100;
    private const double SecondsTolerance = 1e-4;

    private readonly int[] _at;
    private readonly double[] _perSecond;
    private readonly double[] _before;
    private readonly RateWave[] _waves;
    private readonly int[] _guess;
    private readonly double _cellsPerUnit;
    private readonly int _end;

    /// <summary>Makes a curve.</summary>
    /// <param name="levels">Times in seconds, strictly rising, the first 0, each with the level per day from then on.</param>
    /// <param name="end">Where the curve ends, in seconds, after the last of these times.</param>
    /// <param name="waves">Sine waves; their amplitudes sum to 1 at most.</param>
    /// <exception cref="ArgumentException">Times that do not begin with 0 or do not rise, or a level that is negative or not finite.</exception>
    public RateCurve(IReadOnlyList<(int At, double PerDay)> levels, int end, IReadOnlyList<RateWave> waves)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(waves);
        if (levels.Count == 0 || levels[0].At != 0 || levels[^1].At >= Math.Max(1, end))
        {
            throw new ArgumentException("The levels must begin at 0 and before the end.", nameof(levels));
        }

        _waves = [.. waves];
        _end = end;
        _at = [.. levels.Select(l => l.At), end];
        _perSecond = [.. levels.Select(l => l.PerDay / Clock.SecondsPerDay)];
        _before = new double[_at.Length];
        for (int cell = 0; cell < _perSecond.Length; cell++)
        {
            if (!(_perSecond[cell] >= 0 && _perSecond[cell] < double.PositiveInfinity) || _at[cell + 1] <= _at[cell])
            {
                throw new ArgumentException("Times must rise and levels must be finite and not negative.", nameof(levels));
            }

            _before[cell + 1] = _before[cell] + Within(cell, _at[cell + 1]);
        }

        int cells = _perSecond.Length;
        _cellsPerUnit = Total > 0 ? cells / Total : 0;
        _guess = new int[cells + 1];
        int guess = 0;
        for (int k = 0; k <= cells; k++)
        {
            while (guess < cells - 1 && _before[guess + 1] * _cellsPerUnit <= k)
            {
                guess++;
            }

            _guess[k] = guess;
        }
    }

    /// <summary>Expected events from time 0 to the end.</summary>
    public double Total => _before[^1];

    /// <summary>Expected events from time 0 to a time in seconds.</summary>
    public double At(int time)
    {
        if (time <= 0)
        {
            return 0;
        }

        if (time >= _end)
        {
            return Total;
        }

        int found = Array.BinarySearch(_at, time);
        int cell = found >= 0 ? found : ~found - 1;
        return _before[cell] + Within(cell, time);
    }

    /// <summary>The whole second in which the cumulated rate reaches a value; <see cref="int.MaxValue"/> when it does not.</summary>
    /// <param name="mass">0 or more.</param>
    public int TimeWhen(double mass)
    {
        if (!(mass < Total))
        {
            return int.MaxValue;
        }

        int cell = _guess[Whole.Of(mass * _cellsPerUnit)];
        while (cell > 0 && _before[cell] > mass)
        {
            cell--;
        }

        while (_before[cell + 1] <= mass)
        {
            cell++;
        }

        double rest = mass - _before[cell];
        double into = _waves.Length == 0 ? rest / _perSecond[cell] : Inverse(cell, rest);
        return Math.Min(_at[cell] + Whole.Of(into), _at[cell + 1] - 1);
    }

    /// <summary>Expected events between the beginning of a cell and a time in it.</summary>
    private double Within(int cell, double time)
    {
        double from = _at[cell];
        double sum = time - from;
        foreach (RateWave wave in _waves)
        {
            double speed = 2 * Math.PI / wave.PeriodSeconds;
            sum += wave.Amplitude / speed * (Math.Cos(speed * (from - wave.PhaseSeconds)) - Math.Cos(speed * (time - wave.PhaseSeconds)));
        }

        return _perSecond[cell] * sum;
    }

    /// <summary>Newton's steps, each kept inside the bracket known so far.</summary>
    private double Inverse(int cell, double mass)
    {
        double low = _at[cell];
        double high = _at[cell + 1];
        double time = low + ((high - low) * mass / (_before[cell + 1] - _before[cell]));
        for (int step = 0; step < MostSteps && high - low > SecondsTolerance; step++)
        {
            double over = Within(cell, time) - mass;
            (low, high) = over > 0 ? (low, time) : (time, high);
            double rate = _perSecond[cell] * Swing(time);
            double next = time - (over / rate);
            if (Math.Abs(next - time) < SecondsTolerance)
            {
                break;
            }

            time = next > low && next < high ? next : (low + high) / 2;
        }

        return time - _at[cell];
    }

    private double Swing(double time)
    {
        double swing = 1;
        foreach (RateWave wave in _waves)
        {
            swing += wave.Amplitude * Math.Sin(2 * Math.PI * (time - wave.PhaseSeconds) / wave.PeriodSeconds);
        }

        return swing;
    }
}
