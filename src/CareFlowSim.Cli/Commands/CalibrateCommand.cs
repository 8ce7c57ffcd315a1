using System.CommandLine;
using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow calibrate</c>: fits the base year to the published figures, or says how well areas can be told apart without theirs.</summary>
internal static class CalibrateCommand
{
    private const string Log = "evaluations.jsonl";
    private const int MostRuns = 10_000;
    private const int MostFolds = 20;

    public static Command Make(Terminal terminal, Examples examples)
    {
        Option<string> world = new("--world")
        {
            Description = "Folder of the world's tables.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("scenarios", "england-2014"),
        };
        Option<string> output = new("--out")
        {
            Description = "Folder for the fitted tables, the report and the log of runs. The world itself is not changed.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("results", "calibration"),
        };
        Option<string> most = new("--max-evaluations") { Description = $"Most runs of the base year. Left out: {BaseYearCalibration.UsualRuns}; more are used for Nelder and Mead where a level misses its aim.", HelpName = "N" };
        Option<bool> resume = new("--resume") { Description = "Go on with the log in the folder; the outcome is that of a fit never interrupted." };
        Option<string> report = new("--report") { Description = "File for the report. Left out: calibration.md in the folder.", HelpName = "FILE" };
        Option<string> folds = new("--folds") { Description = "Instead of fitting: see how well areas are told apart whose own delays of 2014-15 are held out, first with nothing of their own record, then with that of 2013-14.", HelpName = "N" };
        Option<bool> levels = new("--levels") { Description = "Fit England's levels only; the factors of the areas stay those of the world. For a world whose inputs have changed a little." };
        Overrides overrides = new();
        Command command = new("calibrate", "Fit England's levels and each area's practice to the published figures of 2014-15.");
        overrides.AddTo(command, areas: true);
        foreach (Option option in new Option[] { most, folds, levels, world, output, report, resume })
        {
            command.Add(option);
        }

        examples.Add(command, "careflow calibrate", "careflow calibrate --areas Leicester --max-evaluations 20", "careflow calibrate --levels", "careflow calibrate --resume", "careflow calibrate --folds 5");
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(world);
            World tables = WorldReader.Read(folder);
            Scenario asked = overrides.Apply(ValidateCommand.BaseYear(tables.Name), tables, parsed);
            RunOptions options = new() { Threads = overrides.Threads(parsed) };
            int? runs = Whole(parsed.GetValue(most), "--max-evaluations", 2, MostRuns);
            if (tables.AreaDelays.Count == 0)
            {
                throw new UsageException($"--world – '{folder}' has no area_delays.csv – a world with published delays by area");
            }

            if (Folds(parsed.GetValue(folds)) is { } count)
            {
                return Folds(tables, ValidationReader.Official(folder), count, FoldRuns.Model(tables, asked, options, count, terminal), terminal);
            }

            Job job = new(folder, tables, asked, options, runs ?? (parsed.GetValue(levels) ? BaseYearCalibration.LevelRuns : BaseYearCalibration.UsualRuns), parsed.GetRequiredValue(output), parsed.GetValue(report), parsed.GetValue(resume), parsed.GetValue(levels));
            if (job.Levels && asked.Areas.Count > 0)
            {
                throw new UsageException("--levels – is given with --areas – all areas: England's levels are told from the whole of England");
            }

            return Fit(job, terminal);
        });
        return command;
    }

    /// <summary>How many folds the option --folds asks for; null without it.</summary>
    /// <exception cref="UsageException">It is no such number.</exception>
    public static int? Folds(string? text) => Whole(text, "--folds", 2, MostFolds);

    private static int Fit(Job job, Terminal terminal)
    {
        string file = Path.Combine(job.Output, Log);
        string problem = CalibrationLog.Problem(CommandLine.Version, job.Folder, job.Asked);
        IReadOnlyDictionary<string, CalibrationAnswer>? known = null;
        CalibrationLog log = job.Resume ? CalibrationLog.Resume(file, problem, out known) : CalibrationLog.Start(file, problem);
        AreaModel model = new(job.World, job.Asked, job.Options, job.Most, known) { Answered = log.Add, Stop = terminal.Stop };
        int[] areas = [.. new Setup(job.World, job.Asked).Systems.SelectMany(s => s.Areas).Order()];
        BaseYearFit? fit = job.Levels ? BaseYearCalibration.RunLevels(model, job.World, terminal.Error.WriteLine) : BaseYearCalibration.Run(model, job.World, areas, terminal.Error.WriteLine);
        if (fit is null)
        {
            terminal.Error.WriteLine("No runs were left to judge the fit; nothing but the log was written.");
            return ExitCode.Failed;
        }

        string source = string.Create(
            CultureInfo.InvariantCulture,
            $"{CommandLine.Name} calibrate (CareFlowSim {CommandLine.Version}; {(areas.Length == job.World.Areas.Count ? "all areas" : string.Join(", ", job.Asked.Areas))}; seed {job.Asked.Seed}; 1:{job.Asked.PeoplePerAgent}; {Show.Count(job.Asked.Replications, "replication", "replications")}); fitted to area_delays.csv, April 2014 to March 2015");
        if (!job.Levels)
        {
            WholeText.Write(Path.Combine(job.Output, AreaCalibrationWriter.File), AreaCalibrationWriter.Csv(job.World.Areas, fit.Point.Areas, source));
        }

        WholeText.Write(
            Path.Combine(job.Output, ParameterWriter.File),
            ParameterWriter.Csv(File.ReadAllText(Path.Combine(job.Folder, ParameterWriter.File)), fit.Point.Parameters));
        SummarySection[] sections = CalibrationTables.Of(job.World, ValidationReader.Official(job.Folder), fit, england: areas.Length == job.World.Areas.Count);
        WholeText.Write(job.Report ?? Path.Combine(job.Output, "calibration.md"), $"# Calibration\n\n{source}; {Show.Count(fit.Runs, "run", "runs")}.\n\n" + string.Concat(sections.Select(s => s.Markdown())));
        TextTable.Show(terminal, sections);
        string written = job.Levels ? ParameterWriter.File : $"{AreaCalibrationWriter.File}, {ParameterWriter.File}";
        terminal.Out.WriteLine($"Written: {job.Output} ({written}). Copy what is written into {job.Folder} to use it.");
        return ExitCode.Good;
    }

    private static int Folds(World world, OfficialSeries official, int folds, AreaModel model, Terminal terminal)
    {
        CalibrationAnswer answer = model.Evaluate(new CalibrationPoint(new Dictionary<string, double>(), FoldRuns.Factors(world)))!;
        TextTable.Show(terminal, [CalibrationTables.Folds(AreaFit.Of(new AreaTargets(world), answer.Areas), FoldRuns.Run(world, model, folds, terminal), world, official, answer)]);
        return ExitCode.Good;
    }

    private static int? Whole(string? text, string option, int least, int most) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= least && n <= most ? n
        : throw new UsageException($"{option} – is '{text}' – a whole number from {least} to {most}");

    private sealed record Job(string Folder, World World, Scenario Asked, RunOptions Options, int Most, string Output, string? Report, bool Resume, bool Levels);
}
