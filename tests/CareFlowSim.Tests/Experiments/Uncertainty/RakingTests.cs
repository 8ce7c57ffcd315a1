using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class RakingTests
{
    private static readonly RakingTie[] Ties = [new("rate", "admissions"), new("share", "to hospital"), new("length", "beds")];

    [Fact]
    public void TiedLevels_ReachTheirTargets()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 100);
        StageResult result = Raking.Run(search, Ties);

        Assert.Equal(StageEnd.Settled, result.End);
        Assert.InRange(search.Log.Count, 3, 15);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(1, result.Best!.Parameters[i] / SmoothModel.Truth[i], 0.01);
        }
    }

    [Fact]
    public void ProportionalLevel_IsMetAtOnce()
    {
        CalibrationProblem problem = new([new("p", 0.1, 10, 1, ParameterScale.Log)], [new("t", 9, 0.01)]);
        CalibrationSearch search = new(problem, p => new FittedValues([6 * p[0]]), 10);
        StageResult result = Raking.Run(search, [new("p", "t")]);

        Assert.Equal(2, search.Log.Count);
        Assert.Equal(1.5, result.Best!.Parameters[0], 1e-9);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(-2)]
    public void OtherPowers_AreLearnt(double power)
    {
        CalibrationProblem problem = new([new("p", 0.1, 10, 1, ParameterScale.Log)], [new("t", 9, 0.01)]);
        CalibrationSearch search = new(problem, p => new FittedValues([6 * Math.Pow(p[0], power)]), 30);
        StageResult result = Raking.Run(search, [new("p", "t", Math.Sign(power))]);

        Assert.Equal(StageEnd.Settled, result.End);
        Assert.Equal(Math.Pow(1.5, 1 / power), result.Best!.Parameters[0], 1e-3);
    }

    [Fact]
    public void TargetBeyondTheBound_EndsAtTheBound()
    {
        CalibrationProblem problem = SmoothModel.Make(rateHigh: 2);
        CalibrationSearch search = new(problem, SmoothModel.Evaluate, 100);
        StageResult result = Raking.Run(search, [Ties[0]], new RakingOptions(Rounds: 8));

        Assert.Equal(StageEnd.RoundsUsed, result.End);
        Assert.Equal(2, result.Best!.Parameters[0]);
        Assert.Equal("rate", CalibrationReport.Of(problem, result.Best).Bounds.Single().Parameter.Name);
    }

    [Fact]
    public void StepsAreLimited()
    {
        CalibrationProblem problem = new([new("p", 0.01, 100, 1, ParameterScale.Log)], [new("t", 90, 0.01)]);
        CalibrationSearch search = new(problem, p => new FittedValues([p[0]]), 30);
        Raking.Run(search, [new("p", "t")], new RakingOptions(MaxFactor: 2));

        Assert.Equal([1, 2, 4, 8], search.Log.Take(4).Select(e => Math.Round(e.Parameters[0], 9)));
    }

    [Fact]
    public void FaultyTies_AreRefused()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 10);

        Assert.Throws<ArgumentException>(() => Raking.Run(search, []));
        Assert.Throws<ArgumentException>(() => Raking.Run(search, [new("nobody", "beds")]));
        Assert.Throws<ArgumentException>(() => Raking.Run(search, [new("rate", "nothing")]));
        Assert.Throws<ArgumentException>(() => Raking.Run(search, [new("rate", "beds"), new("rate", "admissions")]));
        Assert.Throws<ArgumentException>(() => Raking.Run(search, [new("rate", "beds", 0)]));
        Assert.Empty(search.Log);
    }
}
