namespace CareFlowSim.IO;

/// <summary>Kinds of scenario that a file can hold. Each kind has its own root group of keys.</summary>
public enum ScenarioKind
{
    /// <summary>The people of whole areas: beds, care at home and care homes.</summary>
    People,

    /// <summary>A planner's own flow through places, without a population.</summary>
    Pathway,

    /// <summary>Many cells of another file's scenario, each with other inputs.</summary>
    Sweep,
}

/// <summary>Tells which kind of scenario a file holds, before its other keys are read.</summary>
public static class ScenarioKinds
{
    internal const string Key = "kind";
    internal const string People = "people";
    internal const string Pathway = "pathway";
    internal const string Sweep = "sweep";

    /// <summary>What the key may be.</summary>
    internal static ChoiceForm<ScenarioKind> Form { get; } = new((People, ScenarioKind.People), (Pathway, ScenarioKind.Pathway), (Sweep, ScenarioKind.Sweep));

    /// <summary>The kind of a file; people when it says none. A file that is not there or cannot be read has no kind of its own, and its reader says what is wrong.</summary>
    /// <exception cref="ScenarioException">The file names a kind that there is not.</exception>
    public static ScenarioKind OfFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using StreamReader text = File.OpenText(path);
            FaultList form = new(path);
            return SourceReader.Read(text, form) is { } root ? Of(root, path) : ScenarioKind.People;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ScenarioKind.People;
        }
    }

    /// <summary>The kind that a text names.</summary>
    /// <exception cref="ScenarioException">There is no such kind. It is the only fault then: every key would be strange to the wrong kind.</exception>
    internal static ScenarioKind Of(SourceNode root, string file)
    {
        if ((root as MapNode)?.Entries.FirstOrDefault(e => e.Name == Key) is not { } entry)
        {
            return ScenarioKind.People;
        }

        FaultList faults = new(file);
        ScenarioKind kind = Form.Read(Key, entry.Value, faults);
        return faults.Any ? throw new ScenarioException(faults.InOrder) : kind;
    }

    /// <summary>Refuses a text of another kind than the one wanted.</summary>
    /// <exception cref="ScenarioException">It is of another kind, or of none that there is.</exception>
    internal static void Require(ScenarioKind wanted, SourceNode root, string file)
    {
        ScenarioKind kind = Of(root, file);
        if (kind != wanted)
        {
            MapEntry? entry = (root as MapNode)?.Entries.FirstOrDefault(e => e.Name == Key);
            throw new ScenarioException([new Fault(
                file, entry?.Value.Line ?? root.Line, entry?.Value.Column ?? root.Column, Key,
                entry is null ? "is left out, which means people" : $"is {Word(kind)}",
                $"{Word(wanted)} here")]);
        }
    }

    private static string Word(ScenarioKind kind) => (string)Form.Write(kind)!;
}
