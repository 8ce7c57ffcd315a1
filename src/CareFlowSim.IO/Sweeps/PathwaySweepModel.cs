using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>A sweep over a pathway.</summary>
internal sealed class PathwaySweepModel : SweepModel
{
    private const int MostCellsPerPart = 16;
    private static readonly PathwayMeasure[] Usual = [PathwayMeasure.MeanWait, PathwayMeasure.DelayDays, PathwayMeasure.TurnedAway, PathwayMeasure.Cost];

    private readonly string _folder;
    private PathwayDocument _document;
    private PathwayFigure[] _kept = [];

    /// <summary>Reads the scenario as it stands.</summary>
    /// <exception cref="InputException">It has faults.</exception>
    public PathwaySweepModel(SourceNode root, string file)
        : base(root, file)
    {
        _folder = Path.GetDirectoryName(file) ?? "";
        _document = Read(root);
    }

    public override IReadOnlyList<string> Arms => PathwayArms.Names(_document.Scenario);

    public override double? PersonYears => null;

    public override string Describe => PathwaySummary.Describe(_document.Scenario with { Replications = new PathwayReplications { Number = 1 } });

    public override int Replications => _document.Scenario.Replications.Number;

    public override long Seed => _document.Scenario.Seed;

    public override int Tasks => Arms.Count;

    internal override string Canonical => PathwayWriter.Json(_document.Scenario with { Replications = new PathwayReplications { Number = 1 }, Search = null });

    // Tables that the scenario names are in its canonical text.
    internal override IReadOnlyList<(string Name, string Sha256)> Files => [];

    internal override Form Form => PathwayKeys.Root;

    internal override IReadOnlyList<string> MeasureNames =>
    [
        .. new string?[] { null }.Concat(_document.Scenario.Places.Select(p => p.Name)).SelectMany(p => Enum.GetValues<PathwayMeasure>().Select(m => NameOf(new PathwayFigure(p, m)))),
    ];

    public override IReadOnlyList<SweepOutcome>? Run(IReadOnlyList<SweepCell> group, int replications, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        Dictionary<string, PathwayPolicy> known = new(StringComparer.Ordinal);
        (SweepCell Cell, PathwayScenario Scenario)[] cells =
        [
            .. group.Select(c => (c, Read(NodeOf(c)).Scenario)).Select(c => (c.c, c.Scenario with
            {
                Policies = [.. c.Scenario.Policies.Select(p => StudyKeys.Policy.Write(p).ToJsonString() is var text && known.TryGetValue(text, out PathwayPolicy? same) ? same : known[text] = p)],
            })),
        ];
        return PathwaySweep.Run(cells, replications, _kept, options, progress, stop);
    }

    internal override void Check(SourceNode root) => Read(root);

    internal override void Settle() => _document = Read(Root);

    internal override void Keep(IReadOnlyList<string> measures)
    {
        PathwayFigure[] all = [.. new string?[] { null }.Concat(_document.Scenario.Places.Select(p => p.Name)).SelectMany(p => Enum.GetValues<PathwayMeasure>().Select(m => new PathwayFigure(p, m)))];
        _kept = measures.Count == 0 ? [.. Usual.Select(m => new PathwayFigure(null, m))] : [.. measures.Select(name => all.First(f => NameOf(f) == name))];
        Measures = [.. _kept.Select(f => PathwayMeasureText.Of(f.Measure) is var text ? new SweepMeasure(NameOf(f), text.Unit, text.Meaning, (baseline, policy) => policy - baseline) : null!)];
    }

    internal override int CellsPerPart(int replications) => MostCellsPerPart;

    private static string NameOf(PathwayFigure figure) => (figure.Place is null ? "" : figure.Place + ".") + PathwayMeasureText.Of(figure.Measure).Name;

    private PathwayDocument Read(SourceNode root) => PathwayReader.Read(root, File, new FaultList(File) { Folder = _folder });
}
