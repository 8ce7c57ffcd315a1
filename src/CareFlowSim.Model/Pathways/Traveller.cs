namespace CareFlowSim.Model;

/// <summary>What a person is doing. Each has at most one event pending.</summary>
internal enum TravelPhase : byte
{
    /// <summary>The slot is empty.</summary>
    None,

    /// <summary>In a closed population and not on the path.</summary>
    Outside,

    /// <summary>In transfer to a place that is not held: the line comes after.</summary>
    BeforeLine,

    /// <summary>In a line.</summary>
    InLine,

    /// <summary>In transfer to a place that is held.</summary>
    Transfer,

    /// <summary>In a place.</summary>
    Staying,
}

/// <summary>One person on the path: a slot, taken by somebody else when they are gone.</summary>
internal struct Traveller
{
    /// <summary>Number in the stream; with it the key of all luck.</summary>
    public uint Number;

    /// <summary>The stream; after the last stream, the census.</summary>
    public int Stream;

    public int Class;

    /// <summary>Places asked for so far.</summary>
    public uint Visits;

    /// <summary>Times come from outside so far, in a closed population.</summary>
    public uint Episodes;

    public TravelPhase Phase;

    /// <summary>Whether the stay is over and the place still occupied.</summary>
    public bool Boarding;

    /// <summary>Whether death, not patience, would end the wait.</summary>
    public bool DeathEndsWait;

    /// <summary>Whether the wait is among those waiting at the place asked for.</summary>
    public bool Waiting;

    /// <summary>The place occupied, or -1.</summary>
    public int At;

    /// <summary>Units held there.</summary>
    public int UnitsAt;

    /// <summary>The place asked for.</summary>
    public int To;

    /// <summary>When it was asked for.</summary>
    public int Asked;

    /// <summary>Seconds in its line.</summary>
    public int LineSeconds;

    /// <summary>When the wait ends without the place.</summary>
    public int WaitEnds;

    /// <summary>When the transfer is over.</summary>
    public int Ready;

    /// <summary>When the episode began; before the run for people of the census.</summary>
    public int Began;

    /// <summary>When the place was taken, at the earliest the beginning of the run.</summary>
    public int Came;

    /// <summary>Length of the episode.</summary>
    public int Length;

    public uint StayWord;
    public uint RouteWord;
    public uint TransferWord;
}
