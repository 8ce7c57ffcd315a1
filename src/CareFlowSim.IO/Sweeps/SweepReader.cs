using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>A sweep without faults: its cells, how they are shared out, and the scenario behind them.</summary>
public sealed record SweepDocument
{
    private const int ProbeReplications = 1;

    internal SweepDocument(SweepText text, string file, SweepPlan plan, SweepModel model)
    {
        Name = text.Name;
        Title = text.Title;
        File = file;
        Plan = plan;
        Model = model;
        Replications = (int)(text.Replications ?? model.Replications);
        Parts = plan.Parts(model.SharesBaseline, (int)(text.CellsPerPart ?? model.CellsPerPart(Replications)));
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>The question.</summary>
    public string Title { get; }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>The cells.</summary>
    public SweepPlan Plan { get; }

    /// <summary>How they are shared out.</summary>
    public IReadOnlyList<SweepPart> Parts { get; }

    /// <summary>The scenario behind them.</summary>
    public SweepModel Model { get; }

    /// <summary>Replications of every cell.</summary>
    public int Replications { get; }

    /// <summary>Runs of an arm in a replication that the sweep asks for; a baseline or a policy that cells share counts once for all of them.</summary>
    public long ArmRuns => Parts.Sum(p => p.Groups.Sum(g => 1L + ((Model.Arms.Count - 1) * g.Count))) * Replications;

    /// <summary>Cells, each with one replication, that tell whether an input matters at all; none where the design itself tells.</summary>
    public IReadOnlyList<SweepCell> Probes => SweepEffects.Probes(Plan);

    /// <summary>Replications of a probe.</summary>
    public static int ReplicationsOfProbes => ProbeReplications;

    /// <summary>The scenario laid out on its world; null for a pathway.</summary>
    public Setup? Setup => (Model as PeopleSweepModel)?.Setup;
}

/// <summary>Reads a file of kind sweep and the scenario that it names, strictly: all faults at once, or a sweep whose cells can all be run.</summary>
public static class SweepReader
{
    private const int MostCellsChecked = 1_000;

    /// <summary>Reads a sweep.</summary>
    /// <param name="path">Path of its file.</param>
    /// <param name="worldOf">Path of a scenario file and name of its world in, folder and world out.</param>
    /// <exception cref="InputException">The file, its scenario or a cell has faults; carries all of them.</exception>
    public static SweepDocument ReadFile(string path, Func<string, string, (string Folder, World World)> worldOf)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(worldOf);
        FaultList faults = new(path);
        SourceNode root = NodeOf(path, faults, "a sweep, in YAML or JSON");
        ScenarioKinds.Require(ScenarioKind.Sweep, root, path);
        SourcePositions positions = new(path, root);
        SweepText text = SweepKeys.Root.Read("", root, faults);
        if (text.Scenario.Length == 0)
        {
            throw new ScenarioException(faults.InOrder);
        }

        SweepModel model = ModelOf(path, text, positions, faults, worldOf);
        Settle(model, text, positions, faults);
        SweepInputs inputs = SweepInputs.Read(model, text, positions, faults);
        string[] unknown = [.. text.Measures.Where(m => !model.MeasureNames.Contains(m))];
        foreach (string name in unknown)
        {
            faults.Add($"measures[{text.Measures.ToList().IndexOf(name)}]", positions, $"'{name}' is not a measure", Form.Choice(name, [.. model.MeasureNames], "see scenarios/README.md"));
        }

        SweepDesign design = DesignOf(text, inputs.Inputs, positions, faults, text.Seed ?? model.Seed);
        IReadOnlyList<IReadOnlyList<SweepValue>> listed = inputs.Listed(text, positions, faults);
        SweepCondition[] conditions = [.. Conditions(text, inputs.Inputs, positions, faults)];
        if (!faults.Any && SweepPlan.Count(inputs.Inputs, design, listed.Count) is > SweepPlan.MostCells and var many)
        {
            faults.Add("design", positions, FormattableString.Invariant($"gives {many:0} cells"), FormattableString.Invariant($"at most {SweepPlan.MostCells} cells"));
        }

        if (faults.Any)
        {
            throw new ScenarioException(faults.InOrder);
        }

        model.Keep([.. text.Measures.Distinct()]);
        model.Move(inputs.Places);
        SweepPlan plan = SweepPlan.Create(inputs.Inputs, design, listed, conditions);
        CheckCells(plan, model, text, positions, faults);
        return faults.Any ? throw new ScenarioException(faults.InOrder) : new SweepDocument(text, path, plan, model);
    }

    private static SourceNode NodeOf(string path, FaultList faults, string allowed)
    {
        try
        {
            using StreamReader text = File.OpenText(path);
            return SourceReader.Read(text, faults) ?? throw new ScenarioException(faults.InOrder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bool missing = e is FileNotFoundException or DirectoryNotFoundException;
            throw new ScenarioException([new Fault(path, 1, 1, "the file", missing ? "is not there" : "cannot be opened", allowed)]);
        }
    }

    private static SweepModel ModelOf(string path, SweepText text, SourcePositions positions, FaultList faults, Func<string, string, (string Folder, World World)> worldOf)
    {
        string file = Path.Combine(Path.GetDirectoryName(path) ?? "", text.Scenario);
        if (!File.Exists(file))
        {
            faults.Add("scenario", positions, $"is '{text.Scenario}', which is not there", "the path of a scenario file, from the folder of this file");
            throw new ScenarioException(faults.InOrder);
        }

        FaultList form = new(file);
        SourceNode root = NodeOf(file, form, "a scenario file, in YAML or JSON");
        ScenarioKind kind = form.Any ? throw new ScenarioException(form.InOrder) : ScenarioKinds.Of(root, file);
        switch (kind)
        {
            case ScenarioKind.Pathway:
                return new PathwaySweepModel(root, file);
            case ScenarioKind.People:
                string world = ScenarioReader.ReadDocument(root, file, null).Scenario.World;
                (string folder, World read) = worldOf(file, world);
                return new PeopleSweepModel(root, file, folder, read);
            default:
                faults.Add("scenario", positions, $"is '{text.Scenario}', a sweep itself", "a scenario of kind people or pathway");
                throw new ScenarioException(faults.InOrder);
        }
    }

    /// <summary>Puts the values that hold in every cell in their places, each judged by the scenario's own reader.</summary>
    private static void Settle(SweepModel model, SweepText text, SourcePositions positions, FaultList faults)
    {
        InputPaths paths = new(model.Form, model.Root);
        foreach (MapEntry entry in text.Set)
        {
            string where = SourcePositions.Join("set", entry.Name);
            IReadOnlyList<InputPlace> places = paths.Find(entry.Name);
            if (places.Count == 0)
            {
                faults.Add(where, entry.Line, entry.Column, "is no path of the scenario", paths.Nearest(entry.Name));
                continue;
            }

            SourceNode set = places.Aggregate(model.Root, (r, p) => InputPaths.Put(r, p.Steps, entry.Value));
            try
            {
                model.Check(set);
                model.Root = set;
            }
            catch (InputException e)
            {
                faults.Add(where, entry.Line, entry.Column, $"cannot be so: {e.Faults[0].Where} {e.Faults[0].Wrong}", e.Faults[0].Allowed);
            }
        }

        if (text.Seed is { } seed)
        {
            model.Root = InputPaths.Put(model.Root, ["seed"], new ScalarNode(1, 1, FormattableString.Invariant($"{seed}"), ScalarKind.Whole));
        }

        model.Settle();
    }

    private static SweepDesign DesignOf(SweepText text, IReadOnlyList<SweepInput> inputs, SourcePositions positions, FaultList faults, long seed)
    {
        DesignText d = text.Design;
        SweepDesignKind kind = d.Kind;
        int size = Size("points", d.Points, kind is SweepDesignKind.LatinHypercube or SweepDesignKind.Sobol)
            + Size("trajectories", d.Trajectories, kind == SweepDesignKind.Morris)
            + Size("rows", d.Rows, kind == SweepDesignKind.Saltelli);
        int levels = (int)(d.Levels ?? 4);
        if (d.Levels is not null && (kind != SweepDesignKind.Morris || levels % 2 == 1))
        {
            faults.Add("design.levels", positions, kind == SweepDesignKind.Morris ? $"is {levels}" : "means nothing for this design", kind == SweepDesignKind.Morris ? "an even number" : "only for morris");
        }

        int most = kind == SweepDesignKind.Saltelli ? SobolSequence.MaxInputs / 2 : SobolSequence.MaxInputs;
        if (kind is SweepDesignKind.Saltelli or SweepDesignKind.Sobol && inputs.Count > most)
        {
            faults.Add("inputs", positions, $"are {inputs.Count}", $"at most {most} with this design");
        }

        return new SweepDesign(kind, size, kind == SweepDesignKind.Morris ? levels : 0, seed);

        int Size(string key, long? value, bool needed)
        {
            if (needed == value is not null)
            {
                return (int)(value ?? 0);
            }

            faults.Add("design." + key, positions, needed ? "is missing" : "means nothing for this design", needed ? "needed by this design" : key switch { "points" => "only for latin-hypercube and sobol", "rows" => "only for saltelli", _ => "only for morris" });
            return 0;
        }
    }

    private static IEnumerable<SweepCondition> Conditions(SweepText text, IReadOnlyList<SweepInput> inputs, SourcePositions positions, FaultList faults)
    {
        string[] names = [.. inputs.Select(i => i.Name)];
        for (int i = 0; i < text.OnlyIf.Count; i++)
        {
            string where = FormattableString.Invariant($"only_if[{i}]");
            SweepCondition? condition = null;
            try
            {
                condition = SweepPlan.BearsGaps(text.Design.Kind) ? SweepCondition.Read(text.OnlyIf[i], names) : throw new FormatException("would leave gaps that this design does not bear");
            }
            catch (FormatException e)
            {
                faults.Add(where, positions, e.Message, "a comparison such as posts <= 1500, of the inputs " + string.Join(", ", names));
            }

            if (condition is not null)
            {
                yield return condition;
            }
        }
    }

    /// <summary>Values that are right alone may not be right together. Of very many cells, some evenly spread ones are tried; each is judged again when it is run.</summary>
    private static void CheckCells(SweepPlan plan, SweepModel model, SweepText text, SourcePositions positions, FaultList faults)
    {
        if (plan.Cells.Count == 0)
        {
            faults.Add("only_if", positions, "leaves no cell", "conditions that some cell meets");
        }

        int step = Math.Max(1, plan.Cells.Count / MostCellsChecked);
        int told = 0;
        for (int c = 0; c < plan.Cells.Count && told < 5; c += step)
        {
            SweepCell cell = plan.Cells[c];
            try
            {
                model.Check(cell);
            }
            catch (InputException e)
            {
                told++;
                string values = string.Join(", ", plan.Inputs.Zip(cell.Values, (i, v) => FormattableString.Invariant($"{i.Name} = {v.Word ?? v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}")));
                string where = text.Design.Kind == SweepDesignKind.List && text.OnlyIf.Count == 0 ? FormattableString.Invariant($"cells[{c}]") : "design";
                faults.Add(where, positions, FormattableString.Invariant($"has cell {cell.Number} ({values}), with which {e.Faults[0].Where} {e.Faults[0].Wrong}"), e.Faults[0].Allowed);
            }
        }
    }
}
