using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

/// <summary>
/// Small charts compared, character for character, with the committed files in <c>Expectations</c>.
/// To renew them after a wanted change: <c>CAREFLOW_RENEW=1 dotnet test --filter ChartExpectationTests</c>.
/// That run writes the files and fails, so that nobody renews by accident; look at the pictures before committing them.
/// </summary>
public sealed class ChartExpectationTests
{
    private static readonly DateOnly Start = new(2025, 12, 30);

    private static readonly Dictionary<string, Chart> Charts = new()
    {
        ["lines"] = new DateLineChart
        {
            Title = "Occupied beds",
            Subtitle = "Mean of 40 replications",
            YLabel = "Beds at midnight",
            Note = "Invented data.",
            Start = Start,
            IntervalLabel = "95% interval",
            ReferenceLine = 1_250,
            ReferenceLabel = "Open beds",
            Bands = [new DateBand(new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 1), "Winter")],
            Series =
            [
                new LineSeries("Baseline", [1_200, 1_210, 1_190, double.NaN, 1_220], [1_190, 1_200, 1_180, double.NaN, 1_210], [1_210, 1_220, 1_200, double.NaN, 1_230]),
                new LineSeries("Policy", [1_200, 1_180, 1_150, 1_140, 1_130], Dashed: true),
            ],
        },
        ["area"] = new StackedAreaChart
        {
            Title = "Delayed beds by reason",
            YLabel = "Beds",
            Start = Start,
            Series = [new StackedSeries("Package of care", [30, 32, 31]), new StackedSeries("Housing", [4, 5, 4.5])],
        },
        ["bars"] = new BarChart
        {
            Title = "Change in occupied beds",
            ValueLabel = "Beds",
            IntervalLabel = "95% interval",
            Bars = [new Bar("Shorter waits", -81.4, -90, -72, "Policy A"), new Bar("Shorter waits", -40, -52, -28, "Policy B"), new Bar("Care homes & others", 12.5, 4, 21, "Policy A")],
        },
        ["stack"] = new StackedBarChart
        {
            Title = "Delayed beds",
            ValueLabel = "Beds",
            Categories = ["Baseline", "Policy"],
            Series = [new StackedSeries("Package of care", [30, 20]), new StackedSeries("Housing", [4, 4])],
        },
        ["fan"] = new FanChart
        {
            Title = "People in the ward",
            YLabel = "People at midnight",
            Start = Start,
            Middle = new LineSeries("Median", [10, 12, 13, 12, 12]),
            Fan = [new FanBand("5th to 95th percentile", [4, 6, 7, 6, 7], [16, 19, 20, 19, 18]), new FanBand("25th to 75th percentile", [8, 9, 10, 10, 10], [12, 15, 16, 15, 14])],
            References = [new LineSeries("Beds", [15, 15, 18, 18, 18])],
        },
        ["curves"] = new CurveChart
        {
            Title = "How many beds are enough?",
            XLabel = "Beds",
            YLabel = "Share of time enough, %",
            Curves = [new Curve("North", [(0, 2), (5, 40), (10, 90), (15, 99)]), new Curve("South", [(0, 1), (5, 25), (10, 70), (15, 95)], Dots: true)],
            Levels = [new ReferenceLevel(95, "95% of the time")],
            Places = [new ReferenceLevel(11, "North: 11 beds"), new ReferenceLevel(15, "South: 15 beds")],
        },
        ["ranking"] = new DotRankingChart
        {
            Title = "Delayed beds per 100,000 people",
            ValueLabel = "Beds per 100,000 people aged 65 and over",
            IntervalLabel = "95% interval",
            ReferenceLine = 98.4,
            ReferenceLabel = "England",
            Dots = [new RankedDot("York", 90, 80, 100), new RankedDot("Leeds", 120, 110, 130), new RankedDot("Rutland", double.NaN), new RankedDot("Kent", 70, 66, 74)],
        },
    };

    public static TheoryData<string> Names => [.. Charts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Chart_LooksAsCommitted(string name)
    {
        string file = Path.Combine(Folder(), name + ".svg");
        string svg = Charts[name].ToSvg();
        if (Environment.GetEnvironmentVariable("CAREFLOW_RENEW") == "1")
        {
            File.WriteAllText(file, svg);
            Assert.Fail($"{file} was renewed; look at it, then run again without CAREFLOW_RENEW.");
        }

        Assert.Equal(File.ReadAllText(file), svg);
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CareFlowSim.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "CareFlowSim.Tests", "IO", "Charts", "Expectations");
    }
}
