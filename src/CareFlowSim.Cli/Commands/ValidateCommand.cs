using System.CommandLine;
using System.Globalization;
using System.Text;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary><c>careflow validate</c>: the baseline of the base year against published figures.</summary>
internal static class ValidateCommand
{
    private const string DelayShare = "delay.share_65plus";

    public static Command Make(Terminal terminal, Examples examples)
    {
        Option<string> world = new("--world")
        {
            Description = "Folder of the world's tables.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("scenarios", "england-2014"),
        };
        Option<string> output = new("--out") { Description = "Also write the tables into this folder, as validation.md and validation.csv.", HelpName = "FOLDER" };
        Overrides overrides = new();
        Command command = new("validate", "Run the baseline of 2014-15 and lay it beside the published figures.");
        overrides.AddTo(command, areas: false);
        command.Add(world);
        command.Add(output);
        examples.Add(command, "careflow validate", "careflow validate --sample 1:10 --out results/validation");
        command.SetAction(parsed =>
        {
            World tables = WorldReader.Read(parsed.GetRequiredValue(world));
            Scenario asked = overrides.Apply(BaseYear(tables.Name), tables, parsed);
            return Validate(new Setup(tables, asked), overrides.Threads(parsed), parsed.GetValue(output), terminal);
        });
        return command;
    }

    /// <summary>England in 2014-15 with no lever moved; the warm-up is that of the shipped scenarios.</summary>
    internal static Scenario BaseYear(string world) => new()
    {
        Name = "validation",
        Title = "Does the baseline of 2014-15 come near the published figures?",
        World = world,
        Period = new Period(new DateOnly(2014, 4, 1), 365, 120),
    };

    private static int Validate(Setup setup, int threads, string? folder, Terminal terminal)
    {
        // Stays are kept, because they count bed days in a second, independent way.
        ExperimentResult result = Simulation.Run(setup, new RunOptions { Threads = threads, Spells = true }, terminal);
        IReadOnlyList<TargetCheck> targets = Validation.Compare(result);
        SummarySection[] sections =
        [
            Targets(targets, setup.World.Parameters),
            SettlingReport.Table(Settling.Check(result)),
            Little(LittlesLaw.Of(result)),
        ];
        TextTable.Show(terminal, sections);
        int missed = targets.Count(t => !t.Pass);
        terminal.Out.WriteLine(missed == 0
            ? $"All {targets.Count} targets are met."
            : $"{missed} of {targets.Count} targets are missed.");
        if (folder is not null)
        {
            Write(folder, "validation.md", string.Concat(sections.Select(Markdown)));
            Write(folder, "validation.csv", Csv(targets));
        }

        return missed == 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static SummarySection Targets(IReadOnlyList<TargetCheck> targets, ParameterTable parameters) => new(
        "England 2014-15, people 65+: baseline against published figures",
        ["target", "published", "baseline", "difference", "tolerance", "pass"],
        [.. targets.Select(t => (IReadOnlyList<string>)
        [
            t.Target.Key, Show.Figure(t.Target.Value), Show.Figure(t.Value), Show.Change(t.Difference), Show.Share(t.Target.Tolerance), t.Pass ? "yes" : "NO",
        ])],
        $"Delays are published for all adults: {Show.Share(parameters[DelayShare])} of the days are taken as those of people 65+ (parameter {DelayShare}).");

    private static SummarySection Little(LittlesLaw law) => new(
        "Little's law: beds occupied = stays a day x midnights a stay",
        ["count", "value"],
        [
            ["beds occupied, midnight census", Show.Figure(law.Census)],
            ["stays ended a day", Show.Figure(law.StaysADay)],
            ["midnights a stay", Show.Figure(law.NightsAStay)],
            ["their product", Show.Figure(law.Product)],
            ["difference", Show.Change((law.Product / law.Census) - 1)],
        ],
        "Acute beds, emergency stays of people 65+; the two counts share no figure. With run --check the law is held to the second.");

    internal static string Markdown(SummarySection section)
    {
        StringBuilder text = new();
        text.Append("## ").Append(section.Title).Append("\n\n");
        Row(section.Headers);
        Row([.. section.Headers.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in section.Rows)
        {
            Row(row);
        }

        return text.Append('\n').Append(section.Note.Length > 0 ? section.Note + "\n\n" : "").ToString();

        void Row(IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    private static string Csv(IReadOnlyList<TargetCheck> targets) =>
        "target,published,baseline,difference,tolerance,pass\n" + string.Concat(targets.Select(t => string.Create(
            CultureInfo.InvariantCulture,
            $"{t.Target.Key},{t.Target.Value:R},{t.Value:R},{t.Difference:R},{t.Target.Tolerance:R},{(t.Pass ? "yes" : "no")}\n")));

    /// <summary>Each file appears whole or not at all; other files in the folder stay.</summary>
    private static void Write(string folder, string name, string text)
    {
        Directory.CreateDirectory(folder);
        string fresh = Path.Combine(folder, name + ".new");
        File.WriteAllText(fresh, text);
        File.Move(fresh, Path.Combine(folder, name), overwrite: true);
    }
}
