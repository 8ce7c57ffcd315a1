using CareFlowSim.IO;

namespace CareFlowSim.Tests.IO;

/// <summary>Invented data of realistic size and shape, to draw and to measure; not results.</summary>
internal static class ChartSamples
{
    internal static readonly string[] Reasons =
    [
        "Awaiting a package of care at home",
        "Awaiting reablement or intermediate care",
        "Awaiting nursing home placement",
        "Awaiting residential home placement",
        "Awaiting community hospital bed",
        "Awaiting assessment",
        "Awaiting public funding decision",
        "Awaiting equipment or home adaptation",
        "Patient or family choice",
        "Disputes between organisations",
        "Housing",
    ];

    internal static IEnumerable<Chart> All =>
        [Beds(), Delays(), Mechanisms(), GroupedBars(), StackedBars(), Ranking(151), Ranking(12), OneLine(), ManyLines(), Fan(), Requirement()];

    internal static DateLineChart Beds()
    {
        double[] baseline = Days(365, d => 60_000 + (2_600 * Math.Cos((d - 290) * Math.Tau / 365)) + (160 * Math.Sin(d * Math.Tau / 7)));
        double[] policy = Days(365, d => baseline[d] - (Math.Min(1, d / 120.0) * 1_450) + (60 * Noise(d)));
        return new DateLineChart
        {
            Title = "Discharge to assess in every area would free about 1,450 general and acute beds once it has settled in",
            Subtitle = "Beds occupied at midnight by people aged 65 and over, England, mean of 40 replications",
            YLabel = "Occupied beds at midnight",
            Note = "Invented data. Winter is December to February.",
            Start = new DateOnly(2025, 4, 1),
            IntervalLabel = "95% interval of the mean",
            ReferenceLine = 62_500,
            ReferenceLabel = "92% of open beds",
            Bands = [new DateBand(new DateOnly(2025, 12, 1), new DateOnly(2026, 2, 28), "Winter")],
            Series =
            [
                new LineSeries("Baseline", baseline, Days(365, d => baseline[d] - 420), Days(365, d => baseline[d] + 420)),
                new LineSeries("Discharge to assess", policy, Days(365, d => policy[d] - 460), Days(365, d => policy[d] + 460), Dashed: true),
            ],
        };
    }

    internal static FanChart Fan()
    {
        double[] middle = Days(365, d => 80 + (9 * Math.Cos((d - 290) * Math.Tau / 365)) + (2 * Math.Sin(d * Math.Tau / 7)));
        return new FanChart
        {
            Title = "People in the rehabilitation beds, day by day",
            Subtitle = "Percentiles over 200 replications, at midnight",
            YLabel = "People",
            Note = "Invented data.",
            Start = new DateOnly(2025, 4, 1),
            Middle = new LineSeries("Median", middle),
            Fan =
            [
                new FanBand("5th to 95th percentile", Days(365, d => middle[d] - 14), Days(365, d => middle[d] + 16)),
                new FanBand("25th to 75th percentile", Days(365, d => middle[d] - 6), Days(365, d => middle[d] + 6)),
            ],
            References = [new LineSeries("Beds", Days(365, d => d < 240 ? 92 : 100))],
        };
    }

    internal static CurveChart Requirement() => new()
    {
        Title = "How many beds are enough, and for how much of the time?",
        Subtitle = "Share of the measured time with no more people than beds",
        XLabel = "Beds",
        YLabel = "Share of time enough, %",
        Note = "Invented data.",
        Curves =
        [
            .. Enumerable.Range(0, 4).Select(k => new Curve($"Unit {k + 1}", [.. Enumerable.Range(0, 40).Select(x => ((double)x, 100 / (1 + Math.Exp((12.0 + (4 * k) - x) / 2.5))))])),
        ],
        Levels = [new ReferenceLevel(95, "95% of the time")],
    };

    internal static StackedAreaChart Delays() => new()
    {
        Title = "Delayed beds by reason over the year, baseline",
        Subtitle = "People medically fit for discharge and still in a general and acute bed",
        YLabel = "Delayed beds",
        Start = new DateOnly(2025, 4, 1),
        Bands = [new DateBand(new DateOnly(2025, 12, 1), new DateOnly(2026, 2, 28), "Winter")],
        Series = [.. Reasons.Select((name, i) => new StackedSeries(name, Days(365, d => (3_000.0 / (i + 1.5)) * (1 + (0.15 * Math.Cos((d - 290 - (i * 9)) * Math.Tau / 365)) + (0.04 * Noise((d * 13) + i))))))],
    };

    internal static BarChart Mechanisms() => new()
    {
        Title = "Where the difference in occupied beds comes from",
        Subtitle = "Change in mean occupied beds against the baseline, by mechanism; negative is fewer beds",
        ValueLabel = "Change in occupied beds",
        IntervalLabel = "95% interval",
        Bars =
        [
            new Bar("Fewer days waiting for a package of care", -812.4, -905.1, -719.7),
            new Bar("Shorter stays on discharge pathway 1", -433.2, -520.3, -346.1),
            new Bar("Fewer emergency readmissions within 30 days of going home", -120.9, -171.2, -70.6),
            new Bar("More people kept at home by urgent community response", -61.5, -130.2, 7.2),
            new Bar("More admissions of people who would have died", 45.3, 20.1, 70.5),
            new Bar("Care home places filled by earlier discharges", 210.8, 150.4, 271.2),
        ],
    };

    internal static BarChart GroupedBars() => new()
    {
        Title = "Long stays by age group",
        Subtitle = "Share of stays of 21 days or more",
        ValueLabel = "Per cent of stays",
        IntervalLabel = "95% interval",
        Bars =
        [
            .. new[] { "65 to 74", "75 to 84", "85 and over" }.SelectMany((age, i) => new[]
            {
                new Bar(age, 6.1 + (3.3 * i), 5.7 + (3.3 * i), 6.5 + (3.3 * i), "Baseline"),
                new Bar(age, 5.2 + (2.9 * i), 4.7 + (2.9 * i), 5.7 + (2.9 * i), "Discharge to assess"),
                new Bar(age, 5.9 + (3.2 * i), 5.4 + (3.2 * i), 6.4 + (3.2 * i), "Hospital at home"),
            }),
        ],
    };

    internal static StackedBarChart StackedBars() => new()
    {
        Title = "Delayed beds by reason, baseline and policies",
        Subtitle = "Mean over the year, 40 replications",
        ValueLabel = "Delayed beds",
        Categories = ["Baseline", "Discharge to assess", "Hospital at home", "Reablement for everyone who could gain from it", "Care home support"],
        Series = [.. Reasons.Select((name, i) => new StackedSeries(name, [.. Enumerable.Range(0, 5).Select(c => Math.Round(3_000 / (i + 1.5) * (1 - (0.07 * ((c * (i + 2)) % 5)))))]))],
    };

    internal static DotRankingChart Ranking(int areas) => new()
    {
        Title = "Delayed beds per 100,000 people aged 65 and over",
        Subtitle = "Upper-tier local authorities in England, mean of 40 replications",
        ValueLabel = "Delayed beds per 100,000 people aged 65 and over",
        IntervalLabel = "95% interval",
        ReferenceLine = 98.4,
        ReferenceLabel = "England",
        Note = "Invented data.",
        Dots = [.. Enumerable.Range(0, areas).Select(i =>
        {
            double value = 100 + (45 * Math.Sin(i * 2.4)) + (20 * Noise(i));
            return new RankedDot(AreaName(i), value, value - 8 - (i % 7), value + 8 + (i % 7));
        })],
    };

    internal static DateLineChart OneLine() => new()
    {
        Title = "Waiting list with a week that was not recorded",
        YLabel = "People waiting",
        Start = new DateOnly(2025, 12, 20),
        StartAtZero = true,
        Series = [new LineSeries("People waiting for a package of care", Days(40, d => d is > 12 and < 20 ? double.NaN : 40 + (10 * Noise(d))))],
    };

    internal static DateLineChart ManyLines() => new()
    {
        Title = "Nine policies over five years",
        YLabel = "Occupied beds",
        Start = new DateOnly(2025, 4, 1),
        Bands = [.. Enumerable.Range(2025, 5).Select(y => new DateBand(new DateOnly(y, 12, 1), new DateOnly(y + 1, 2, 28), "Winter"))],
        Series = [.. Enumerable.Range(1, 9).Select(k => new LineSeries($"Policy {k} with a rather long name", Days(1826, d => 900 + (60 * Math.Cos((d - 290) * Math.Tau / 365)) - (d * k / 150.0))))],
    };

    private static string AreaName(int i) => (i % 11) switch
    {
        0 => "Bournemouth, Christchurch and Poole",
        1 => "Bath and North East Somerset",
        2 => $"York {i}",
        3 => $"Kensington and Chelsea {i}",
        4 => $"Leeds {i}",
        5 => $"Northumberland {i}",
        _ => $"Area of Westmorland {i}",
    };

    internal static double[] Days(int days, Func<int, double> value) => [.. Enumerable.Range(0, days).Select(value)];

    // A fixed scatter between −1 and 1, the same on every machine.
    private static double Noise(int i)
    {
        uint bits = unchecked((uint)(i + 1) * 2654435761u);
        bits ^= bits >> 15;
        bits = unchecked(bits * 2246822519u);
        bits ^= bits >> 13;
        return (bits / 2147483648.0) - 1;
    }
}
