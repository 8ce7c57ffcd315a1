using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class NelderMeadTests
{
    [Fact]
    public void SmoothModel_ItsParametersComeBack()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 500);
        StageResult result = NelderMead.Run(search);

        Assert.Equal(StageEnd.Settled, result.End);
        Assert.Same(search.Best, result.Best);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(1, result.Best!.Parameters[i] / SmoothModel.Truth[i], 0.005);
        }
    }

    [Fact]
    public void Rosenbrock_IsMinimised()
    {
        // Residuals 10 (y - x^2) and 1 - x; the valley bends.
        CalibrationProblem problem = new([new("x", -2, 2, -1.2), new("y", -1, 3, 1)], [new("a", 0, 1), new("b", 0, 1)]);
        CalibrationSearch search = new(problem, p => new FittedValues([10 * (p[1] - (p[0] * p[0])), 1 - p[0]]), 1000);
        StageResult result = NelderMead.Run(search, new NelderMeadOptions(Tolerance: 1e-6));

        Assert.Equal(1, result.Best!.Parameters[0], 1e-3);
        Assert.Equal(1, result.Best.Parameters[1], 1e-3);
    }

    [Fact]
    public void Minimum_BeyondABound_IsFoundOnTheBound()
    {
        CalibrationProblem problem = SmoothModel.Make(rateHigh: 2);
        CalibrationSearch search = new(problem, SmoothModel.Evaluate, 500);
        StageResult result = NelderMead.Run(search);

        Assert.Equal(2, result.Best!.Parameters[0], 1e-9);
        Assert.All(search.Log, e => Assert.All(e.Parameters.Zip(problem.Parameters), x => Assert.InRange(x.First, x.Second.Low, x.Second.High)));
    }

    [Fact]
    public void OnlyFreeParameters_Move()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 100);
        NelderMead.Run(search, new NelderMeadOptions(Free: ["share"]));

        Assert.Single(search.Log.Select(e => (e.Parameters[0], e.Parameters[2])).Distinct());
        Assert.True(search.Log.Select(e => e.Parameters[1]).Distinct().Count() > 5);
    }

    [Fact]
    public void LossGoal_EndsTheStage()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 500);
        StageResult result = NelderMead.Run(search, new NelderMeadOptions(LossGoal: 100));

        Assert.InRange(result.Best!.Loss, 0, 100);
        // A move that reached the goal may be tried once more, further out.
        Assert.All(search.Log.SkipLast(2), e => Assert.True(e.Loss > 100));
    }

    [Fact]
    public void FiguresThatAreNotNumbers_AreAvoided()
    {
        CalibrationProblem problem = new([new("x", 0, 10, 2)], [new("a", 6, 1)]);
        CalibrationSearch search = new(problem, p => new FittedValues([p[0] > 5 ? double.NaN : p[0]]), 200);

        Assert.Equal(5, NelderMead.Run(search).Best!.Parameters[0], 0.02);
    }

    [Fact]
    public void FaultyOptions_AreRefused()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 10);

        Assert.Throws<ArgumentException>(() => NelderMead.Run(search, new NelderMeadOptions(Free: ["nobody"])));
        Assert.Throws<ArgumentException>(() => NelderMead.Run(search, new NelderMeadOptions(Free: [])));
        Assert.Throws<ArgumentOutOfRangeException>(() => NelderMead.Run(search, new NelderMeadOptions(Size: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => NelderMead.Run(search, new NelderMeadOptions(Tolerance: 0)));
    }
}
