using System.Globalization;

namespace CareFlowSim.Model;

/// <summary>Collects the faults of a scenario of a pathway, and knows its names and days.</summary>
internal sealed class PathwayFaults(PathwayScenario scenario)
{
    private readonly List<PathwayFault> _all = [];
    private readonly HashSet<string> _places = [.. scenario.Places.Select(p => p.Name)];
    private readonly HashSet<string> _classes = [.. scenario.Classes];
    private readonly HashSet<string> _ends = [.. PathwayEnds.All, .. scenario.Ends];
    private readonly HashSet<DateOnly> _bankHolidays = [.. scenario.BankHolidays];

    /// <summary>The faults so far.</summary>
    public IReadOnlyList<PathwayFault> All => _all;

    /// <summary>The first simulated day, warm-up included.</summary>
    public DateOnly First => scenario.FirstDate;

    /// <summary>The last simulated day.</summary>
    public DateOnly Last => scenario.FirstDate.AddDays(scenario.TotalDays - 1);

    /// <summary>The simulated days in words.</summary>
    public string Days => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd} to {Last:yyyy-MM-dd}");

    /// <summary>Notes a fault, once.</summary>
    public void Add(string path, string wrong, string allowed)
    {
        PathwayFault fault = new(path, wrong, allowed);
        if (!_all.Contains(fault))
        {
            _all.Add(fault);
        }
    }

    /// <summary>A figure as it would be written.</summary>
    public static string Show(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Names in a row.</summary>
    public static string Show(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>Notes a figure that is below 0 or no number; true when it holds.</summary>
    public bool NotNegative(string path, double value) => Holds(path, value, value >= 0 && double.IsFinite(value), "0 or more");

    /// <summary>Notes a figure that is not above 0 or no number; true when it holds.</summary>
    public bool Positive(string path, double value) => Holds(path, value, value > 0 && double.IsFinite(value), "more than 0");

    /// <summary>Notes a figure that is no share; true when it holds.</summary>
    public bool Share(string path, double value) => Holds(path, value, value is >= 0 and <= 1, "0 to 1");

    /// <summary>Notes a figure unless it holds.</summary>
    public bool Holds(string path, double value, bool holds, string allowed)
    {
        if (!holds)
        {
            Add(path, $"is {Show(value)}", allowed);
        }

        return holds;
    }

    /// <summary>Notes an unknown place.</summary>
    public bool Place(string path, string name) => Known(path, name, _places, "a place", scenario.Places.Select(p => p.Name));

    /// <summary>Notes an unknown class; null is every class.</summary>
    public bool Class(string path, string? name) => name is null || Known(path, name, _classes, "a class", scenario.Classes);

    /// <summary>Notes what is neither a place nor an end.</summary>
    public bool Target(string path, string name) =>
        IsTarget(name) || Known(path, name, _ends, "a place or an end", [.. scenario.Places.Select(p => p.Name), .. scenario.Ends, .. PathwayEnds.All]);

    /// <summary>Whether a name is that of a place.</summary>
    public bool IsPlace(string name) => _places.Contains(name);

    /// <summary>Whether a name is that of a place or an end.</summary>
    public bool IsTarget(string name) => _places.Contains(name) || _ends.Contains(name);

    /// <summary>Notes names that come twice.</summary>
    public void Unlike(string path, IEnumerable<string> names, string what)
    {
        HashSet<string> seen = [];
        foreach ((string name, int i) in names.Select((n, i) => (n, i)))
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                Add($"{path}[{i}]", "is empty", $"the name of a {what}");
            }
            else if (!seen.Add(name))
            {
                Add($"{path}[{i}]", $"is '{name}', which is there already", $"each {what} once");
            }
        }
    }

    /// <summary>Notes rules by class that are about an unknown class, or about the same as an earlier one.</summary>
    public void ByClass(string path, IEnumerable<string?> classes)
    {
        HashSet<string> seen = [];
        foreach ((string? name, int i) in classes.Select((n, i) => (n, i)))
        {
            if (Class($"{path}[{i}].class", name) && !seen.Add(name ?? ""))
            {
                Add($"{path}[{i}]", name is null ? "is a second rule for all other classes" : $"is a second rule for class '{name}'", "one rule for each class");
            }
        }
    }

    /// <summary>Notes hours that are no hours, or never come in the run; true when they do come.</summary>
    public bool Open(string path, WorkingHours hours)
    {
        bool holds = true;
        if (hours.Days.Count == 0)
        {
            Add(path + ".days", "names no day of the week, so no hour is ever open", "at least one day of the week");
            holds = false;
        }

        if (!(hours.OpenHour is >= 0 and < 24))
        {
            Add(path + ".open_hour", $"is {Show(hours.OpenHour)}", "0 to below 24");
            holds = false;
        }

        if (!(hours.CloseHour is > 0 and <= 24))
        {
            Add(path + ".close_hour", $"is {Show(hours.CloseHour)}", "more than 0, up to 24");
            holds = false;
        }
        else if (holds && hours.CloseHour <= hours.OpenHour)
        {
            Add(path, $"opens at {Show(hours.OpenHour)} and closes at {Show(hours.CloseHour)}, so no hour is ever open", "a closing hour after the opening hour of the same day");
            holds = false;
        }

        if (holds && !Comes(hours))
        {
            Add(path, $"is on {Show(hours.Days.Distinct().Select(d => d.ToString()))} only, and no such working day lies in the simulated days, {Days}", "hours that come at least once");
            holds = false;
        }

        return holds;
    }

    /// <summary>Whether hours come on any simulated day.</summary>
    public bool Comes(WorkingHours hours)
    {
        for (DateOnly day = First; day <= Last; day = day.AddDays(1))
        {
            if (hours.Days.Contains(day.DayOfWeek) && (hours.OnBankHolidays || !_bankHolidays.Contains(day)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Known(string path, string name, HashSet<string> known, string what, IEnumerable<string> all)
    {
        if (known.Contains(name))
        {
            return true;
        }

        Add(path, $"is '{name}', which is not {what}", known.Count == 0 ? $"{what}; there is none yet" : $"one of {Show(all)}");
        return false;
    }
}
