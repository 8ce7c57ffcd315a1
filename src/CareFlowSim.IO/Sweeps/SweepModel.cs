using System.Globalization;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The scenario behind a sweep, whichever its kind: makes the scenario of each cell, judges it and runs it.</summary>
public abstract class SweepModel
{
    private IReadOnlyList<IReadOnlyList<InputPlace>> _places = [];

    private protected SweepModel(SourceNode root, string file) => (Root, File) = (root, file);

    /// <summary>The baseline, then the policies.</summary>
    public abstract IReadOnlyList<string> Arms { get; }

    /// <summary>The figures kept.</summary>
    public IReadOnlyList<SweepMeasure> Measures { get; private protected set; } = [];

    /// <summary>Simulated person-years of one arm in one replication of the scenario as it stands; null where there is no population.</summary>
    public abstract double? PersonYears { get; }

    /// <summary>What is simulated, in a few words.</summary>
    public abstract string Describe { get; }

    /// <summary>Replications that the scenario asks for.</summary>
    public abstract int Replications { get; }

    /// <summary>Its seed.</summary>
    public abstract long Seed { get; }

    /// <summary>Pieces of work in one replication that can run side by side.</summary>
    public abstract int Tasks { get; }

    /// <summary>Name of the scenario file.</summary>
    internal string File { get; }

    /// <summary>The scenario's values, those set for all cells among them.</summary>
    internal SourceNode Root { get; set; }

    /// <summary>The scenario in full and one spelling, for the fingerprint of the sweep.</summary>
    internal abstract string Canonical { get; }

    /// <summary>Other files it is made of, with their fingerprints.</summary>
    internal abstract IReadOnlyList<(string Name, string Sha256)> Files { get; }

    /// <summary>The keys of its kind.</summary>
    internal abstract Form Form { get; }

    /// <summary>Words that a measure may be, in the order of files.</summary>
    internal abstract IReadOnlyList<string> MeasureNames { get; }

    /// <summary>How many cells of a part are good.</summary>
    internal abstract int CellsPerPart(int replications);

    /// <summary>Runs a group of cells of a part.</summary>
    /// <returns>One outcome a cell; null when stopped.</returns>
    public abstract IReadOnlyList<SweepOutcome>? Run(IReadOnlyList<SweepCell> group, int replications, RunOptions options, Action<RunProgress>? progress = null, CancellationToken stop = default);

    /// <summary>Reads the scenario with some values in its places.</summary>
    /// <exception cref="InputException">It has faults.</exception>
    internal abstract void Check(SourceNode root);

    /// <summary>Takes over the scenario's values once what holds in every cell has been set.</summary>
    internal abstract void Settle();

    /// <summary>Chooses what is kept; names are known.</summary>
    internal abstract void Keep(IReadOnlyList<string> measures);

    /// <summary>The prior of the world for a path; null when there is none.</summary>
    internal virtual Prior? PriorOf(string path) => null;

    /// <summary>Chooses where inputs stand.</summary>
    internal void Move(IReadOnlyList<IReadOnlyList<InputPlace>> places) => _places = places;

    /// <summary>By input: whether moving it leaves the baseline as it is.</summary>
    internal IReadOnlyList<bool> SharesBaseline => [.. _places.Select(p => p.All(one => one.Steps[0] == "policies"))];

    /// <summary>Reads the scenario of a cell.</summary>
    /// <exception cref="InputException">It has faults.</exception>
    internal void Check(SweepCell cell) => Check(NodeOf(cell));

    /// <summary>The scenario's values in a cell.</summary>
    internal SourceNode NodeOf(SweepCell cell)
    {
        SourceNode root = Root;
        for (int i = 0; i < _places.Count; i++)
        {
            root = Put(root, _places[i], cell.Values[i]);
        }

        return root;
    }

    /// <summary>A scenario's values with one in its places.</summary>
    internal static SourceNode Put(SourceNode root, IReadOnlyList<InputPlace> places, SweepValue value)
    {
        bool whole = value.Number == Math.Floor(value.Number) && Math.Abs(value.Number) < 1e15;
        ScalarNode node = value.Word is { } word
            ? new ScalarNode(1, 1, word, ScalarKind.Text)
            : new ScalarNode(1, 1, value.Number.ToString(whole ? "0" : "R", CultureInfo.InvariantCulture), whole ? ScalarKind.Whole : ScalarKind.Number);
        return places.Aggregate(root, (r, place) => InputPaths.Put(r, place.Steps, node));
    }
}
