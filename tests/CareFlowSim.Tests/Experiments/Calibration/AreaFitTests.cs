using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Calibration;

public sealed class AreaFitTests
{
    private static readonly CareFlowSim.Model.World England = SmallWorld.England;
    private static readonly AreaTargets Targets = new(England);

    [Fact]
    public void Targets_SumToEnglandsAcuteDaysOfPeople65Plus()
    {
        string[] codes = Validation.ReasonCodes;

        Assert.All(codes, (c, k) => Assert.Equal(England.Targets.Single(t => t.Key == "delayed_days." + c).Value, Targets.Days.Sum(d => d?[k] ?? 0), 1.0));
        Assert.Equal("City of London", England.Areas[Enumerable.Range(0, 151).Single(a => Targets.Days[a] is null)].Name);
    }

    [Fact]
    public void Smoothed_PullsSmallCountsTowardsTheMean_AndLeavesLargeOnesAlmost()
    {
        int rutland = England.Areas.Single(a => a.Name == "Rutland").Ordinal;
        int kent = England.Areas.Single(a => a.Name == "Kent").Ordinal;

        Assert.Equal(0, Targets.Days[rutland]![8]);
        Assert.True(Targets.Smoothed[rutland]![8] > 0);
        Assert.Equal(1, Targets.Smoothed[kent]![0] / Targets.Days[kent]![0], 0.05);
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 10, 20, 30, 1000 }, 1)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 4, 3, 2, 1 }, -1)]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 2, 1, 4, 3, 5 }, 0.8)]
    [InlineData(new double[] { 1, 1, 2 }, new double[] { 1, 1, 2 }, 1)]
    public void Spearman_FollowsTheRanks(double[] x, double[] y, double expected) => Assert.Equal(expected, Agreement.RankCorrelation(x, y), 1e-12);

    [Fact]
    public void HeldOut_ComesFromTheOtherAreasOnly()
    {
        // Factors that follow the region can be guessed from the other areas of the region; those of one area alone cannot.
        string[] regions = [.. England.Areas.Select(a => a.Region).Distinct().Order()];
        AreaMultipliers[] regional = [.. England.Areas.Select(a => AreaMultipliers.One with { AssessmentTime = 0.5 + (0.3 * Array.IndexOf(regions, a.Region)) })];
        AreaTargets targets = TargetsOf(regional);

        AreaFit fit = AreaFit.HeldOut(Answer, England, targets, regional, 5)!;

        Assert.Equal(151, fit.Rows.Count);
        Assert.InRange(fit.RankCorrelation, 0.9, 1);
        AreaMultipliers[] odd = [.. England.Areas.Select((_, i) => AreaMultipliers.One with { AssessmentTime = 0.5 + (i * 37 % 151 / 100.0) })];
        Assert.InRange(AreaFit.HeldOut(Answer, England, TargetsOf(odd), odd, 5)!.RankCorrelation, -0.4, 0.4);
    }

    [Fact]
    public void HeldOut_WithoutARunLeft_IsNothing() =>
        Assert.Null(AreaFit.HeldOut(_ => null, England, Targets, [.. England.Areas.Select(_ => AreaMultipliers.One)], 5));

    [Fact]
    public void HeldOutWithEarlierRecord_FindsTheOrderOfTheAreasFromTheYearBefore()
    {
        // Odd areas, which no feature tells; the year before had two thirds of each area's days.
        AreaMultipliers[] odd = [.. England.Areas.Select((_, i) => AreaMultipliers.One with { SupportShare = 0.6 + (0.8 * (i * 37 % 151) / 150) })];
        AreaTargets targets = new(England, Answer(odd));
        CareFlowSim.Model.World world = England with { EarlierAreaDelays = [.. targets.Days.Select((d, a) => new AreaDelays(a, [.. d!.Select(x => x / 1.5)]))] };

        AreaFit fit = AreaFit.HeldOutWithEarlierRecord(Answer, world, targets, 5, 15)!;

        Assert.Equal(151, fit.Rows.Count);
        Assert.InRange(fit.RankCorrelation, 0.9, 1);
        Assert.Equal(fit.Rows.Sum(r => r.Published), fit.Rows.Sum(r => r.Simulated), 0.1 * fit.Rows.Sum(r => r.Published));

        double[][] Answer(IReadOnlyList<AreaMultipliers> factors) =>
            [.. factors.Select((f, a) => Enumerable.Repeat(Math.Pow(f.SupportShare, 2.2) * Targets.People[a] / 100, 10).ToArray())];
    }

    [Fact]
    public void HeldOutWithEarlierRecord_WithoutARecordOrARun_IsNothing()
    {
        Assert.Null(AreaFit.HeldOutWithEarlierRecord(Answer, England with { EarlierAreaDelays = [] }, Targets, 5, 3));
        Assert.Null(AreaFit.HeldOutWithEarlierRecord(_ => null, England, Targets, 5, 3));
    }

    private static AreaTargets TargetsOf(IReadOnlyList<AreaMultipliers> factors) => new(England, Answer(factors));

    private static double[][] Answer(IReadOnlyList<AreaMultipliers> factors) =>
        [.. factors.Select((f, a) => Enumerable.Repeat(f.AssessmentTime * Targets.People[a] / 1000, 10).ToArray())];
}
