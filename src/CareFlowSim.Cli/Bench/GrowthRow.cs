namespace CareFlowSim.Cli;

/// <summary>One point of a growth curve.</summary>
/// <param name="Grows">What grows: people, threads, years or output.</param>
/// <param name="Size">How large it is, in words.</param>
/// <param name="People">People simulated.</param>
/// <param name="Years">Years measured, the warm-up not among them.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="Seconds">Median time to lay out and simulate, and to write where files are written.</param>
/// <param name="Events">Events handled.</param>
/// <param name="PeakMegabytes">Peak memory of the process in millions of bytes.</param>
/// <param name="WrittenMegabytes">Files in millions of bytes; 0 when none were written.</param>
internal sealed record GrowthRow(
    string Grows, string Size, long People, int Years, int Threads, double Seconds, long Events, double PeakMegabytes, double WrittenMegabytes)
{
    /// <summary>Names of the columns, as in CSV.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["grows", "size", "people", "years", "threads", "seconds", "events", "peak_memory_mb", "written_mb"];

    /// <summary>The value of each column; numbers as they are.</summary>
    public IReadOnlyList<object> Values => [Grows, Size, People, Years, Threads, Seconds, Events, PeakMegabytes, WrittenMegabytes];
}
