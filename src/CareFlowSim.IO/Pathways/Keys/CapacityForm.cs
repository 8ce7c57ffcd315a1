using System.Text.Json.Nodes;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>How much of a place there is: a number, <c>unlimited</c>, or steps by date and working hours.</summary>
internal sealed class CapacityForm : Form<PlaceCapacity>
{
    private const string Unlimited = "unlimited";

    private static readonly NumberForm Units = new("units", 0, 1_000_000);

    private static readonly Key<PathwayCapacityStep, DateOnly> StepFrom = new(DateForm.AnyDay, s => s.From)
    {
        Name = "from",
        Meaning = "The day from whose midnight it holds.",
        Otherwise = "the beginning (the first only)",
    };

    private static readonly Key<PathwayCapacityStep, double> StepUnits = new(Units, s => s.Units) { Name = "units", Meaning = "Beds, slots, teams or visits a day from then on.", Required = true };

    private static readonly Key<PlaceCapacity, IReadOnlyList<PathwayCapacityStep>> Steps = new(
        new OneOrMoreForm<PathwayCapacityStep>(new GroupForm<PathwayCapacityStep>("a group with from and units", [StepFrom, StepUnits], v => new PathwayCapacityStep(v.Find(StepFrom), v.Get(StepUnits)))),
        c => c.Steps)
    {
        Name = "steps",
        Meaning = "Capacity by date, in rising order; the first also holds before. When it falls below what is in use nobody is sent away: it closes as people leave.",
        Required = true,
    };

    private static readonly Key<CapacityInHours, double> HoursUnits = new(Units, h => h.Units) { Name = "units", Meaning = "Units in these hours.", Required = true };

    private static readonly GroupForm<CapacityInHours> InHours = new(
        "a group with units, days, open_hour and close_hour",
        [HoursUnits, .. HoursKeys.Group.Own.Select(k => LiftedKey<CapacityInHours, WorkingHours>.Of(k, h => h.When))],
        v => new CapacityInHours(HoursKeys.Group.Build(v), v.Get(HoursUnits)));

    private static readonly Key<PlaceCapacity, IReadOnlyList<CapacityInHours>> Hours = new(new OneOrMoreForm<CapacityInHours>(InHours), c => c.Hours.Count == 0 ? null : c.Hours)
    {
        Name = "hours",
        Meaning = "Other capacities in certain working hours; where several hold, the first does.",
        Otherwise = "the steps hold at all hours",
    };

    private static readonly GroupForm<PlaceCapacity> Group = new(
        "a group with steps", [Steps, Hours], v => new PlaceCapacity { Steps = v.FindGroup(Steps) ?? [new PathwayCapacityStep(null, 0)], Hours = v.FindGroup(Hours) ?? [] });

    private CapacityForm()
    {
    }

    /// <summary>The only form of a capacity.</summary>
    public static CapacityForm OfPlace { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => $"{Units.Allowed}, unlimited, or a group with steps such as {{ steps: [{{ units: 20 }}, {{ from: 2024-11-01, units: 24 }}] }}";

    /// <inheritdoc/>
    public override string Kind => "number, word or group";

    /// <inheritdoc/>
    public override string Unit => Units.Unit;

    /// <inheritdoc/>
    public override string Range => $"{Units.Range}, or unlimited";

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => Group.Keys;

    /// <inheritdoc/>
    public override PlaceCapacity Fallback => PlaceCapacity.Of(1);

    /// <inheritdoc/>
    public override PlaceCapacity Read(string path, SourceNode node, FaultList faults) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text, Text: Unlimited } => PlaceCapacity.Unlimited,
        ScalarNode { Kind: ScalarKind.Whole or ScalarKind.Number } => PlaceCapacity.Of(Units.Read(path, node, faults)),
        MapNode => Group.Read(path, node, faults),
        _ => Refuse(path, node, faults),
    };

    /// <inheritdoc/>
    public override JsonNode Write(PlaceCapacity value) =>
        value.IsUnlimited ? JsonValue.Create(Unlimited)
        : value is { Steps: [{ From: null } only], Hours.Count: 0 } ? JsonValue.Create(only.Units)
        : Group.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(new JsonObject { ["const"] = Unlimited }, Units.Schema(), Group.Schema()),
    };
}
