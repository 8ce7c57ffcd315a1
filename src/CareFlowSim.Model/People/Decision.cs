namespace CareFlowSim.Model;

/// <summary>Names of the blocks of random words. A block is keyed by person, name and occurrence; each of its four words serves one decision.</summary>
internal static class Decision
{
    /// <summary>First thresholds of the four clocks.</summary>
    public const uint FirstClocks = 1;

    /// <summary>Frailty, living alone, birthday and site, setting.</summary>
    public const uint Start = 2;

    /// <summary>Adapted home, caseload, time on it, age over 90.</summary>
    public const uint StartSetting = 3;

    /// <summary>Nursing, and how far a stay or service at the start has come.</summary>
    public const uint StartProgress = 4;

    /// <summary>Later thresholds: death, frailty step, care-home need.</summary>
    public const uint Clock = 8;

    /// <summary>Nature of a crisis: sensitive to ambulatory care and averted (half a word each), admitted, lethal, threshold of the next.</summary>
    public const uint Crisis = 16;

    /// <summary>Stay: class, treatment length, route, time of the round.</summary>
    public const uint Stay = 17;

    /// <summary>Leaving: hour, Saturday, Sunday, kind of support.</summary>
    public const uint Leaving = 18;

    /// <summary>Steps: assessment time, funding, dispute and housing, equipment.</summary>
    public const uint Steps = 19;

    /// <summary>Lengths: funding, dispute or housing, equipment, sourcing.</summary>
    public const uint StepLengths = 20;

    /// <summary>Waiting: patience, unfit again, organisation, declined offers.</summary>
    public const uint Waiting = 21;

    /// <summary>After: deconditioning, nursing, payer, joint assessment or lead professional.</summary>
    public const uint After = 22;

    /// <summary>Viewing time after a declined offer, second treatment.</summary>
    public const uint Viewing = 23;

    /// <summary>Intermediate care: length, destination, support.</summary>
    public const uint Intermediate = 24;

    /// <summary>The blocks from <see cref="Stay"/> to this one follow each other: they are drawn together when a stay begins.</summary>
    public const uint LastOfStay = Intermediate;

    /// <summary>Which organisation answers for a stay's delays.</summary>
    public const uint Organisation = 25;

    /// <summary>Package: size, time to its end, sourcing, patience at home.</summary>
    public const uint Package = 32;

    /// <summary>Reablement: length, ongoing need.</summary>
    public const uint Reablement = 33;

    /// <summary>Frailty step: direction, package need, adaptation, urgency.</summary>
    public const uint FrailtyStep = 34;

    /// <summary>Care-home need from home: nursing, payer, patience, process.</summary>
    public const uint CareHomeNeed = 35;

    /// <summary>Everybody else's beds at a site on a day.</summary>
    public const uint SiteDay = 64;
}
