using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Sweeps;

public sealed class PeopleSweepTests
{
    private static readonly PolicyMeasure[] Measures = [.. PolicyMeasure.Usual];

    [Fact]
    public void Run_CellsTogether_AreTheSameAsEachAlone()
    {
        (SweepCell, Scenario)[] cells = [.. Enumerable.Range(1, 4).Select(n => (new SweepCell(n, [new SweepValue(n)]), Of(n)))];

        IReadOnlyList<SweepOutcome> together = PeopleSweep.Run(SmallWorld.England, cells, 2, Measures, new RunOptions { Threads = 2 })!;
        SweepOutcome[] alone = [.. cells.Select(c => PeopleSweep.Run(SmallWorld.England, [c], 2, Measures, new RunOptions { Threads = 1 })!.Single())];

        Assert.All(together.Zip(alone), p => Assert.Equal(p.Second.Values.Cast<double>(), p.First.Values.Cast<double>()));
        Assert.NotEqual(together[0].Values.Cast<double>(), together[3].Values.Cast<double>());
    }

    [Fact]
    public void CellsPerPart_FallsWithTheSizeOfTheScenario()
    {
        Setup one = SmallWorld.Setup(Of(1));
        Setup england = SmallWorld.Setup(Of(1) with { Areas = [] });

        Assert.InRange(PeopleSweep.CellsPerPart(one, 2), 2, 16);
        Assert.Equal(1, PeopleSweep.CellsPerPart(england, 100));
    }

    private static Scenario Of(int n) => SmallWorld.Scenario(
        [SmallWorld.OneArea], days: 60, warmUp: 30, SmallWorld.Policy(new Levers { Workforce = new CommunityWorkforce { CrisisResponse = 1_000 * n, AdditionalShare = 1 } }, name: "teams"));
}
