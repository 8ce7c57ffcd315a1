using System.Globalization;
using CareFlowSim.IO;

namespace CareFlowSim.Tests.IO.World;

/// <summary>Finds the shipped world, and makes spoiled copies of it.</summary>
internal sealed class WorldFolders : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("careflow-world-");

    public WorldFolders()
    {
        foreach (string file in Directory.EnumerateFiles(Shipped, "*.csv"))
        {
            File.Copy(file, Path.Combine(_copy.FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>The folder that is shipped.</summary>
    public static string Shipped { get; } = Path.Combine(Root(), "scenarios", "england-2014");

    /// <summary>The published data beside the repository, or null where they are not.</summary>
    public static string? Published { get; } =
        Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data")) is string folder && Directory.Exists(folder) ? folder : null;

    public string Copy => _copy.FullName;

    public string PathOf(string file) => Path.Combine(Copy, file);

    /// <summary>Replaces the only occurrence of a text in a table.</summary>
    public WorldFolders Replace(string file, string old, string replacement)
    {
        string text = File.ReadAllText(PathOf(file));
        int at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(old, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ArgumentException($"'{old}' is not there exactly once in {file}", nameof(old));
        }

        File.WriteAllText(PathOf(file), text.Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Number of the first line that holds a text.</summary>
    public string LineOf(string file, string text) =>
        (1 + File.ReadLines(PathOf(file)).TakeWhile(l => !l.Contains(text, StringComparison.Ordinal)).Count()).ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds lines to a table.</summary>
    public WorldFolders Append(string file, string lines)
    {
        File.AppendAllText(PathOf(file), lines);
        return this;
    }

    /// <summary>Deletes a table.</summary>
    public WorldFolders Delete(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    /// <summary>All faults of the copy, without the path of the folder.</summary>
    public string[] Faults()
    {
        try
        {
            WorldReader.Read(Copy);
            return [];
        }
        catch (WorldException e)
        {
            return [.. e.Faults.Select(f => (f with { File = Path.GetFileName(f.File) }).ToString())];
        }
    }

    public void Dispose() => _copy.Delete(recursive: true);

    private static string Root()
    {
        DirectoryInfo? d = new(AppContext.BaseDirectory);
        while (d is not null && !File.Exists(Path.Combine(d.FullName, "CareFlowSim.sln")))
        {
            d = d.Parent;
        }

        return d?.FullName ?? throw new InvalidOperationException("CareFlowSim.sln not found above the test folder.");
    }
}
