using System.Globalization;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>manifest.json: all that is needed to make the same results again, and to see that they are the same.</summary>
internal static class Manifest
{
    public const string File = "manifest.json";

    /// <summary>The manifest as JSON text. Identical runs give identical text up to <c>timings</c>, which stands last.</summary>
    public static string Json(ExperimentResult result, RunInfo info, IReadOnlyList<WrittenFile> files)
    {
        Scenario scenario = result.Setup.Scenario;
        JsonObject manifest = new()
        {
            ["program"] = "careflow",
            ["version"] = info.Version,
            ["command"] = info.Command,
            ["scenario_file"] = new JsonObject { ["name"] = Path.GetFileName(info.ScenarioFile), ["sha256"] = HashedFiles.Sha256(info.ScenarioBytes) },
            ["scenario"] = JsonNode.Parse(ScenarioWriter.Json(scenario)),
            ["seed"] = scenario.Seed,
            ["replications"] = result.Replications,
            ["people_per_agent"] = result.Scale,
            ["arms"] = Strings(result.Setup.Arms.Select(a => a.Name)),
            ["areas"] = result.Areas.Count,
            ["events"] = result.Events,
            ["completeness"] = Complete(result),
            ["settling"] = Settled(result),
            ["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["name"] = f.Name, ["bytes"] = f.Bytes, ["sha256"] = f.Sha256 })]),
            ["world"] = World(result, info.WorldFolder),
            ["parameters"] = new JsonArray([.. result.Setup.World.Parameters.All.Select(p => Parameter(p, scenario))]),
            ["timings"] = new JsonObject
            {
                ["started"] = info.Started.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                ["run_seconds"] = Math.Round(info.RunSeconds, 3),
                ["threads"] = info.Threads,
            },
        };
        return manifest.ToJsonString(ScenarioWriter.Readable) + "\n";
    }

    private static JsonObject Complete(ExperimentResult result)
    {
        Completeness completeness = Completeness.Of(result);
        return new JsonObject
        {
            ["complete"] = completeness.Complete,
            ["whole_replications"] = new JsonArray([.. completeness.Whole.Select(r => JsonValue.Create(r))]),
            ["unfinished"] = new JsonArray([.. completeness.Unfinished.Select(u => new JsonObject { ["replication"] = u.Replication, ["acute_systems"] = Strings(u.Systems) })]),
        };
    }

    private static JsonObject Settled(ExperimentResult result)
    {
        IReadOnlyList<SettlingCheck> checks = result.Complete ? Settling.Check(result) : [];
        return new JsonObject
        {
            ["checked"] = checks.Count > 0,
            ["settled"] = checks.Count > 0 ? checks.All(c => c.Settled) : null,
            ["series"] = new JsonArray(
            [
                .. checks.Select(c => new JsonObject
                {
                    ["series"] = SeriesTable.Of(c.Series).Name,
                    ["settled"] = c.Settled,
                    ["change"] = c.Change,
                    ["allowed"] = c.Allowed,
                    ["truncation_day"] = c.TruncationDay,
                }),
            ]),
        };
    }

    private static JsonObject World(ExperimentResult result, string folder)
    {
        WorldSources sources = WorldReader.Sources(folder);
        return new JsonObject
        {
            ["name"] = result.Setup.World.Name,
            ["files"] = new JsonArray([.. sources.Files.Select(f => new JsonObject { ["name"] = f, ["sha256"] = HashedFiles.Sha256OfFile(Path.Combine(folder, f)) })]),
            ["sources"] = new JsonArray(
            [
                .. sources.Rows.Select(s => new JsonObject
                {
                    ["table"] = s.Table,
                    ["column"] = s.Column,
                    ["meaning"] = s.Meaning,
                    ["unit"] = s.Unit,
                    ["period"] = s.Period,
                    ["publisher_and_title"] = s.PublisherAndTitle,
                    ["licence"] = s.Licence,
                    ["provenance"] = s.Provenance,
                    ["note"] = s.Note,
                }),
            ]),
        };
    }

    private static JsonObject Parameter(Parameter p, Scenario scenario) => new()
    {
        ["key"] = p.Key,
        ["value"] = p.Value,
        ["low"] = p.Low,
        ["high"] = p.High,
        ["unit"] = p.Unit,
        ["provenance"] = p.Provenance,
        ["source"] = p.Source,
        ["changed_by_scenario"] = scenario.ParameterChanges.ContainsKey(p.Key),
    };

    private static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)];
}
