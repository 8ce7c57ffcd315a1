using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>A tick of a date axis: the day it marks, its words, and the year when it is to be written below.</summary>
internal readonly record struct DateTick(int Day, string Label, string Year);

/// <summary>Where the ticks of a date axis go: days, weeks, months or years, whichever is the finest that leaves room.</summary>
internal static class DateTicks
{
    private static readonly int[] DaySteps = [1, 2, 7, 14];
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    internal static List<DateTick> Over(DateOnly start, int days, int atMost)
    {
        foreach (int step in DaySteps)
        {
            if ((days - 1) / step < atMost)
            {
                return Labelled(start, Enumerable.Range(0, ((days - 1) / step) + 1).Select(i => i * step), "d MMM");
            }
        }

        var end = start.AddDays(days - 1);
        foreach (int step in MonthSteps)
        {
            var months = Months(start, end, step).ToList();
            if (months.Count <= atMost)
            {
                return Labelled(start, months.Select(m => m.DayNumber - start.DayNumber), step < 12 ? "MMM" : "yyyy");
            }
        }

        return [];
    }

    // Steps are counted from January of year 0: quarters start in January, April, July and October, decades in 2020, 2030.
    private static IEnumerable<DateOnly> Months(DateOnly start, DateOnly end, int step)
    {
        int month = (start.Year * 12) + start.Month - 1 + (start.Day > 1 ? 1 : 0);
        int last = (end.Year * 12) + end.Month - 1;
        for (month = (month + step - 1) / step * step; month <= last; month += step)
        {
            yield return new DateOnly(month / 12, (month % 12) + 1, 1);
        }
    }

    private static List<DateTick> Labelled(DateOnly start, IEnumerable<int> days, string format)
    {
        var ticks = new List<DateTick>();
        int year = 0;
        foreach (int day in days)
        {
            var date = start.AddDays(day);
            bool sayYear = format != "yyyy" && date.Year != year;
            year = date.Year;
            ticks.Add(new DateTick(day, date.ToString(format, CultureInfo.InvariantCulture), sayYear ? date.ToString("yyyy", CultureInfo.InvariantCulture) : ""));
        }

        return ticks;
    }
}
