using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>A sweep over a scenario of people.</summary>
internal sealed class PeopleSweepModel : SweepModel
{
    private readonly World _world;
    private readonly string _folder;
    private readonly (string Code, string Name)[] _areas;
    private Setup _setup;
    private PolicyMeasure[] _kept = [];
    private IReadOnlyList<PriorEntry>? _priors;

    /// <summary>Reads the scenario as it stands.</summary>
    /// <exception cref="InputException">It has faults.</exception>
    public PeopleSweepModel(SourceNode root, string file, string folder, World world)
        : base(root, file)
    {
        _world = world;
        _folder = folder;
        _areas = [.. world.Areas.Select(a => (a.Code, a.Name))];
        _setup = new Setup(world, Read(root));
    }

    /// <summary>The scenario laid out on its world.</summary>
    public Setup Setup => _setup;

    public override IReadOnlyList<string> Arms => [.. _setup.Arms.Select(a => a.Name)];

    public override double? PersonYears => PeopleSweep.PersonYears(_setup);

    public override string Describe => string.Join(
        ", ",
        Title.Count(_setup.Systems.Sum(s => s.Areas.Count), "area"),
        Title.Count(_setup.Arms.Count, "arm"),
        Title.Count(_setup.Scenario.Period.Days, "day") + $" after a warm-up of {_setup.Scenario.Period.WarmUpDays}",
        $"1:{_setup.Scenario.PeoplePerAgent}");

    public override int Replications => _setup.Scenario.Replications;

    public override long Seed => _setup.Scenario.Seed;

    public override int Tasks => _setup.Systems.Count;

    internal override string Canonical => ScenarioWriter.Json(_setup.Scenario with { Replications = 1 });

    internal override IReadOnlyList<(string Name, string Sha256)> Files =>
        [.. WorldReader.Sources(_folder).Files.Where(f => f != WorldTables.Sources.File && f != PriorTable.File).Select(f => (f, HashedFiles.Sha256OfFile(Path.Combine(_folder, f))))];

    internal override Form Form => ScenarioKeys.Root;

    internal override IReadOnlyList<string> MeasureNames { get; } = [.. PolicyMeasure.All.Select(m => m.Name), .. MeasureTable.All.Select(m => MeasureTable.Of(m).Name)];

    public override IReadOnlyList<SweepOutcome>? Run(IReadOnlyList<SweepCell> group, int replications, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        // Policies that are the same in several cells are the same object, and are simulated once.
        Dictionary<string, Policy> known = new(StringComparer.Ordinal);
        (SweepCell Cell, Scenario Scenario)[] cells =
        [
            .. group.Select(c => (c, Read(NodeOf(c)))).Select(c => (c.c, c.Item2 with
            {
                Policies = [.. c.Item2.Policies.Select(p => PolicyKeys.Group.Write(p).ToJsonString() is var text && known.TryGetValue(text, out Policy? same) ? same : known[text] = p)],
            })),
        ];
        return PeopleSweep.Run(_world, cells, replications, _kept, options, progress, stop);
    }

    internal override void Check(SourceNode root) => Read(root);

    internal override void Settle() => _setup = new Setup(_world, Read(Root));

    internal override void Keep(IReadOnlyList<string> measures)
    {
        _kept = measures.Count == 0 ? [.. PolicyMeasure.Usual] : [.. measures.Select(m => PolicyMeasure.Find(m) ?? Counted(m))];
        Measures = [.. _kept.Select(SweepMeasure.Of)];
    }

    internal override int CellsPerPart(int replications) => PeopleSweep.CellsPerPart(_setup, replications);

    internal override Prior? PriorOf(string path)
    {
        _priors ??= PriorTable.Read(_folder, _world);
        int open = path.IndexOf('[', StringComparison.Ordinal);
        int close = path.IndexOf(']', StringComparison.Ordinal);
        string key = path.StartsWith("parameters.", StringComparison.Ordinal) ? path["parameters.".Length..]
            : open > 0 && close > open ? path[..(open + 1)] + path[close..] : path;
        return _priors.FirstOrDefault(p => p.Prior.Name == key)?.Prior;
    }

    private static PolicyMeasure Counted(string name)
    {
        Measure measure = MeasureTable.All.First(m => MeasureTable.Of(m).Name == name);
        ColumnText text = MeasureTable.Of(measure);
        return new PolicyMeasure(name, text.Unit, text.Meaning, MeasureSense.Added, true, (r, i, a) => r.Total(i, a, measure) / r.Scale * MeasureTable.Factor(measure, r.Scale));
    }

    private Scenario Read(SourceNode root)
    {
        ScenarioDocument document = ScenarioReader.ReadDocument(root, File, _areas);
        document.RequireFit(_world);
        return document.Scenario;
    }
}
