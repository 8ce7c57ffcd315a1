using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The pictures of a pathway.</summary>
internal static class PathwayCharts
{
    /// <summary>Places that have a fan of their own.</summary>
    private const int MostFans = 12;

    /// <summary>Places that a picture with lines has room for.</summary>
    private const int MostLines = 6;

    /// <summary>Every kind of picture with its question; a star stands for the name of a place.</summary>
    public static IReadOnlyList<(string File, string Question)> All { get; } =
    [
        ("occupancy-*.svg", "How many people are in the place, day by day, and how does that vary? One for each of the first 12 places."),
        ("delay-by-day.svg", "How many person-days of waiting does each day bring, in the baseline and under each policy?"),
        ("delay-by-place.svg", "Which place do people wait for?"),
        ("bed-requirement.svg", "How many beds would be enough, and for how much of the time?"),
        ("occupancy-distribution.svg", "For how much of the time are so many people in a place?"),
        ("waits.svg", "How many are still waiting after so many days?"),
        ("costs.svg", "What does each arm cost? (Only where costs are given.)"),
        ("welch.svg", "Had the flow settled when measurement began? (Only with a warm-up.)"),
    ];

    /// <summary>The pictures that a result has something for.</summary>
    public static IReadOnlyList<(string File, Chart Chart)> Of(PathwayResult result)
    {
        List<(string, Chart)> charts = [];
        HashSet<string> taken = [];
        for (int place = 0; place < Math.Min(MostFans, result.Scenario.Places.Count); place++)
        {
            string slug = Slug(result.Scenario.Places[place].Name);
            charts.Add(($"occupancy-{(taken.Add(slug) ? slug : FormattableString.Invariant($"{slug}-{place + 1}"))}.svg", Fan(result, place)));
        }

        bool waits = result.Level(0, result.RowOf(null), PathwayMeasure.DelayDays).Point > 0;
        if (waits)
        {
            charts.Add(("delay-by-day.svg", DelayByDay(result)));
            charts.Add(("delay-by-place.svg", DelayByPlace(result)));
        }

        charts.Add(("bed-requirement.svg", Requirement(result)));
        charts.Add(("occupancy-distribution.svg", Distribution(result)));
        if (waits)
        {
            charts.Add(("waits.svg", Waits(result)));
        }

        if (result.Level(0, result.RowOf(null), PathwayMeasure.Cost).Point > 0)
        {
            charts.Add(("costs.svg", Costs(result)));
        }

        if (result.Scenario.Period.WarmUpDays > 0)
        {
            charts.Add(("welch.svg", PathwayWarmUp.Welch(result)));
        }

        return charts;
    }

    private static FanChart Fan(PathwayResult result, int place)
    {
        PathwayScenario scenario = result.Scenario;
        PathwayPlace what = scenario.Places[place];
        int from = scenario.Period.WarmUpDays;
        double[][] p = [.. result.PercentileSeries(0, place, PathwaySeries.Occupied, 0.05, 0.25, 0.5, 0.75, 0.95).Select(s => s[from..])];
        bool units = !what.Capacity.IsUnlimited && what.Kind != PlaceKind.Visits;
        return new FanChart
        {
            Title = $"People in {what.Name}, day by day",
            Subtitle = $"At midnight, baseline. {scenario.Title}",
            YLabel = "People",
            CountsUp = true,
            Start = scenario.Period.Start,
            Middle = new LineSeries("median", p[2]),
            Fan = [new FanBand("5th to 95th percentile", p[0], p[4]), new FanBand("25th to 75th percentile", p[1], p[3])],
            References = units ? [new LineSeries("capacity", PathwayCapacity.ByDay(what.Capacity, scenario)[from..])] : [],
            Note = $"Percentiles over {Title.Count(result.Replications, "replication")} of each single day, not of whole years."
                + (what.Kind == PlaceKind.Visits ? " The capacity counts visits, so no line of it is drawn." : what.Capacity.Hours.Count > 0 ? " The line is the capacity outside special hours." : ""),
        };
    }

    private static DateLineChart DelayByDay(PathwayResult result)
    {
        PathwayScenario scenario = result.Scenario;
        int from = scenario.Period.WarmUpDays;
        return new DateLineChart
        {
            Title = "Delay by day: people waiting for their next place",
            Subtitle = $"Person-days of waiting in each day, all places. {scenario.Title}",
            YLabel = "Person-days a day, mean over replications",
            Start = scenario.Period.Start,
            StartAtZero = true,
            IntervalLabel = "5th to 95th percentile of replications, baseline",
            Series =
            [
                .. Enumerable.Range(0, Math.Min(MostLines, result.Arms.Count)).Select(arm =>
                {
                    double[][] days = [.. Enumerable.Range(from, scenario.Period.Days).Select(d => Totals(result, arm, d))];
                    return new LineSeries(
                        result.Arms[arm],
                        [.. days.Select(d => d.Average())],
                        arm == 0 ? [.. days.Select(d => Rank(d, 0.05))] : null,
                        arm == 0 ? [.. days.Select(d => Rank(d, 0.95))] : null);
                }),
            ],
            Note = $"{Title.Count(result.Replications, "replication")}. Capacity and transition delay together; the tables tell them apart." + Left(result.Arms.Count, "arms"),
        };
    }

    private static double[] Totals(PathwayResult result, int arm, int day) =>
        [.. result.Outcomes[arm].Select(o => Enumerable.Range(0, result.Scenario.Places.Count).Sum(p => (double)o.Series(p, PathwaySeries.DelayDays)[day])).Order()];

    private static double Rank(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    private static StackedAreaChart DelayByPlace(PathwayResult result)
    {
        PathwayScenario scenario = result.Scenario;
        int from = scenario.Period.WarmUpDays;
        int[] shown = Busiest(result, PathwayMeasure.DelayDays);
        int[] rest = [.. Enumerable.Range(0, scenario.Places.Count).Except(shown)];
        return new StackedAreaChart
        {
            Title = "Which place do people wait for?",
            Subtitle = $"Person-days of waiting a day, mean of the week around each day, baseline. {scenario.Title}",
            YLabel = "Person-days a day, mean over replications",
            Start = scenario.Period.Start,
            Series =
            [
                .. shown.Select(p => new StackedSeries(scenario.Places[p].Name, Delay(p))),
                .. rest.Length == 0 ? (IEnumerable<StackedSeries>)[] : [new StackedSeries("other places", [.. rest.Select(Delay).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)])])],
            ],
            Note = $"{Title.Count(result.Replications, "replication")}.",
        };

        // The rhythm of the week would hide which place it is.
        double[] Delay(int place)
        {
            double[] days = result.MeanSeries(0, place, PathwaySeries.DelayDays)[from..];
            return [.. Enumerable.Range(0, days.Length).Select(d => days[Math.Max(0, d - 3)..Math.Min(days.Length, d + 4)].Average())];
        }
    }

    private static CurveChart Requirement(PathwayResult result)
    {
        int[] shown = Busiest(result, PathwayMeasure.DelayDays);
        return new CurveChart
        {
            Title = "How many beds would be enough, and for how much of the time?",
            Subtitle = $"Share of the measured time with no more people in a place or waiting for it than beds, baseline. {result.Scenario.Title}",
            CountsAcross = true,
            XLabel = Counted(shown.Select(p => result.Scenario.Places[p].Kind)),
            YLabel = "Share of the time that so many are enough, %",
            Curves =
            [
                .. shown.Select(p =>
                {
                    double enough = 0;
                    (double X, double Y)[] all = [.. result.NeedShares(0, p).Select((s, n) => ((double)n, 100 * Math.Min(1, enough += s)))];
                    return new Curve(result.Scenario.Places[p].Name, [.. all.SkipWhile(a => a.Y < 0.1).DefaultIfEmpty(all[^1])]);
                }),
            ],
            Levels = [new ReferenceLevel(95, "95% of the time")],
            Note = "Counted in this run: where a place was short, people who waited elsewhere came later, so that a larger place might see other needs; try it as a policy." + Left(result.Scenario.Places.Count, "places, those with the most delay,"),
        };
    }

    private static CurveChart Distribution(PathwayResult result) => new()
    {
        Title = "For how much of the time are so many people in a place?",
        Subtitle = $"Distribution over the measured time of all replications, baseline. {result.Scenario.Title}",
        CountsAcross = true,
        XLabel = "People in the place",
        YLabel = "Share of the time, %",
        Curves =
        [
            .. Busiest(result, PathwayMeasure.DelayDays).Select(p => new Curve(
                result.Scenario.Places[p].Name,
                [.. result.OccupancyShares(0, p).Select((s, n) => ((double)n, 100 * s)).SkipWhile(x => x.Item2 < 0.005)])),
        ],
        Note = "Boarding included." + Left(result.Scenario.Places.Count, "places, those with the most delay,"),
    };

    private static CurveChart Waits(PathwayResult result)
    {
        (int Place, WaitHistogram Waits)[] shown =
            [.. Busiest(result, PathwayMeasure.DelayDays).Select(p => (p, result.Waits[0][p])).Where(w => w.Item2.Count > w.Item2.Zeros)];
        double longest = shown.Max(w => w.Waits.Quantile(0.99));
        return new CurveChart
        {
            Title = "How many are still waiting after so many days?",
            Subtitle = $"Of those who came in, baseline, all replications. {result.Scenario.Title}",
            XLabel = "Days waited",
            YLabel = "Share still waiting, %",
            Curves =
            [
                .. shown.Select(w =>
                {
                    long longer = w.Waits.Count;
                    return new Curve(
                        result.Scenario.Places[w.Place].Name,
                        [.. Enumerable.Range(0, w.Waits.Bins - 1).Where(b => WaitHistogram.LowestOf(b) <= longest).Select(b => ((b == 0 ? 0.0 : WaitHistogram.LowestOf(b + 1)) / Clock.SecondsPerDay, 100.0 * (longer -= w.Waits.CountIn(b)) / w.Waits.Count))]);
                }),
            ],
            Note = "Cut where the slowest place has one in a hundred still waiting." + Left(result.Scenario.Places.Count, "places, those with the most delay,"),
        };
    }

    private static BarChart Costs(PathwayResult result) => new()
    {
        Title = "What does each arm cost?",
        Subtitle = $"Costs of the measured period. {result.Scenario.Title}",
        ValueLabel = "£ million",
        IntervalLabel = result.Replications > 1 ? "95% interval" : "",
        Bars =
        [
            .. result.Arms.Select((name, arm) =>
            {
                Estimate cost = result.Level(arm, result.RowOf(null), PathwayMeasure.Cost);
                return new Bar(name, cost.Point / 1e6, StudyFigures.Known(cost.Low) / 1e6, StudyFigures.Known(cost.High) / 1e6);
            }),
        ],
        Note = $"{Title.Count(result.Replications, "replication")}. Intervals of levels; arms share their luck, so that differences are surer than they look here.",
    };

    /// <summary>What is counted, by the kinds of places in a picture.</summary>
    private static string Counted(IEnumerable<PlaceKind> kinds) =>
        string.Join("; ", kinds.Distinct().Order().Select(k => k == PlaceKind.Visits ? "People at home with visits" : k.ToString()));

    /// <summary>The places with the most of something, in their own order.</summary>
    private static int[] Busiest(PathwayResult result, PathwayMeasure measure) =>
    [
        .. Enumerable.Range(0, result.Scenario.Places.Count)
            .OrderByDescending(p => result.Level(0, result.RowOf(result.Scenario.Places[p].Name), measure).Point)
            .Take(MostLines).Order(),
    ];

    private static string Left(int count, string what) => count <= MostLines ? "" : $" {MostLines} of {count} {what} are shown; all are in the tables.";

#pragma warning disable CA1308 // Names of files are in small letters.
    private static string Slug(string name)
    {
        string slug = string.Join('-', new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length > 0 ? slug : "place";
    }
#pragma warning restore CA1308
}
