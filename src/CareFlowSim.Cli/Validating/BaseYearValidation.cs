using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>The baseline of the base year against the published figures and against itself.</summary>
internal static class BaseYearValidation
{
    private const string DelayShare = "delay.share_65plus";

    /// <summary>Runs the baseline, and once more with its books open.</summary>
    public static Outcome Run(Request request, Terminal terminal)
    {
        World world = WorldReader.Read(request.WorldFolder);
        OfficialSeries official = ValidationReader.Official(request.WorldFolder);
        Setup setup = new(world, request.Apply(world, ValidateCommand.BaseYear(world.Name)));
        ExperimentResult result = Simulation.Run(setup, new RunOptions { Threads = request.Threads }, terminal);
        Books books = Open(setup, request.Threads, terminal);

        // A world without delays by area has no pairs, and its table no such row.
        AreaPair[] areas = world.AreaDelays.Count == 0
            ? []
            : [.. AreaFit.Of(new AreaTargets(world), AreaModel.Of(result).Areas).Rows.Select(r => new AreaPair(world.Areas[r.Area].Name, r.Published, r.Simulated))];
        IReadOnlyList<ValidationRow> rows = [.. ValidationRows.Of(result, official, books, areas), .. Folds(request, setup, terminal)];
        int missed = rows.Count(r => !r.Pass);
        string verdict = missed == 0 ? $"All {rows.Count} checks are met." : $"{missed} of {rows.Count} checks are missed.";
        SummarySection[] sections =
        [
            Section(rows, CheckKind.Fitted, "Targets fitted: parameters were set by these figures", $"Delays are published for all adults: {Show.Share(world.Parameters[DelayShare])} of the days are taken as those of people 65+ (parameter {DelayShare})."),
            Section(rows, CheckKind.HeldOut, "Targets held out: no parameter was fitted to these figures",
                "Meeting these is evidence; meeting the fitted ones is not. The months are weaker evidence than the rest: the season that services follow was chosen among variants with their correlation known (README of the model)."),
            Section(rows, CheckKind.Identity, "Identities: what follows from arithmetic or from the inputs", "Life table, Little's law, conservation, census and settling. Missing one is an error of the program, or a warm-up that is too short."),
        ];
        ValidationFolder folder = new(
            "Validation: England 2014-15",
            [
                verdict,
                $"Baseline without any lever: {Simulation.Describe(setup)}; seed {setup.Scenario.Seed}, warm-up of {setup.FirstDay} days. Intervals are 95 % over replications and hold chance only. "
                    + "The books (Little's law, census, conservation) are of one more run of the first replication, which kept its stays and was checked every simulated day.",
                "A figure is *fitted* when parameters were set by it (see parameters.csv) and *held out* when none was. No age split of delays or admissions was published by 2015, so none is held out.",
            ],
            sections,
            ValidationCharts.Of(result, official, rows, areas),
            [("validation.parquet", ValidationFolder.TableOf(rows)), (SeriesFile.Name, SeriesFile.Of(new SimulatedSeries(SimulatedSeries.Of(result))))]);
        return new Outcome(
            folder,
            verdict,
            new JsonObject { ["seed"] = setup.Scenario.Seed, ["replications"] = setup.Scenario.Replications, ["people_per_agent"] = setup.Scenario.PeoplePerAgent },
            [.. rows.Select(r => ScriptFigure.From(r.Key, [("use", ValidationFolder.Use(r.Kind))], r.Unit, r.Simulated))],
            Json(rows),
            missed == 0);
    }

    /// <summary>Areas whose delays of the year were held out, once without and once with their own earlier record: the two are named apart.</summary>
    private static IEnumerable<ValidationRow> Folds(Request request, Setup setup, Terminal terminal)
    {
        if (request.Folds is not { } folds || setup.World.AreaDelays.Count == 0)
        {
            yield break;
        }

        AreaModel model = FoldRuns.Model(setup.World, setup.Scenario, new RunOptions { Threads = request.Threads }, folds, terminal);
        FoldFits fits = FoldRuns.Run(setup.World, model, folds, terminal);
        yield return ValidationRows.HeldOutRank("area_rank_held_out_features_only", fits.Features, $"{folds} folds; of an area held out nothing is known but region, supply and need");
        if (fits.Earlier is { } earlier)
        {
            yield return ValidationRows.HeldOutRank("area_rank_held_out_own_2013_14", earlier, $"{folds} folds; 2014-15 held out, practice fitted to the area's own record of 2013-14, changed as the other folds changed");
        }
    }

    private static Books Open(Setup setup, int threads, Terminal terminal)
    {
        Setup one = new(setup.World, setup.Scenario with { Name = "books", Replications = 1 });
        try
        {
            return Books.Of(Simulation.Run(one, new RunOptions { Threads = threads, Spells = true, Check = true }, terminal));
        }
        catch (InvalidOperationException e)
        {
            return Books.Broken(e.Message, one.Days);
        }
    }

    private static SummarySection Section(IReadOnlyList<ValidationRow> rows, CheckKind kind, string title, string note) => new(
        title,
        ["check", "simulated", "95 % interval", "target", "difference", "tolerance", "met"],
        [.. rows.Where(r => r.Kind == kind).Select(r => (IReadOnlyList<string>)
        [
            r.Key,
            Show.Figure(r.Simulated.Point),
            double.IsNaN(r.Simulated.Low) ? "–" : $"{Show.Figure(r.Simulated.Low)} to {Show.Figure(r.Simulated.High)}",
            Show.Figure(r.Target),
            ValidationCharts.Difference(r),
            r.Absolute ? Show.Figure(r.Tolerance) : Show.Share(r.Tolerance),
            r.Pass ? "yes" : "NO",
        ])],
        note);

    private static (string Key, JsonNode? Value)[] Json(IReadOnlyList<ValidationRow> rows) =>
    [
        ("checks", rows.Count),
        ("missed", rows.Count(r => !r.Pass)),
        ("rows", new JsonArray([.. rows.Select(r => new JsonObject
        {
            ["key"] = r.Key,
            ["use"] = ValidationFolder.Use(r.Kind),
            ["unit"] = r.Unit,
            ["simulated"] = SeriesValidation.Number(r.Simulated.Point),
            ["low"] = SeriesValidation.Number(r.Simulated.Low),
            ["high"] = SeriesValidation.Number(r.Simulated.High),
            ["target"] = r.Target,
            ["tolerance"] = r.Tolerance,
            ["tolerance_kind"] = r.Absolute ? "units" : "share",
            ["difference"] = SeriesValidation.Number(r.Difference),
            ["met"] = r.Pass,
        })])),
    ];
}
