using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Designs;

public sealed class FullGridTests
{
    [Fact]
    public void Points_AreAllCombinations_LastInputFastest() =>
        Assert.Equal([[1, 10], [1, 20], [1, 30], [2, 10], [2, 20], [2, 30]], FullGrid.Points([[1, 2], [10, 20, 30]]));

    [Fact]
    public void CellMiddles_StandInTheMiddleOfTheCells() =>
        Assert.Equal([[0.25, 0.5], [0.75, 0.5]], FullGrid.CellMiddles([2, 1]));

    [Fact]
    public void GridsWithoutPoints_OrWithTooMany_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => FullGrid.Points([]));
        Assert.Throws<ArgumentException>(() => FullGrid.Points([[1], []]));
        Assert.Throws<ArgumentException>(() => FullGrid.CellMiddles([2, -1]));
        Assert.Throws<ArgumentException>(() => FullGrid.CellMiddles([10_000, 10_000, 10_000, 10_000]));
    }
}
