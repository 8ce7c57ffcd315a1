namespace CareFlowSim.Kernel;

/// <summary>
/// How many were present at each midnight, the way occupied bed days are published. The midnight that ends day d, at (d + 1) x 86,400 seconds, is booked on day d.
/// Not a mean level over time (see <see cref="TimeWeighted"/>).
/// </summary>
public sealed class MidnightCensus
{
    private readonly int[] _changes;

    /// <summary>Makes an empty census.</summary>
    /// <param name="days">Number of days from day 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public MidnightCensus(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        _changes = new int[days + 1];
    }

    /// <summary>Number of days.</summary>
    public int Days => _changes.Length - 1;

    /// <summary>Counts one person at each midnight m with from &lt;= m &lt; until; the parts outside the days are ignored.</summary>
    /// <param name="from">Arrival in seconds; may be negative.</param>
    /// <param name="until">Departure in seconds; may lie beyond the last day.</param>
    public void Stay(int from, int until)
    {
        if (until > from)
        {
            _changes[FirstDay(from)]++;
            _changes[FirstDay(until)]--;
        }
    }

    /// <summary>Persons present at the midnight ending each day.</summary>
    public int[] ToLevels()
    {
        int[] levels = new int[Days];
        int level = 0;
        for (int day = 0; day < levels.Length; day++)
        {
            level += _changes[day];
            levels[day] = level;
        }

        return levels;
    }

    /// <summary>Adds everyone counted by another census over as many days.</summary>
    /// <exception cref="ArgumentException">The other census covers a different number of days.</exception>
    public void Merge(MidnightCensus other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Days != Days)
        {
            throw new ArgumentException("Both censuses must cover the same days.", nameof(other));
        }

        for (int day = 0; day < _changes.Length; day++)
        {
            _changes[day] += other._changes[day];
        }
    }

    /// <summary>Forgets everyone.</summary>
    public void Reset() => Array.Clear(_changes);

    /// <summary>The first day whose closing midnight lies at or after a time.</summary>
    private int FirstDay(int time) => time <= 0 ? 0 : Math.Min((time - 1) / Clock.SecondsPerDay, Days);
}
