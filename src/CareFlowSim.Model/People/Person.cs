using System.Runtime.InteropServices;

namespace CareFlowSim.Model;

/// <summary>Electronic frailty index classes.</summary>
public enum Frailty : byte
{
    /// <summary>Fit.</summary>
    Fit,

    /// <summary>Mildly frail.</summary>
    Mild,

    /// <summary>Moderately frail.</summary>
    Moderate,

    /// <summary>Severely frail.</summary>
    Severe,
}

/// <summary>Where a person is.</summary>
public enum Setting : byte
{
    /// <summary>Not yet 65: outside the model.</summary>
    NotYet,

    /// <summary>At home.</summary>
    Home,

    /// <summary>In a care home.</summary>
    CareHome,

    /// <summary>In A&amp;E with a decision to admit, waiting for a bed.</summary>
    Boarding,

    /// <summary>In an acute bed, under treatment.</summary>
    Acute,

    /// <summary>In an acute bed, medically fit for discharge.</summary>
    MedicallyFit,

    /// <summary>In an intermediate-care bed.</summary>
    Intermediate,

    /// <summary>Dead.</summary>
    Dead,
}

/// <summary>What else is true of a person. The first four, together, number the ratios of the crisis clock.</summary>
[Flags]
internal enum Traits : ushort
{
    None = 0,
    Adapted = 1,
    OnCaseload = 2,
    NeedsPackage = 4,
    Resident = 8,
    Female = 16,
    LivesAlone = 32,
    InReablement = 64,
    HasPackage = 128,
    NeedsCareHome = 256,
    NeedsNursing = 512,
    AdaptationOrdered = 1024,
    LeadProfessional = 2048,
    CareHomeDependent = 4096,

    /// <summary>The crisis clock runs at the speed of the window after discharge.</summary>
    InWindow = 8192,

    /// <summary>Stands in a line.</summary>
    Waiting = 16384,
}

/// <summary>The four risks that run on hazard clocks.</summary>
internal enum Risk : byte
{
    Crisis,
    Death,
    FrailtyStep,
    CareHomeNeed,
}

/// <summary>The next thing that happens to a person.</summary>
internal enum Due : byte
{
    Nothing,
    Crisis,
    Death,
    FrailtyStep,
    CareHomeNeed,
    Turns65,
    TreatmentEnds,
    StepEnds,
    Leaves,
    UnfitAgain,
    LosesPatience,
    PackageLost,
    PackageEnds,
    PackageStarts,
    ReablementEnds,
    CheckAt91,
    AdaptationDone,
    CaseloadEnds,
    CommunityAssessed,
    IntermediateEnds,
    EntersCareHome,
}

/// <summary>One person, as small as the loop needs: the hot record. Everything rare lives in side tables.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct Person
{
    /// <summary>Bytes of a record: a cache line.</summary>
    public const int Size = 64;

    /// <summary>Bits of a key that number the people of an area.</summary>
    public const int NumberBits = 22;

    /// <summary>
    /// The four clocks. Of a running clock the risk time, in days since the start, at which it fires if its speed stays as it is until then;
    /// of a stopped one the threshold left.
    /// </summary>
    public double Crisis;

    /// <inheritdoc cref="Crisis"/>
    public float Death, FrailtyStep, CareHomeNeed;

    /// <summary>Second at which the person is a year older than <see cref="Age"/>.</summary>
    public int Birthday;

    /// <summary>End of the window of higher risk after discharge.</summary>
    public int WindowEnd;

    /// <summary>Key of all draws about the person: area and number within it.</summary>
    public uint Key;

    /// <summary>When the timer <see cref="Timer"/> is due: a person's first timer is kept here, further ones in a list.</summary>
    public int TimerAt;

    /// <summary>First of the person's further timers, or -1.</summary>
    public int Timers;

    /// <summary>The person's hospital or intermediate-care spell, or -1.</summary>
    public int Spell;

    /// <summary>Occurrence numbers, part of every key of a draw.</summary>
    public ushort Crises, Packages;

    /// <summary>Occurrence numbers of the rarer clocks.</summary>
    public byte Steps, Needs;

    public Due Due;

    /// <summary>Kind of the timer due at <see cref="TimerAt"/>, or nothing.</summary>
    public Due Timer;

    public Setting Setting;
    public Frailty Frailty;
    public Traits Traits;

    /// <summary>Hours of the package held or asked for, in tenths a week.</summary>
    public short PackageTenths;

    public byte Area, Site;

    /// <summary>Age in years that the running clocks go by; while none runs it may lag behind.</summary>
    public byte Age;

    /// <summary>Which clocks run, as bits in the order of <see cref="Risk"/>, and which of these can fire within the run at all.</summary>
    public byte Running, Near;

    /// <summary>Number of the person within the area, the same in every run.</summary>
    public readonly uint Number => Key & ((1u << NumberBits) - 1);

    public readonly bool HasTimers => Timer != Due.Nothing || Timers >= 0;

    public readonly bool Has(Traits t) => (Traits & t) != 0;

    public void Set(Traits t) => Traits |= t;

    public void Clear(Traits t) => Traits &= ~t;
}
