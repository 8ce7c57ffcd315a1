using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads a scenario from YAML or JSON, strictly: it is either right in every part, or refused with all its faults.</summary>
/// <remarks>
/// What a file may hold is declared in <see cref="ScenarioKeys"/> and its neighbours, what must hold between values in <see cref="ScenarioRules"/>,
/// and what only the world can tell in <see cref="CheckAgainst"/>. Another kind of scenario has a reader of its own, see <see cref="ScenarioKinds"/>.
/// </remarks>
public static class ScenarioReader
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <param name="name">What to call the text in faults, usually the file's name.</param>
    /// <param name="knownAreas">Codes and names of the world's areas; null leaves areas for <see cref="CheckAgainst"/>.</param>
    /// <exception cref="ScenarioException">The text has faults; the exception carries all of them.</exception>
    public static Scenario Read(TextReader text, string name, IReadOnlyCollection<(string Code, string Name)>? knownAreas = null) =>
        ReadDocument(text, name, knownAreas).Scenario;

    /// <summary>Reads a scenario file.</summary>
    /// <exception cref="ScenarioException">The file is not there or has faults.</exception>
    public static Scenario ReadFile(string path, IReadOnlyCollection<(string Code, string Name)>? knownAreas = null) =>
        ReadDocumentFile(path, knownAreas).Scenario;

    /// <summary>Reads a scenario and keeps the place of each value, for <see cref="CheckAgainst"/>.</summary>
    /// <exception cref="ScenarioException">The text has faults.</exception>
    public static ScenarioDocument ReadDocument(
        TextReader text, string name, IReadOnlyCollection<(string Code, string Name)>? knownAreas = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        FaultList faults = new(name);
        return SourceReader.Read(text, faults) is { } root ? ReadDocument(root, name, knownAreas, faults) : throw new ScenarioException(faults.InOrder);
    }

    /// <summary>Reads a scenario from values whose form has been read.</summary>
    /// <exception cref="ScenarioException">They have faults, or the form had.</exception>
    internal static ScenarioDocument ReadDocument(SourceNode root, string name, IReadOnlyCollection<(string Code, string Name)>? knownAreas, FaultList? form = null)
    {
        FaultList faults = form ?? new(name);
        ScenarioKinds.Require(ScenarioKind.People, root, name);
        SourcePositions positions = new(name, root);
        Scenario scenario = ScenarioKeys.Root.Read("", root, faults);
        if (root is MapNode)
        {
            ScenarioRules.Check(scenario, knownAreas, positions, faults);
        }

        return faults.Any ? throw new ScenarioException(faults.InOrder) : new ScenarioDocument(scenario, positions);
    }

    /// <summary>Reads a scenario file and keeps the place of each value.</summary>
    /// <exception cref="ScenarioException">The file is not there or has faults.</exception>
    public static ScenarioDocument ReadDocumentFile(string path, IReadOnlyCollection<(string Code, string Name)>? knownAreas = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using StreamReader text = File.OpenText(path);
            return ReadDocument(text, path, knownAreas);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bool missing = e is FileNotFoundException or DirectoryNotFoundException;
            throw new ScenarioException([new Fault(path, 1, 1, "the file", missing ? "is not there" : "cannot be opened", "a scenario file, in YAML or JSON")]);
        }
    }

    /// <summary>The faults that only the world can tell: areas it does not have, and changes that take more of a capacity than there is.</summary>
    /// <param name="scenario">A scenario that has been read.</param>
    /// <param name="world">The world that it names, unchanged.</param>
    /// <param name="positions">The places of its values.</param>
    public static IReadOnlyList<Fault> CheckAgainst(Scenario scenario, World world, SourcePositions positions)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(positions);
        FaultList faults = new(positions.File);
        ScenarioRules.CheckAreas(scenario.Areas, [.. world.Areas.Select(a => (a.Code, a.Name))], positions, faults);
        CapacityRules.Check(scenario, world, positions, faults);
        return faults.InOrder;
    }
}

/// <summary>A scenario and where its values stand in the file.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Positions">The places of its values.</param>
public sealed record ScenarioDocument(Scenario Scenario, SourcePositions Positions)
{
    /// <summary>Throws when the scenario does not fit its world.</summary>
    /// <exception cref="ScenarioException">Areas are unknown, or a capacity would fall below zero.</exception>
    public void RequireFit(World world)
    {
        IReadOnlyList<Fault> faults = ScenarioReader.CheckAgainst(Scenario, world, Positions);
        if (faults.Count > 0)
        {
            throw new ScenarioException(faults);
        }
    }
}
