using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>
/// Reads observed series in the forms in which the official ones are kept, told apart by their columns, and makes them comparable with what is
/// simulated: people 65+ in acute beds. The factors that this takes are stated with each series; they are those of the base year.
/// </summary>
public sealed class ObservedReader
{
    private static readonly (string Prefix, int Reason)[] Reasons =
        [.. Validation.ReasonCodes.Select((code, i) => (code + "_", i))];

    private readonly World _world;
    private readonly double _elderly;
    private readonly double _acute;
    private readonly double _admissions;
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <summary>Makes a reader for a world.</summary>
    /// <param name="world">The world: its areas, and the share of delays that are of people 65+.</param>
    /// <param name="official">Published series of the base year.</param>
    public ObservedReader(World world, OfficialSeries official)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(official);
        _world = world;
        _elderly = world.Parameters["delay.share_65plus"];
        _acute = official.AcuteShare;
        _admissions = (world.Targets.FirstOrDefault(t => t.Key == SimulatedSeries.Admissions)?.Value ?? 0) / official.Months.Sum(m => m.EmergencyAdmissions);
        foreach (AreaInputs area in world.Areas)
        {
            _codes[area.Code] = area.Code;
            _codes[Plain(area.Name)] = area.Code;
        }
    }

    /// <summary>The forms that are known, one a line.</summary>
    public static IReadOnlyList<string> Forms { get; } =
    [
        "month,ons_code,area,total_delayed_days (delayed days by area; reasons in columns A_… to I_…)",
        "month,care,reason,organisation,delayed_days (delayed days by care, reason and organisation)",
        "month,acute_days (or total_days; delayed days of England, reasons in columns A_… to I_…)",
        "month,ea_total (emergency admissions of all ages)",
    ];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is wrong; carries all faults.</exception>
    public ObservedData Read(string path)
    {
        ObservedFile file = new(path);
        if (!file.Has("month"))
        {
            file.FaultOfHeader("has no column 'month'", "one of: " + string.Join("; ", Forms));
            file.ThrowIfFaulty();
        }

        ObservedData? data = file.Has("ons_code") && file.Has("total_delayed_days") ? ByArea(file)
            : file.Has("care") && file.Has("reason") && file.Has("organisation") && file.Has("delayed_days") ? ByCare(file)
            : file.Has("acute_days") || file.Has("total_days") ? England(file)
            : file.Has("ea_total") ? Admissions(file)
            : null;
        if (data is null)
        {
            file.FaultOfHeader("the columns " + string.Join(',', file.Columns) + " are of no known form", "one of: " + string.Join("; ", Forms));
        }

        file.ThrowIfFaulty();
        if (data!.Months.Count == 0)
        {
            file.FaultOfHeader("no row has a figure that can be compared", "figures in the columns of one form: " + string.Join("; ", Forms));
            file.ThrowIfFaulty();
        }

        return data;
    }

    private static string Plain(string name) => string.Concat(name.ToUpperInvariant().Replace("&", "AND", StringComparison.Ordinal).Where(char.IsLetter));

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);

    private ObservedData ByArea(ObservedFile file)
    {
        double share = _acute * _elderly;
        string note = $"Observed days are of adults in acute and other beds: {Percent(_acute)} (acute, 2014-15) x {Percent(_elderly)} (65+) of them are compared.";
        Collected all = new(file);
        Dictionary<string, int> unknown = new(StringComparer.Ordinal);
        foreach (CsvCell[] row in file.Rows)
        {
            DateOnly? month = file.Month(row);
            string code = file.Text(row, "ons_code");
            string name = file.Has("area") ? file.Text(row, "area") : "";
            if (!_codes.TryGetValue(code, out string? area) && !_codes.TryGetValue(Plain(name), out area))
            {
                unknown[$"{code} {name}".Trim()] = unknown.GetValueOrDefault($"{code} {name}".Trim()) + 1;
                continue;
            }

            all.Once(row, "ons_code", $"{area} {month:yyyy-MM}");
            all.Add(row, month, area!, "total_delayed_days", SimulatedSeries.DelayedDays, share);
            AddReasons(all, file, row, month, area!, share);
        }

        return new ObservedData(
            "delayed days by area",
            all.Series(note),
            [.. unknown.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => $"{u.Key}: not an area of {_world.Name}, {u.Value} rows left out")]);
    }

    private ObservedData England(ObservedFile file)
    {
        bool acute = file.Has("acute_days");
        Collected all = new(file);
        foreach (CsvCell[] row in file.Rows)
        {
            DateOnly? month = file.Month(row);
            all.Once(row, "month", $"{month:yyyy-MM}");
            all.Add(row, month, SimulatedSeries.AllAreas, acute ? "acute_days" : "total_days", SimulatedSeries.DelayedDays, acute ? _elderly : _acute * _elderly);
            AddReasons(all, file, row, month, SimulatedSeries.AllAreas, _acute * _elderly);
        }

        string every = $"Observed days are of adults in acute and other beds: {Percent(_acute)} (acute, 2014-15) x {Percent(_elderly)} (65+) of them are compared.";
        string only = $"Observed days are of adults in acute beds: {Percent(_elderly)} (65+) of them are compared.";
        return new ObservedData("delayed days of England", [.. all.Series(every).Select(s => acute && s.Series == SimulatedSeries.DelayedDays ? s with { Note = only } : s)], []);
    }

    private ObservedData ByCare(ObservedFile file)
    {
        Dictionary<(string Series, DateOnly Month), double> sums = [];
        Collected all = new(file);
        int other = 0;
        foreach (CsvCell[] row in file.Rows)
        {
            DateOnly? month = file.Month(row);
            string care = file.Text(row, "care");
            string reason = file.Text(row, "reason");
            double? days = file.Number(row, "delayed_days");
            all.Once(row, "reason", $"{month:yyyy-MM} {care} {reason} {file.Text(row, "organisation")}");
            if (care is not ("acute" or "non_acute"))
            {
                file.Fault(row, "care", $"'{care}' is unknown", "acute or non_acute");
            }
            else if (care == "acute" && month is { } m && days is { } d)
            {
                Sum(SimulatedSeries.DelayedDays, m, d);
                if (Array.IndexOf(Validation.ReasonCodes, reason) >= 0)
                {
                    Sum(SimulatedSeries.DelayedDays + "." + reason, m, d);
                }
            }
            else
            {
                other++;
            }
        }

        string note = $"Observed days are of adults in acute beds: {Percent(_elderly)} (65+) of them are compared.";
        return new ObservedData(
            "delayed days by care, reason and organisation",
            [.. sums.GroupBy(s => s.Key.Series).Select(g => new ObservedSeries(
                NameOf(g.Key), g.Key, "days", [.. g.OrderBy(v => v.Key.Month).Select(v => new ObservedValue(SimulatedSeries.AllAreas, v.Key.Month, v.Value * _elderly))], note))],
            other > 0 ? [$"{other} rows of care outside acute beds, or without a figure, left out"] : []);

        void Sum(string series, DateOnly month, double days) => sums[(series, month)] = sums.GetValueOrDefault((series, month)) + days;
    }

    private ObservedData Admissions(ObservedFile file)
    {
        Collected all = new(file);
        foreach (CsvCell[] row in file.Rows)
        {
            DateOnly? month = file.Month(row);
            all.Once(row, "month", $"{month:yyyy-MM}");
            all.Add(row, month, SimulatedSeries.AllAreas, "ea_total", SimulatedSeries.Admissions, _admissions);
        }

        return new ObservedData(
            "emergency admissions of England",
            all.Series($"Observed admissions are of all ages: {Percent(_admissions)} of them (65+, 2014-15) are compared, so the level of that year is no evidence.", "admissions"),
            []);
    }

    private static void AddReasons(Collected all, ObservedFile file, CsvCell[] row, DateOnly? month, string area, double share)
    {
        foreach ((string prefix, int reason) in Reasons)
        {
            if (file.Columns.FirstOrDefault(c => c.StartsWith(prefix, StringComparison.Ordinal)) is { } column)
            {
                all.Add(row, month, area, column, SimulatedSeries.DelayedDays + "." + Validation.ReasonCodes[reason], share);
            }
        }
    }

    private static string NameOf(string series) => series switch
    {
        SimulatedSeries.DelayedDays => "Delayed days",
        SimulatedSeries.Admissions => "Emergency admissions",
        _ => "Delayed days, reason " + series[(SimulatedSeries.DelayedDays.Length + 1)..],
    };

    /// <summary>Figures gathered by series.</summary>
    private sealed class Collected(ObservedFile file)
    {
        private readonly Dictionary<string, List<ObservedValue>> _values = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

        public void Once(CsvCell[] row, string column, string key)
        {
            if (!_seen.TryAdd(key, row[0].Line))
            {
                file.Fault(row, column, $"'{key}' is given twice (first in line {_seen[key]})", "each once");
            }
        }

        public void Add(CsvCell[] row, DateOnly? month, string area, string column, string series, double share)
        {
            if (file.Number(row, column) is { } value && month is { } m)
            {
                if (!_values.TryGetValue(series, out List<ObservedValue>? list))
                {
                    _values[series] = list = [];
                }

                list.Add(new ObservedValue(area, m, value * share));
            }
        }

        public IReadOnlyList<ObservedSeries> Series(string note, string unit = "days") =>
            [.. _values.Select(v => new ObservedSeries(NameOf(v.Key), v.Key, unit, v.Value, note))];
    }
}
