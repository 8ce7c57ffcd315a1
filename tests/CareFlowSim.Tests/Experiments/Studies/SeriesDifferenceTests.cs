using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class SeriesDifferenceTests
{
    [Fact]
    public void Paired_IsTheEstimateOfTheDifferences_OfReplicationsThatBothHave()
    {
        SeriesDifference found = SeriesDifference.Of([1, 2, 3, double.NaN, 9], [2, 4, 6, 7], paired: true)!;

        Assert.Equal(Estimate.Of([1.0, 2, 3]), found.Difference);
        Assert.Equal((2.0, 4.0), (found.First.Point, found.Second.Point));
        Assert.Equal(CommonLuck.Factor([1, 2, 3], [2, 4, 6]), found.PairingFactor);
    }

    /// <summary>Welch's interval by hand: variances 1 / 3 and 4 / 3, degrees of freedom (5 / 3)^2 / ((1 / 9 + 16 / 9) / 2) = 2.941.</summary>
    [Fact]
    public void Unpaired_IsWelchs()
    {
        SeriesDifference found = SeriesDifference.Of([1, 2, 3], [2, 4, 6], paired: false)!;

        Assert.Equal(2, found.Difference.Point);
        double half = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 25.0 / 9 / (17.0 / 18), 0.975) * Math.Sqrt(5.0 / 3);
        Assert.Equal(2 + half, found.Difference.High, 1e-9);
        Assert.True(double.IsNaN(found.PairingFactor));
    }

    [Fact]
    public void WithoutAValue_ThereIsNothingToCompare() => Assert.Null(SeriesDifference.Of([double.NaN], [1], paired: false));
}
