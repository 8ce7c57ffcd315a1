namespace CareFlowSim.Cli;

/// <summary>A folder that is there for one measurement.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-bench-");

    /// <summary>Where it is.</summary>
    public string Path => _folder.FullName;

    /// <summary>Bytes in it.</summary>
    public long Bytes => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    public void Dispose() => _folder.Delete(recursive: true);
}
