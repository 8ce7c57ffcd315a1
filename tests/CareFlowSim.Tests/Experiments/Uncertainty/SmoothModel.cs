using CareFlowSim.Experiments;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

/// <summary>A smooth model of three parameters with known values: a rate, a share and a length that together give four figures.</summary>
internal static class SmoothModel
{
    public static readonly double[] Truth = [3, 0.3, 12];

    public static readonly CalibrationProblem Problem = Make(10);

    /// <summary>Targets are the model's own figures at the true values; the tolerance is a hundredth of each.</summary>
    public static CalibrationProblem Make(double rateHigh, double rateStart = 1) => new(
        [
            new("rate", 0.5, rateHigh, rateStart, ParameterScale.Log),
            new("share", 0.05, 0.9, 0.5, ParameterScale.Logit),
            new("length", 4, 30, 20),
        ],
        [.. Figures(Truth).Zip(new[] { "admissions", "to hospital", "beds", "ratio" }, (v, name) => new CalibrationTarget(name, v, v / 100))]);

    public static double[] Figures(IReadOnlyList<double> p) =>
        [100 * p[0] * (1 + (0.1 * p[1])), 100 * p[0] * p[1], p[0] * p[1] * p[2], p[2] / (10 + p[0])];

    public static FittedValues Evaluate(IReadOnlyList<double> p) => new(Figures(p));
}
