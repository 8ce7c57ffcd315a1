using System.CommandLine;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow sweep</c>: runs many cells of a scenario, on one machine or shared out among many, says how far they are and puts them together.</summary>
internal static class SweepCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Command command = new("sweep", "Run a sweep over many cells, alone or shared out among the tasks of a cluster; nothing finished is lost.");
        command.Add(SweepRunCommand.Make(args, terminal, examples));
        command.Add(Status(terminal, examples));
        command.Add(Merge(terminal, examples));
        command.Add(Script(terminal, examples));
        return command;
    }

    private static Command Status(Terminal terminal, Examples examples)
    {
        Argument<string> folder = new("FOLDER") { Description = "Folder of the sweep." };
        Option<bool> json = new("--json") { Description = "Print the state as JSON." };
        Command command = new("status", "Say which parts of a sweep are done, missing and damaged.");
        command.Add(folder);
        command.Add(json);
        examples.Add(command, "careflow sweep status results/workforce-seven-day");
        command.SetAction(parsed => SweepOutput.Status(SweepFolder.Open(parsed.GetRequiredValue(folder)), parsed.GetValue(json), terminal));
        return command;
    }

    private static Command Merge(Terminal terminal, Examples examples)
    {
        Argument<string> folder = new("FOLDER") { Description = "Folder of the sweep; the merged tables are written into it." };
        Option<bool> json = new("--json") { Description = "Print the manifest of the merged sweep as JSON." };
        Command command = new("merge", "Put the parts of a complete sweep together: the same bytes however many processes ran it.");
        command.Add(folder);
        command.Add(json);
        examples.Add(command, "careflow sweep merge results/workforce-seven-day");
        command.SetAction(parsed => SweepOutput.Merge(SweepFolder.Open(parsed.GetRequiredValue(folder)), parsed.GetValue(json), terminal));
        return command;
    }

    private static Command Script(Terminal terminal, Examples examples)
    {
        Argument<string> file = new("SWEEP") { Description = "File of kind sweep, as the tasks see it." };
        Option<bool> slurm = new("--slurm") { Description = "A Slurm array." };
        Option<bool> k8s = new("--k8s") { Description = "A Kubernetes indexed job." };
        Option<string> output = new("--out") { Description = "Folder of the results, as the tasks see it, on a disk that all share.", HelpName = "FOLDER", Required = true };
        Option<int> tasks = new("--tasks") { Description = "Number of tasks.", HelpName = "N", Required = true };
        Option<int> processors = new("--cpus") { Description = "Processors of a task.", HelpName = "C", DefaultValueFactory = _ => 1 };
        Option<string> image = new("--image") { Description = "Kubernetes: container image with careflow on its path.", HelpName = "IMAGE", DefaultValueFactory = _ => "careflow:latest" };
        Option<string> claim = new("--claim") { Description = "Kubernetes: persistent volume claim with the sweep's file and its results, mounted at /data.", HelpName = "CLAIM", DefaultValueFactory = _ => "careflow-data" };
        Command command = new("script", "Print a job file that shares a sweep out among the tasks of a cluster.");
        foreach (Symbol symbol in (Symbol[])[file, slurm, k8s, output, tasks, processors, image, claim])
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        examples.Add(
            command,
            "careflow sweep script --slurm scenarios/sweeps/workforce-seven-day.yaml --out results/grid --tasks 8 > grid.sbatch",
            "careflow sweep script --k8s sweeps/grid.yaml --out results/grid --tasks 20 --image registry.example/careflow:1 > grid-job.yaml");
        command.SetAction(parsed =>
        {
            int n = parsed.GetValue(tasks);
            int cpus = parsed.GetValue(processors);
            string path = parsed.GetRequiredValue(file);
            string[] wrong =
            [
                .. parsed.GetValue(slurm) == parsed.GetValue(k8s) ? ["--slurm, --k8s – both or neither are given – one of them"] : Array.Empty<string>(),
                .. n is >= 1 and <= 100_000 ? Array.Empty<string>() : [$"--tasks – is {n} – from 1 to 100000"],
                .. cpus is >= 1 and <= 1024 ? Array.Empty<string>() : [$"--cpus – is {cpus} – from 1 to 1024"],
            ];
            if (wrong.Length > 0)
            {
                throw new UsageException(wrong);
            }

            SweepDocument sweep = SweepReader.ReadFile(path, ScenarioFile.WorldOf);
            int parts = sweep.Parts.Count;
            if (parts < n)
            {
                terminal.Error.WriteLine($"The sweep has {Show.Count(parts, "part", "parts")}: more tasks than that find nothing to do (cells_per_part makes parts smaller).");
            }

            SweepScript script = new(sweep.Name, path, parsed.GetRequiredValue(output), n, cpus);
            terminal.Out.Write(parsed.GetValue(slurm) ? script.Slurm() : script.Kubernetes(parsed.GetRequiredValue(image), parsed.GetRequiredValue(claim)));
            return ExitCode.Good;
        });
        return command;
    }
}
