using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Calibration;

public sealed class AreaFoldsTests
{
    private static readonly CareFlowSim.Model.World England = SmallWorld.England;
    private static readonly AreaTargets Targets = new(England);

    [Fact]
    public void Folds_AreOfEqualSizeInEveryRegion_AndLeaveOutAreasWithoutAReturn()
    {
        int[] fold = AreaFolds.Of(England, Targets, 5);

        Assert.Equal(-1, fold[England.Areas.Single(a => a.Name == "City of London").Ordinal]);
        Assert.All(Enumerable.Range(0, 5), f => Assert.Equal(30, fold.Count(x => x == f)));
        Assert.All(England.Areas.GroupBy(a => a.Region), r => Assert.InRange(
            r.Where(a => fold[a.Ordinal] >= 0).GroupBy(a => fold[a.Ordinal]).Max(g => g.Count()) - (r.Count(a => fold[a.Ordinal] >= 0) / 5), 0, 1));
    }

    [Fact]
    public void Earlier_IsTheAreasOwnRecord_TimesTheChangeOfTheOtherFolds()
    {
        int[] fold = AreaFolds.Of(England, Targets, 5);
        AreaTargets earlier = AreaFolds.Earlier(England, Targets, 5);
        const int Area = 7;
        int[] others = [.. Enumerable.Range(0, fold.Length).Where(a => fold[a] >= 0 && fold[a] != fold[Area])];

        double change = others.Sum(a => Targets.Days[a]![0]) / others.Sum(a => England.EarlierAreaDelays[a].Days![0]);

        Assert.Equal(England.EarlierAreaDelays[Area].Days![0] * change, earlier.Days[Area]![0], 1e-9);
        Assert.Null(earlier.Days[Array.IndexOf(fold, -1)]);
    }

    [Fact]
    public void Earlier_DoesNotKnowTheAreasOwnBaseYear()
    {
        const int Area = 7;
        double[]?[] days = [.. Targets.Days];
        days[Area] = [.. days[Area]!.Select(d => (10 * d) + 1000)];

        Assert.Equal(AreaFolds.Earlier(England, Targets, 5).Days[Area], AreaFolds.Earlier(England, new AreaTargets(England, days), 5).Days[Area]);
    }
}
