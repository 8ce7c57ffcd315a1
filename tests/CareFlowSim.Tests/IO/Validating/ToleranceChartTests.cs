using System.Xml.Linq;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class ToleranceChartTests
{
    private static readonly ToleranceChart Chart = new()
    {
        Title = "Checks <1>",
        Dots =
        [
            new("Fitted", "met", 0.5, 0.2, 0.8, "+5%"),
            new("Fitted", "missed", 1.5, null, null, "+15%"),
            new("Held out", "far off", -40, -41, -39, "−400%"),
            new("Held out", "unknown", double.NaN, null, null, "–"),
        ],
    };

    [Fact]
    public void Picture_IsWellFormedAndNamesWhatIsOutside()
    {
        XElement svg = XDocument.Parse(Chart.ToSvg()).Root!;

        Assert.Equal("2 of 4 figures lie within".Replace("2", "1", StringComparison.Ordinal), svg.Elements().Single(e => e.Name.LocalName == "desc").Value[..25]);
        Assert.Contains("missed (+15%); far off (−400%); unknown (–)", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void ADotBeyondTheAxis_IsAnArrowAtItsEdge()
    {
        string svg = Chart.ToSvg();

        // Two dots stand in the plot and two in the legend; the one far off is an arrow and the unknown one nothing.
        Assert.Equal(4, svg.Split("<circle").Length - 1);
        Assert.Single(svg.Split('\n'), l => l.StartsWith("<polyline", StringComparison.Ordinal));
    }

    [Fact]
    public void HalfAnInterval_IsRefused() =>
        Assert.Throws<ArgumentException>(() => (Chart with { Dots = [new("a", "b", 0, 0, null, "")] }).ToSvg());

    [Fact]
    public void MonthLines_HoldEachMonthAndLeaveGaps()
    {
        double[] days = MonthLines.Days([(new DateOnly(2014, 4, 1), 1), (new DateOnly(2014, 6, 1), 3)]);

        Assert.Equal(91, days.Length);
        Assert.Equal((1.0, 1.0, 3.0, 3.0), (days[0], days[29], days[61], days[90]));
        Assert.All(days[30..61], d => Assert.True(double.IsNaN(d)));
    }

    [Fact]
    public void MonthChart_DrawsBothSides()
    {
        Agreement agreement = new("Delayed days", "days", false, [new("England", "2014-04", 3000, 6000, 5000, 7000), new("England", "2014-05", 3100, 6200, 5100, 7100)], "A note.");

        string svg = MonthLines.Chart(agreement, "").ToSvg();

        Assert.Contains("Observed: 100 at the start, 100 at the end", svg, StringComparison.Ordinal);
        Assert.Contains("Simulated: 200 at the start, 200 at the end", svg, StringComparison.Ordinal);
        Assert.Contains("95% range of one replication", svg, StringComparison.Ordinal);
    }
}
