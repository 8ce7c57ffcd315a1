using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>A scenario file without faults, and the world that stands beside it.</summary>
/// <param name="Path">Path of the file as given.</param>
/// <param name="Bytes">The file, byte for byte.</param>
/// <param name="Scenario">The scenario in it.</param>
/// <param name="WorldFolder">Folder of the world's tables.</param>
/// <param name="World">The world.</param>
internal sealed record ScenarioFile(string Path, byte[] Bytes, Scenario Scenario, string WorldFolder, World World)
{
    /// <summary>Reads a scenario file and its world.</summary>
    /// <exception cref="InputException">The file or the world has faults, or they do not fit.</exception>
    public static ScenarioFile Read(string path, Func<string, World> readWorld)
    {
        ScenarioDocument document = ScenarioReader.ReadDocumentFile(path);
        string folder = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", document.Scenario.World);
        World world = readWorld(folder);
        document.RequireFit(world);
        return new ScenarioFile(path, File.ReadAllBytes(path), document.Scenario, folder, world);
    }

    /// <summary>Reads a scenario file and its world.</summary>
    public static ScenarioFile Read(string path) => Read(path, WorldReader.Read);
}
