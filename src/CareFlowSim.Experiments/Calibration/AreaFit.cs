using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Published and simulated delayed days of one area, people 65+ in acute beds.</summary>
/// <param name="Area">Place of the area in the world's table.</param>
/// <param name="Published">Days a year per 1,000 people 65+.</param>
/// <param name="Simulated">The same in the model.</param>
public readonly record struct AreaFitRow(int Area, double Published, double Simulated);

/// <summary>How well the model tells areas with many delayed days from areas with few. A rank correlation says nothing about the level.</summary>
/// <param name="Rows">The areas with a return.</param>
public sealed record AreaFit(IReadOnlyList<AreaFitRow> Rows)
{
    /// <summary>Spearman's rank correlation of published and simulated days per 1,000.</summary>
    public double RankCorrelation => Agreement.RankCorrelation([.. Rows.Select(r => r.Published)], [.. Rows.Select(r => r.Simulated)]);

    /// <summary>The same against all days of the return, of adults in all care, per person 65+: nothing scaled by reason.</summary>
    public double RankCorrelationWithReturn(World world, AreaTargets targets)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(targets);
        return Agreement.RankCorrelation([.. Rows.Select(r => world.AreaDelays[r.Area].Days!.Sum() / targets.People[r.Area])], [.. Rows.Select(r => r.Simulated)]);
    }

    /// <summary>Lays what the model gave beside what is published.</summary>
    /// <param name="targets">Published days.</param>
    /// <param name="days">Simulated days by area of the world and reason; empty for an area that was not simulated.</param>
    public static AreaFit Of(AreaTargets targets, IReadOnlyList<double[]> days)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(days);
        return new AreaFit(
        [
            .. Enumerable.Range(0, days.Count).Where(a => targets.Days[a] is not null && days[a].Length > 0)
                .Select(a => new AreaFitRow(a, targets.PerThousand(a), 1000 * days[a].Sum() / targets.People[a])),
        ]);
    }

    /// <summary>
    /// The same for areas whose own delays were held out: fold by fold, their factors are predicted from the other areas' (<see cref="AreaPrediction"/>) and the
    /// model is run again. Nothing of the area's own record is used, neither of the base year nor of another.
    /// </summary>
    /// <param name="evaluate">Recorded days by area and reason at some factors, or null when it may not be asked again.</param>
    /// <param name="world">The world.</param>
    /// <param name="targets">Published days.</param>
    /// <param name="fitted">Fitted factors of every area.</param>
    /// <param name="folds">Number of folds, 2 or more.</param>
    /// <returns>The fit of the held-out areas, or null when the model could not be asked often enough.</returns>
    public static AreaFit? HeldOut(
        Func<IReadOnlyList<AreaMultipliers>, IReadOnlyList<double[]>?> evaluate, World world, AreaTargets targets, IReadOnlyList<AreaMultipliers> fitted, int folds)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        int[] foldOf = AreaFolds.Of(world, targets, folds);
        List<AreaFitRow> rows = [];
        for (int fold = 0; fold < folds; fold++)
        {
            int[] held = [.. Enumerable.Range(0, foldOf.Length).Where(a => foldOf[a] == fold)];
            int[] known = [.. Enumerable.Range(0, foldOf.Length).Where(a => foldOf[a] >= 0 && foldOf[a] != fold)];
            AreaMultipliers[] factors = [.. fitted];
            AreaPrediction prediction = new(world, fitted, known);
            foreach (int area in held)
            {
                factors[area] = prediction.Of(area);
            }

            if (evaluate(factors) is not { } days)
            {
                return null;
            }

            rows.AddRange(Of(targets, days).Rows.Where(r => held.Contains(r.Area)));
        }

        return new AreaFit([.. rows.OrderBy(r => r.Area)]);
    }

    /// <summary>
    /// The same for areas whose days of the base year were held out, but which keep their own record of the year before: each area's factors are fitted to that
    /// record, brought to the base year by the change that the areas of the other folds saw (<see cref="AreaFolds.Earlier"/>), and the model is laid beside the published
    /// base year. An area answers to its own factors alone, so all folds are fitted in the same runs.
    /// </summary>
    /// <param name="evaluate">Recorded days by area and reason at some factors, or null when it may not be asked again.</param>
    /// <param name="world">The world, with the earlier record.</param>
    /// <param name="targets">Published days of the base year.</param>
    /// <param name="folds">Number of folds, 2 or more.</param>
    /// <param name="rounds">Most rounds of the fit; one run more is asked for in the end.</param>
    /// <returns>The fit of the held-out areas, or null when the model could not be asked often enough or there is no earlier record.</returns>
    public static AreaFit? HeldOutWithEarlierRecord(
        Func<IReadOnlyList<AreaMultipliers>, IReadOnlyList<double[]>?> evaluate, World world, AreaTargets targets, int folds, int rounds)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        if (world.EarlierAreaDelays.All(d => d.Days is null))
        {
            return null;
        }

        AreaTargets earlier = AreaFolds.Earlier(world, targets, folds);
        AreaMultipliers[] start = [.. world.Areas.Select(_ => AreaMultipliers.One)];
        if (evaluate(start) is not { } first)
        {
            return null;
        }

        AreaCalibrationResult fit = AreaCalibration.Run(evaluate, earlier, start, [.. Enumerable.Range(0, first.Count).Where(a => first[a].Length > 0)], new AreaCalibrationOptions(rounds));
        return evaluate(fit.Areas) is { } days ? new AreaFit([.. Of(targets, days).Rows.Where(r => earlier.Days[r.Area] is not null)]) : null;
    }
}
