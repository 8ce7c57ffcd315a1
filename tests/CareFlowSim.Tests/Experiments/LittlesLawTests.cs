using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class LittlesLawTests
{
    private static readonly ExperimentResult Result =
        SmallWorld.Experiment(SmallWorld.Scenario(SmallWorld.TwoSites, 365, 60).With(("trend.share", 0)) with { Replications = 3, PeoplePerAgent = 2 }, new RunOptions { Spells = true });

    [Fact]
    public void CensusAndStays_AgreeWithinTwoPercent()
    {
        LittlesLaw law = LittlesLaw.Of(Result);

        Assert.Equal(1, law.Product / law.Census, 0.02);
        Assert.Equal(Result.Mean(0, Measure.BedDays) / 365, law.Census, 1e-9);
        Assert.True(law.NightsAStay > 2);
    }
}
