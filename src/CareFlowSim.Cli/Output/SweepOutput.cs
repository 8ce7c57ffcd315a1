using System.Text.Json;
using System.Text.Json.Nodes;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary>Says how far a sweep is and what it came to.</summary>
internal static class SweepOutput
{
    private const int MostListed = 20;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Which parts are done, missing and damaged.</summary>
    /// <returns>Good, unless a part is damaged.</returns>
    public static int Status(SweepFolder folder, bool json, Terminal terminal)
    {
        SweepState state = SweepLedger.StateOf(folder);
        bool merged = SweepResult.IsIn(folder.Path);
        if (json)
        {
            terminal.Out.WriteLine(new JsonObject
            {
                ["parts"] = folder.PartCount,
                ["cells"] = folder.CellCount,
                ["done"] = state.Done.Count,
                ["missing"] = new JsonArray([.. state.Missing.Select(p => JsonValue.Create(p))]),
                ["damaged"] = new JsonArray([.. state.Damaged.Select(d => new JsonObject { ["part"] = d.Part, ["why"] = d.Why })]),
                ["complete"] = state.Complete,
                ["merged"] = merged,
                ["version"] = folder.Version,
            }.ToJsonString(Readable));
        }
        else
        {
            terminal.Out.WriteLine($"{folder.Path}: {Show.Count(folder.CellCount, "cell", "cells")} in {Show.Count(folder.PartCount, "part", "parts")}, version {folder.Version}");
            terminal.Out.WriteLine($"done     {state.Done.Count}");
            terminal.Out.WriteLine($"missing  {state.Missing.Count}{Listed(state.Missing)}");
            terminal.Out.WriteLine($"damaged  {state.Damaged.Count}{string.Concat(state.Damaged.Take(MostListed).Select(d => $"; part {d.Part} {d.Why}"))}");
            terminal.Out.WriteLine(merged ? "merged   yes" : state.Complete ? $"merged   no: {CommandLine.Name} sweep merge {RunCommand.Word(folder.Path)}" : "merged   no");
        }

        return state.Damaged.Count > 0 ? ExitCode.Failed : ExitCode.Good;
    }

    /// <summary>Merges and prints the answer.</summary>
    public static int Merge(SweepFolder folder, bool json, Terminal terminal)
    {
        MergedSweep merged = StudyOutput.While(terminal, report => SweepMerge.Merge(folder, p => report("merging", p), terminal.Stop));
        if (json)
        {
            terminal.Out.WriteLine(File.ReadAllText(Path.Combine(folder.Path, OutputFolder.Manifest)).TrimEnd());
        }
        else
        {
            TextTable.Show(terminal, merged.Report);
        }

        foreach (string file in merged.Files)
        {
            (json ? terminal.Error : terminal.Out).WriteLine(Path.Combine(folder.Path, file));
        }

        foreach (string warning in merged.Warnings)
        {
            terminal.Error.WriteLine(warning);
        }

        return ExitCode.Good;
    }

    private static string Listed(IReadOnlyList<int> parts) =>
        parts.Count == 0 ? "" : ": " + string.Join(", ", parts.Take(MostListed)) + (parts.Count > MostListed ? ", …" : "");
}
