using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Charts;

public sealed class HeatMapChartTests
{
    private static readonly HeatMapChart Chart = new()
    {
        Title = "Beds freed",
        RowLabel = "posts",
        ColumnLabel = "weekend (share)",
        ValueLabel = "beds freed, beds",
        Rows = ["500", "1000"],
        Columns = ["0.2", "0.5", "1"],
        Values = [[1, 2, 3], [4, double.NaN, 6]],
    };

    [Fact]
    public void ToSvg_ShowsEveryFigure_AndTheMissingOneAsMissing()
    {
        string svg = Chart.ToSvg();

        Assert.All(new[] { "1", "2", "3", "4", "6", "–", "500", "weekend (share)" }, t => Assert.Contains($">{t}<", svg, StringComparison.Ordinal));
        Assert.Equal(svg, Chart.ToSvg());
    }

    [Fact]
    public void ToSvg_HighestIsDeepest()
    {
        string svg = Chart.ToSvg();

        Assert.Contains(Palette.Depth(1), svg, StringComparison.Ordinal);
        Assert.Contains(Palette.Depth(0), svg, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSvg_ValuesThatDoNotFit_AreRefused() => Assert.Throws<ArgumentException>(() => (Chart with { Values = [[1, 2, 3]] }).ToSvg());
}
