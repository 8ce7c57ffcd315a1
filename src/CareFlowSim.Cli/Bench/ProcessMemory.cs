using System.Diagnostics;

namespace CareFlowSim.Cli;

/// <summary>The most memory that the process held at once.</summary>
internal static class ProcessMemory
{
    private const double BytesPerMegabyte = 1e6;
    private const string LinuxPeak = "/proc/self/clear_refs";

    /// <summary>Gives memory back and starts the peak anew; where the system cannot do that, the peak stays that of the whole process.</summary>
    public static void Restart()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        try
        {
            // 5 sets the peak to what is held now (Linux, proc_pid_clear_refs).
            using FileStream peak = new(LinuxPeak, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            peak.Write("5"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
        }
    }

    /// <summary>The peak, in millions of bytes.</summary>
    public static double PeakMegabytes()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / BytesPerMegabyte;
    }

    /// <summary>Millions of bytes allocated while some work is done, on all threads.</summary>
    public static double AllocatedMegabytes(Action work)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / BytesPerMegabyte;
    }
}
