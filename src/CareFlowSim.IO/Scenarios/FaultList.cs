namespace CareFlowSim.IO;

/// <summary>Collects the faults of one file and of the tables that it names, each once, and knows which parts of the file they spoil.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<(string Path, Fault Fault)> _all = [];
    private readonly List<string> _tables = [];
    private readonly List<string> _settings = [];

    /// <summary>Where tables are looked for that the file names.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Paths of the tables that were read, each once.</summary>
    public IReadOnlyList<string> Tables => [.. _tables.Distinct()];

    /// <summary>The faults in the order of the file, then those of its tables.</summary>
    public IReadOnlyList<Fault> InOrder =>
        [.. _all.Select(f => f.Fault).Distinct().OrderBy(f => f.File != file).ThenBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];

    /// <summary>Whether there is any fault.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>The line, below 0, that stands for a value given on the command line; faults there name it instead of the file.</summary>
    public int LineOf(string setting)
    {
        _settings.Add(setting);
        return -_settings.Count;
    }

    /// <summary>Notes a fault at a place.</summary>
    public void Add(string path, int line, int column, string wrong, string allowed) =>
        _all.Add((path, line < 0
            ? new Fault(_settings[-line - 1], 1, 1, path.Length == 0 ? "the setting" : path, wrong, allowed)
            : new Fault(file, line, column, path.Length == 0 ? "the file" : path, wrong, allowed)));

    /// <summary>Notes a fault of a table that the value at a path names.</summary>
    public void AddOf(string path, Fault fault) => _all.Add((path, fault));

    /// <summary>Notes that a table was read.</summary>
    public void Uses(string table) => _tables.Add(table);

    /// <summary>Notes a fault at a value.</summary>
    public void Add(string path, SourceNode node, string wrong, string allowed) =>
        Add(path, node.Line, node.Column, wrong, allowed);

    /// <summary>Notes a fault at a path of a file that has been read.</summary>
    public void Add(string path, SourcePositions positions, string wrong, string allowed)
    {
        (int line, int column) = positions.Of(path);
        Add(path, line, column, wrong, allowed);
    }

    /// <summary>Whether a fault lies at this path, inside it or around it, so that its value means nothing.</summary>
    public bool Spoils(string path) => _all.Exists(f => IsWithin(f.Path, path) || (f.Path.Length > 0 && IsWithin(path, f.Path)));

    private static bool IsWithin(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal)
        && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');
}
