using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>A scenario of kind pathway and what it was read from.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Tables">Paths of the tables beside it that it names.</param>
public sealed record PathwayDocument(PathwayScenario Scenario, IReadOnlyList<string> Tables);

/// <summary>Reads a scenario of kind pathway from YAML or JSON, strictly: it is either right in every part, or refused with all its faults.</summary>
/// <remarks>
/// What a file may hold is declared in <see cref="PathwayKeys"/> and its neighbours; which names there are, in <see cref="PathwayNames"/>; and what a flow must obey, in
/// <see cref="PathwayRules"/>, whose faults are put in their places here.
/// </remarks>
public static class PathwayReader
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <param name="name">What to call the text in faults, usually the file's name.</param>
    /// <param name="folder">Where tables are looked for that it names.</param>
    /// <param name="settings">Values that take the place of the text's own.</param>
    /// <exception cref="ScenarioException">The text or a setting has faults; the exception carries all of them.</exception>
    public static PathwayDocument Read(TextReader text, string name, string folder = "", IReadOnlyList<ScenarioSetting>? settings = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(folder);
        FaultList faults = new(name) { Folder = folder };
        if (SourceReader.Read(text, faults) is not { } root)
        {
            throw new ScenarioException(faults.InOrder);
        }

        ScenarioKinds.Require(ScenarioKind.Pathway, root, name);
        return Read(SourceSettings.Apply(root, settings ?? [], faults), name, faults);
    }

    /// <summary>Reads a scenario from values whose form has been read.</summary>
    /// <exception cref="ScenarioException">They have faults, or the form had.</exception>
    internal static PathwayDocument Read(SourceNode root, string name, FaultList faults)
    {
        SourcePositions positions = new(name, root);
        PathwayScenario scenario = PathwayKeys.Root.Read("", root, faults);
        PathwayNames.Check(scenario, positions, faults);
        CheckRules(scenario, positions, faults);
        return faults.Any
            ? throw new ScenarioException(faults.InOrder)
            : new PathwayDocument(scenario, faults.Tables);
    }

    /// <summary>Reads a scenario file.</summary>
    /// <exception cref="ScenarioException">The file is not there or has faults.</exception>
    public static PathwayDocument ReadFile(string path, IReadOnlyList<ScenarioSetting>? settings = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using StreamReader text = File.OpenText(path);
            return Read(text, path, Path.GetDirectoryName(path) ?? "", settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bool missing = e is FileNotFoundException or DirectoryNotFoundException;
            throw new ScenarioException([new Fault(path, 1, 1, "the file", missing ? "is not there" : "cannot be opened", "a scenario file, in YAML or JSON")]);
        }
    }

    /// <summary>Rules of flows mean nothing where a value that they look at could not be read, so values at fault come first.</summary>
    private static void CheckRules(PathwayScenario scenario, SourcePositions positions, FaultList faults)
    {
        foreach (PathwayFault fault in PathwayRules.Check(scenario))
        {
            string path = PathwayPaths.InFile(scenario, fault.Path, positions);
            if (!faults.Spoils(path))
            {
                faults.Add(path, positions, fault.Wrong, fault.Allowed);
            }
        }

        if (!faults.Any && scenario.Search is { } search)
        {
            CheckLowest(scenario, search, positions, faults);
        }
    }

    /// <summary>What holds for the scenario may not hold for the fewest units that a search may try, such as a census that does not fit.</summary>
    private static void CheckLowest(PathwayScenario scenario, CapacitySearch search, SourcePositions positions, FaultList faults)
    {
        foreach (SearchRange range in search.Places)
        {
            PathwayScenario fewest = scenario.With(new Dictionary<string, int> { [range.Place] = range.Lowest });
            if (PathwayRules.Check(fewest with { Search = null, Policies = [] }) is [{ } fault, ..])
            {
                string path = PathwayPaths.InFile(scenario, FormattableString.Invariant($"search.places[{search.Places.ToList().IndexOf(range)}].lowest"), positions);
                faults.Add(path, positions, $"is {range.Lowest}, with which {PathwayPaths.InFile(scenario, fault.Path, positions)} {fault.Wrong}", fault.Allowed);
            }
        }
    }
}
