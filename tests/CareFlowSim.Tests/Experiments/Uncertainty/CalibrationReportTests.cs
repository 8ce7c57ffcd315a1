using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class CalibrationReportTests
{
    private static readonly CalibrationProblem Problem = new(
        [new("inside", 0, 10, 5), new("low", 1, 100, 5, ParameterScale.Log), new("high", 0, 10, 5)],
        [new("near", 10, 2), new("far", 10, 2)]);

    [Fact]
    public void Report_TellsFitsAndBounds()
    {
        CalibrationReport report = CalibrationReport.Of(Problem, Evaluation([5, 1, 9.9999], [9, 15]));

        Assert.Equal([-0.5, 2.5], report.Fits.Select(f => f.Residual));
        Assert.Equal([true, false], report.Fits.Select(f => f.Met));
        Assert.Equal([("low", false), ("high", true)], report.Bounds.Select(b => (b.Parameter.Name, b.AtHigh)));
        Assert.Equal(9.9999, report.Bounds[1].Value);
    }

    [Fact]
    public void EvaluationOfAnotherProblem_IsRefused() => Assert.Throws<ArgumentException>(() => CalibrationReport.Of(Problem, Evaluation([5, 1], [9, 15])));

    private static CalibrationEvaluation Evaluation(double[] parameters, double[] fitted) => new(0, "raking", parameters, fitted, new double[fitted.Length], 1);
}
