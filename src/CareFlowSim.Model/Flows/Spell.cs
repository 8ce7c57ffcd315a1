namespace CareFlowSim.Model;

/// <summary>What a person who is ready to leave is waiting for.</summary>
internal enum Step : byte
{
    None,
    Round,
    Assessment,
    Funding,
    Dispute,
    Housing,
    Equipment,
    InLine,
    Viewing,
    Transfer,
    Slot,
}

/// <summary>A stay in an acute bed, and in the intermediate-care bed after it: the side record of the few people who are in one.</summary>
internal struct Spell
{
    /// <summary>Whose stay it is; -1 for a free place in the pool.</summary>
    public int Person;

    public int Admitted, InBed, FitAt, RecordedFrom;

    /// <summary>The current step: since when, and which part of it waits for somebody to be free.</summary>
    public int StepFrom, CapacityFrom, CapacityTo;

    /// <summary>Key of the draws of this stay: which crisis began it, and how often the person became unfit again.</summary>
    public uint Key;

    /// <summary>Time already spent medically fit in earlier stretches of the same stay, in midnights.</summary>
    public int DelayedNights, RecordedNights;

    public ushort Crisis;
    public short RequestTenths;
    public byte Route, Declines, Refits;
    public Step Step;
    public bool Lethal, ZeroDay, OneDay, Reablement, Nursing, Granted, ChoosesAgain, HasBed, Joint, Lead, GaveUp, NeededPackage, NeededCareHome;

    /// <summary>Next free spell in the pool.</summary>
    public int Next;
}
