using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>The report of a calibration.</summary>
internal static class CalibrationTables
{
    private const int WorstShown = 15;

    public static SummarySection[] Of(World world, OfficialSeries official, BaseYearFit fit, bool england)
    {
        AreaTargets targets = new(world);
        AreaFit areas = AreaFit.Of(targets, fit.Answer.Areas);
        return
        [
            .. england ? [Targets(world, fit), Levels(world, fit)] : Array.Empty<SummarySection>(),
            Reasons(targets, fit.Answer),
            Areas(world, areas),
            Bounds(world, fit.Point.Areas, areas),
            Checks(areas, null, world, official, fit.Answer, "How well the areas are told apart"),
        ];
    }

    public static SummarySection Folds(AreaFit whole, FoldFits held, World world, OfficialSeries official, CalibrationAnswer answer) =>
        Checks(whole, held, world, official, answer, "How well the areas are told apart, with the world's own table of factors");

    private static SummarySection Targets(World world, BaseYearFit fit) => new(
        "England 2014-15, people 65+",
        ["target", "published", "fitted", "residual", "moved by"],
        [.. Validation.WithoutSeries(world).Select((t, i) => (IReadOnlyList<string>)
        [
            t.Key, Show.Figure(t.Value), Show.Figure(fit.Answer.Targets[i]), Show.Change((fit.Answer.Targets[i] / t.Value) - 1),
            EnglandLevels.Services.FirstOrDefault(x => x.Target == t.Key)?.Parameter
                ?? (t.Key.StartsWith("delayed_days", StringComparison.Ordinal) ? "areas" : "NOT fitted"),
        ])],
        "Also not fitted: anything by month or weekday, waits, beds, and all later years.");

    private static SummarySection Levels(World world, BaseYearFit fit) => new(
        "England's levels",
        ["parameter", "before", "fitted", "range", "at a bound"],
        [.. world.Parameters.All.Where(p => fit.Point.Parameters.ContainsKey(p.Key)).Select(p => (p, x: fit.Point.Parameters[p.Key])).Select(v => (IReadOnlyList<string>)
        [
            v.p.Key, Number(v.p.Value), Number(v.x), $"{(v.p.Low is { } l ? Number(l) : "")} – {(v.p.High is { } h ? Number(h) : "")}",
            v.x <= v.p.Low || v.x >= v.p.High ? "YES" : "no",
        ])]);

    private static SummarySection Reasons(AreaTargets targets, CalibrationAnswer answer)
    {
        int[] areas = [.. Enumerable.Range(0, targets.Days.Count).Where(a => targets.Days[a] is not null && answer.Areas[a].Length > 0)];
        return new SummarySection(
            "Recorded delayed days of these areas by reason, people 65+ in acute beds",
            ["reason", "published", "fitted", "residual", "rank correlation over areas"],
            [.. Validation.ReasonCodes.Select((code, k) =>
            {
                double published = areas.Sum(a => targets.Days[a]![k]);
                double fitted = areas.Sum(a => answer.Areas[a][k]);
                double rank = Agreement.RankCorrelation([.. areas.Select(a => targets.Days[a]![k] / targets.People[a])], [.. areas.Select(a => answer.Areas[a][k] / targets.People[a])]);
                return (IReadOnlyList<string>)[code, Show.Figure(published), Show.Figure(fitted), Show.Change((fitted / published) - 1), Number(rank)];
            })],
            "H (disputes) and I (housing) have no factor of the area's own.");
    }

    private static SummarySection Areas(World world, AreaFit fit) => new(
        "The areas missed most, delayed days per 1,000 people 65+",
        ["area", "published", "fitted", "residual"],
        [.. fit.Rows.OrderByDescending(r => Math.Abs(Math.Log(r.Simulated / r.Published))).Take(WorstShown).Select(r => (IReadOnlyList<string>)
        [
            world.Areas[r.Area].Name, Show.Figure(r.Published), Show.Figure(r.Simulated), Show.Change((r.Simulated / r.Published) - 1),
        ])]);

    private static SummarySection Bounds(World world, IReadOnlyList<AreaMultipliers> factors, AreaFit fit)
    {
        AreaMultipliers[] fitted = [.. fit.Rows.Select(r => factors[r.Area])];
        string[] without = [.. world.AreaDelays.Where(d => d.Days is null).Select(d => world.Areas[d.Area].Name)];
        return new SummarySection(
            "Factors of the areas",
            ["factor", "multiplies", "lowest tenth", "median", "highest tenth", "areas at the low bound", "at the high bound"],
            [.. AreaMultiplier.All.Select(m =>
            {
                double[] sorted = [.. fitted.Select(m.Of).Order()];
                string At(double share) => sorted.Length == 0 ? "" : Number(sorted[(int)(share * (sorted.Length - 1))]);
                return (IReadOnlyList<string>)
                [
                    m.Column, m.Parameter, At(0.1), At(0.5), At(0.9),
                    Show.Count(sorted.Count(x => x <= m.Low), "area", "areas"), Show.Count(sorted.Count(x => x >= m.High), "area", "areas"),
                ];
            })],
            without.Length == 0 ? "" : $"Without a return, and therefore 1 in all factors: {string.Join(", ", without)}.");
    }

    private static SummarySection Checks(AreaFit whole, FoldFits? held, World world, OfficialSeries official, CalibrationAnswer answer, string title)
    {
        double[] published = [.. official.Months.Select(m => m.AcuteDelayedDays)];
        List<IReadOnlyList<string>> rows =
        [
            ["Spearman, fitted areas", Number(whole.RankCorrelation), "above 0.9"],
            ["Spearman, fitted areas, against all published days (adults, all care)", Number(whole.RankCorrelationWithReturn(world, new AreaTargets(world))), ""],
        ];
        if (held is not null)
        {
            rows.Add([$"Spearman, areas held out in {held.Folds} folds, nothing of their own record (region, supply and need only)", Number(held.Features.RankCorrelation), ""]);
            rows.Add([$"Spearman, areas' 2014-15 held out in {held.Folds} folds, factors from their own record of 2013-14", held.Earlier is null ? "no table" : Number(held.Earlier.RankCorrelation), "above 0.5"]);
        }

        if (published.Length == answer.Months.Count && whole.Rows.Count > 1)
        {
            rows.Add(["Correlation of England's months, none of them fitted", Number(Agreement.Pearson(published, [.. answer.Months])), "above 0.6"]);
        }

        return new SummarySection(title, ["check", "value", "aim"], rows, $"{Show.Count(whole.Rows.Count, "area", "areas")} with a return.");
    }

    private static string Number(double x) => x.ToString("G3", CultureInfo.InvariantCulture);
}
