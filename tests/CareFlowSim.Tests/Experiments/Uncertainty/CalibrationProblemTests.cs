using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class CalibrationProblemTests
{
    [Theory]
    [InlineData(ParameterScale.Linear, 0.505)]
    [InlineData(ParameterScale.Log, 0.1)]
    [InlineData(ParameterScale.Logit, 0.247486)]
    public void Unit_RunsOnTheScale(ParameterScale scale, double middle)
    {
        CalibrationParameter p = new("p", 0.01, scale == ParameterScale.Logit ? 0.914595 : 1, 0.5, scale);

        Assert.Equal(middle, p.FromUnit(0.5), 1e-4);
        Assert.Equal(0.37, p.ToUnit(p.FromUnit(0.37)), 1e-12);
        Assert.Equal((p.Low, p.High), (p.FromUnit(0), p.FromUnit(1)));
    }

    [Fact]
    public void Loss_IsTheWeightedMeanSquareInToleranceUnits()
    {
        CalibrationProblem problem = new([new("p", 0, 1, 0.5)], [new("a", 10, 2), new("b", 5, 1, 3), new("reported only", 0, 1, 0)]);

        // Residuals 1 and -2: (1 + 3 x 4) / 4.
        Assert.Equal(3.25, problem.Loss([12, 3, 1000]), 1e-12);
        Assert.Equal(double.PositiveInfinity, problem.Loss([double.NaN, 3, 0]));
        Assert.Equal(0, problem.Loss([10, 5, double.NaN]));
    }

    [Fact]
    public void AllFaults_ComeAtOnce()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new CalibrationProblem(
            [new("twice", 0, 1, 0.5), new("twice", 0, 1, 2), new("log", 0, 1, 0.5, ParameterScale.Log), new("logit", 0.1, 1, 0.5, ParameterScale.Logit), new("flat", 1, 1, 1)],
            [new("tolerance", 1, 0), new("weight", 1, 1, -1), new("error", 1, 1, 1, -1), new("gap", 1, 1, 1, null, -1), new("value", double.NaN, 1)]));

        string[] parts =
        [
            "twice: named 2 times", "the start 2", "above 0 on a log scale", "strictly between 0 and 1 on a logit", "flat: the bounds",
            "the tolerance 0", "the weight -1", "the observation error -1", "the discrepancy -1", "the value NaN",
        ];
        Assert.All(parts, p => Assert.Contains(p, fault.Message, StringComparison.Ordinal));
        Assert.Equal(2, CalibrationProblem.Faults([], []).Count);
    }
}
