using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow bench</c>: how fast the program is on this machine, against its targets.</summary>
internal static class BenchCommand
{
    private const int UsualRuns = 7;
    private const int FewRuns = 3;
    private const int MostRuns = 99;

    public static Command Make(Terminal terminal, Examples examples)
    {
        Option<string> world = new("--world")
        {
            Description = "Folder of the world's tables, with the shipped scenarios beside it.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("scenarios", "england-2014"),
        };
        Option<bool> quick = new("--quick") { Description = "A tenth of everything and three runs: a first look, not held against the targets." };
        Option<string[]> only = new("--only")
        {
            Description = "What to measure: " + string.Join(", ", Measurement.All.Select(m => m.Name)) + ". Left out: everything.",
            HelpName = "a,b",
        };
        Option<string> runs = new("--runs") { Description = $"Runs of each measurement, of which the median is told. Left out: {UsualRuns}, or {FewRuns} with --quick or --growth.", HelpName = "N" };
        Option<string> markdown = new("--markdown") { Description = $"File in which the table between {MarkedTable.Begin} and {MarkedTable.End} is replaced.", HelpName = "FILE" };
        Option<bool> growth = new("--growth") { Description = "Instead, measure how time and memory grow with people, threads, years and output." };
        Option<string> output = new("--out") { Description = "With --growth: folder for growth.csv and its pictures.", HelpName = "FOLDER" };
        Option<bool> json = new("--json") { Description = "Print the figures as JSON instead of a table for people; not with --growth, which writes growth.csv." };
        Command command = new("bench", "Measure how fast the program is on this machine. Takes minutes; let nothing else run.");
        command.Add(quick);
        command.Add(only);
        command.Add(runs);
        command.Add(world);
        command.Add(markdown);
        command.Add(growth);
        command.Add(output);
        command.Add(json);
        examples.Add(command, "careflow bench --markdown README.md", "careflow bench --quick --only england,writing", "careflow bench --growth --out benchmarks/growth");
        command.SetAction(parsed =>
        {
            bool grows = parsed.GetValue(growth);
            bool isQuick = parsed.GetValue(quick);
            RequireFit(grows, parsed.GetValue(only) is { Length: > 0 }, parsed.GetValue(markdown), parsed.GetValue(output), parsed.GetValue(json));
            Measurement[] chosen = Chosen(parsed.GetValue(only) ?? []);
            int times = Runs(parsed.GetValue(runs), isQuick || grows ? FewRuns : UsualRuns);
            MarkedTable? table = parsed.GetValue(markdown) is { } file ? new MarkedTable(file) : null;
            string folder = parsed.GetRequiredValue(world);
            BenchSetting setting = new()
            {
                WorldFolder = folder,
                World = WorldReader.Read(folder),
                Runs = times,
                Quick = isQuick,
                Time = terminal.Time,
                Stop = terminal.Stop,
            };
            terminal.Error.WriteLine(Machine.Describe());
            return grows ? GrowthReport.Make(setting, parsed.GetValue(output), terminal) : Measure(chosen, setting, table, parsed.GetValue(json), terminal);
        });
        return command;
    }

    private static int Measure(IEnumerable<Measurement> chosen, BenchSetting setting, MarkedTable? table, bool json, Terminal terminal)
    {
        List<BenchRow> rows = [];
        foreach (Measurement measurement in chosen)
        {
            terminal.Error.WriteLine(measurement.What);
            foreach (BenchRow row in measurement.Run(setting))
            {
                rows.Add(row);
                terminal.Error.WriteLine("  " + row.Line(judge: !setting.Quick));
            }
        }

        SummarySection section = new(
            "Speed on this machine",
            ["measured", "median", "range", "target", "met"],
            [.. rows.Select(r => r.Cells(judge: !setting.Quick))],
            Note(setting));
        if (json)
        {
            terminal.Out.WriteLine(ScriptJson.Of("bench", CommandLine.Version, section.Title, new JsonObject { ["machine"] = Machine.Describe(), ["quick"] = setting.Quick }, rows.Select(Figure), [], ("targets", Targets(rows))));
        }
        else
        {
            TextTable.Show(terminal, [section]);
        }

        table?.Replace(section, Machine.Describe());
        return setting.Quick || rows.All(r => r.Target?.IsMet(r.Median) ?? true) ? ExitCode.Good : ExitCode.Failed;
    }

    private static ScriptFigure Figure(BenchRow row) =>
        new(row.Name, [], row.Unit, row.Median, row.Values.Min(), row.Values.Max(), row.Values.Count > 1 ? "least and most of the runs" : "", row.Values.Count);

    private static JsonArray Targets(IEnumerable<BenchRow> rows) =>
    [
        .. rows.Where(r => r.Target is not null)
            .Select(r => new JsonObject { ["measure"] = r.Name, ["limit"] = r.Target!.Limit, ["at_least"] = r.Target.AtLeast, ["met"] = r.Target.IsMet(r.Median) }),
    ];

    private static string Note(BenchSetting setting) =>
        $"Median and range of {Show.Count(setting.Runs, "run", "runs")}; what is compared took turns in the same process. "
        + (setting.Quick ? "A tenth of everything: the targets are for the whole." : $"CareFlowSim {CommandLine.Version}, `{CommandLine.Name} bench`.");

    private static void RequireFit(bool growth, bool only, string? markdown, string? output, bool json)
    {
        string[] faults =
        [
            .. growth && only ? ["--only – does not go with --growth – one of the two"] : Array.Empty<string>(),
            .. growth && json ? ["--json – does not go with --growth – one of the two"] : Array.Empty<string>(),
            .. growth && markdown is not null ? ["--markdown – does not go with --growth – one of the two"] : Array.Empty<string>(),
            .. !growth && output is not null ? ["--out – is for --growth – together with it, or not at all"] : Array.Empty<string>(),
        ];
        if (faults.Length > 0)
        {
            throw new UsageException(faults);
        }
    }

    private static Measurement[] Chosen(string[] only)
    {
        string[] names = [.. only.SelectMany(o => o.Split(',')).Select(n => n.Trim())];
        string[] known = [.. Measurement.All.Select(m => m.Name)];
        string[] unknown = [.. names.Except(known)];
        if (unknown.Length > 0)
        {
            throw new UsageException([.. unknown.Select(n =>
                $"--only – '{n}' is not a measurement – {(Spelling.Nearest(n, known) is { } near ? $"did you mean '{near}'? " : "")}({string.Join(", ", known)})")]);
        }

        return [.. Measurement.All.Where(m => names.Length == 0 || names.Contains(m.Name))];
    }

    private static int Runs(string? text, int usual) =>
        text is null ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int runs) && runs is >= 1 and <= MostRuns ? runs
        : throw new UsageException($"--runs – is '{text}' – a whole number from 1 to {MostRuns}");
}
