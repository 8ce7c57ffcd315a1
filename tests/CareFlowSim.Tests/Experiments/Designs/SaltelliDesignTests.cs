using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Designs;

public sealed class SaltelliDesignTests
{
    private static readonly SaltelliDesign Design = SaltelliDesign.Create(8, 3, new RandomStream(1, 0));

    [Fact]
    public void Points_AreA_ThenB_ThenTheMixedRows()
    {
        double[][] points = Design.Points();

        Assert.Equal(8 * 5, points.Length);
        Assert.Equal(Design.Count, points.Length);
        Assert.Equal(Design.A, points[..8]);
        Assert.Equal(Design.B, points[8..16]);
        Assert.Equal(Design.Mixed(2, 1), points[16 + 8 + 2]);
    }

    [Fact]
    public void MixedRow_TakesOneColumnFromB()
    {
        double[] mixed = Design.Mixed(5, 2);

        Assert.Equal([Design.A[5][0], Design.A[5][1], Design.B[5][2]], mixed);
        Assert.NotEqual(Design.A[5][2], Design.B[5][2]);
    }

    [Fact]
    public void MixedRow_LeavesAAsItIs()
    {
        double before = Design.A[0][0];
        Design.Mixed(0, 0)[0] = 7;

        Assert.Equal(before, Design.A[0][0]);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(8, 0)]
    [InlineData(8, 65)]
    public void CountsOutOfRange_AreRefused(int rows, int inputs) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SaltelliDesign.Create(rows, inputs, default));
}
