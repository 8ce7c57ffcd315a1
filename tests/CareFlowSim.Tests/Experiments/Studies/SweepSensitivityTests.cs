using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Tests.Experiments.Uncertainty;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class SweepSensitivityTests
{
    private static readonly RandomStream Luck = new(3, 0);

    /// <summary>On 3 x1 - 2 x2 + 0 x3 the elementary effects are 3, -2 and 0 everywhere.</summary>
    [Fact]
    public void Morris_OnALinearFunction_FindsItsSlopes_AndTheInputWithoutEffect()
    {
        MorrisDesign design = MorrisDesign.Create(10, 3, Luck);
        IReadOnlyList<InputSensitivity> found = SweepSensitivity.Of(new SensitivityDesign(Morris: design), [.. design.Points().Select(p => (3 * p[0]) - (2 * p[1]))]);

        Assert.Equal([3, 2, 0], found.Select(i => Math.Round(i.Effect!.MuStar, 9)));
        Assert.Equal([3, -2, 0], found.Select(i => Math.Round(i.Effect!.Mu, 9)));
        Assert.All(found, i => Assert.Equal(0, i.Effect!.Sigma, 1e-9));
        Assert.Equal([false, false, true], found.Select(i => i.IsIdle));
    }

    [Fact]
    public void Saltelli_OnIshigamisFunction_HasItsKnownIndices()
    {
        SaltelliDesign design = SaltelliDesign.Create(4096, 3, Luck);
        IReadOnlyList<InputSensitivity> found = SweepSensitivity.Of(new SensitivityDesign(Saltelli: design), [.. design.Points().Select(TestFunctions.Ishigami)]);

        Assert.Equal(new[] { 0.3139, 0.4424, 0.0 }, found.Select(i => i.Sobol!.First), (a, b) => Math.Abs(a - b) < 0.03);
        Assert.Equal(new[] { 0.5576, 0.4424, 0.2437 }, found.Select(i => i.Strength), (a, b) => Math.Abs(a - b) < 0.03);
    }

    [Fact]
    public void OneAtATime_GivesTheEnds_InTheOrderOfTheInputs()
    {
        OneAtATimeDesign design = OneAtATimeDesign.Create(2);
        IReadOnlyList<InputSensitivity> found = SweepSensitivity.Of(new SensitivityDesign(OneAtATime: design), [10, 9, 11, 5, 15]);

        Assert.Equal([2, 10], found.Select(i => i.Strength));
    }

    [Fact]
    public void Points_GiveRankCorrelations_UnlessTheyAreTooFew()
    {
        double[][] points = LatinHypercube.Points(40, 2, Luck);
        double[] figures = [.. points.Select(p => Math.Exp(p[0]) - (0.01 * p[1]))];

        Assert.True(SweepSensitivity.Of(new SensitivityDesign(Points: points), figures)[0].Correlation!.Coefficient > 0.99);
        Assert.Empty(SweepSensitivity.Of(new SensitivityDesign(Points: points[..4]), figures[..4]));
        Assert.Empty(SweepSensitivity.Of(new SensitivityDesign(Points: points), [.. points.Select(_ => 1.0)]));
    }

    /// <summary>A 2 x 2 grid of 0, 1, 10, 11: the first input has 100 of 101 parts of the variance.</summary>
    [Fact]
    public void AGrid_SharesOutItsVariance()
    {
        IReadOnlyList<InputSensitivity> found = SweepSensitivity.Of(new SensitivityDesign(Levels: [["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]]), [0, 1, 10, 11]);

        Assert.Equal(new[] { 100.0 / 101, 1.0 / 101 }, found.Select(i => i.MainEffect), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Empty(SweepSensitivity.Of(new SensitivityDesign(Levels: [["a"], ["b"]]), [1, double.NaN]));
    }
}
