using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>One picture for each check of a validation.</summary>
public static class ValidationCharts
{
    private const string Published = "published";
    private const string Simulated = "simulated";
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>File names and pictures.</summary>
    public static IReadOnlyList<(string File, Chart Chart)> Of(ExperimentResult result, OfficialSeries official, IReadOnlyList<ValidationRow> rows, IReadOnlyList<AreaPair> areas)
    {
        ArgumentNullException.ThrowIfNull(official);
        ArgumentNullException.ThrowIfNull(areas);
        string subtitle = $"Baseline, {Title.Place(result)}, {Title.Period(result)}; {Title.Sample(result)}";
        return
        [
            ("targets.svg", Targets(rows, subtitle)),
            .. Months(result, official, subtitle),
            ("weekday-discharges.svg", Weekday(result, official, subtitle)),
            ("survival.svg", Survival(result, subtitle)),
            ("beds.svg", Beds(rows, subtitle)),
            ("settling.svg", Settled(result, subtitle)),
            .. areas.Count > 2 ? [("areas.svg", Areas(areas, subtitle))] : Array.Empty<(string, Chart)>(),
        ];
    }

    /// <summary>What a kind of check is called.</summary>
    public static string Name(CheckKind kind) => kind switch
    {
        CheckKind.Fitted => "Fitted",
        CheckKind.HeldOut => "Held out",
        _ => "Identities",
    };

    /// <summary>The difference of a row in words.</summary>
    public static string Difference(ValidationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Absolute
            ? Figures.Signed(row.Difference, row.Unit == "faults" ? 0 : 3)
            : Figures.Signed(100 * row.Difference, 1) + "%";
    }

    private static ToleranceChart Targets(IReadOnlyList<ValidationRow> rows, string subtitle) => new()
    {
        Title = $"{rows.Count(r => r.Pass)} of {rows.Count} checks are met",
        Subtitle = subtitle,
        Note = "Each figure in its own tolerance: -1 to 1 is met. Fitted: parameters were set by the figure. Held out: they were not. "
            + "Lines: 95% interval over replications. Arrows: beyond the axis.",
        Dots = [.. rows.Where(r => r.Tolerance > 0).Select(r => new ToleranceDot(
            Name(r.Kind),
            r.Key,
            r.InTolerances(r.Simulated.Point),
            double.IsNaN(r.Simulated.Low) ? null : r.InTolerances(r.Simulated.Low),
            double.IsNaN(r.Simulated.Low) ? null : r.InTolerances(r.Simulated.High),
            Difference(r)))],
    };

    private static IEnumerable<(string File, Chart Chart)> Months(ExperimentResult result, OfficialSeries official, string subtitle)
    {
        (string File, string What, DailySeries Series, Func<OfficialMonth, double> Published, string Note)[] series =
        [
            ("monthly-delayed-days.svg", "Recorded delayed days", DailySeries.RecordedDelays, m => m.AcuteDelayedDays, "Published: acute care, adults of all ages. The level is a target of its own; here only the shape of the year is compared."),
            ("monthly-admissions.svg", "Emergency admissions", DailySeries.Admissions, m => m.EmergencyAdmissions, "Published: all ages. Younger people's seasons are flatter."),
        ];
        foreach ((string file, string what, DailySeries daily, Func<OfficialMonth, double> published, string note) in series)
        {
            IReadOnlyList<(DateOnly Month, double[] Simulated, double Published)> months = Validation.MonthlyIndex(result, daily, official.Months, published);
            if (months.Count == 0)
            {
                continue;
            }

            double[] Line(Func<(DateOnly Month, double[] Simulated, double Published), double> of) => MonthLines.Days([.. months.Select(m => (m.Month, 100 * of(m)))]);
            Estimate[] estimates = [.. months.Select(m => Estimate.Of(m.Simulated))];
            bool intervals = estimates.All(e => double.IsFinite(e.Low));
            yield return (file, new DateLineChart
            {
                Title = what + " by month: the shape of the year",
                Subtitle = subtitle,
                YLabel = "Index of a day, mean of the year = 100",
                Note = note,
                Start = months[0].Month,
                ReferenceLine = 100,
                ReferenceLabel = "year",
                IntervalLabel = intervals ? "95% interval over replications" : "",
                Bands = MonthLines.Winters(months[0].Month, months[^1].Month),
                Series =
                [
                    new LineSeries(Published, Line(m => m.Published), Dashed: true),
                    new LineSeries(Simulated, Line(m => m.Simulated.Average()), intervals ? Line(m => Estimate.Of(m.Simulated).Low) : null, intervals ? Line(m => Estimate.Of(m.Simulated).High) : null),
                ],
            });
        }
    }

    private static BarChart Weekday(ExperimentResult result, OfficialSeries official, string subtitle)
    {
        double mean = official.WeekdayShares.Take(5).Average();
        return new BarChart
        {
            Title = "Discharges by day of the week",
            Subtitle = subtitle,
            ValueLabel = "Discharges on the day, mean weekday = 1",
            IntervalLabel = "95% interval over replications",
            Decimals = 2,
            Note = "Published side: an estimate for 2014-15 (weekday_discharges.csv). Fitted: the round shares of the weekend were calibrated to it.",
            Bars = [.. Weekdays.SelectMany((name, i) =>
            {
                Estimate e = Estimate.Of(Validation.WeekdayRatio(result, (DayOfWeek)((i + 1) % 7)));
                return new[]
                {
                    new Bar(name, official.WeekdayShares[i] / mean, Group: "estimate"),
                    new Bar(name, e.Point, End(e.Low), End(e.High), Simulated),
                };
            })],
        };
    }

    private static BarChart Survival(ExperimentResult result, string subtitle) => new()
    {
        Title = "Survival from 65: simulated deaths against the world's mortality",
        Subtitle = subtitle,
        ValueLabel = "Alive of 100 at 65",
        IntervalLabel = "95% interval over replications",
        Decimals = 1,
        Note = "Abridged life tables with a constant hazard in each five-year band; both sides on the people of mid-year.",
        Bars = [.. LifeTable.Of(result).SelectMany(s =>
        {
            Estimate e = Estimate.Of(s.Simulated);
            string label = (s.Female ? "Women" : "Men") + " at " + s.Age.ToString(CultureInfo.InvariantCulture);
            return new[]
            {
                new Bar(label, 100 * s.Expected, Group: "world's mortality"),
                new Bar(label, 100 * e.Point, End(100 * e.Low), End(100 * e.High), Simulated),
            };
        })],
    };

    private static BarChart Beds(IReadOnlyList<ValidationRow> rows, string subtitle)
    {
        ValidationRow little = rows.First(r => r.Key == "littles_law");
        ValidationRow census = rows.First(r => r.Key == "census_bias");
        return new BarChart
        {
            Title = "Beds occupied by emergency patients 65+, counted in three ways",
            Subtitle = subtitle,
            ValueLabel = "Beds",
            Decimals = 0,
            Note = "One replication whose stays were kept. The census counts heads at midnight; the product multiplies stays a day by midnights a stay; the time average counts seconds in bed.",
            Bars =
            [
                new Bar("Midnight census", little.Target),
                new Bar("Stays a day x midnights a stay", little.Simulated.Point),
                new Bar("Time average", census.Target),
            ],
        };
    }

    private static DateLineChart Settled(ExperimentResult result, string subtitle)
    {
        (string Name, DailySeries Series)[] series =
        [
            ("acute beds", DailySeries.OccupiedBeds),
            ("medically fit", DailySeries.MedicallyFit),
            ("home-care hours", DailySeries.HomeCareTenths),
            ("care homes", DailySeries.CareHomePlaces),
        ];
        DateOnly start = result.Setup.Epoch.DateOf(0);
        return new DateLineChart
        {
            Title = "Levels over the warm-up and the measured year",
            Subtitle = subtitle,
            YLabel = "Index of the last seven days, mean of the measured period = 100",
            Note = "The warm-up is shaded. Beds and medically fit people follow the season; hours and places must be level.",
            Start = start,
            Bands = result.Setup.FirstDay > 0 ? [new DateBand(start, start.AddDays(result.Setup.FirstDay - 1), "warm-up")] : [],
            Series = [.. series.Select(s =>
            {
                double[] days = [.. Enumerable.Range(0, result.Setup.Days).Select(d => Enumerable.Range(0, result.Replications).Average(r => (double)result.England[r, 0][(int)s.Series][d]))];
                double mean = days.Skip(result.Setup.FirstDay).Average();
                double Week(int day) => days[Math.Max(0, day - 6)..(day + 1)].Average();
                return new LineSeries(s.Name, [.. Enumerable.Range(0, days.Length).Select(d => mean > 0 ? 100 * Week(d) / mean : double.NaN)]);
            })],
        };
    }

    private static DotRankingChart Areas(IReadOnlyList<AreaPair> areas, string subtitle) => new()
    {
        Title = "Simulated less published delayed days by area",
        Subtitle = subtitle,
        ValueLabel = "Recorded delayed days per 1,000 people 65+, simulated less published",
        ReferenceLine = 0,
        ReferenceLabel = "as published",
        Decimals = 0,
        Dots = [.. areas.Select(a => new RankedDot(a.Area, a.Simulated - a.Published))],
    };

    private static double? End(double value) => double.IsFinite(value) ? value : null;
}
