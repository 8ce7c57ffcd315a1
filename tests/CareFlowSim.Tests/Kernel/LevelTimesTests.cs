using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class LevelTimesTests
{
    [Fact]
    public void Seconds_AreThoseAtEachLevel_WithRoomMadeWhenNeeded()
    {
        LevelTimes level = new(1);
        level.Add(10, 1);
        level.Add(15, 4);
        level.Add(35, -5);
        level.Add(100, 0);

        Assert.Equal([75, 5, 0, 0, 0, 20], level.Seconds[..6].ToArray());
        Assert.Equal(0, level.ExceededFor(0.25));
        Assert.Equal(1, level.ExceededFor(0.2));
        Assert.Equal(5, level.ExceededFor(0.1));
    }

    [Fact]
    public void Restart_KeepsTheLevel()
    {
        LevelTimes level = new(4);
        level.Add(10, 3);
        level.Restart(20);
        level.Add(25, -1);

        Assert.Equal(2, level.Level);
        Assert.Equal([0, 0, 0, 5, 0], level.Seconds.ToArray());
    }
}
