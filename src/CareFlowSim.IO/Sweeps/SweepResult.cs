using System.Text.Json;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>A merged sweep, read back: the design, its inputs and cells, and the figures by cell, replication, policy and measure.</summary>
/// <remarks>
/// Cells are in the order of the design, so that figures by cell go straight into <see cref="ElementaryEffects"/> with <c>Design.Morris(Inputs.Count)</c>,
/// into <see cref="SobolIndices"/> with <c>Design.Saltelli(Inputs.Count)</c>, and so on.
/// </remarks>
public sealed class SweepResult
{
    private readonly double[] _values;
    private readonly double[] _differences;

    private SweepResult(JsonNode facts, Table cells, Table outcomes)
    {
        Name = (string)facts["name"]!;
        Title = (string)facts["title"]!;
        Replications = (int)facts["replications"]!;
        Policies = [.. facts["policies"]!.AsArray().Select(p => (string)p!)];
        Design = DesignOf(facts["design"]!);
        Measures = [.. facts["measures"]!.AsArray().Select(m => ((string)m!["name"]!, (string)m["unit"]!, (string)m["meaning"]!))];
        Inputs = InputsOf(facts);
        Cells = CellsOf(cells, Inputs);
        Settled = cells.Columns.FirstOrDefault(c => c.Name == SweepTables.Settled.Name)?.Values is bool[] settled ? settled : [.. Cells.Select(_ => true)];
        _values = Numbers(outcomes, SweepTables.Value.Name);
        _differences = Numbers(outcomes, SweepTables.Difference.Name);
        if (_values.Length != Cells.Count * Replications * Policies.Count * Measures.Count)
        {
            throw new InvalidDataException($"{SweepTables.Outcomes} has {_values.Length} rows; cells, replications, policies and measures ask for {Cells.Count * Replications * Policies.Count * Measures.Count}.");
        }
    }

    /// <summary>Name of the sweep.</summary>
    public string Name { get; }

    /// <summary>Its question.</summary>
    public string Title { get; }

    /// <summary>The design.</summary>
    public SweepDesign Design { get; }

    /// <summary>The inputs, without levels, ranges and priors.</summary>
    public IReadOnlyList<SweepInput> Inputs { get; }

    /// <summary>The cells, in the order of the design.</summary>
    public IReadOnlyList<SweepCell> Cells { get; }

    /// <summary>By cell: whether its baseline had settled.</summary>
    public IReadOnlyList<bool> Settled { get; }

    /// <summary>Replications of every cell.</summary>
    public int Replications { get; }

    /// <summary>The baseline, then the policies.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>The measures kept.</summary>
    public IReadOnlyList<(string Name, string Unit, string Meaning)> Measures { get; }

    /// <summary>Whether a folder holds a merged sweep.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, SweepTables.Cells)) && File.Exists(Path.Combine(folder, SweepTables.Outcomes));

    /// <summary>Reads a merged sweep.</summary>
    /// <param name="folder">The folder of <c>careflow sweep run</c> or <c>careflow sweep merge</c>.</param>
    /// <exception cref="InputException">There is no merged sweep, or a file is damaged.</exception>
    public static SweepResult Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string manifest = Path.Combine(folder, Manifest.File);
        if (!IsIn(folder) || !File.Exists(manifest))
        {
            throw Wrong(folder, File.Exists(Path.Combine(folder, SweepFolder.File)) ? "is a sweep that is not merged yet" : "holds no sweep", "the folder of a sweep after careflow sweep merge");
        }

        try
        {
            JsonNode json = JsonNode.Parse(File.ReadAllText(manifest))!;
            foreach (JsonNode? file in json["files"]!.AsArray())
            {
                string path = Path.Combine(folder, (string)file!["name"]!);
                if (!File.Exists(path) || HashedFiles.Sha256OfFile(path) != (string)file["sha256"]!)
                {
                    throw Wrong(path, "is not as it was written", "merge again: careflow sweep merge " + folder);
                }
            }

            return new SweepResult(json["sweep"]!, ReadTable(folder, SweepTables.Cells), ReadTable(folder, SweepTables.Outcomes));
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or NullReferenceException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw Wrong(folder, "holds a damaged sweep: " + e.Message, "merge again: careflow sweep merge " + folder);
        }
    }

    /// <summary>The level of a measure.</summary>
    /// <param name="cell">Place of the cell, from 0.</param>
    /// <param name="replication">Replication, from 0.</param>
    /// <param name="policy">Place of the policy; 0 is the baseline.</param>
    /// <param name="measure">Place of the measure.</param>
    /// <returns>The level in the measure's unit; not a number where there was nothing to measure.</returns>
    public double Value(int cell, int replication, int policy, int measure) => _values[At(cell, replication, policy, measure)];

    /// <summary>The paired difference between a policy and the baseline of the same cell and replication; not a number for the baseline.</summary>
    /// <inheritdoc cref="Value"/>
    public double Difference(int cell, int replication, int policy, int measure) => _differences[At(cell, replication, policy, measure)];

    /// <summary>The figure of one cell: the paired difference of a policy, or the level of the baseline; one number per replication.</summary>
    public double[] Figures(int cell, int policy, int measure) =>
        [.. Enumerable.Range(0, Replications).Select(r => policy == 0 ? Value(cell, r, 0, measure) : Difference(cell, r, policy, measure))];

    /// <summary>The figure of every cell, the mean over replications, in the order of the design.</summary>
    public double[] Means(int policy, int measure) => [.. Enumerable.Range(0, Cells.Count).Select(c => Figures(c, policy, measure).Average())];

    internal static IReadOnlyList<SweepInput> InputsOf(JsonNode facts) =>
    [
        .. facts["inputs"]!.AsArray().Select(i => new SweepInput
        {
            Name = (string)i!["name"]!,
            Path = (string)i["path"]!,
            Unit = (string)i["unit"]!,
            Kind = Enum.Parse<SweepValueKind>((string)i["kind"]!),
            Low = (double?)i["low"] ?? 0,
            High = (double?)i["high"] ?? 0,
        }),
    ];

    internal static SweepDesign DesignOf(JsonNode design) => new(
        SweepKeys.DesignKinds.First(k => k.Word == (string)design["kind"]!).Value, (int)design["size"]!, (int)design["levels"]!, (long)design["seed"]!);

    internal static IReadOnlyList<SweepCell> CellsOf(Table cells, IReadOnlyList<SweepInput> inputs)
    {
        Array Of(string name) => cells.Columns.First(c => c.Name == name).Values;
        int[] number = (int[])Of(SweepTables.Cell.Name);
        string?[] role = (string?[])Of(SweepTables.Role.Name);
        int?[] row = (int?[])Of(SweepTables.Row.Name);
        int?[] step = (int?[])Of(SweepTables.Step.Name);
        string?[] moved = (string?[])Of(SweepTables.Moved.Name);
        Array[] values = [.. inputs.Select(i => Of(i.Name))];
        return [.. number.Select((n, c) => new SweepCell(n, [.. values.Select(v => One(v, c))]) { Role = role[c], Row = row[c], Step = step[c], Moved = moved[c] })];
    }

    private static SweepValue One(Array values, int at) => values switch
    {
        double[] numbers => new SweepValue(numbers[at]),
        long[] whole => new SweepValue(whole[at]),
        string[] words => new SweepValue(0, words[at]),
        _ => throw new InvalidDataException("a column of an input has a type that no input has"),
    };

    private static double[] Numbers(Table table, string column) => table.Columns.First(c => c.Name == column).Values switch
    {
        double?[] some => [.. some.Select(v => v ?? double.NaN)],
        double[] all => all,
        _ => throw new InvalidDataException($"column '{column}' holds no numbers"),
    };

    internal static Table ReadTable(string folder, string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(folder, name));
        return ParquetReader.Read(file);
    }

    private static InputException Wrong(string path, string wrong, string allowed) => new([new Fault(path, 1, 1, "the sweep", wrong, allowed)]);

    private int At(int cell, int replication, int policy, int measure) => (((((cell * Replications) + replication) * Policies.Count) + policy) * Measures.Count) + measure;
}
