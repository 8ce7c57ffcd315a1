using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class StackedBarChartTests
{
    [Fact]
    public void ToSvg_ElevenReasons_AreAllInTheLegendAndAllDifferent()
    {
        var picture = new SvgPicture(ChartSamples.StackedBars().ToSvg());

        Assert.All(ChartSamples.Reasons, r => Assert.Contains(r, picture.Texts));
        var fills = picture.Named("rect").Where(r => r.Attribute("stroke") is not null).Take(11).Select(r => r.Attribute("fill")!.Value);
        Assert.Equal(11, fills.Distinct().Count());
    }

    [Theory]
    [InlineData(3, 4, "7")]
    [InlineData(3, -4, "net −1")]
    [InlineData(3, double.NaN, "incomplete")]
    [InlineData(double.NaN, double.NaN, "no data")]
    public void ToSvg_BesideEachBar_StandsItsSum(double one, double two, string expected)
    {
        var chart = new StackedBarChart
        {
            Title = "T",
            ValueLabel = "Beds",
            Categories = ["A", "B"],
            Series = [new StackedSeries("One", [one, 1]), new StackedSeries("Two", [two, 1])],
        };

        Assert.Contains(expected, new SvgPicture(chart.ToSvg()).Texts);
    }

    [Fact]
    public void Describe_TellsEveryLayer() =>
        Assert.StartsWith("Stacked bar chart of Delayed beds. Baseline: 7,347; Awaiting a package of care at home 2,000, ", new SvgPicture(ChartSamples.StackedBars().ToSvg()).Description, StringComparison.Ordinal);
}
