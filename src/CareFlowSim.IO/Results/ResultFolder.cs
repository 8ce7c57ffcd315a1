using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
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

/// <summary>The folder of one experiment: tables, plots, report and manifest.</summary>
public static class ResultFolder
{
    /// <summary>Writes everything; each file appears whole or not at all, the manifest last. Files of an earlier run of the same kind are replaced or taken away; others stay.</summary>
    /// <remarks>An experiment that was stopped gives its whole replications only: tables by replication, a report that says so, and the manifest.</remarks>
    /// <returns>The names of the files written, in order.</returns>
    public static IReadOnlyList<string> Write(string folder, ExperimentResult result, RunInfo info)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(info);
        Directory.CreateDirectory(folder);
        RemoveEarlier(folder);
        HashedFiles files = new(folder);
        ResultTable[] tables = [.. ResultTable.All.Where(t => t.IsFor(result))];
        (string File, Chart Chart)[] charts =
        [
            .. ResultChart.All.Where(_ => result.Complete).Select(c => (c.File, Chart: c.Make(result))).Where(c => c.Chart is not null).Select(c => (c.File, c.Chart!)),
        ];

        List<WrittenFile> all = [.. SideBySide(
        [
            .. tables.Select(t => (Func<WrittenFile>)(() =>
            {
                Table table = t.Make(result);
                return files.Write(t.File, to => ParquetWriter.Write(to, table));
            })),
            .. charts.Select(c => (Func<WrittenFile>)(() => files.Write(c.File, c.Chart.ToSvg()))),
        ])];
        all.Add(files.Write(Report.File, Report.Markdown(result, info, [.. charts.Select(c => (c.File, c.Chart.Title))])));
        all.Add(files.Write(Manifest.File, Manifest.Json(result, info, all)));
        return [.. all.Select(f => f.Name)];
    }

    /// <summary>Writes files side by side; each depends on the result only. They come back in the order given.</summary>
    private static WrittenFile[] SideBySide(Func<WrittenFile>[] writers)
    {
        WrittenFile[] written = new WrittenFile[writers.Length];
        try
        {
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, writers.Length), EnumerablePartitionerOptions.NoBuffering), i => written[i] = writers[i]());
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return written;
    }

    /// <summary>The manifest goes first, so that it never stands beside files that it does not describe.</summary>
    private static void RemoveEarlier(string folder)
    {
        foreach (string name in (IEnumerable<string>)[Manifest.File, Report.File, .. ResultTable.All.Select(t => t.File), .. ResultChart.All.Select(c => c.File)])
        {
            File.Delete(Path.Combine(folder, name));
        }
    }
}
