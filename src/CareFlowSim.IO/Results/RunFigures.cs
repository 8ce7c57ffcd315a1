using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The figures of a run for scripts.</summary>
public static class RunFigures
{
    /// <summary>What <c>careflow run --json</c> prints of a scenario of people.</summary>
    /// <param name="result">The result.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="files">Paths of the files written.</param>
    public static string Json(ExperimentResult result, string version, IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(result);
        Scenario scenario = result.Setup.Scenario;
        JsonObject facts = new()
        {
            ["scenario"] = scenario.Name,
            ["seed"] = scenario.Seed,
            ["replications"] = result.Replications,
            ["people_per_agent"] = result.Scale,
            ["complete"] = Completeness.Of(result).Complete,
        };
        if (result.Precision is { } check)
        {
            facts["precision_reached"] = check.IsDone;
            facts["replications_needed"] = check.Needed > 0 ? check.Needed : null;
        }

        if (result.Selection is { } choice)
        {
            facts["best"] = choice.Procedure.IsDone ? choice.Policies[choice.Procedure.Best] : null;
            facts["still_in"] = new JsonArray([.. choice.Procedure.In.Select(o => JsonValue.Create(choice.Policies[o]))]);
        }

        return ScriptJson.Of("run", version, scenario.Title, facts, Of(result), files);
    }

    /// <summary>The figures of a pathway.</summary>
    internal static IReadOnlyList<ScriptFigure> Of(PathwayResult result) =>
    [
        .. FigurePrecision.Of(result).Select(f =>
        {
            ColumnText text = PathwayMeasureText.Of(Enum.Parse<PathwayMeasure>(f.Measure));
            return ScriptFigure.From(text.Name, [("policy", f.Arm), ("place", f.Place), ("kind", f.Arm == PathwayArms.Baseline ? "level" : "change")], text.Unit, f.Plain);
        }),
    ];

    private static IEnumerable<ScriptFigure> Of(ExperimentResult result)
    {
        foreach (FigurePrecision f in FigurePrecision.Of(result))
        {
            yield return ScriptFigure.From(f.Measure, [("policy", f.Arm), ("kind", result.Arms == 1 ? "level" : "change")], PolicyMeasure.Find(f.Measure)!.Unit, f.Plain);
        }

        for (int o = 0; o < (result.Selection?.Policies.Count ?? 0); o++)
        {
            BestPolicy choice = result.Selection!;
            yield return ScriptFigure.From("behind_the_best", [("policy", choice.Policies[o]), ("kind", "selection")], choice.Question.Unit, choice.Lead(o));
        }
    }
}
