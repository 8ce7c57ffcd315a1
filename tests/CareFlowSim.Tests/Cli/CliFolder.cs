using CareFlowSim.Cli;

namespace CareFlowSim.Tests.Cli;

/// <summary>A folder of its own for one test, with the shipped scenarios and world in it, and the program called in process.</summary>
internal sealed class CliFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-cli-");

    public CliFolder()
    {
        string shipped = IO.Scenarios.ScenarioFiles.Shipped;
        Directory.CreateDirectory(PathOf("england-2014"));
        foreach (string file in Directory.EnumerateFiles(shipped, "*.yaml").Concat(Directory.EnumerateFiles(Path.Combine(shipped, "england-2014"))))
        {
            File.Copy(file, PathOf(Path.GetRelativePath(shipped, file)));
        }
    }

    /// <summary>The shipped quick start.</summary>
    public string QuickStart => PathOf("one-area-quick-start.yaml");

    /// <summary>A path in the folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a scenario of one area with lines of its own.</summary>
    public string Scenario(string name, string lines)
    {
        File.WriteAllText(PathOf(name), "careflow: 1\nname: test\ntitle: What happens?\nworld: england-2014\n" + lines);
        return PathOf(name);
    }

    /// <summary>Everything in the folder, to see that nothing was written.</summary>
    public IReadOnlyList<string> Contents() =>
        [.. Directory.EnumerateFileSystemEntries(_folder.FullName, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Runs the program.</summary>
    public static CliAnswer Run(params string[] args) => Run(args, CancellationToken.None);

    /// <summary>Runs the program with somebody who may stop it.</summary>
    public static CliAnswer Run(string[] args, CancellationToken stop)
    {
        StringWriter output = new();
        StringWriter error = new();
        int exitCode = CommandLine.Invoke(args, output, error, stop);
        return new CliAnswer(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs the program with another writer of results.</summary>
    public static CliAnswer Run(ResultWriter writer, params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int exitCode = CommandLine.Invoke(args, new Terminal(output, error) { WriteResult = writer });
        return new CliAnswer(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>What the program said.</summary>
internal sealed record CliAnswer(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of the error side.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
