using System.Globalization;
using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A day of the calendar, written year-month-day, within some years.</summary>
internal sealed class DateForm : Form<DateOnly>
{
    private const string Pattern = "yyyy-MM-dd";

    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly string _years;

    private DateForm(DateOnly first, DateOnly last, string years) => (_first, _last, _years) = (first, last, years);

    /// <summary>First day of the table of bank holidays.</summary>
    public static DateOnly First { get; } = new(2010, 1, 1);

    /// <summary>Last day of the table of bank holidays.</summary>
    public static DateOnly Last { get; } = new(2026, 12, 31);

    /// <summary>A day for which England's bank holidays are known.</summary>
    public static DateForm Day { get; } = new(First, Last, "20(1[0-9]|2[0-6])");

    /// <summary>A day of this century, for scenarios that bring their own bank holidays.</summary>
    public static DateForm AnyDay { get; } = new(new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31), "20[0-9]{2}");

    /// <inheritdoc/>
    public override string Allowed => "a day " + Range + ", written like 2015-04-01";

    /// <inheritdoc/>
    public override string Kind => "date";

    /// <inheritdoc/>
    public override string Range => $"from {Show(_first)} to {Show(_last)}";

    /// <inheritdoc/>
    public override DateOnly Fallback => _first;

    /// <summary>Whether a day is allowed.</summary>
    public bool Holds(DateOnly day) => day >= _first && day <= _last;

    /// <summary>A date as scenario files write it.</summary>
    public static string Show(DateOnly date) => date.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override DateOnly Read(string path, SourceNode node, FaultList faults)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            return Refuse(path, node, faults);
        }

        bool isDay = DateOnly.TryParseExact(scalar.Text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        if (isDay && Holds(date))
        {
            return date;
        }

        faults.Add(path, node, isDay ? "is " + scalar.Text : $"is '{scalar.Text}', which is not a day of the calendar", Allowed);
        return Fallback;
    }

    /// <inheritdoc/>
    public override JsonNode Write(DateOnly value) => JsonValue.Create(Show(value));

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["format"] = "date",
        ["pattern"] = $"^{_years}-[0-9]{{2}}-[0-9]{{2}}$",
    };
}
