using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>A sweep as it stands in its file, before the base scenario is looked at.</summary>
internal sealed record SweepText
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Scenario { get; init; }

    public IReadOnlyList<MapEntry> Set { get; init; } = [];

    public long? Replications { get; init; }

    public long? Seed { get; init; }

    public required DesignText Design { get; init; }

    public IReadOnlyList<InputText> Inputs { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<MapEntry>> Cells { get; init; } = [];

    public IReadOnlyList<string> OnlyIf { get; init; } = [];

    public IReadOnlyList<string> Measures { get; init; } = [];

    public long? CellsPerPart { get; init; }
}

/// <summary>A design as it stands in a file.</summary>
internal sealed record DesignText(SweepDesignKind Kind, long? Points, long? Trajectories, long? Levels, long? Rows);

/// <summary>The keys of a file of kind sweep. Every name, unit, range and meaning stands here or in <see cref="SweepInputKeys"/>, and nowhere else.</summary>
internal static class SweepKeys
{
    private const long FormatVersion = 1;
    private const long LargestSeed = (1L << 53) - 1;

    /// <summary>The designs by their words.</summary>
    public static readonly (string Word, SweepDesignKind Value)[] DesignKinds =
    [
        ("grid", SweepDesignKind.Grid),
        ("list", SweepDesignKind.List),
        ("latin-hypercube", SweepDesignKind.LatinHypercube),
        ("sobol", SweepDesignKind.Sobol),
        ("morris", SweepDesignKind.Morris),
        ("saltelli", SweepDesignKind.Saltelli),
        ("one-at-a-time", SweepDesignKind.OneAtATime),
    ];

    private static readonly Key<SweepText, long> Format = new(new WholeNumberForm("", FormatVersion, FormatVersion), _ => FormatVersion) { Name = "careflow", Meaning = "Version of the file format.", Required = true };
    private static readonly Key<SweepText, ScenarioKind> Kind = new(new ChoiceForm<ScenarioKind>((ScenarioKinds.Sweep, ScenarioKind.Sweep)), _ => ScenarioKind.Sweep) { Name = ScenarioKinds.Key, Meaning = "Kind of file.", Required = true };
    private static readonly Key<SweepText, string> Name = new(TextForm.FileName, s => s.Name) { Name = "name", Meaning = "Short name of the sweep.", Required = true };
    private static readonly Key<SweepText, string> Title = new(TextForm.Line, s => s.Title) { Name = "title", Meaning = "The question that the sweep answers, in one line.", Required = true };
    private static readonly Key<SweepText, string> Scenario = new(TextForm.Line, s => s.Scenario) { Name = "scenario", Meaning = "Path of the scenario file that is swept, of kind people or pathway, from the folder of this file.", Required = true };

    private static readonly Key<SweepText, IReadOnlyList<MapEntry>> Set = new(new NamedForm("a group of paths with values, such as { areas: [Bolton], period.days: 90 }", AnyForm.Whole), s => s.Set)
    {
        Name = "set",
        Meaning = "Values of the scenario that hold in every cell instead of its own, by path.",
        Default = [],
        Otherwise = "the scenario as it is",
    };

    private static readonly Key<SweepText, long> Replications = new(new WholeNumberForm("replications", 1, 100_000), s => s.Replications) { Name = "replications", Meaning = "Replications of every cell, each with the same luck in all cells and policies.", Otherwise = "the number of the scenario" };
    private static readonly Key<SweepText, long> Seed = new(new WholeNumberForm("", 0, LargestSeed), s => s.Seed) { Name = "seed", Meaning = "Seed of all random numbers, those of the design among them.", Otherwise = "the seed of the scenario" };

    private static readonly Key<DesignText, SweepDesignKind> DesignKind = new(new ChoiceForm<SweepDesignKind>(DesignKinds), d => d.Kind)
    {
        Name = "kind",
        Meaning = "grid: every combination of levels. list: the cells under `cells`. latin-hypercube, sobol: points that fill the space. morris: trajectories for screening. saltelli: rows for Sobol' indices. one-at-a-time: each input alone at its ends, for a tornado chart.",
        Required = true,
    };

    private static readonly Key<DesignText, long> Points = new(new WholeNumberForm("cells", 2, SweepPlan.MostCells), d => d.Points) { Name = "points", Meaning = "Cells of a latin-hypercube or sobol design; for sobol best a power of two.", Otherwise = "needed there" };
    private static readonly Key<DesignText, long> Trajectories = new(new WholeNumberForm("trajectories", 2, 10_000), d => d.Trajectories) { Name = "trajectories", Meaning = "Trajectories of a morris design, each of one cell more than there are inputs; 10 to 50 are usual.", Otherwise = "needed there" };
    private static readonly Key<DesignText, long> Levels = new(new WholeNumberForm("levels", 2, 100), d => d.Levels) { Name = "levels", Meaning = "Levels of each input in a morris design; even.", Otherwise = "4" };
    private static readonly Key<DesignText, long> Rows = new(new WholeNumberForm("rows", 2, 65_536), d => d.Rows) { Name = "rows", Meaning = "Rows of a saltelli design, each of two cells more than there are inputs; best a power of two.", Otherwise = "needed there" };

    private static readonly Key<SweepText, DesignText> Design = new(
        new GroupForm<DesignText>("a group with kind", [DesignKind, Points, Trajectories, Levels, Rows], v => new DesignText(v.Get(DesignKind), v.Find(Points), v.Find(Trajectories), v.Find(Levels), v.Find(Rows))),
        s => s.Design)
    {
        Name = "design",
        Meaning = "How cells fill the space of the inputs.",
        Required = true,
    };

    private static readonly Key<SweepText, IReadOnlyList<InputText>> Inputs = new(new ListForm<InputText>("a list of inputs, each with a path", SweepInputKeys.Group), s => s.Inputs) { Name = "inputs", Meaning = "What is moved from cell to cell.", Required = true };

    private static readonly Key<SweepText, IReadOnlyList<IReadOnlyList<MapEntry>>> Cells = new(
        new ListForm<IReadOnlyList<MapEntry>>("a list of groups, each with a value for every input by name", new NamedForm("a group with a value for every input by name", AnyForm.Single)), s => s.Cells)
    {
        Name = "cells",
        Meaning = "The cells of a list design: a value for every input, by its name.",
        Default = [],
        Otherwise = "needed there",
    };

    private static readonly Key<SweepText, IReadOnlyList<string>> OnlyIf = new(new ListForm<string>("a list of conditions", TextForm.Line), s => s.OnlyIf)
    {
        Name = "only_if",
        Meaning = "Conditions that a cell must meet to be run, such as \"posts <= 1500 or weekend >= 0.5\": comparisons (<= < = != > >=) of sums and products of inputs, numbers and 'words', joined by and, or. For grid, list, latin-hypercube and sobol.",
        Default = [],
        Otherwise = "every cell is run",
    };

    private static readonly Key<SweepText, IReadOnlyList<string>> Measures = new(new ListForm<string>("a list of measures", TextForm.Line), s => s.Measures)
    {
        Name = "measures",
        Meaning = "Figures that are kept of every cell. People: a measure of `careflow uncertainty --measure`, or a count of annual.parquet. Pathways: a measure of the whole path, or PLACE.MEASURE.",
        Default = [],
        Otherwise = "the first four measures of `careflow uncertainty`; of a pathway mean_wait, delay_days, turned_away and cost",
    };

    private static readonly Key<SweepText, long> CellsPerPart = new(new WholeNumberForm("cells", 1, 1_000), s => s.CellsPerPart)
    {
        Name = "cells_per_part",
        Meaning = "Most cells that are run and written together; what is under way when a process is killed is run again.",
        Otherwise = "1 to 16, by the size of the scenario",
    };

    /// <summary>The root group.</summary>
    public static GroupForm<SweepText> Root { get; } = new(
        "a group of keys that starts with careflow: 1 and kind: sweep",
        [Format, Kind, Name, Title, Scenario, Set, Replications, Seed, Design, Inputs, Cells, OnlyIf, Measures, CellsPerPart],
        v => new SweepText
        {
            Name = v.Get(Name),
            Title = v.Get(Title),
            Scenario = v.Get(Scenario),
            Set = v.Get(Set),
            Replications = v.Find(Replications),
            Seed = v.Find(Seed),
            Design = v.FindGroup(Design) ?? new DesignText(SweepDesignKind.Grid, null, null, null, null),
            Inputs = v.FindGroup(Inputs) ?? [],
            Cells = v.Get(Cells),
            OnlyIf = v.Get(OnlyIf),
            Measures = v.Get(Measures),
            CellsPerPart = v.Find(CellsPerPart),
        });
}
