using System.Text;
using System.Text.Json;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>A finished part as its ledger tells it.</summary>
/// <param name="Part">Number of the part.</param>
/// <param name="Bytes">Length of its file.</param>
/// <param name="Sha256">Fingerprint of its file.</param>
/// <param name="Sweep">Fingerprint of the sweep.</param>
/// <param name="Version">Version of the program.</param>
public sealed record SweepEntry(int Part, long Bytes, string Sha256, string Sweep, string Version);

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Finished parts whose files are as the ledger says.</param>
/// <param name="Missing">Parts that are still to be run.</param>
/// <param name="Damaged">Finished parts whose files are not as the ledger says, with the reason.</param>
public sealed record SweepState(IReadOnlyList<int> Done, IReadOnlyList<int> Missing, IReadOnlyList<(int Part, string Why)> Damaged)
{
    /// <summary>Whether everything is there.</summary>
    public bool Complete => Missing.Count == 0 && Damaged.Count == 0;
}

/// <summary>
/// What has been finished: files of lines that only grow. Each process has its own file, so that none waits for another and a kill can tear nothing but its own
/// last line, which then counts as not written.
/// </summary>
public sealed class SweepLedger : IDisposable
{
    internal const string Folder = "ledger";

    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly object _gate = new();
    private readonly string _file;
    private FileStream? _stream;

    /// <summary>The ledger of a new process.</summary>
    public SweepLedger(SweepFolder folder, SweepShard shard)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _file = Path.Combine(folder.Path, Folder, $"{shard.Index}-of-{shard.Count}.{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}.jsonl");
    }

    /// <summary>Notes a finished part, on the disk when it returns. Safe for several threads.</summary>
    public void Add(SweepEntry entry)
    {
        lock (_gate)
        {
            _stream ??= new FileStream(_file, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            _stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Names) + "\n"));
            _stream.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    /// <summary>What all processes have noted, by part.</summary>
    /// <exception cref="InputException">A line cannot be read, or is of another sweep or version.</exception>
    public static IReadOnlyDictionary<int, SweepEntry> Read(SweepFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Dictionary<int, SweepEntry> entries = [];
        List<Fault> faults = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder.Path, Folder), "*.jsonl").Order(StringComparer.Ordinal))
        {
            string[] lines = Lines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                SweepEntry? entry = Parse(lines[i]);
                if (entry is null || entry.Sweep != folder.Identity || entry.Version != folder.Version || entry.Part < 1 || entry.Part > folder.PartCount)
                {
                    faults.Add(new Fault(file, i + 1, 1, "the ledger",
                        entry is null ? "has a line that cannot be read" : entry.Version != folder.Version ? $"is of version {entry.Version}" : "is of another sweep",
                        $"lines as careflow sweep run {folder.Version} wrote them for this sweep: take the file out of the folder"));
                    break;
                }

                // A part whose file was lost was run again: the last word of it is the one that fits its file, see StateOf.
                entries[entry.Part] = entries.TryGetValue(entry.Part, out SweepEntry? known) && known.Sha256 != entry.Sha256
                    ? entry with { Sha256 = "" }
                    : entry;
            }
        }

        return faults.Count > 0 ? throw new InputException(faults) : entries;
    }

    /// <summary>Holds the files of some parts against the ledger, byte for byte.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="of">The parts to look at.</param>
    /// <exception cref="InputException">A ledger is of another sweep or version, or cannot be read.</exception>
    public static SweepState StateOf(SweepFolder folder, Func<int, bool>? of = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        IReadOnlyDictionary<int, SweepEntry> entries = Read(folder);
        List<int> done = [];
        List<int> missing = [];
        List<(int, string)> damaged = [];
        foreach (int part in Enumerable.Range(1, folder.PartCount).Where(of ?? (_ => true)))
        {
            FileInfo file = new(folder.PathOf(part));
            if (!entries.TryGetValue(part, out SweepEntry? entry) || !file.Exists)
            {
                missing.Add(part);
            }
            else if (entry.Sha256.Length == 0)
            {
                damaged.Add((part, "was written twice with different bytes"));
            }
            else if (file.Length != entry.Bytes || HashedFiles.Sha256OfFile(file.FullName) != entry.Sha256)
            {
                damaged.Add((part, WhyNot(file.FullName, folder)));
            }
            else
            {
                done.Add(part);
            }
        }

        return new SweepState(done, missing, damaged);
    }

    /// <summary>The refusal of damaged and foreign parts.</summary>
    /// <exception cref="InputException">There are some.</exception>
    public static void Require(SweepFolder folder, SweepState state)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Damaged.Count > 0)
        {
            throw new InputException([.. state.Damaged.Select(d => new Fault(folder.PathOf(d.Part), 1, 1, "the part", d.Why, "the file as the ledger says: delete it, and careflow sweep run makes it again"))]);
        }
    }

    private static string WhyNot(string file, SweepFolder folder)
    {
        try
        {
            using FileStream from = System.IO.File.OpenRead(file);
            IReadOnlyDictionary<string, string> facts = ParquetReader.Read(from).Metadata;
            return facts.GetValueOrDefault("sweep.version") is { } version && version != folder.Version ? $"is of version {version}"
                : facts.GetValueOrDefault("sweep.identity") != folder.Identity ? "is of another sweep"
                : "is not as it was written";
        }
        catch (InvalidDataException)
        {
            return "is damaged";
        }
    }

    /// <summary>The whole lines of a file; what stands behind the last line break was torn.</summary>
    private static string[] Lines(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream);
        string text = reader.ReadToEnd();
        int end = text.LastIndexOf('\n');
        return end < 0 ? [] : text[..end].Split('\n');
    }

    private static SweepEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SweepEntry>(line, Names) is { Sha256: not null, Sweep: not null, Version: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
