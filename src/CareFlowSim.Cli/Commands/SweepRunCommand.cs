using System.CommandLine;
using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow sweep run</c>: runs what is missing of a sweep, or of one share of it.</summary>
internal static class SweepRunCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> file = new("SWEEP") { Description = "File of kind sweep." };
        Option<string> output = new("--out") { Description = "Folder of the sweep; several processes may share it. Left out: results/ and the sweep's name.", HelpName = "FOLDER" };
        Option<string> limit = new("--limit") { Description = "Run at most so many parts, then stop.", HelpName = "N" };
        Option<bool> unsettled = new("--allow-unsettled") { Description = "Run although the warm-up is too short to tell whether levels had settled." };
        Option<bool> json = new("--json") { Description = "Print the state, or the manifest of the merged sweep, as JSON." };
        Overrides overrides = new();
        ShardOption shard = new();
        Command command = new("run", "Run what is missing of a sweep; alone, it also merges. Kill it at any moment and run it again.");
        command.Add(file);
        command.Add(output);
        shard.AddTo(command);
        overrides.AddThreadsTo(command);
        command.Add(limit);
        command.Add(unsettled);
        command.Add(json);
        examples.Add(
            command,
            "careflow sweep run scenarios/sweeps/workforce-seven-day.yaml",
            "careflow sweep run scenarios/sweeps/screening.yaml --out results/screening --shard 2/4",
            "careflow sweep run sweep.yaml --out /shared/sweep --shard auto");
        command.SetAction(parsed =>
        {
            int? most = parsed.GetValue(limit) is not { } text ? null
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 ? number
                : throw new UsageException($"--limit – is '{text}' – a number of parts, 1 or more");
            SweepShard share = shard.Of(parsed, terminal.Variable);
            int threads = overrides.Threads(parsed);
            SweepDocument sweep = SweepReader.ReadFile(parsed.GetRequiredValue(file), ScenarioFile.WorldOf);
            if (sweep.Setup is { } setup && SettlingReport.TooShort(setup) is { Count: > 0 } tooShort && !parsed.GetValue(unsettled))
            {
                terminal.Complain(tooShort);
                return ExitCode.Unsettled;
            }

            string path = parsed.GetValue(output) ?? Path.Combine("results", sweep.Name);
            string words = RunCommand.Words(args);
            try
            {
                return Run(sweep, SweepFolder.Begin(path, sweep, CommandLine.Version), share, threads, most, parsed.GetValue(json), words, terminal);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk, or a folder that may not be written to: no fault of the sweep.
                throw new IOException($"{e.Message.TrimEnd('.')}. What is finished stays so. When it can be written again, go on with: {words}", e);
            }
        });
        return command;
    }

    private static int Run(SweepDocument sweep, SweepFolder folder, SweepShard shard, int threads, int? limit, bool json, string words, Terminal terminal)
    {
        SweepState own = SweepLedger.StateOf(folder, shard.Has);
        SweepLedger.Require(folder, own);
        int[] todo = [.. own.Missing.Take(limit ?? int.MaxValue)];
        terminal.Error.WriteLine($"{sweep.Name}: {PlanCommand.Describe(sweep)}; {Show.Count(threads, "thread", "threads")}");
        terminal.Error.WriteLine((shard == SweepShard.Whole ? "" : $"Share {shard}: ")
            + $"{Show.Count(own.Done.Count, "part is finished", "parts are finished")} already, {Show.Count(todo.Length, "part is run", "parts are run")} now.");
        long start = terminal.Time.GetTimestamp();
        int finished = todo.Length == 0 ? 0 : StudyOutput.While(terminal, report => SweepRun.Run(sweep, folder, todo, shard, threads, p => report($"{p.Finished} of {p.Total} parts", p), terminal.Stop));
        terminal.Error.WriteLine($"Finished {Show.Count(finished, "part", "parts")} in {Show.Time(terminal.Time.GetElapsedTime(start))}.");
        if (terminal.Stop.IsCancellationRequested)
        {
            terminal.Error.WriteLine($"Stopped; {Show.Count(own.Done.Count + finished, "part is", "parts are")} finished and stay so. Go on with: {words}");
            return ExitCode.Stopped;
        }

        SweepState state = SweepLedger.StateOf(folder);
        if (state.Complete && shard == SweepShard.Whole)
        {
            return SweepOutput.Merge(folder, json, terminal);
        }

        int code = json ? SweepOutput.Status(folder, json, terminal) : ExitCode.Good;
        terminal.Error.WriteLine(state.Complete
            ? $"All {Show.Count(folder.PartCount, "part is", "parts are")} finished. Put them together with: {CommandLine.Name} sweep merge {RunCommand.Word(folder.Path)}"
            : $"{Show.Count(state.Missing.Count, "part is", "parts are")} missing in all. How far it is: {CommandLine.Name} sweep status {RunCommand.Word(folder.Path)}");
        return code;
    }
}
