using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareFlowSim.Cli;

/// <summary>The folder that a result goes to: it holds one whole result or nothing of it, and never a mix of two.</summary>
internal sealed class OutputFolder
{
    /// <summary>The file that makes a folder ours, and lists what is in it.</summary>
    public const string Manifest = "manifest.json";

    private readonly string _given;
    private readonly string _full;
    private readonly Func<string, string?> _faultOfContents;

    /// <summary>Chooses a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="faultOfContents">Says why what a folder holds may not be replaced; left out, only what a manifest of ours lists may be.</param>
    /// <exception cref="UsageException">Something is there that is not ours to replace.</exception>
    public OutputFolder(string path, Func<string, string?>? faultOfContents = null)
    {
        _given = path;
        _faultOfContents = faultOfContents ?? FaultOfResult;
        _full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(_full) && new DirectoryInfo(_full).ResolveLinkTarget(returnFinalTarget: true) is { } target)
        {
            _full = Path.TrimEndingDirectorySeparator(target.FullName);
        }

        if (Fault() is { } wrong)
        {
            throw new UsageException($"--out – {wrong} – a new or empty folder, or an earlier result of {CommandLine.Name}");
        }
    }

    /// <summary>Writes a result into a folder beside, then puts it in the place of what was there.</summary>
    /// <returns>The paths of the files, as the user may open them.</returns>
    /// <exception cref="OperationCanceledException">The user wants to stop; nothing was changed.</exception>
    public IReadOnlyList<string> Replace(Func<string, IReadOnlyList<string>> write, CancellationToken stop)
    {
        string parent = Path.GetDirectoryName(_full)!;
        string name = Path.GetFileName(_full);
        string fresh = Path.Combine(parent, $".{name}.new-{Environment.ProcessId}");
        string old = Path.Combine(parent, $".{name}.old-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(fresh);
            IReadOnlyList<string> files = write(fresh);
            stop.ThrowIfCancellationRequested();
            if (Fault() is { } wrong)
            {
                throw new UsageException($"--out – {wrong} since the run began – a new or empty folder, or an earlier result of {CommandLine.Name}");
            }

            if (Directory.Exists(_full))
            {
                Directory.Move(_full, old);
            }

            try
            {
                Directory.Move(fresh, _full);
            }
            catch (IOException) when (Directory.Exists(old) && !Directory.Exists(_full))
            {
                Directory.Move(old, _full);
                throw;
            }

            return [.. files.Select(f => Path.Combine(_given, f))];
        }
        finally
        {
            Remove(fresh);
            if (Directory.Exists(_full))
            {
                Remove(old);
            }
        }
    }

    private string? Fault()
    {
        if (Path.GetDirectoryName(_full) is null)
        {
            return $"'{_given}' is the root of a disk";
        }

        if (File.Exists(_full))
        {
            return $"'{_given}' is a file";
        }

        return Directory.Exists(_full) && Directory.EnumerateFileSystemEntries(_full).Any() && _faultOfContents(_full) is { } wrong
            ? $"'{_given}' {wrong}"
            : null;
    }

    /// <summary>Names of all files in a folder, with / between folders, in a fixed order.</summary>
    public static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string? FaultOfResult(string folder)
    {
        string manifest = Path.Combine(folder, Manifest);
        if (!File.Exists(manifest))
        {
            return $"holds files but no {Manifest}";
        }

        // Files that the manifest does not list were put there by somebody else, and would be lost.
        return Listed(manifest) is not { } listed ? $"holds a {Manifest} that is not of {CommandLine.Name}"
            : FilesIn(folder).FirstOrDefault(f => f != Manifest && !listed.Contains(f)) is { } foreign ? $"holds {foreign}, which is not of the result in it"
            : null;
    }

    /// <summary>The files that a manifest of ours lists; null when it is not of ours.</summary>
    private static HashSet<string>? Listed(string manifest)
    {
        try
        {
            JsonNode? json = JsonNode.Parse(File.ReadAllBytes(manifest));
            return (string?)json?["program"] == CommandLine.Name
                ? [.. json["files"]?.AsArray().Select(f => (string?)f?["name"]).OfType<string>() ?? []]
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
