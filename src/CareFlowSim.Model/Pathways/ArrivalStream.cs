namespace CareFlowSim.Model;

/// <summary>People who come from outside, one after the other or in batches.</summary>
public sealed record ArrivalStream
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The place where all begin; null when a route with this stream's name says where.</summary>
    public string? To { get; init; }

    /// <summary>Share of each class, summing to 1; empty means the only class, or equal shares.</summary>
    public IReadOnlyList<ClassShare> Shares { get; init; } = [];

    /// <summary>When they come.</summary>
    public required ArrivalProcess Process { get; init; }

    /// <summary>How many come at once, with weights; one person when empty. Each of them is a person of their own.</summary>
    public IReadOnlyList<BatchSize> Batch { get; init; } = [];
}

/// <summary>The share of a class among the arrivals of a stream.</summary>
/// <param name="Class">Name of the class.</param>
/// <param name="Share">0 to 1.</param>
public sealed record ClassShare(string Class, double Share);

/// <summary>A possible number of people in a batch.</summary>
/// <param name="People">1 or more.</param>
/// <param name="Weight">0 or more; relative to the other sizes.</param>
public sealed record BatchSize(int People, double Weight);

/// <summary>When people come.</summary>
public abstract record ArrivalProcess
{
    private protected ArrivalProcess()
    {
    }
}

/// <summary>A Poisson process whose rate may vary; exact, by inverting the cumulated rate.</summary>
/// <param name="Rate">Batches per day.</param>
public sealed record PoissonArrivals(VaryingRate Rate) : ArrivalProcess;

/// <summary>A closed population: each person outside comes at a hazard, and is outside again after the end of the path, unless they died.</summary>
/// <param name="People">Number of people, all outside at the start but those of the census, who are others and go for good. Batches are not possible.</param>
/// <param name="Hazard">Per person outside and day.</param>
public sealed record PopulationArrivals(int People, VaryingRate Hazard) : ArrivalProcess;

/// <summary>Arrivals at given moments.</summary>
/// <param name="At">Moments in any order; those outside the run are passed over. Two at the same moment are two batches.</param>
public sealed record ListedArrivals(IReadOnlyList<DateTime> At) : ArrivalProcess;

/// <summary>Arrivals at equal distances.</summary>
/// <param name="First">The first moment; null is the very start of the run.</param>
/// <param name="EveryHours">Hours from one to the next, above 0.</param>
public sealed record RegularArrivals(DateTime? First, double EveryHours) : ArrivalProcess;

/// <summary>
/// A rate over time: the level of the moment, times the factor of the weekday, times the factor of the hour, times 1 + the sum of the sine waves. Factors are used as
/// they stand; if they should keep the level on average, they must average to 1.
/// </summary>
public sealed record VaryingRate
{
    /// <summary>The level per day from each moment on, in rising order; the first also holds before. One point makes it constant, many make a table.</summary>
    public required IReadOnlyList<RatePoint> Levels { get; init; }

    /// <summary>Factors of Monday to Sunday; empty, or seven.</summary>
    public IReadOnlyList<double> WeekdayFactors { get; init; } = [];

    /// <summary>Factors of the hours 0 to 23; empty, or twenty-four.</summary>
    public IReadOnlyList<double> HourFactors { get; init; } = [];

    /// <summary>Sine waves; their amplitudes sum to 1 at most.</summary>
    public IReadOnlyList<SineWave> Waves { get; init; } = [];

    /// <summary>A rate that never changes.</summary>
    public static VaryingRate Constant(double perDay) => new() { Levels = [new RatePoint(null, perDay)] };
}

/// <summary>A level from a moment on.</summary>
/// <param name="From">The moment; null is the start of the run, only for the first point.</param>
/// <param name="PerDay">Level, 0 or more.</param>
public sealed record RatePoint(DateTime? From, double PerDay);

/// <summary>A sine wave about the level: amplitude x sin(2 pi (t - phase) / period).</summary>
/// <param name="Amplitude">Relative to the level, 0 to 1.</param>
/// <param name="PeriodDays">Length of a full wave, above 0.</param>
/// <param name="PhaseDays">Days after the first measured midnight at which it rises through zero; may be negative.</param>
public sealed record SineWave(double Amplitude, double PeriodDays, double PhaseDays);
