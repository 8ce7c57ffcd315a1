using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The answer of a search for capacities.</summary>
public static class PathwaySearchStudy
{
    private const int MostRows = 12;

    /// <summary>Makes the answer.</summary>
    public static Study Of(PathwayScenario scenario, CapacitySearchResult result)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(result);
        return new Study
        {
            Title = $"Search for capacities: {scenario.Title}",
            WhatWasRun = $"Scenario `{scenario.Name}`: {Title.Count(result.Cells.Count, "combination")} of {string.Join(", ", result.Search.Places.Select(p => $"{p.Place} from {p.Lowest} to {p.Highest} by {p.Step}"))}, "
                + $"{Title.Count(result.Search.Replications, "replication")} each, seed {scenario.Seed}, {Title.Count(scenario.Period.Days, "day")}.",
            Sections = [Answer(result), Best(result)],
            Tables = [Evaluated(result)],
            Charts = [("search.svg", Picture(scenario, result))],
            Notes =
            [
                .. Notes(result),
                "Every combination meets the same people with the same luck, so that small differences can be told apart.",
                "A service level is met when the mean over replications meets it; the interval beside it says how sure that is.",
                "The capacity of a place that is searched is the same at all times, whatever steps and hours the scenario gives it. Policies are passed over.",
            ],
            Facts = new JsonObject
            {
                ["scenario"] = JsonNode.Parse(PathwayWriter.Json(scenario)),
                ["seed"] = scenario.Seed,
                ["replications"] = result.Search.Replications,
                ["combinations"] = result.Cells.Count,
                ["ended"] = result.End.ToString(),
            },
            Figures = result.Best is { } best
                ? [.. result.Search.Places.Zip(best.Units, (p, u) => ScriptFigure.Alone("units", [("place", p.Place)], "units", u, result.Search.Replications))]
                : [],
        };
    }

    private static SummarySection Answer(CapacitySearchResult result) => new(
        result.Best is null ? "No combination meets the service levels" : result.Search.Objective == SearchObjective.LeastCost ? "Capacities of least cost" : "Fewest units that meet the service levels",
        ["place", "units"],
        result.Best is { } best ? [.. result.Search.Places.Zip(best.Units, (p, u) => (string[])[p.Place, PathwayCapacity.Units(u)])] : [],
        string.Join(' ', Notes(result)));

    /// <summary>What a reader must know, with measures by the names of the files.</summary>
    private static IEnumerable<string> Notes(CapacitySearchResult result) => result.Notes.Select(note =>
        result.Search.ServiceLevels.Aggregate(note, (text, l) => text.Replace($"{l.Measure} of ", $"{PathwayMeasureText.Word(l.Measure)} of ", StringComparison.Ordinal)));

    private static SummarySection Best(CapacitySearchResult result) => new(
        result.Cells.Count <= MostRows ? "Combinations tried" : $"The best {MostRows} of {result.Cells.Count} combinations tried",
        [string.Join(" / ", result.Search.Places.Select(p => p.Place)), "units in all", "cost (£)", .. result.Search.ServiceLevels.Select(Words), .. result.Search.ServiceLevels.Count == 0 ? (IEnumerable<string>)[] : ["met"]],
        [
            .. Ranked(result).Take(MostRows).Select(c => (string[])
            [
                string.Join(" / ", c.Units.Select(u => PathwayCapacity.Units(u))),
                PathwayCapacity.Units(c.UnitsInAll),
                c.Cost.Point > 0 ? Figures.PlusMinus(c.Cost) : "–",
                .. c.Levels.Select(l => $"{StudyFigures.Short(l.Point)} ({StudyFigures.Short(Math.Max(0, l.Low))} to {StudyFigures.Short(l.High)})"),
                .. result.Search.ServiceLevels.Count == 0 ? (IEnumerable<string>)[] : [c.Meets ? "yes" : "no"],
            ]),
        ],
        "± and ranges are 95% intervals over replications, chance only. All combinations are in search.parquet.");

    private static IEnumerable<SearchCell> Ranked(CapacitySearchResult result) =>
        result.Search.Objective == SearchObjective.LeastCost
            ? result.Cells.OrderBy(c => c.Shortfall).ThenBy(c => c.Cost.Point).ThenBy(c => c.UnitsInAll)
            : result.Cells.OrderBy(c => c.Shortfall).ThenBy(c => c.UnitsInAll).ThenBy(c => c.Cost.Point);

    private static string Words(ServiceLevel level) => $"{PathwayMeasureText.Word(level.Measure)} of {level.Place ?? "the whole path"} (≤ {StudyFigures.Short(level.AtMost)})";

    private static Table Evaluated(CapacitySearchResult result)
    {
        IReadOnlyList<SearchCell> cells = result.Cells;
        return new Table(
            "search",
            "One row per combination of capacities, in the order in which they were tried.",
            [
                new Column("combination", "", "Its number, from 1.", cells.Select(c => c.Index + 1).ToArray()),
                .. result.Search.Places.Select((p, i) => new Column($"units_{i + 1}", "units", $"Units of {p.Place}.", cells.Select(c => c.Units[i]).ToArray())),
                new Column("cost", "GBP", "Mean cost of the measured period.", cells.Select(c => StudyFigures.Known(c.Cost.Point)).ToArray()),
                new Column("cost_low", "GBP", "Lower end of its 95% interval.", cells.Select(c => StudyFigures.Known(c.Cost.Low)).ToArray()),
                new Column("cost_high", "GBP", "Upper end of its 95% interval.", cells.Select(c => StudyFigures.Known(c.Cost.High)).ToArray()),
                .. result.Search.ServiceLevels.SelectMany((l, i) => (Column[])
                [
                    new($"level_{i + 1}", PathwayMeasureText.Of(l.Measure).Unit, $"Mean of {Words(l)}.", cells.Select(c => StudyFigures.Known(c.Levels[i].Point)).ToArray()),
                    new($"level_{i + 1}_low", PathwayMeasureText.Of(l.Measure).Unit, "Lower end of its 95% interval.", cells.Select(c => StudyFigures.Known(c.Levels[i].Low)).ToArray()),
                    new($"level_{i + 1}_high", PathwayMeasureText.Of(l.Measure).Unit, "Upper end of its 95% interval.", cells.Select(c => StudyFigures.Known(c.Levels[i].High)).ToArray()),
                ]),
                new Column("meets", "", "Whether the means meet every service level.", cells.Select(c => c.Meets).ToArray()),
                new Column("best", "", "Whether it is the answer.", cells.Select(c => c == result.Best).ToArray()),
            ]);
    }

    /// <summary>What is sought over the units: of the only place, or of the first, a line for each of the others.</summary>
    private static CurveChart Picture(PathwayScenario scenario, CapacitySearchResult result)
    {
        bool cost = result.Search.Objective == SearchObjective.LeastCost || result.Search.ServiceLevels.Count == 0;
        IGrouping<string, SearchCell>[] lines = [.. result.Cells.GroupBy(c => string.Join(", ", result.Search.Places.Zip(c.Units, (p, u) => $"{p.Place} {u}").Skip(1))).OrderBy(g => g.First().Units.Skip(1).FirstOrDefault())];

        // Lines only where each has points to join and there are few enough to tell apart.
        bool apart = lines.Length <= 7;
        return new CurveChart
        {
            Title = cost ? "What does each combination of capacities cost?" : "Which capacities meet the service level?",
            Subtitle = $"{Title.Count(result.Cells.Count, "combination")} tried. {scenario.Title}",
            CountsAcross = true,
            XLabel = apart ? $"Units of {result.Search.Places[0].Place}" : "Units of all searched places",
            YLabel = cost ? "£ million in the measured period" : $"{Words(result.Search.ServiceLevels[0])}, {PathwayMeasureText.Of(result.Search.ServiceLevels[0].Measure).Unit}",
            StartAtZero = !cost,
            Curves = apart
                ? [.. lines.Select(g => new Curve(g.Key.Length == 0 ? "combinations tried" : g.Key, [.. g.OrderBy(c => c.Units[0]).Select(c => ((double)c.Units[0], Y(c)))], Dots: true))]
                : [new Curve("cheapest for so many units", [.. result.Cells.GroupBy(c => c.UnitsInAll).OrderBy(g => g.Key).Select(g => ((double)g.Key, g.Min(Y)))], Dots: true)],
            Levels = cost ? [] : [new ReferenceLevel(result.Search.ServiceLevels[0].AtMost, "service level")],
            Places = result.Best is { } best ? [new ReferenceLevel(apart ? best.Units[0] : best.UnitsInAll, $"best: {string.Join(", ", result.Search.Places.Zip(best.Units, (p, u) => $"{p.Place} {u}"))}")] : [],
            Note = $"Means over {Title.Count(result.Search.Replications, "replication")}, the same luck for every combination."
                + (cost && result.Cells.Any(c => !c.Meets) ? " Cheaper combinations than the best do not meet the service levels." : ""),
        };

        double Y(SearchCell c) => cost ? c.Cost.Point / 1e6 : c.Levels[0].Point;
    }
}
