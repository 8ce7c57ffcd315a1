using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class HistoryMatchingTests
{
    private static readonly HistoryMatchingOptions Options = new(4, 40, Candidates: 100);

    [Fact]
    public void Waves_CloseInOnTheTruth()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 500);
        HistoryMatch match = HistoryMatching.Run(search, new RandomStream(11, 0), Options);

        Assert.Equal(StageEnd.Settled, match.End);
        Assert.Equal([40, 40, 40, 40], match.Waves.Select(w => w.Evaluations));
        Assert.Equal(1, match.Waves[0].SpaceLeft);
        Assert.True(match.Waves[3].SpaceLeft < 0.001, $"{match.Waves[3]}");
        Assert.True(match.Waves[3].NotImplausible > 20 && match.Waves[0].NotImplausible <= 1, string.Join("\n", match.Waves));
        // Within three tolerances of one hundredth, a little more where figures share the blame.
        Assert.All(match.NotImplausible, e => Assert.All(e.Parameters.Zip(SmoothModel.Truth), x => Assert.Equal(1, x.First / x.Second, 0.1)));
    }

    [Fact]
    public void TheTruth_IsNotRuledOut()
    {
        for (int r = 0; r < 5; r++)
        {
            CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 500);
            HistoryMatch match = HistoryMatching.Run(search, new RandomStream(12, r), Options);

            for (int i = 0; i < 3; i++)
            {
                Assert.InRange(SmoothModel.Truth[i], match.NotImplausible.Min(e => e.Parameters[i]), match.NotImplausible.Max(e => e.Parameters[i]));
            }
        }
    }

    [Fact]
    public void Implausibility_AddsTheThreeVariances()
    {
        CalibrationProblem problem = new([new("p", 0, 1, 0.5)], [new("a", 10, 1, 1, 2, 3), new("b", 10, 2), new("reported only", 0, 1, 0)]);

        // 8 / root(4 + 9 + 3); 10 / root(4 + 12).
        Assert.Equal(2, HistoryMatching.Implausibility(problem, [18, 10, 99], [3, 0, 0]), 1e-12);
        Assert.Equal(2.5, HistoryMatching.Implausibility(problem, [18, 20, 99], [3, 12, 0]), 1e-12);
        Assert.Equal(2, HistoryMatching.Implausibility(problem, [18, 20, 99], [3, 12, 0], ignoredTargets: 1), 1e-12);
        Assert.Equal(double.PositiveInfinity, HistoryMatching.Implausibility(problem, [double.NaN, 10, 99], [0, 0, 0]));
    }

    [Fact]
    public void MonteCarloVariance_KeepsMorePoints()
    {
        CalibrationSearch exact = new(SmoothModel.Problem, SmoothModel.Evaluate, 40);
        CalibrationSearch noisy = new(SmoothModel.Problem, p => new FittedValues(SmoothModel.Figures(p), [1e4, 1e4, 1e4, 1e4]), 40);
        HistoryMatchingOptions one = new(1, 40);

        Assert.True(HistoryMatching.Run(noisy, default, one).NotImplausible.Count > HistoryMatching.Run(exact, default, one).NotImplausible.Count + 10);
    }

    [Fact]
    public void ImpossibleTargets_LeaveNothing()
    {
        CalibrationProblem problem = new([new("p", 0, 1, 0.5), new("q", 0, 1, 0.5)], [new("a", 100, 1)]);
        HistoryMatch match = HistoryMatching.Run(new CalibrationSearch(problem, p => new FittedValues([p[0] + p[1]]), 100), default);

        Assert.Equal(StageEnd.RoundsUsed, match.End);
        Assert.Empty(match.NotImplausible);
        Assert.InRange(match.Waves[2].Smallest, 97.99, 98.5);
    }

    [Fact]
    public void EvaluationsUsed_LeaveAnIncompleteWave()
    {
        HistoryMatch match = HistoryMatching.Run(new CalibrationSearch(SmoothModel.Problem, SmoothModel.Evaluate, 50), default, Options);

        Assert.Equal(StageEnd.EvaluationsUsed, match.End);
        Assert.Equal([40, 10], match.Waves.Select(w => w.Evaluations));
    }

    [Fact]
    public void FaultyOptions_AreRefused()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 10);

        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMatching.Run(search, default, new HistoryMatchingOptions(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMatching.Run(search, default, new HistoryMatchingOptions(1, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMatching.Run(search, default, new HistoryMatchingOptions(Cutoff: 0)));
    }
}
