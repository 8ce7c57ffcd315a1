namespace CareFlowSim.IO;

/// <summary>Collects the faults of one file, each once, and knows which parts of the file they spoil.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<(string Path, Fault Fault)> _all = [];

    /// <summary>The faults in the order of the file.</summary>
    public IReadOnlyList<Fault> InOrder =>
        [.. _all.Select(f => f.Fault).Distinct().OrderBy(f => f.Line).ThenBy(f => f.Column)];

    /// <summary>Whether there is any fault.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>Notes a fault at a place.</summary>
    public void Add(string path, int line, int column, string wrong, string allowed) =>
        _all.Add((path, new Fault(file, line, column, path.Length == 0 ? "the file" : path, wrong, allowed)));

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
