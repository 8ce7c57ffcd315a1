using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class DotRankingChartTests
{
    [Fact]
    public void ToSvg_AnyOrder_ListsHighestFirstTiesByNameUnknownLast()
    {
        var picture = Picture(Chart(new("Leeds", 5), new("Kent", double.NaN), new("Bath", 5), new("York", 9)));

        Assert.Equal(["York", "Bath", "Leeds", "Kent"], InRowOrder(picture, "York", "Bath", "Leeds", "Kent"));
        Assert.Equal(2, picture.Texts.Count(t => t == "2"));
        Assert.Equal(3, picture.Named("circle").Count());
    }

    [Fact]
    public void ToSvg_151Areas_DrawsEachOnceInTwoColumns()
    {
        var picture = Picture(ChartSamples.Ranking(151));

        // Three more dots are the samples in the legend.
        Assert.Equal(154, picture.Named("circle").Count());
        Assert.Contains("151", picture.Texts);
        Assert.InRange(picture.Height, 1_200, 1_500);
    }

    [Fact]
    public void ToSvg_WithIntervalsAndReference_ColoursWhatLiesWhollyOnOneSide()
    {
        var chart = Chart(new("Above", 9, 8, 10), new("Across", 5, 4, 6), new("Below", 1, 0, 2)) with { ReferenceLine = 5, ReferenceLabel = "England" };

        string[] colours = [.. Picture(chart).Named("circle").Skip(3).Select(c => c.Attribute("fill")!.Value)];

        Assert.Equal(["#0072B2", Palette.Grey, "#D55E00"], colours);
        Assert.Contains("interval includes England", Picture(chart).Texts);
    }

    [Fact]
    public void ToSvg_ALabelTooLong_IsShortenedButToldToThePointer()
    {
        string label = string.Join(' ', Enumerable.Repeat("Borough", 40));

        var picture = Picture(Chart(new(label, 1), new("York", 2)));

        Assert.Contains(picture.Named("text"), t => t.Value.StartsWith(label, StringComparison.Ordinal));
        Assert.Contains(picture.Texts, t => t.EndsWith('…'));
    }

    [Fact]
    public void Describe_TellsTheEndsOfTheRanking() =>
        Assert.Equal(
            "Ranking of 2 areas by Beds. Highest: York, 9. Lowest: Bath, 5. England: 6.",
            Picture(Chart(new("Bath", 5), new("York", 9)) with { ReferenceLine = 6, ReferenceLabel = "England" }).Description);

    private static DotRankingChart Chart(params RankedDot[] dots) => new() { Title = "T", ValueLabel = "Beds", Dots = dots };

    private static SvgPicture Picture(DotRankingChart chart) => new(chart.ToSvg());

    private static IEnumerable<string> InRowOrder(SvgPicture picture, params string[] labels) =>
        picture.TextBoxes().Where(b => labels.Contains(b.Words)).OrderBy(b => b.Top).Select(b => b.Words);
}
