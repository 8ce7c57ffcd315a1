using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>Days of the week: a word for the usual ones, or a list.</summary>
internal sealed class WeekdaysForm : Form<IReadOnlyList<DayOfWeek>>
{
    private const string Weekdays = "weekdays";
    private const string EveryDay = "every-day";

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static readonly ChoiceForm<DayOfWeek> Day = new([.. Week.Select(d => (Word(d), d))]);

    private WeekdaysForm()
    {
    }

    /// <summary>The only form of weekdays.</summary>
    public static WeekdaysForm WordOrList { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "weekdays (Monday to Friday), every-day, or a list such as [monday, thursday]";

    /// <inheritdoc/>
    public override string Kind => "word or list";

    /// <inheritdoc/>
    public override string Range => "weekdays, every-day, or a list of monday to sunday";

    /// <inheritdoc/>
    public override IReadOnlyList<DayOfWeek> Fallback => Week;

    /// <inheritdoc/>
    public override IReadOnlyList<DayOfWeek> Read(string path, SourceNode node, FaultList faults) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text, Text: Weekdays } => Week[..5],
        ScalarNode { Kind: ScalarKind.Text, Text: EveryDay } => Week,
        ListNode { Items.Count: > 0 } list => [.. list.Items.Select((n, i) => Day.Read(SourcePositions.Join(path, i), n, faults)).Distinct()],
        _ => Refuse(path, node, faults),
    };

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<DayOfWeek> value) => new JsonArray([.. value.Select(d => JsonValue.Create(Word(d)))]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray(Weekdays, EveryDay) },
            new JsonObject { ["type"] = "array", ["items"] = Day.Schema(), ["minItems"] = 1 }),
    };

#pragma warning disable CA1308 // Words of the file are in small letters.
    private static string Word(DayOfWeek day) => day.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
