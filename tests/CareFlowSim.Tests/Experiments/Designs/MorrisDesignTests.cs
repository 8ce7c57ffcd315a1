using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Designs;

public sealed class MorrisDesignTests
{
    [Theory]
    [InlineData(4, null, 0.5, 0.125, 0.875)]
    [InlineData(4, 0.0, 2.0 / 3, 0, 1)]
    [InlineData(2, 0.1, 0.8, 0.1, 0.9)]
    public void EachMove_ChangesOneInputByTheStep(int levels, double? margin, double step, double lowest, double highest)
    {
        MorrisDesign design = MorrisDesign.Create(20, 5, new RandomStream(2, 0), levels, margin);

        Assert.Equal(step, design.Step, 1e-12);
        for (int t = 0; t < 20; t++)
        {
            Assert.Equal(Enumerable.Range(0, 5), design.Moved[t].Order());
            for (int m = 0; m < 5; m++)
            {
                double[] change = [.. design.Trajectories[t][m + 1].Zip(design.Trajectories[t][m], (to, from) => to - from)];
                Assert.Equal(step, Math.Abs(change[design.Moved[t][m]]), 1e-12);
                Assert.Equal(1, change.Count(c => c != 0));
            }
        }

        Assert.All(design.Points().SelectMany(p => p), x => Assert.InRange(x, lowest - 1e-12, highest + 1e-12));
        Assert.Equal(lowest, design.Points().Min(p => p.Min()), 1e-12);
        Assert.Equal(highest, design.Points().Max(p => p.Max()), 1e-12);
    }

    [Fact]
    public void Points_ComeTrajectoryAfterTrajectory()
    {
        MorrisDesign design = MorrisDesign.Create(3, 2, new RandomStream(2, 0));

        Assert.Equal(design.Count, design.Points().Length);
        Assert.Equal(design.Trajectories[1], design.Points()[3..6]);
    }

    [Fact]
    public void Moves_GoBothWays_AndOrdersDiffer()
    {
        MorrisDesign design = MorrisDesign.Create(50, 3, new RandomStream(2, 0));
        int up = Enumerable.Range(0, 50).Count(t => design.Trajectories[t][^1][0] > design.Trajectories[t][0][0]);

        Assert.InRange(up, 12, 38);
        Assert.Equal(6, design.Moved.Select(m => string.Join(",", m)).Distinct().Count());
    }

    [Theory]
    [InlineData(1, 1, 4, 0.1)]
    [InlineData(2, 0, 4, 0.1)]
    [InlineData(2, 1, 3, 0.1)]
    [InlineData(2, 1, 4, 0.5)]
    [InlineData(2, 1, 4, -0.1)]
    public void ArgumentsOutOfRange_AreRefused(int trajectories, int inputs, int levels, double margin) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MorrisDesign.Create(trajectories, inputs, default, levels, margin));
}
