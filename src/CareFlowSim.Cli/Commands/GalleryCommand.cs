using System.CommandLine;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow gallery</c>: the pictures, report and summary of the quick start, the same to the last byte each time, to be kept beside the code.</summary>
internal static class GalleryCommand
{
    private const string ReportFile = "report.md";
    private const string SummaryFile = "summary.txt";

    public static Command Make(Terminal terminal, Examples examples)
    {
        Option<string> output = new("--out")
        {
            Description = "Folder for the pictures.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("results", "gallery"),
        };
        Option<string> scenario = new("--scenario")
        {
            Description = "Scenario to show.",
            HelpName = "FILE",
            DefaultValueFactory = _ => Path.Combine("scenarios", "one-area-quick-start.yaml"),
        };
        Command command = new("gallery", "Make the pictures and the report of the quick start anew, without tables.");
        command.Add(output);
        command.Add(scenario);
        examples.Add(command, "careflow gallery");
        command.SetAction(parsed => Show(ScenarioFile.Read(parsed.GetRequiredValue(scenario)), parsed.GetRequiredValue(output), terminal));
        return command;
    }

    private static int Show(ScenarioFile file, string folder, Terminal terminal)
    {
        OutputFolder target = new(folder, Foreign);
        ExperimentResult result = Simulation.Run(new Setup(file.World, file.Scenario), new RunOptions { Threads = Environment.ProcessorCount }, terminal);
        IReadOnlyList<string> drifting = SettlingReport.Drifting(Settling.Check(result));
        if (drifting.Count > 0)
        {
            terminal.Complain(drifting);
            return ExitCode.Unsettled;
        }

        // Neither the moment, the machine nor the speed shows in a gallery.
        RunInfo info = new()
        {
            Command = $"{CommandLine.Name} run {file.Path}",
            ScenarioFile = Path.GetFileName(file.Path),
            ScenarioBytes = file.Bytes,
            WorldFolder = file.WorldFolder,
            Version = CommandLine.Version,
            Threads = 1,
            RunSeconds = 0,
            Started = DateTimeOffset.UnixEpoch,
        };
        foreach (string path in target.Replace(f => Keep(f, terminal.WriteResult(f, result, info), result), terminal.Stop))
        {
            terminal.Out.WriteLine(path);
        }

        return ExitCode.Good;
    }

    private static IReadOnlyList<string> Keep(string folder, IReadOnlyList<string> written, ExperimentResult result)
    {
        foreach (string file in written.Where(f => !IsOfGallery(f)))
        {
            File.Delete(Path.Combine(folder, file));
        }

        // The report points to the manifest, which is not kept.
        string report = Path.Combine(folder, ReportFile);
        if (File.Exists(report))
        {
            File.WriteAllText(report, File.ReadAllText(report).Replace($"[{OutputFolder.Manifest}]({OutputFolder.Manifest})", $"the `{OutputFolder.Manifest}` of a run", StringComparison.Ordinal));
        }

        File.WriteAllText(Path.Combine(folder, SummaryFile), string.Concat(Summary.Of(result).Select(TextTable.Plain)));
        return [.. OutputFolder.FilesIn(folder)];
    }

    private static string? Foreign(string folder) =>
        OutputFolder.FilesIn(folder).FirstOrDefault(f => !IsOfGallery(f)) is { } foreign ? $"holds {foreign}, which is not of a gallery" : null;

    private static bool IsOfGallery(string file) => file.EndsWith(".svg", StringComparison.Ordinal) || file is ReportFile or SummaryFile;
}
