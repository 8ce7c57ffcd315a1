using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class StackedAreaChartTests
{
    [Fact]
    public void ToSvg_AHoleInOneLayer_IsAGapInAll()
    {
        var picture = Picture(new StackedSeries("One", [1, 1, 1, 1, 1]), new StackedSeries("Two", [2, 2, double.NaN, 2, 2]));

        Assert.Equal(4, picture.Named("polygon").Count());
    }

    [Fact]
    public void ToSvg_ADayBetweenHoles_StillHasAWidth()
    {
        var picture = Picture(new StackedSeries("One", [double.NaN, 1, double.NaN]));

        Assert.Contains(picture.Named("rect"), r => r.Attribute("width")!.Value == "4");
    }

    [Fact]
    public void ToSvg_ElevenReasons_NamesThemTopDownInTheOrderOfTheStack()
    {
        var picture = new SvgPicture((ChartSamples.Delays() with { Width = 1_600, PlotHeight = 500 }).ToSvg());

        var names = picture.TextBoxes().Where(b => ChartSamples.Reasons.Contains(b.Words)).OrderByDescending(b => b.Top).Select(b => b.Words);

        Assert.Equal(ChartSamples.Reasons, names);
    }

    [Fact]
    public void Describe_TellsTheMeanOfEachLayer() =>
        Assert.EndsWith("Mean over the days shown: One 2; Two 10.", Picture(new StackedSeries("One", [1, 3]), new StackedSeries("Two", [10, 10])).Description, StringComparison.Ordinal);

    private static SvgPicture Picture(params StackedSeries[] series) =>
        new(new StackedAreaChart { Title = "T", YLabel = "Beds", Start = new DateOnly(2025, 4, 1), Series = series }.ToSvg());
}
