using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>Monthly figures on an axis of days: each month is a level stretch.</summary>
internal static class MonthLines
{
    /// <summary>The value of each month on each of its days, from the first month's first day; NaN in between where a month is missing.</summary>
    public static double[] Days(IReadOnlyList<(DateOnly Month, double Value)> months)
    {
        DateOnly start = months[0].Month;
        double[] days = [.. Enumerable.Repeat(double.NaN, months[^1].Month.AddMonths(1).DayNumber - start.DayNumber)];
        foreach ((DateOnly month, double value) in months)
        {
            Array.Fill(days, value, month.DayNumber - start.DayNumber, DateTime.DaysInMonth(month.Year, month.Month));
        }

        return days;
    }

    /// <summary>The winters of a stretch of months.</summary>
    public static IReadOnlyList<DateBand> Winters(DateOnly from, DateOnly until) =>
        [.. Enumerable.Range(from.Year - 1, until.Year - from.Year + 2).Select(y => new DateBand(new DateOnly(y, 12, 1), new DateOnly(y + 1, 3, 1).AddDays(-1), "Winter"))];

    /// <summary>Observed and simulated levels by month, a day's figure each.</summary>
    public static DateLineChart Chart(Agreement agreement, string subtitle)
    {
        (DateOnly Month, ComparedPoint Point, int Days)[] months = [.. agreement.Points.Select(p =>
        {
            DateOnly month = MonthText.Parse(p.Period)!.Value;
            return (month, p, DateTime.DaysInMonth(month.Year, month.Month));
        })];
        double[] Line(Func<ComparedPoint, double> of) => Days([.. months.Select(m => (m.Month, of(m.Point) / m.Days))]);
        bool ranges = months.All(m => m.Point.Covered is not null);
        return new DateLineChart
        {
            Title = $"{agreement.Name}: simulated beside observed",
            Subtitle = subtitle,
            YLabel = $"{agreement.Unit} a day, mean of the month",
            Note = agreement.Note,
            Start = months[0].Month,
            StartAtZero = true,
            IntervalLabel = ranges ? "95% range of one replication" : "",
            Bands = Winters(months[0].Month, months[^1].Month),
            Series =
            [
                new LineSeries("Observed", Line(p => p.Observed), Dashed: true),
                new LineSeries("Simulated", Line(p => p.Simulated), ranges ? Line(p => p.Low) : null, ranges ? Line(p => p.High) : null),
            ],
        };
    }
}
