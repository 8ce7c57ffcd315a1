using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Areas in folds: what is asked of an area may rest on the areas of the other folds only.</summary>
public static class AreaFolds
{
    /// <summary>The fold of each area of the world, -1 for one without a return: region by region, every so many areas fall into the same fold.</summary>
    /// <param name="world">The world.</param>
    /// <param name="targets">Published days of the base year.</param>
    /// <param name="folds">Number of folds, 2 or more.</param>
    public static int[] Of(World world, AreaTargets targets, int folds)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        int[] fold = [.. world.Areas.Select(_ => -1)];
        int next = 0;
        foreach (AreaInputs area in world.Areas.Where(a => targets.Days[a.Ordinal] is not null).OrderBy(a => a.Region, StringComparer.Ordinal).ThenBy(a => a.Ordinal))
        {
            fold[area.Ordinal] = next++ % folds;
        }

        return fold;
    }

    /// <summary>
    /// What each area's own record of the year before lets expect of the base year: its days by reason, times the base year's days over the earlier ones of all areas of
    /// the other folds (which also makes the figures those of people 65+ in acute beds). The area's own days of the base year have no part in it.
    /// </summary>
    /// <param name="world">The world, with the earlier record.</param>
    /// <param name="targets">Published days of the base year.</param>
    /// <param name="folds">Number of folds, 2 or more.</param>
    public static AreaTargets Earlier(World world, AreaTargets targets, int folds)
    {
        int[] fold = Of(world, targets, folds);
        bool Known(int area) => fold[area] >= 0 && world.EarlierAreaDelays[area].Days is not null;
        double[][] change = [.. Enumerable.Range(0, folds).Select(f => Enumerable.Range(0, Validation.ReasonCodes.Length).Select(k =>
        {
            int[] others = [.. Enumerable.Range(0, fold.Length).Where(a => Known(a) && fold[a] != f)];
            return others.Sum(a => world.EarlierAreaDelays[a].Days![k]) is > 0 and double before ? others.Sum(a => targets.Days[a]![k]) / before : 0;
        }).ToArray())];
        return new AreaTargets(world, [.. Enumerable.Range(0, fold.Length).Select(a => Known(a) ? world.EarlierAreaDelays[a].Days!.Select((d, k) => d * change[fold[a]][k]).ToArray() : null)]);
    }
}
