using System.Globalization;
using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A moment: a day, which means its midnight, or a day and an hour.</summary>
internal sealed class MomentForm : Form<DateTime>
{
    private const string Day = "yyyy-MM-dd";
    private const string Minute = "yyyy-MM-dd'T'HH:mm";
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss";

    private MomentForm()
    {
    }

    /// <summary>The only form of a moment.</summary>
    public static MomentForm DayOrHour { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => $"a day or moment {Range}, written like 2024-04-01 or 2024-04-01T08:30";

    /// <inheritdoc/>
    public override string Kind => "moment";

    /// <inheritdoc/>
    public override string Range => DateForm.AnyDay.Range;

    /// <inheritdoc/>
    public override DateTime Fallback => DateForm.AnyDay.Fallback.ToDateTime(TimeOnly.MinValue);

    /// <summary>A text as a moment, or null.</summary>
    public static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text, [Day, Minute, Second], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            && DateForm.AnyDay.Holds(DateOnly.FromDateTime(moment)) ? moment : null;

    /// <summary>A moment as scenario files write it.</summary>
    public static string Show(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? Day : moment.Second == 0 ? Minute : Second, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override DateTime Read(string path, SourceNode node, FaultList faults) =>
        node is ScalarNode { Kind: ScalarKind.Text } scalar && Parse(scalar.Text) is { } moment ? moment : Refuse(path, node, faults);

    /// <inheritdoc/>
    public override JsonNode Write(DateTime value) => JsonValue.Create(Show(value));

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["pattern"] = "^20[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$",
    };
}
