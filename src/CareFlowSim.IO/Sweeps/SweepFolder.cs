using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>
/// The folder of a sweep while it runs: sweep.json says which sweep it is, design.parquet holds its cells, parts/ the finished parts and ledger/ what was finished
/// with its fingerprint. Any number of processes may write to it at once; each file appears whole or not at all.
/// </summary>
public sealed class SweepFolder
{
    internal const string File = "sweep.json";
    internal const string Design = "design.parquet";
    internal const string Probes = "probes.parquet";
    internal const string Parts = "parts";

    private readonly JsonNode _json;

    private SweepFolder(string path, JsonNode json) => (Path, _json) = (path, json);

    /// <summary>Path of the folder.</summary>
    public string Path { get; }

    /// <summary>Version of the program that the sweep belongs to.</summary>
    public string Version => (string)_json["version"]!;

    /// <summary>Fingerprint of the sweep: scenario, world, design, measures, replications and seed.</summary>
    public string Identity => (string)_json["identity"]!;

    /// <summary>Number of parts, that of the probes among them.</summary>
    public int PartCount => (int)_json["parts"]!;

    /// <summary>Number of cells.</summary>
    public int CellCount => (int)Facts["cells"]!;

    /// <summary>Path of the sweep's file when it was begun.</summary>
    public string SweepFile => (string)_json["file"]!;

    internal JsonNode Facts => _json["sweep"]!;

    /// <summary>Starts a sweep in a new or empty folder, or goes on with the same sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="version">Version of the program.</param>
    /// <exception cref="InputException">The folder holds something else: another sweep, one of another version or seed, or no sweep at all.</exception>
    public static SweepFolder Begin(string path, SweepDocument sweep, string version)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(sweep);
        JsonObject json = Describe(sweep, version);
        string file = System.IO.Path.Combine(path, File);
        if (!System.IO.File.Exists(file))
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).Any(n => !IsOwn(n!)))
            {
                throw Wrong(path, "holds files, and no sweep", "a new or empty folder, or that of the same sweep");
            }

            Directory.CreateDirectory(System.IO.Path.Combine(path, Parts));
            Directory.CreateDirectory(System.IO.Path.Combine(path, SweepLedger.Folder));
            HashedFiles files = new(path);
            files.Write(Design, to => ParquetWriter.Write(to, SweepTables.CellTable(sweep.Plan.Inputs, sweep.Plan.Cells, null)));
            if (sweep.Probes.Count > 0)
            {
                files.Write(Probes, to => ParquetWriter.Write(to, SweepTables.CellTable(sweep.Plan.Inputs, sweep.Probes, null)));
            }

            // The last, and the same from whichever process: a folder with it is ready.
            files.Write(File, json.ToJsonString(ScenarioWriter.Readable) + "\n");
        }

        SweepFolder folder = Open(path);
        if (folder.Version != version)
        {
            throw Wrong(file, $"is a sweep of version {folder.Version}", $"version {version}, which runs now: go on with the version that began, or take another folder");
        }

        if (folder.Identity != (string)json["identity"]!)
        {
            string changed = string.Join(", ", Changed(folder.Facts, json["sweep"]!));
            throw Wrong(file, $"is another sweep ({(changed.Length > 0 ? changed + " differ" : "the scenario or its world differs")})", "the sweep that was begun there, or another folder");
        }

        return folder;
    }

    /// <summary>Opens the folder of a sweep.</summary>
    /// <exception cref="InputException">It holds no sweep.</exception>
    public static SweepFolder Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string file = System.IO.Path.Combine(path, File);
        if (!System.IO.File.Exists(file))
        {
            throw Wrong(path, "holds no sweep", "a folder of careflow sweep run");
        }

        try
        {
            JsonNode json = JsonNode.Parse(System.IO.File.ReadAllText(file))!;
            return (string?)json["program"] == "careflow" && (string?)json["identity"] is not null && json["sweep"]?["cells"] is not null && (int?)json["parts"] is not null
                ? new SweepFolder(path, json)
                : throw Wrong(file, "is not of careflow", "the sweep.json that careflow sweep run wrote");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw Wrong(file, "cannot be read: " + e.Message.ReplaceLineEndings(" "), "the sweep.json that careflow sweep run wrote");
        }
    }

    /// <summary>Name of a part's file.</summary>
    internal static string NameOf(int part) => string.Create(CultureInfo.InvariantCulture, $"part-{part:000000}.parquet");

    internal string PathOf(int part) => System.IO.Path.Combine(Path, Parts, NameOf(part));

    /// <summary>Writes a part and returns its entry for the ledger.</summary>
    internal SweepEntry Write(int part, IReadOnlyList<SweepOutcome> outcomes, SweepModel model)
    {
        Dictionary<string, string> facts = new()
        {
            ["sweep.identity"] = Identity,
            ["sweep.version"] = Version,
            ["sweep.part"] = part.ToString(CultureInfo.InvariantCulture),
            ["sweep.unsettled"] = string.Join(',', outcomes.Where(o => !o.Settled).Select(o => o.Cell.Number)),
        };
        Table table = SweepTables.OutcomeTable(outcomes, model.Arms, model.Measures, facts);
        WrittenFile written = new HashedFiles(System.IO.Path.Combine(Path, Parts)).Write(NameOf(part), to => ParquetWriter.Write(to, table));
        return new SweepEntry(part, written.Bytes, written.Sha256, Identity, Version);
    }

    /// <summary>Whether a file or folder may stand in the folder of a sweep that has only begun.</summary>
    private static bool IsOwn(string name) => name is Parts or SweepLedger.Folder or Design or Probes or File || name.EndsWith(".tmp", StringComparison.Ordinal);

    private static IEnumerable<string> Changed(JsonNode before, JsonNode now) =>
        before.AsObject().Select(p => p.Key).Union(now.AsObject().Select(p => p.Key)).Where(k => before[k]?.ToJsonString() != now[k]?.ToJsonString());

    private static JsonObject Describe(SweepDocument sweep, string version)
    {
        SweepPlan plan = sweep.Plan;
        JsonObject facts = new()
        {
            ["name"] = sweep.Name,
            ["title"] = sweep.Title,
            ["scenario"] = System.IO.Path.GetFileName(sweep.Model.File),
            ["what_is_simulated"] = sweep.Model.Describe,
            ["design"] = new JsonObject
            {
                ["kind"] = SweepKeys.DesignKinds.First(k => k.Value == plan.Design.Kind).Word,
                ["size"] = plan.Design.Size,
                ["levels"] = plan.Design.Levels,
                ["seed"] = plan.Design.Seed,
            },
            ["cells"] = plan.Cells.Count,
            ["dropped"] = plan.Dropped,
            ["replications"] = sweep.Replications,
            ["seed"] = plan.Design.Seed,
            ["policies"] = new JsonArray([.. sweep.Model.Arms.Select(a => JsonValue.Create(a))]),
            ["measures"] = new JsonArray([.. sweep.Model.Measures.Select(m => new JsonObject { ["name"] = m.Name, ["unit"] = m.Unit, ["meaning"] = m.Meaning })]),
            ["inputs"] = new JsonArray([.. plan.Inputs.Select(Input)]),
        };
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add("careflow sweep 1\n" + facts.ToJsonString() + "\n" + sweep.Model.Canonical + "\n");
        foreach ((string name, string sha256) in sweep.Model.Files)
        {
            Add($"{name} {sha256}\n");
        }

        foreach (SweepPart part in sweep.Parts)
        {
            Add(FormattableString.Invariant($"part {part.Number}\n"));
            foreach (SweepCell cell in part.Groups.SelectMany(g => g))
            {
                Add(cell.Number.ToString(CultureInfo.InvariantCulture) + "\n" + string.Join('\n', cell.Values.Select(v => v.Word ?? v.Number.ToString("R", CultureInfo.InvariantCulture))) + "\n");
            }
        }

        return new JsonObject
        {
            ["program"] = "careflow",
            ["version"] = version,
            ["identity"] = Convert.ToHexStringLower(hash.GetHashAndReset()),
            ["file"] = System.IO.Path.GetFileName(sweep.File),
            ["parts"] = sweep.Parts.Count + (sweep.Probes.Count > 0 ? 1 : 0),
            ["cells_of_parts"] = new JsonArray([.. sweep.Parts.Select(p => JsonValue.Create(Runs(p.Cells)))]),
            ["sweep"] = facts,
        };

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The cells of each part but that of the probes.</summary>
    internal IReadOnlyList<IReadOnlyList<int>> CellsOfParts => [.. _json["cells_of_parts"]!.AsArray().Select(p => Numbers((string)p!))];

    /// <summary>Numbers as text, such as <c>1-16,20</c>.</summary>
    private static string Runs(IReadOnlyList<SweepCell> cells)
    {
        List<string> runs = [];
        for (int i = 0; i < cells.Count;)
        {
            int end = i;
            while (end + 1 < cells.Count && cells[end + 1].Number == cells[end].Number + 1)
            {
                end++;
            }

            runs.Add(end == i ? FormattableString.Invariant($"{cells[i].Number}") : FormattableString.Invariant($"{cells[i].Number}-{cells[end].Number}"));
            i = end + 1;
        }

        return string.Join(',', runs);
    }

    private static int[] Numbers(string runs) =>
    [
        .. runs.Split(',').Select(r => r.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray()).SelectMany(r => Enumerable.Range(r[0], r[^1] - r[0] + 1)),
    ];

    private static JsonObject Input(SweepInput input)
    {
        JsonObject json = new() { ["name"] = input.Name, ["path"] = input.Path, ["unit"] = input.Unit, ["kind"] = input.Kind.ToString() };
        if (input.Levels.Count > 0)
        {
            json["levels"] = new JsonArray([.. input.Levels.Select(l => l.Word is { } word ? JsonValue.Create(word) : JsonValue.Create(l.Number))]);
        }
        else if (input.Prior is { } p)
        {
            json["prior"] = new JsonObject { ["shape"] = p.Shape.ToString(), ["central"] = p.Central, ["low"] = p.Low, ["high"] = p.High, ["coverage"] = p.Coverage };
        }
        else
        {
            (json["low"], json["high"], json["scale"]) = (input.Low, input.High, input.Scale.ToString());
        }

        return json;
    }

    private static InputException Wrong(string path, string wrong, string allowed) => new([new Fault(path, 1, 1, "the folder", wrong, allowed)]);
}
