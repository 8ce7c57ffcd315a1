using CareFlowSim.Cli;
using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class PlainProgressTests
{
    [Fact]
    public void Report_ManySystems_SpeaksEveryFewSecondsOnly()
    {
        StringWriter said = new();
        HandClock clock = new();
        PlainProgress progress = new(said, clock);

        for (int i = 1; i <= 100; i++)
        {
            clock.Seconds += 0.11;
            progress.Report(new RunProgress(i / 100.0, i, 100));
        }

        Assert.Equal(
            "46 % done, 5.1 s elapsed, about 5.9 s left\n92 % done, 10.1 s elapsed, about 0.9 s left\n",
            said.ToString().ReplaceLineEndings("\n"));
    }

    private sealed class HandClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => (long)(Seconds * 1_000_000);
    }
}
