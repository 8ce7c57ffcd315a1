using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>series.parquet: simulated figures by month and year, written by a validation and read again to be laid beside observed ones.</summary>
public static class SeriesFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "series.parquet";

    /// <summary>Name of the daily table of a run, which is read in its place where there is no other.</summary>
    private const string Daily = "daily.parquet";

    /// <summary>The figures as a table.</summary>
    public static Table Of(SimulatedSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        IReadOnlyList<SeriesValue> v = series.Values;
        return new Table(
            "series",
            "Simulated figures by month and financial year, scaled to people: one row per arm, area, series, period and replication.",
            [
                RowLabels.Arm.With(v.Select(x => x.Arm).ToArray()),
                RowLabels.AreaCodeOrAll.With(v.Select(x => x.Area).ToArray()),
                new Column("series", "", "What is counted; delayed_days.A is that of one reason, delayed_days.nhs of one organisation.", v.Select(x => x.Series).ToArray()),
                new Column("period", "", "Month (2014-04) or financial year (2014/15).", v.Select(x => x.Period).ToArray()),
                new Column("replication", "", "Number of the replication, from 1; 0: mean over replications.", v.Select(x => x.Replication).ToArray()),
                new Column("value", "as the series", "The figure over the period; people_65plus is a count at its start.", v.Select(x => x.Value).ToArray()),
            ]);
    }

    /// <summary>Reads the figures of a results folder: those of a validation, or else the days of a run, summed by month.</summary>
    /// <exception cref="InputException">The folder has neither, or the file is damaged.</exception>
    public static SimulatedSeries Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string name = File.Exists(Path.Combine(folder, Name)) || !File.Exists(Path.Combine(folder, Daily)) ? Name : Daily;
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new InputException([new Fault(folder, 1, 1, "folder", Directory.Exists(folder) ? $"holds neither {Name} nor {Daily}" : "is missing", "a results folder of careflow validate or careflow run")]);
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            Table table = ParquetReader.Read(file);
            return new SimulatedSeries(name == Name ? Series(table) : Days(table));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidCastException or KeyNotFoundException)
        {
            throw new InputException([new Fault(path, 1, 1, "file", "cannot be read: " + e.Message, "a file as careflow wrote it")]);
        }
    }

    private static T[] Column<T>(Table table, string name) =>
        (T[])(table.Columns.FirstOrDefault(c => c.Name == name) ?? throw new KeyNotFoundException($"there is no column '{name}'.")).Values;

    private static IEnumerable<SeriesValue> Series(Table table)
    {
        string[] arms = Column<string>(table, "arm");
        string[] areas = Column<string>(table, "area_code");
        string[] series = Column<string>(table, "series");
        string[] periods = Column<string>(table, "period");
        int[] replications = Column<int>(table, "replication");
        double[] values = Column<double>(table, "value");
        for (int i = 0; i < values.Length; i++)
        {
            yield return new SeriesValue(arms[i], areas[i], series[i], periods[i], replications[i], values[i]);
        }
    }

    /// <summary>Whole measured months only; means over replications, so without ranges.</summary>
    private static IEnumerable<SeriesValue> Days(Table table)
    {
        string[] arms = Column<string>(table, "arm");
        string[] areas = Column<string>(table, "area_code");
        DateOnly[] dates = Column<DateOnly>(table, "date");
        bool[] warmUp = Column<bool>(table, "warm_up");
        (string Series, double[] Values)[] columns =
        [
            (SimulatedSeries.DelayedDays, Column<double>(table, "recorded_delays")),
            (SimulatedSeries.Admissions, Column<double>(table, "admissions")),
            .. Validation.ReasonCodes.Select(c => (SimulatedSeries.DelayedDays + "." + c, Column<double>(table, "recorded_" + c))),
        ];
        double[] alive = Column<double>(table, "alive");
        Dictionary<(string Arm, string Area, string Series, string Period), double> sums = [];
        Dictionary<(string Arm, string Area, DateOnly Month), int> days = [];
        for (int i = 0; i < dates.Length; i++)
        {
            if (warmUp[i])
            {
                continue;
            }

            DateOnly month = new(dates[i].Year, dates[i].Month, 1);
            days[(arms[i], areas[i], month)] = days.GetValueOrDefault((arms[i], areas[i], month)) + 1;
            foreach ((string series, double[] values) in columns)
            {
                foreach (string area in new[] { areas[i], SimulatedSeries.AllAreas })
                {
                    (string, string, string, string) key = (arms[i], area, series, SimulatedSeries.MonthOf(month));
                    sums[key] = sums.GetValueOrDefault(key) + values[i];
                }
            }

            sums.TryAdd((arms[i], areas[i], SimulatedSeries.People, SimulatedSeries.YearPeriodOf(month)), alive[i]);
        }

        HashSet<string> part = [.. days.Where(d => d.Value < DateTime.DaysInMonth(d.Key.Month.Year, d.Key.Month.Month)).Select(d => SimulatedSeries.MonthOf(d.Key.Month))];
        return sums.Where(s => !part.Contains(s.Key.Period)).Select(s => new SeriesValue(s.Key.Arm, s.Key.Area, s.Key.Series, s.Key.Period, 0, s.Value));
    }
}
