using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>An input as it stands in a file.</summary>
internal sealed record InputText
{
    public string? Name { get; init; }

    public required string Path { get; init; }

    public IReadOnlyList<SourceNode>? Values { get; init; }

    public double? From { get; init; }

    public double? To { get; init; }

    public long? Steps { get; init; }

    public SweepScale Scale { get; init; }

    public bool Whole { get; init; }

    public PriorText? Prior { get; init; }
}

/// <summary>A prior as it stands in a file: that of the world, or a shape and its figures.</summary>
internal sealed record PriorText(bool OfWorld, PriorShape Shape, double? Central, double? Low, double? High, double Coverage);

/// <summary>The keys of one input of a sweep.</summary>
internal static class SweepInputKeys
{
    private static readonly NumberForm AnyNumber = new("the input's unit", -1e15, 1e15);

    private static readonly Key<PriorText, PriorShape> Shape = new(
        new ChoiceForm<PriorShape>([.. PriorTable.ShapeWords]), p => p.Shape) { Name = "shape", Meaning = "Shape of the distribution, as in a world's priors.csv.", Required = true };

    private static readonly Key<PriorText, double> Central = new(AnyNumber, p => p.Central) { Name = "central", Meaning = "Central value: peak, median or mean, by shape.", Otherwise = "the middle between low and high" };
    private static readonly Key<PriorText, double> Low = new(AnyNumber, p => p.Low) { Name = "low", Meaning = "Low end.", Required = true };
    private static readonly Key<PriorText, double> High = new(AnyNumber, p => p.High) { Name = "high", Meaning = "High end.", Required = true };
    private static readonly Key<PriorText, double> Coverage = new(new NumberForm("share", 0.01, 0.999), p => p.Coverage) { Name = "coverage", Meaning = "Probability between low and high where the shape has no ends.", Default = 0.95 };

    private static readonly Key<InputText, string> Path = new(TextForm.Line, i => i.Path)
    {
        Name = "path",
        Meaning = "The number or choice of the scenario that is moved: parameters.KEY, policies[NAME].workforce.home_care, policies[] for every policy that sets it, places.ward.capacity, period.days.",
        Required = true,
    };

    private static readonly Key<InputText, string> Name = new(TextForm.FileName, i => i.Name) { Name = "name", Meaning = "Name in conditions and results: letters, digits and underscores.", Otherwise = "the last key of the path" };
    private static readonly Key<InputText, IReadOnlyList<SourceNode>> Values = new(new ListForm<SourceNode>("a list of values", AnyForm.Single), i => i.Values) { Name = "values", Meaning = "Its levels. In a design that draws, each is as likely as the others. Give values, or from and to, or prior.", Otherwise = "from, to or prior" };
    private static readonly Key<InputText, double> From = new(AnyNumber, i => i.From) { Name = "from", Meaning = "Low end of a range.", Otherwise = "values or prior" };
    private static readonly Key<InputText, double> To = new(AnyNumber, i => i.To) { Name = "to", Meaning = "High end of a range.", Otherwise = "values or prior" };
    private static readonly Key<InputText, long> Steps = new(new WholeNumberForm("levels", 2, 10_000), i => i.Steps) { Name = "steps", Meaning = "Levels of a range in a grid, both ends among them.", Otherwise = "needed there" };

    private static readonly Key<InputText, SweepScale> Scale = new(new ChoiceForm<SweepScale>(("linear", SweepScale.Linear), ("log", SweepScale.Log)), i => i.Scale)
    {
        Name = "scale",
        Meaning = "How a range is spaced: linear, equal steps; log, equal factors.",
        Default = SweepScale.Linear,
    };

    private static readonly Key<InputText, bool> Whole = new(TruthForm.TrueOrFalse, i => i.Whole) { Name = "whole", Meaning = "Whole numbers only.", Default = false };

    private static readonly Key<InputText, PriorText> Prior = new(new PriorForm(), i => i.Prior)
    {
        Name = "prior",
        Meaning = "world: the prior in the world's priors.csv; or a group with shape, central, low, high and coverage.",
        Otherwise = "values, or from and to",
    };

    /// <summary>One input.</summary>
    public static GroupForm<InputText> Group { get; } = new(
        "a group with a path, and values, from and to, or prior",
        [Path, Name, Values, From, To, Steps, Scale, Whole, Prior],
        v => new InputText
        {
            Path = v.Get(Path),
            Name = v.FindGroup(Name),
            Values = v.FindGroup(Values),
            From = v.Find(From),
            To = v.Find(To),
            Steps = v.Find(Steps),
            Scale = v.Get(Scale),
            Whole = v.Get(Whole),
            Prior = v.FindGroup(Prior),
        });

    /// <summary>The prior of an input: <c>world</c>, or a group.</summary>
    private sealed class PriorForm : Form<PriorText>
    {
        private const string World = "world";

        private static readonly GroupForm<PriorText> OwnGroup = new(
            "a group with shape, low and high",
            [Shape, Central, Low, High, Coverage],
            v => new PriorText(false, v.Get(Shape), v.Find(Central), v.Find(Low), v.Find(High), v.Get(Coverage)));

        public override string Allowed => "world, or a group with shape, low and high";

        public override string Kind => "word or group";

        public override IReadOnlyList<Key> Keys => OwnGroup.Keys;

        public override PriorText Fallback => new(true, PriorShape.Uniform, null, null, null, 0.95);

        public override PriorText Read(string path, SourceNode node, FaultList faults) => node switch
        {
            ScalarNode { Kind: ScalarKind.Text, Text: World } => Fallback,
            MapNode => OwnGroup.Read(path, node, faults),
            _ => Refuse(path, node, faults),
        };

        public override JsonNode Write(PriorText value) => value.OfWorld ? JsonValue.Create(World) : OwnGroup.Write(value);

        public override JsonObject Schema() => new() { ["oneOf"] = new JsonArray(new JsonObject { ["const"] = World }, OwnGroup.Schema()) };
    }
}
