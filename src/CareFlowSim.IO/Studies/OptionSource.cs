using System.Text.Json;
using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>Costs and effects of the policies of a results folder: of a run by replication, of a study of uncertainty by draw, with the inputs drawn.</summary>
/// <param name="Title">The question of the folder.</param>
/// <param name="Name">Its scenario.</param>
/// <param name="Options">The policies.</param>
/// <param name="Effect">Name of the effect.</param>
/// <param name="EffectUnit">Its unit.</param>
/// <param name="Inputs">The drawn inputs, one value per draw; null for a run.</param>
public sealed record OptionSource(string Title, string Name, IReadOnlyList<OptionSeries> Options, string Effect, string EffectUnit, IReadOnlyList<(string Name, double[] Values)>? Inputs)
{
    private const string Draws = "draws.parquet";
    private const string Effects = "effects.parquet";
    private const string InputPrefix = "input ";

    /// <summary>The measure of cost that draws must have kept.</summary>
    public const string Pounds = "pounds_added";

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder of <c>careflow run</c> or <c>careflow uncertainty</c>.</param>
    /// <param name="effect">Name of the effect, of a pathway also <c>measure@place</c>; null takes the usual.</param>
    /// <exception cref="InputException">The folder holds neither, or not that effect.</exception>
    public static OptionSource Read(string folder, string? effect)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return File.Exists(Path.Combine(folder, Draws)) && File.Exists(Path.Combine(folder, Effects)) ? OfDraws(folder, effect ?? "beds_freed") : OfRun(RunResult.Read(folder), effect);
    }

    private static OptionSource OfRun(RunResult run, string? effect)
    {
        string[] policies = [.. run.Arms.Skip(1)];
        if (policies.Length == 0)
        {
            throw RunResult.Wrong(run.Folder, "has no policy", "a run with policies");
        }

        return run.IsPathway ? OfPathway(run, policies, effect ?? "delay_days") : OfPeople(run, policies, effect ?? "beds_freed");
    }

    private static OptionSource OfPeople(RunResult run, string[] policies, string effect)
    {
        PolicyMeasure measure = PolicyMeasure.Find(effect) ?? throw Unknown(run.Folder, effect, PolicyMeasure.All.Select(m => m.Name));
        PolicyMeasure pounds = PolicyMeasure.Find(Pounds)!;
        return new OptionSource(
            run.Title, run.Name, [.. policies.Select(p => new OptionSeries(p, Figures(p, pounds), Figures(p, measure)))], effect, measure.Unit, null);

        double[] Figures(string policy, PolicyMeasure of) => [.. Values(run, OptionStudy.Baseline, "", of.Name).Zip(Values(run, policy, "", of.Name), of.Figure)];
    }

    /// <summary>Of a pathway less is better: waits, delays, people turned away.</summary>
    private static OptionSource OfPathway(RunResult run, string[] policies, string effect)
    {
        string name = effect.Replace('-', '_');
        (string measure, string place) = name.Split('@') is [{ } m, ..] && effect.Split('@') is [_, { } p] ? (m, p) : (name, "whole path");
        return new OptionSource(
            run.Title,
            run.Name,
            [.. policies.Select(p => new OptionSeries(p, [.. Less(Values(run, p, "whole path", "cost"), Values(run, OptionStudy.Baseline, "whole path", "cost"))], [.. Less(Values(run, OptionStudy.Baseline, place, measure), Values(run, p, place, measure))]))],
            $"{measure} avoided",
            run.Series.First(s => s.Measure == measure).Unit,
            null);

        static IEnumerable<double> Less(double[] from, double[] less) => from.Zip(less, (a, b) => a - b);
    }

    private static double[] Values(RunResult run, string arm, string place, string measure)
    {
        RunSeries? found = run.Series.FirstOrDefault(s => s.Arm == arm && s.Place == place && s.Class is "" or "all" && s.Measure == measure && s.Arm == arm);
        double[] values = found?.Values ?? throw Unknown(run.Folder, place.Length > 0 ? $"{measure}@{place}" : measure, run.Series.Where(s => s.Arm == arm && s.Place == place).Select(s => s.Measure).Distinct());
        return values.All(double.IsFinite) ? values : throw RunResult.Wrong(run.Folder, $"has replications without {measure}", "a measure that every replication has");
    }

    private static OptionSource OfDraws(string folder, string effect)
    {
        try
        {
            JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, Manifest.File)))!;
            Table draws = RunResult.ReadTable(folder, manifest, Draws);
            Table effects = RunResult.ReadTable(folder, manifest, Effects);
            (string[] policy, string[] measure, string[] unit) = (RunResult.Words(effects, "policy"), RunResult.Words(effects, "measure"), RunResult.Words(effects, "unit"));
            foreach (string needed in new[] { effect, Pounds }.Where(n => !measure.Contains(n)))
            {
                throw RunResult.Wrong(folder, $"did not keep {needed}", $"careflow uncertainty … --measure {effect},{Pounds}");
            }

            return new OptionSource(
                (string?)manifest["facts"]?["scenario"] ?? folder,
                (string?)manifest["facts"]?["scenario"] ?? folder,
                [.. policy.Distinct().Select(p => new OptionSeries(p, Drawn(p, Pounds), Drawn(p, effect)))],
                effect,
                unit[Array.IndexOf(measure, effect)],
                [.. draws.Columns.Where(c => c.Name.StartsWith(InputPrefix, StringComparison.Ordinal)).Select(c => (c.Name[InputPrefix.Length..], RunResult.Numbers(draws, c.Name)))]);

            // The noise of finitely many replications must not count as something that could be known: draws are drawn together as in NestedEffect.
            double[] Drawn(string p, string m)
            {
                int row = Enumerable.Range(0, policy.Length).First(r => policy[r] == p && measure[r] == m);
                double[] means = RunResult.Numbers(draws, $"{p} {m}");
                return NestedEffect.DrawnTogether(means, RunResult.Numbers(effects, "monte_carlo_error")[row]);
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or NullReferenceException or InvalidOperationException or InvalidCastException)
        {
            throw RunResult.Wrong(folder, "holds a damaged study: " + e.Message, "run it again");
        }
    }

    private static InputException Unknown(string folder, string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        return RunResult.Wrong(folder, $"has no measure '{name}'", Form.Choice(name, names, string.Join(", ", names)));
    }
}
