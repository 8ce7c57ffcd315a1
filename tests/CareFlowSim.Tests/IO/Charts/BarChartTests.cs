using System.Globalization;
using System.Xml.Linq;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class BarChartTests
{
    [Fact]
    public void ToSvg_NegativeValues_GoLeftOfZero()
    {
        var bars = FilledBars(Picture(new Bar("Down", -10), new Bar("Up", 5)));

        Assert.Equal(Right(bars[0]), Left(bars[1]), 0.11);
        Assert.Equal(2, (Right(bars[0]) - Left(bars[0])) / (Right(bars[1]) - Left(bars[1])), 0.01);
    }

    [Fact]
    public void ToSvg_Groups_StandTogetherInOneColourEach()
    {
        var picture = Picture(new Bar("A", 1, Group: "Before"), new Bar("B", 2, Group: "Before"), new Bar("A", 3, Group: "After"));

        Assert.Single(picture.Texts, t => t == "A");
        Assert.Contains("Before", picture.Texts);
        Assert.Contains("After", picture.Texts);
        string[] fills = [.. FilledBars(picture).Select(b => b.Attribute("fill")!.Value)];
        Assert.Equal(fills[2], fills[4]);
        Assert.NotEqual(fills[2], fills[3]);
    }

    [Fact]
    public void ToSvg_AnUnknownValue_SaysNoData() =>
        Assert.Contains("no data", Picture(new Bar("A", 1), new Bar("B", double.NaN)).Texts);

    [Fact]
    public void ToSvg_Decimals_AreAsAsked() =>
        Assert.Contains("−812.40", new SvgPicture((ChartSamples.Mechanisms() with { Decimals = 2 }).ToSvg()).Texts);

    [Fact]
    public void Describe_TellsEveryBar() =>
        Assert.Equal("Bar chart of Beds. A, Before: 10 (8 to 12); B: no data.", Picture(new Bar("A", 10, 8, 12, "Before"), new Bar("B", double.NaN)).Description);

    private static SvgPicture Picture(params Bar[] bars) => new(new BarChart { Title = "T", ValueLabel = "Beds", Bars = bars }.ToSvg());

    // Legend boxes come first, then the bars from the top down.
    private static List<XElement> FilledBars(SvgPicture picture) => [.. picture.Named("rect").Where(r => r.Attribute("stroke") is not null)];

    private static double Left(XElement bar) => double.Parse(bar.Attribute("x")!.Value, CultureInfo.InvariantCulture);

    private static double Right(XElement bar) => Left(bar) + double.Parse(bar.Attribute("width")!.Value, CultureInfo.InvariantCulture);
}
