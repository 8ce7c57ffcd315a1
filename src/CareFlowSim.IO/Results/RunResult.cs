using System.Text.Json;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>One measure of one arm, replication by replication.</summary>
/// <param name="Arm">baseline, or the name of the policy.</param>
/// <param name="Place">Place of a pathway; empty for people.</param>
/// <param name="Class">Class of a pathway; empty for people.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Values">Its level, one per replication; not a number where there was nothing to measure.</param>
public sealed record RunSeries(string Arm, string Place, string Class, string Measure, string Unit, double[] Values);

/// <summary>A results folder of <c>careflow run</c>, read back: every measure in every replication.</summary>
public sealed class RunResult
{
    private RunResult(string folder, JsonNode manifest, IReadOnlyList<RunSeries> series, bool isPathway)
    {
        Folder = folder;
        Series = series;
        IsPathway = isPathway;
        Scenario = (isPathway ? manifest["facts"]!["scenario"] : manifest["scenario"])!.AsObject();
        Version = (string?)manifest["version"] ?? "";
        World = (string?)manifest["world"]?["name"] ?? "";
        Replications = series.Count == 0 ? 0 : series[0].Values.Length;
        Arms = [.. series.Select(s => s.Arm).Distinct()];
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The scenario as it was run.</summary>
    public JsonObject Scenario { get; }

    /// <summary>Its name.</summary>
    public string Name => (string)Scenario["name"]!;

    /// <summary>Its question.</summary>
    public string Title => (string)Scenario["title"]!;

    /// <summary>Version of the program that ran it.</summary>
    public string Version { get; }

    /// <summary>Name of the world; empty for a pathway.</summary>
    public string World { get; }

    /// <summary>Whether it is a pathway.</summary>
    public bool IsPathway { get; }

    /// <summary>Replications.</summary>
    public int Replications { get; }

    /// <summary>The baseline, then the policies.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Every measure of every arm.</summary>
    public IReadOnlyList<RunSeries> Series { get; }

    /// <summary>Whether a folder seems to hold a run.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, ReplicationsTable.Name + ".parquet")) && File.Exists(Path.Combine(folder, Manifest.File));

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InputException">It holds no run, or a file is not as it was written.</exception>
    public static RunResult Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!IsIn(folder))
        {
            throw Wrong(folder, "holds no run with its replications", "the folder that careflow run wrote");
        }

        try
        {
            JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, Manifest.File)))!;
            Table table = ReadTable(folder, manifest, ReplicationsTable.Name + ".parquet");
            bool isPathway = table.Columns.Any(c => c.Name == "place");
            return new RunResult(folder, manifest, isPathway ? OfPathway(table) : OfPeople(table), isPathway);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or NullReferenceException or InvalidOperationException or InvalidCastException or FormatException)
        {
            throw Wrong(folder, "holds a damaged run: " + e.Message, "run it again");
        }
    }

    /// <summary>Reads a table whose fingerprint is in the manifest.</summary>
    /// <exception cref="InputException">It is not as it was written.</exception>
    internal static Table ReadTable(string folder, JsonNode manifest, string name)
    {
        string path = Path.Combine(folder, name);
        string? hash = (string?)manifest["files"]?.AsArray().FirstOrDefault(f => (string?)f?["name"] == name)?["sha256"];
        if (hash is null || HashedFiles.Sha256OfFile(path) != hash)
        {
            throw Wrong(path, "is not as it was written", "run it again");
        }

        using FileStream file = File.OpenRead(path);
        return ParquetReader.Read(file);
    }

    /// <summary>Numbers of a column; missing ones are not numbers.</summary>
    internal static double[] Numbers(Table table, string column) => table.Columns.First(c => c.Name == column).Values switch
    {
        double?[] some => [.. some.Select(v => v ?? double.NaN)],
        double[] all => all,
        _ => throw new InvalidDataException($"column '{column}' holds no numbers"),
    };

    /// <summary>Words of a column.</summary>
    internal static string[] Words(Table table, string column) => (string[])table.Columns.First(c => c.Name == column).Values;

    internal static InputException Wrong(string path, string wrong, string allowed) => new([new Fault(path, 1, 1, "the folder", wrong, allowed)]);

    private static RunSeries[] OfPeople(Table table)
    {
        (string[] arm, string[] measure, string[] unit) = (Words(table, "arm"), Words(table, "measure"), Words(table, "unit"));
        double[] value = Numbers(table, "value");
        return
        [
            .. Enumerable.Range(0, table.RowCount).GroupBy(r => (arm[r], measure[r]))
                .Select(g => new RunSeries(g.Key.Item1, "", "", g.Key.Item2, unit[g.First()], [.. g.Select(r => value[r])])),
        ];
    }

    private static RunSeries[] OfPathway(Table table)
    {
        (string[] arm, string[] place, string[] @class) = (Words(table, "arm"), Words(table, "place"), Words(table, "class"));
        (string Arm, string Place, string Class, int[] Rows)[] rows =
        [
            .. Enumerable.Range(0, table.RowCount).GroupBy(r => (arm[r], place[r], @class[r])).Select(g => (g.Key.Item1, g.Key.Item2, g.Key.Item3, g.ToArray())),
        ];
        (ColumnText Text, double[] Values)[] measures = [.. Enum.GetValues<PathwayMeasure>().Select(m => (PathwayMeasureText.Of(m), Numbers(table, PathwayMeasureText.Of(m).Name)))];
        return
        [
            .. rows.SelectMany(r => measures.Select(m => new RunSeries(r.Arm, r.Place, r.Class, m.Text.Name, m.Text.Unit, [.. r.Rows.Select(row => m.Values[row])])))
                .Where(s => s.Values.Any(v => !double.IsNaN(v))),
        ];
    }
}
