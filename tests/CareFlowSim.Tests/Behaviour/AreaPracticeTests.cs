using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>Each factor of an area moves its own delays in the direction that its name says, and nothing in other systems.</summary>
public sealed class AreaPracticeTests
{
    private static readonly Scenario Small = SmallWorld.Scenario([SmallWorld.OneArea], 200, 60);
    private static readonly double[] Plain = Days(AreaMultipliers.One);

    public static TheoryData<string> Columns => [.. AreaMultiplier.All.Select(m => m.Column)];

    [Theory]
    [MemberData(nameof(Columns))]
    public void AHigherFactor_LengthensItsDelays(string column)
    {
        AreaMultiplier m = AreaMultiplier.All.Single(x => x.Column == column);
        double high = m.Reason is null ? 1.3 : m.Column == "package_time" ? 20 : 4;

        double low = Of(Days(m.With(AreaMultipliers.One, m.Reason is null ? 0.7 : 0.2)), m);
        double more = Of(Days(m.With(AreaMultipliers.One, high)), m);

        Assert.True(low < more / 1.15, $"{column}: {low} at the low factor, {more} at the high one");
        Assert.True(Of(Plain, m) <= more, $"{column}: {Of(Plain, m)} without, {more} at the high factor");
    }

    [Fact]
    public void FactorsOfOne_CountAsWithoutTheTable()
    {
        SystemOutcome with = Run(new Setup(With(AreaMultipliers.One), Small));
        SystemOutcome without = Run(new Setup(SmallWorld.England with { AreaCalibration = [] }, Small));

        Assert.Equal(without.Areas[0].Totals, with.Areas[0].Totals);
        Assert.Equal(without.Areas[0].Delays.Cast<DelayDays>(), with.Areas[0].Delays.Cast<DelayDays>());
        Assert.Equal(without.Crises, with.Crises);
    }

    [Fact]
    public void FactorsOfAnotherArea_ChangeNothingHere()
    {
        AreaMultipliers[] factors = [.. SmallWorld.England.Areas.Select(a => a.Name == SmallWorld.OneArea ? AreaMultipliers.One : new AreaMultipliers { AssessmentTime = 3, SupportShare = 1.5 })];
        SystemOutcome others = Run(new Setup(SmallWorld.England with { AreaCalibration = factors }, Small));

        Assert.Equal(Plain, Recorded(others));
    }

    private static double Of(double[] days, AreaMultiplier m) => m.Reason is { } reason ? days[(int)reason] : days.Sum();

    private static World With(AreaMultipliers factors) => SmallWorld.England with { AreaCalibration = [.. SmallWorld.England.Areas.Select(_ => factors)] };

    private static double[] Days(AreaMultipliers factors) => Recorded(Run(new Setup(With(factors), Small)));

    private static SystemOutcome Run(Setup setup) => new CareSystem(setup).Run(setup.Systems[0], 0, 0, false, false);

    private static double[] Recorded(SystemOutcome o) =>
        [.. Enumerable.Range(0, Validation.ReasonCodes.Length).Select(k => Enumerable.Range(0, 3).Sum(i => (double)o.Areas[0].Delays[k, i].Recorded))];
}
