using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class DateLineChartTests
{
    private static readonly DateLineChart Empty = new() { Title = "T", YLabel = "Beds", Start = new DateOnly(2025, 4, 1), Series = [] };

    [Fact]
    public void ToSvg_AGap_BreaksTheLineAndItsInterval()
    {
        double[] values = [1, 2, double.NaN, 3, 4];
        var picture = Picture(new LineSeries("One", values, values, values));

        Assert.Equal(2, picture.Named("polyline").Count());
        Assert.Equal(2, picture.Named("polygon").Count());
    }

    [Fact]
    public void ToSvg_ALonelyDay_IsADot()
    {
        var picture = Picture(new LineSeries("One", [1, double.NaN, 2, double.NaN, 3, 4]));

        Assert.Equal(2, picture.Named("circle").Count());
        Assert.Single(picture.Named("polyline"));
    }

    [Fact]
    public void ToSvg_AxisWithoutZero_SaysSo()
    {
        var chart = Empty with { Series = [new LineSeries("One", [57_000, 63_000])] };

        Assert.Contains("Beds (axis does not start at zero)", new SvgPicture(chart.ToSvg()).Texts);
        Assert.Contains("Beds", new SvgPicture((chart with { StartAtZero = true }).ToSvg()).Texts);
    }

    [Fact]
    public void ToSvg_AReferenceBeyondTheData_IsInside()
    {
        var chart = Empty with { Series = [new LineSeries("One", [1, 2])], ReferenceLine = 50, ReferenceLabel = "Open beds" };

        var picture = new SvgPicture(chart.ToSvg());

        picture.AssertNothingLeavesThePicture();
        Assert.Contains("Open beds", picture.Texts);
    }

    [Fact]
    public void ToSvg_MoreNamesThanFitBeside_HasALegendWithAllOfThem()
    {
        LineSeries[] many = [.. Enumerable.Range(0, 40).Select(i => new LineSeries($"Line {i}", [i, i]))];

        var picture = Picture(many);

        Assert.All(many, s => Assert.Contains(s.Name, picture.Texts));
        picture.AssertNoTextCoversAnother();
    }

    [Fact]
    public void ToSvg_BandsTooNarrowForTheirLabel_AreInTheLegendOnce()
    {
        var picture = new SvgPicture(ChartSamples.ManyLines().ToSvg());

        Assert.Single(picture.Texts, t => t == "Winter");
    }

    [Fact]
    public void Describe_TellsPeriodAndEnds() =>
        Assert.Equal(
            "Line chart of Beds, 1 April 2025 to 3 April 2025. One: 1,000 at the start, 2,000 at the end, lowest 1,000, highest 3,000.",
            Picture(new LineSeries("One", [1_000, 3_000, 2_000])).Description);

    private static SvgPicture Picture(params LineSeries[] series) => new((Empty with { Series = series }).ToSvg());
}
