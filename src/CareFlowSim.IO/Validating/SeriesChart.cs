using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>One simulated series of England over all its months, a line for each arm.</summary>
public static class SeriesChart
{
    /// <summary>The picture; null when there are no months.</summary>
    public static Chart? Of(SimulatedSeries simulated, string series, string what, string unit)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        (string Arm, DateOnly Month, double[] Values)[] months =
        [
            .. simulated.Values
                .Where(v => v.Area == SimulatedSeries.AllAreas && v.Series == series)
                .Select(v => (v.Arm, v.Period, Month: MonthText.Parse(v.Period)))
                .Where(v => v.Month is not null)
                .Distinct()
                .Select(v => (v.Arm, v.Month!.Value, simulated.Find(v.Arm, SimulatedSeries.AllAreas, series, v.Period)!.Select(x => x / DateTime.DaysInMonth(v.Month.Value.Year, v.Month.Value.Month)).ToArray())),
        ];
        if (months.Length == 0)
        {
            return null;
        }

        DateOnly first = months.Min(m => m.Month);
        bool ranges = months.All(m => double.IsFinite(Agreement.RangeOf(m.Values).Low));
        return new DateLineChart
        {
            Title = what + " by month, simulated",
            Subtitle = "England, people 65+; each financial year is a run of its own",
            YLabel = unit + " a day, mean of the month",
            Start = first,
            StartAtZero = true,
            IntervalLabel = ranges ? "95% range of one replication" : "",
            Bands = MonthLines.Winters(first, months.Max(m => m.Month)),
            Series = [.. months.GroupBy(m => m.Arm).Select(g =>
            {
                double[] Line(Func<double[], double> of) => [.. Gap(g.Min(m => m.Month), first), .. MonthLines.Days([.. g.OrderBy(m => m.Month).Select(m => (m.Month, of(m.Values)))])];
                return new LineSeries(
                    g.Key,
                    Line(v => v.Average()),
                    ranges ? Line(v => Agreement.RangeOf(v).Low) : null,
                    ranges ? Line(v => Agreement.RangeOf(v).High) : null);
            })],
        };
    }

    private static IEnumerable<double> Gap(DateOnly from, DateOnly first) => Enumerable.Repeat(double.NaN, from.DayNumber - first.DayNumber);
}
