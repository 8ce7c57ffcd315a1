using System.Text.RegularExpressions;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>A scenario file without faults, and the world that stands beside it.</summary>
/// <param name="Path">Path of the file as given.</param>
/// <param name="Bytes">The file, byte for byte.</param>
/// <param name="Scenario">The scenario in it.</param>
/// <param name="WorldFolder">Folder of the world's tables.</param>
/// <param name="World">The world.</param>
internal sealed partial record ScenarioFile(string Path, byte[] Bytes, Scenario Scenario, string WorldFolder, World World)
{
    /// <summary>Reads a scenario file and its world.</summary>
    /// <exception cref="InputException">The file or the world has faults, or they do not fit.</exception>
    public static ScenarioFile Read(string path, Func<string, World> readWorld)
    {
        ScenarioDocument document = ScenarioReader.ReadDocumentFile(path, Areas(path, readWorld));
        string folder = FolderOf(path, document.Scenario.World);
        World world = readWorld(folder);
        document.RequireFit(world);
        return new ScenarioFile(path, File.ReadAllBytes(path), document.Scenario, folder, world);
    }

    /// <summary>Reads a scenario file and its world.</summary>
    public static ScenarioFile Read(string path)
    {
        Dictionary<string, World> worlds = [];
        return Read(path, folder => worlds.TryGetValue(folder, out World? world) ? world : worlds[folder] = WorldReader.Read(folder));
    }

    /// <summary>The world that a scenario file names, and its folder.</summary>
    public static (string Folder, World World) WorldOf(string path, string world)
    {
        string folder = FolderOf(path, world);
        return (folder, WorldReader.Read(folder));
    }

    /// <summary>The world's folder beside the scenario file, or one folder above it, so that scenarios can be kept in folders of their own.</summary>
    public static string FolderOf(string path, string world)
    {
        string beside = System.IO.Path.GetDirectoryName(path) ?? "";
        string folder = System.IO.Path.Combine(beside, world);
        string above = System.IO.Path.Combine(beside, "..", world);
        return !Directory.Exists(folder) && Directory.Exists(above) ? above : folder;
    }

    /// <summary>
    /// The areas of the world that the file seems to name, so that an unknown area is told together with all other faults of the file;
    /// null when no such world can be read, which is then told on its own.
    /// </summary>
    private static IReadOnlyCollection<(string Code, string Name)>? Areas(string path, Func<string, World> readWorld)
    {
        try
        {
            Match name = WorldName().Match(File.ReadAllText(path));
            string folder = FolderOf(path, name.Groups[1].Value);
            return name.Success && Directory.Exists(folder) ? [.. readWorld(folder).Areas.Select(a => (a.Code, a.Name))] : null;
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^[\s{,]*"?world"?\s*:\s*["']?([A-Za-z0-9._-]+)""", RegexOptions.Multiline)]
    private static partial Regex WorldName();
}
