using CareFlowSim.Experiments;

namespace CareFlowSim.Cli;

/// <summary>Progress as plain lines, for files and pipes: never more than one every few seconds. Called by one worker at a time.</summary>
internal sealed class PlainProgress(TextWriter to, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly long _started = time.GetTimestamp();
    private long _last = time.GetTimestamp();

    /// <summary>Tells how far the run is, unless it was told just now.</summary>
    public void Report(RunProgress progress)
    {
        if (progress.Finished == progress.Total || time.GetElapsedTime(_last) < Pause)
        {
            return;
        }

        _last = time.GetTimestamp();
        TimeSpan elapsed = time.GetElapsedTime(_started);
        to.WriteLine($"{Show.Share(progress.Done)} done, {Show.Time(elapsed)} elapsed, about {Show.Time(Left(progress, elapsed))} left");
    }

    /// <summary>Time left if the rest goes as fast as what is done.</summary>
    internal static TimeSpan Left(RunProgress progress, TimeSpan elapsed) => elapsed * ((1 - progress.Done) / Math.Max(progress.Done, 1e-9));
}
