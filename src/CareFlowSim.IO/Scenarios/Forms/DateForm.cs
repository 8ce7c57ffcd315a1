using System.Globalization;
using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A day of the calendar, written year-month-day, for which England's bank holidays are known.</summary>
internal sealed class DateForm : Form<DateOnly>
{
    private const string Pattern = "yyyy-MM-dd";

    private DateForm()
    {
    }

    /// <summary>The only date form.</summary>
    public static DateForm Day { get; } = new();

    /// <summary>First day of the table of bank holidays.</summary>
    public static DateOnly First { get; } = new(2010, 1, 1);

    /// <summary>Last day of the table of bank holidays.</summary>
    public static DateOnly Last { get; } = new(2026, 12, 31);

    /// <inheritdoc/>
    public override string Allowed => "a day " + Range + ", written like 2015-04-01";

    /// <inheritdoc/>
    public override string Kind => "date";

    /// <inheritdoc/>
    public override string Range => $"from {Show(First)} to {Show(Last)}";

    /// <inheritdoc/>
    public override DateOnly Fallback => First;

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
        if (isDay && date >= First && date <= Last)
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
        ["pattern"] = "^20(1[0-9]|2[0-6])-[0-9]{2}-[0-9]{2}$",
    };
}
