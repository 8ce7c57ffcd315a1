namespace CareFlowSim.IO;

/// <summary>A folder of input tables and all that was found wrong in it.</summary>
internal sealed class WorldFolder
{
    private readonly List<Fault> _faults = [];

    /// <summary>Opens a folder.</summary>
    /// <exception cref="WorldException">There is no such folder.</exception>
    public WorldFolder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Directory.Exists(path))
        {
            throw new WorldException([new Fault(path, 1, 1, "folder", "is missing", "a folder with the tables " + string.Join(", ", WorldTables.Files))]);
        }

        Path = path;
    }

    /// <summary>Path of the folder.</summary>
    public string Path { get; }

    /// <summary>Name of the folder, which is the name of the world.</summary>
    public string Name => new DirectoryInfo(Path).Name;

    /// <summary>Reads one of its tables.</summary>
    public InputTable Table(TableShape shape) => InputTable.Read(Path, shape, _faults);

    /// <summary>Whether a table is there.</summary>
    public bool Has(TableShape shape) => File.Exists(System.IO.Path.Combine(Path, shape.File));

    /// <summary>Reads one of its tables, or null where the world does without it.</summary>
    public InputTable? Optional(TableShape shape) => Has(shape) ? Table(shape) : null;

    /// <summary>Throws all faults at once, in the order of tables, lines and characters.</summary>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            Dictionary<string, int> order = WorldTables.Files.Concat(WorldTables.ForValidation.Select(t => t.File)).Index().ToDictionary(f => f.Item, f => f.Index);
            throw new WorldException([.. _faults.OrderBy(f => order[System.IO.Path.GetFileName(f.File)]).ThenBy(f => f.Line).ThenBy(f => f.Column)]);
        }
    }
}
