using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>How a crisis ended.</summary>
public enum CrisisEnd : byte
{
    /// <summary>A&amp;E without admission.</summary>
    Attended,
    /// <summary>Met at home by a team.</summary>
    MetAtHome,
    /// <summary>Emergency admission.</summary>
    Admitted,
}

/// <summary>One crisis of one person in the measured period, so that arms can be compared person by person.</summary>
/// <param name="Person">Number of the person within the system.</param>
/// <param name="Occurrence">Which crisis of the person it is.</param>
/// <param name="Area">Area within the system.</param>
/// <param name="End">How it ended.</param>
/// <param name="AfterDischarge">Whether it fell into the window after a discharge.</param>
public readonly record struct CrisisEntry(int Person, ushort Occurrence, byte Area, CrisisEnd End, bool AfterDischarge);

/// <summary>Delayed bed days of one reason and organisation.</summary>
/// <param name="All">Midnights beyond medically fit.</param>
/// <param name="AllCapacity">Of these, waits because nobody or nowhere was free.</param>
/// <param name="Recorded">Midnights after the formal notices had run.</param>
/// <param name="RecordedCapacity">Of these, waits because nobody or nowhere was free.</param>
public record struct DelayDays(long All, long AllCapacity, long Recorded, long RecordedCapacity)
{
    /// <summary>Adds another cell.</summary>
    public void Add(DelayDays other) =>
        this = new(All + other.All, AllCapacity + other.AllCapacity, Recorded + other.Recorded, RecordedCapacity + other.RecordedCapacity);
}

/// <summary>One finished spell, kept only on request.</summary>
/// <param name="Person">Number of the person within the area.</param>
/// <param name="Area">Area within the system.</param>
/// <param name="Crisis">Which crisis of the person began it.</param>
/// <param name="Admitted">Second of the decision to admit.</param>
/// <param name="InBed">Second at which the bed was there.</param>
/// <param name="MedicallyFit">Second of medical fitness, or -1.</param>
/// <param name="Left">Second of leaving or death.</param>
/// <param name="Route">Discharge pathway 0 to 3.</param>
/// <param name="Age">Age in years.</param>
/// <param name="Frailty">Frailty at leaving.</param>
/// <param name="Died">Whether the stay ended in death.</param>
/// <param name="RecordedDays">Recorded delayed midnights.</param>
public readonly record struct SpellEntry(int Person, byte Area, ushort Crisis, int Admitted, int InBed, int MedicallyFit, int Left, byte Route, byte Age, Frailty Frailty, bool Died, int RecordedDays);

/// <summary>What one area did in one run.</summary>
public sealed class AreaOutcome
{
    /// <summary>Number of delay reasons with the wait for the round as the last.</summary>
    public const int Reasons = 11;

    /// <summary>Index of the wait for the ward round or the weekend, which is no official reason.</summary>
    public const int Round = 10;

    /// <summary>Makes an empty outcome.</summary>
    /// <param name="area">Place of the area in the world's table.</param>
    /// <param name="days">Days of the run.</param>
    public AreaOutcome(int area, int days)
    {
        Area = area;
        Daily = new int[Enum.GetValues<DailySeries>().Length][];
        for (int i = 0; i < Daily.Length; i++)
        {
            Daily[i] = new int[days];
        }

        RecordedByReason = new int[Reasons][];
        for (int i = 0; i < Reasons; i++)
        {
            RecordedByReason[i] = new int[days + 1];
        }

        Waits = new Histogram[Enum.GetValues<WaitKind>().Length];
        for (int i = 0; i < Waits.Length; i++)
        {
            Waits[i] = new Histogram(24 * 60);
        }
    }

    /// <summary>Makes a copy of what another outcome has so far.</summary>
    internal AreaOutcome(AreaOutcome other)
        : this(other.Area, other.Daily[0].Length)
    {
        other.Totals.CopyTo(Totals, 0);
        Array.Copy(other.Delays, Delays, Delays.Length);
        for (int i = 0; i < Daily.Length; i++)
        {
            other.Daily[i].CopyTo(Daily[i], 0);
        }

        for (int i = 0; i < RecordedByReason.Length; i++)
        {
            other.RecordedByReason[i].CopyTo(RecordedByReason[i], 0);
        }

        for (int i = 0; i < Waits.Length; i++)
        {
            Waits[i].Merge(other.Waits[i]);
        }
    }

    /// <summary>Place of the area in the world's table.</summary>
    public int Area { get; }

    /// <summary>Counts over the measured period.</summary>
    public long[] Totals { get; } = new long[Enum.GetValues<Measure>().Length];

    /// <summary>Delayed bed days: reason x organisation (NHS, social care, both).</summary>
    public DelayDays[,] Delays { get; } = new DelayDays[Reasons, 3];

    /// <summary>Series by day, warm-up included.</summary>
    public int[][] Daily { get; }

    /// <summary>Recorded delays at midnight by reason and day, warm-up included.</summary>
    public int[][] RecordedByReason { get; }

    /// <summary>Distributions of waits in hours, by kind.</summary>
    public Histogram[] Waits { get; }

    /// <summary>One count.</summary>
    public long this[Measure measure] => Totals[(int)measure];
}

/// <summary>What one acute site did in one run, by day, warm-up included.</summary>
/// <param name="Site">Number of the site within its system.</param>
/// <param name="Beds">Beds open to emergency patients 65+ on the day.</param>
/// <param name="Occupied">Of these occupied at midnight.</param>
/// <param name="Boarding">People waiting for a bed at midnight.</param>
public sealed record SiteOutcome(int Site, int[] Beds, int[] Occupied, int[] Boarding)
{
    internal SiteOutcome Copy() => new(Site, [.. Beds], [.. Occupied], [.. Boarding]);
}

/// <summary>What one run of one acute system returns.</summary>
/// <param name="System">Place of the system in the setup.</param>
/// <param name="Arm">Arm: 0 is the baseline.</param>
/// <param name="Replication">Replication from 0.</param>
/// <param name="Areas">Its areas.</param>
/// <param name="Sites">Its sites.</param>
/// <param name="Crises">The crises of the measured period, by person and occurrence.</param>
/// <param name="Spells">Finished spells if asked for.</param>
/// <param name="Events">Events handled, warm-up included.</param>
public sealed record SystemOutcome(
    int System,
    int Arm,
    int Replication,
    IReadOnlyList<AreaOutcome> Areas,
    IReadOnlyList<SiteOutcome> Sites,
    CrisisEntry[] Crises,
    IReadOnlyList<SpellEntry> Spells,
    long Events)
{
    /// <summary>The same for an arm in which nothing differs: a copy, since outcomes are added up in place.</summary>
    internal SystemOutcome CopyFor(int arm) => this with
    {
        Arm = arm,
        Areas = [.. Areas.Select(a => new AreaOutcome(a))],
        Sites = [.. Sites.Select(s => s.Copy())],
    };
}
