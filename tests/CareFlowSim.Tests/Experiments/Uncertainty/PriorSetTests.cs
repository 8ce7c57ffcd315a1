using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class PriorSetTests
{
    private static readonly PriorSet Priors = new([new("a", PriorShape.Uniform, 1, 0, 10), Prior.Fixed("b", 4), new("c", PriorShape.Triangular, 1, 0, 2)]);

    [Fact]
    public void Values_FollowThePointInOrder() => Assert.Equal([2.5, 4, 1], Priors.Values([0.25, 0.9, 0.5]));

    [Fact]
    public void Values_OfADesign_AreOneRowPerPoint() => Assert.Equal([[2.5, 4, 1], [5, 4, 1]], Priors.Values([[0.25, 0.9, 0.5], [0.5, 0.1, 0.5]]));

    [Fact]
    public void Central_AreTheCentralValues() => Assert.Equal([1, 4, 1], Priors.Central);

    [Fact]
    public void AllFaults_ComeAtOnce()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new PriorSet(
        [
            new("bad share", PriorShape.LogitNormal, 0.5, 0.1, 1.5),
            new("upside down", PriorShape.Uniform, 5, 7, 2),
            Prior.Fixed("twice", 1),
            Prior.Fixed("twice", 2),
        ]));

        Assert.All(new[] { "bad share", "upside down", "twice: named 2 times" }, f => Assert.Contains(f, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void PointsOfAnotherLength_AreRefused() => Assert.Throws<ArgumentException>(() => Priors.Values([0.5, 0.5]));
}
