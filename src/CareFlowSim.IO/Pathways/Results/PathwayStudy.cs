using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The answer of a pathway: tables for people, tables for programs, pictures.</summary>
public static class PathwayStudy
{
    /// <summary>Makes the answer of whole replications.</summary>
    /// <param name="result">At least one replication.</param>
    /// <param name="stopped">Whether somebody stopped it before its end.</param>
    public static Study Of(PathwayResult result, bool stopped)
    {
        ArgumentNullException.ThrowIfNull(result);
        PathwayScenario scenario = result.Scenario;
        return new Study
        {
            Title = scenario.Title,
            WhatWasRun = WhatWasRun(result, stopped),
            Sections = PathwaySections.Of(result),
            Printed = PathwaySections.Printed(result),
            Tables = [.. PathwayTables.All.Select(t => t.Make(result))],
            Charts = PathwayCharts.Of(result),
            Notes =
            [
                "Each arm has the same people and the same luck: the same arrivals with the same stays, until a policy changes something for them. A difference between arms is due to the policy.",
                "A wait runs from the moment somebody may come to the moment they come in. Capacity delay is time in the line because the place was full; transition delay is transfer and the wait for the next admission hour. They add up.",
                "Who boards waits in the place before and blocks it: those days count as people in that place and as days lost there.",
                "Intervals hold chance only: how far luck moves the mean over replications. They are neither the range of single years, which the fan charts and the table of replications show, nor what other inputs would change.",
                "The figures are those of the scenario's inputs, which are the planner's own. The program adds nothing to them.",
            ],
            Facts = Facts(result, stopped),
            Figures = RunFigures.Of(result),
        };
    }

    /// <summary>What a reader should know before believing the figures: a warm-up that looks too short; null when there is nothing.</summary>
    public static string? WarningOf(PathwayResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return PathwayWarmUp.Warning(result);
    }

    private static string WhatWasRun(PathwayResult result, bool stopped)
    {
        PathwayScenario scenario = result.Scenario;
        return $"Scenario `{scenario.Name}`: {PathwaySummary.Describe(scenario)}, from {scenario.Period.Start:yyyy-MM-dd}, seed {scenario.Seed}; {Title.Count(result.Replications, "replication")} made."
            + (stopped ? " It was stopped before its end; only whole replications are shown." : "");
    }

    private static JsonObject Facts(PathwayResult result, bool stopped) => new()
    {
        ["scenario"] = JsonNode.Parse(PathwayWriter.Json(result.Scenario)),
        ["seed"] = result.Scenario.Seed,
        ["replications"] = result.Replications,
        ["complete"] = !stopped,
        ["precision_reached"] = result.Precision?.IsDone,
        ["replications_needed"] = result.Precision is { Needed: > 0 } check ? check.Needed : null,
        ["arms"] = new JsonArray([.. result.Arms.Select(a => JsonValue.Create(a))]),
        ["events"] = result.Outcomes.Sum(a => a.Sum(o => o.Events)),
    };
}
