using System.Globalization;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

/// <summary>What must hold for every chart, whatever it shows.</summary>
public sealed class ChartTests
{
    private const string Long = "A name that goes on <and on> & on, \"far\" beyond what anybody would want to read beside a chart about people waiting for a package of care";

    private static readonly DateOnly Start = new(2025, 4, 1);

    private static readonly Dictionary<string, Chart> Charts = new()
    {
        ["beds"] = ChartSamples.Beds(),
        ["beds narrow"] = ChartSamples.Beds() with { Width = 480, Title = Long, Subtitle = Long, Note = Long },
        ["delays"] = ChartSamples.Delays(),
        ["delays low"] = ChartSamples.Delays() with { PlotHeight = 120 },
        ["mechanisms"] = ChartSamples.Mechanisms(),
        ["mechanisms narrow"] = ChartSamples.Mechanisms() with { Width = 480 },
        ["grouped bars"] = ChartSamples.GroupedBars(),
        ["stacked bars"] = ChartSamples.StackedBars(),
        ["stacked bars narrow"] = ChartSamples.StackedBars() with { Width = 480 },
        ["151 areas"] = ChartSamples.Ranking(151),
        ["151 areas narrow"] = ChartSamples.Ranking(151) with { Width = 480 },
        ["12 areas"] = ChartSamples.Ranking(12),
        ["one line with a gap"] = ChartSamples.OneLine(),
        ["nine lines"] = ChartSamples.ManyLines(),
        ["thirty lines"] = Lines([.. Enumerable.Range(0, 30).Select(i => new LineSeries(Long + i, [i, 2 * i]))]),
        ["one day"] = Lines([new LineSeries("One", [5], [4], [6])]) with { Bands = [new DateBand(Start, Start, "W")] },
        ["identical values"] = Lines([new LineSeries("One", [7, 7, 7]), new LineSeries("Two", [7, 7, 7])]),
        ["zero and below"] = Lines([new LineSeries("One", [-7, 0, -3.5])]),
        ["tiny"] = Lines([new LineSeries("One", [1e-7, 3e-7, 2e-7])]),
        ["huge"] = Lines([new LineSeries("One", [-9e14, 9e14, 1])]),
        ["a band outside"] = Lines([new LineSeries("One", [1, 2])]) with { Bands = [new DateBand(Start.AddDays(5), Start.AddDays(9), "Later")] },
        ["one point in a gap"] = Lines([new LineSeries("One", [double.NaN, 2, double.NaN], [double.NaN, 1, double.NaN], [double.NaN, 3, double.NaN])]),
        ["area of one day"] = Area([new StackedSeries(Long, [4]), new StackedSeries("Two", [0])]),
        ["area with a gap"] = Area([new StackedSeries("One", [4, double.NaN, 5, 4, 3]), new StackedSeries("Two", [1, 1, 1, double.NaN, 1])]),
        ["area of zeros"] = Area([new StackedSeries("One", [0, 0])]),
        ["bars of nothing known"] = Bars(new Bar("One", double.NaN), new Bar("Two", 0)),
        ["bars all negative"] = Bars(new Bar(Long, -5_000_000, -6_000_000, -1), new Bar("", -1), new Bar("Unknown", double.NaN)),
        ["bars whiskers across zero"] = Bars(new Bar("One", 1, -5, 7), new Bar("Two", -1, -7, 5)),
        ["bars in many groups"] = Bars([.. Enumerable.Range(0, 20).Select(i => new Bar(i % 2 == 0 ? "Even" : Long, i, Group: Long + i))]),
        ["stack with negatives and holes"] = Stack(["A", Long], [new StackedSeries(Long, [-5, 7]), new StackedSeries("b", [3, double.NaN]), new StackedSeries("c", [-1, 0])]),
        ["ranking of one"] = Dots(new RankedDot(Long, 5)),
        ["ranking with unknown"] = Dots(new RankedDot("Unknown", double.NaN), new RankedDot("York", 5, 4, 6), new RankedDot("Leeds", 5)) with { StartAtZero = true },
        ["fan"] = ChartSamples.Fan(),
        ["fan narrow"] = ChartSamples.Fan() with { Width = 480, Title = Long, Subtitle = Long, Note = Long },
        ["fan of one day"] = ChartSamples.Fan() with { Middle = new LineSeries(Long, [3]), Fan = [new FanBand(Long, [1], [5])], References = [] },
        ["fan with a gap"] = ChartSamples.Fan() with { Middle = new LineSeries("One", [3, double.NaN, 4, 5]), Fan = [new FanBand("Wide", [1, double.NaN, 2, 3], [5, double.NaN, 6, 7])], References = [new LineSeries("Beds", [4, double.NaN, 4, 4])] },
        ["fan of nothing"] = ChartSamples.Fan() with { Middle = new LineSeries("One", []), Fan = [], References = [] },
        ["curves"] = ChartSamples.Requirement(),
        ["curves narrow"] = ChartSamples.Requirement() with { Width = 480, Title = Long, XLabel = Long, YLabel = Long },
        ["curve of one point"] = ChartSamples.Requirement() with { Curves = [new Curve(Long, [(5, 50)])], Levels = [], Places = [new ReferenceLevel(5, Long)] },
        ["curve with a gap"] = ChartSamples.Requirement() with { Curves = [new Curve("One", [(1, 2), (2, double.NaN), (3, 4), (4, -5)], Dots: true)], StartAtZero = false },
        ["no curves"] = ChartSamples.Requirement() with { Curves = [] },
        ["no lines"] = Lines([]),
        ["lines of gaps"] = Lines([new LineSeries("One", [double.NaN]), new LineSeries("Two", [])]),
        ["no area"] = Area([]),
        ["no bars"] = Bars(),
        ["no stack"] = Stack([], []),
        ["no dots"] = Dots(),
    };

    public static TheoryData<string> Names => [.. Charts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingLeavesThePicture(string name) =>
        new SvgPicture(Charts[name].ToSvg()).AssertNothingLeavesThePicture();

    [Theory]
    [MemberData(nameof(Names))]
    public void NoTextCoversAnother(string name) =>
        new SvgPicture(Charts[name].ToSvg()).AssertNoTextCoversAnother();

    [Theory]
    [MemberData(nameof(Names))]
    public void SaysItsTitleAndContentsToScreenReaders(string name)
    {
        var picture = new SvgPicture(Charts[name].ToSvg());

        Assert.Equal(Charts[name].Title, picture.Title);
        Assert.EndsWith(".", picture.Description, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SameChart_SameText_InAnyCulture(string name)
    {
        string first = Charts[name].ToSvg();
        var before = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = ",";
            odd.NumberFormat.NumberGroupSeparator = ".";
            odd.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = odd;

            Assert.Equal(first, Charts[name].ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("no lines")]
    [InlineData("lines of gaps")]
    [InlineData("no area")]
    [InlineData("no bars")]
    [InlineData("no stack")]
    [InlineData("no dots")]
    public void EmptyChart_SaysNoData(string name) => Assert.Contains("no data", new SvgPicture(Charts[name].ToSvg()).Texts);

    [Fact]
    public void InfiniteValue_IsRefusedByName()
    {
        double[] infinite = [1, double.PositiveInfinity];
        Chart[] charts =
        [
            Lines([new LineSeries("Culprit", infinite)]),
            Lines([new LineSeries("Culprit", [1, 1], [1, double.NegativeInfinity], [1, 1])]),
            Area([new StackedSeries("Culprit", infinite)]),
            Bars(new Bar("Culprit", double.NegativeInfinity)),
            Bars(new Bar("Culprit", 1, 0, double.PositiveInfinity)),
            Stack(["a", "b"], [new StackedSeries("Culprit", infinite)]),
            Dots(new RankedDot("Culprit", double.PositiveInfinity)),
            Bars(new Bar("Culprit", 1e16)),
        ];

        Assert.All(charts, c => Assert.Contains("\"Culprit\"", Assert.Throws<ArgumentException>(c.ToSvg).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void ListsThatDoNotMatch_AreRefusedByName()
    {
        Chart[] charts =
        [
            Lines([new LineSeries("Culprit", [1, 2], [1], [2, 2])]),
            Lines([new LineSeries("Culprit", [1, 2], [1, 2])]),
            Area([new StackedSeries("One", [1, 2]), new StackedSeries("Culprit", [1])]),
            Area([new StackedSeries("Culprit", [-1])]),
            Bars(new Bar("Culprit", 1, Low: 0)),
            Stack(["a", "b"], [new StackedSeries("Culprit", [1])]),
            Dots(new RankedDot("Culprit", 1, High: 2)),
        ];

        Assert.All(charts, c => Assert.Contains("\"Culprit\"", Assert.Throws<ArgumentException>(c.ToSvg).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void TooSmall_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>((ChartSamples.Beds() with { Width = 100 }).ToSvg);
        Assert.Throws<ArgumentOutOfRangeException>((ChartSamples.Beds() with { PlotHeight = 10 }).ToSvg);
    }

    private static DateLineChart Lines(IReadOnlyList<LineSeries> series) =>
        new() { Title = "Lines", YLabel = "Beds", Start = Start, Series = series, IntervalLabel = "95% interval" };

    private static StackedAreaChart Area(IReadOnlyList<StackedSeries> series) =>
        new() { Title = "Area", YLabel = "Beds", Start = Start, Series = series };

    private static BarChart Bars(params Bar[] bars) => new() { Title = "Bars", ValueLabel = "Beds", Bars = bars, IntervalLabel = "95% interval" };

    private static StackedBarChart Stack(IReadOnlyList<string> categories, IReadOnlyList<StackedSeries> series) =>
        new() { Title = "Stack", ValueLabel = "Beds", Categories = categories, Series = series };

    private static DotRankingChart Dots(params RankedDot[] dots) => new() { Title = "Dots", ValueLabel = "Beds", Dots = dots };

    [Fact]
    public void DotRanking_SomeLeftOut_RanksCountThem()
    {
        string svg = (Dots(new RankedDot("Highest", 9), new RankedDot("Lowest", 1)) with { Kind = "cells", LeftOut = 498, LeftOutAfter = 1 }).ToSvg();

        Assert.Contains(">500</text>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">2</text>", svg, StringComparison.Ordinal);
        Assert.Contains("Ranking of 500 cells", svg, StringComparison.Ordinal);
    }
}
