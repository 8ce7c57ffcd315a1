using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class SetupTests
{
    [Fact]
    public void AnUnknownArea_IsRefusedByName() =>
        Assert.Contains("'Camelot'", Assert.Throws<ArgumentException>(() => SmallWorld.Setup(SmallWorld.Scenario(["Camelot"]))).Message, StringComparison.Ordinal);

    [Fact]
    public void NoAreas_MeansAllOfEngland()
    {
        Setup england = SmallWorld.Setup(SmallWorld.Scenario([]));

        Assert.Equal(151, england.Systems.SelectMany(s => s.Areas).Distinct().Count());
        Assert.Equal(93, england.Systems.Count);
    }

    [Fact]
    public void Areas_AreFoundByNameOrCodeWhateverTheCase()
    {
        string code = SmallWorld.England.Areas.First(a => a.Name == SmallWorld.OneArea).Code;

        Assert.Equal(
            SmallWorld.Setup(SmallWorld.Scenario([code])).Systems[0].Areas,
            SmallWorld.Setup(SmallWorld.Scenario([SmallWorld.OneArea.ToUpperInvariant()])).Systems[0].Areas);
    }

    [Fact]
    public void ASystem_HoldsItsChosenAreasOnly()
    {
        Assert.Single(Assert.Single(SmallWorld.Setup(SmallWorld.Scenario([SmallWorld.TwoAreas[0]])).Systems).Areas);
        Assert.Equal(2, Assert.Single(SmallWorld.Setup(SmallWorld.Scenario(SmallWorld.TwoAreas)).Systems).Areas.Count);
        Assert.Equal(2, Assert.Single(SmallWorld.Setup(SmallWorld.Scenario(SmallWorld.TwoSites)).Systems).Sites);
    }

    [Fact]
    public void ParameterChanges_ReachTheWorldOfTheRun() =>
        Assert.Equal(0.5, SmallWorld.Setup(SmallWorld.Scenario([SmallWorld.OneArea]).With(("stay.sigma", 0.5))).World.Parameters["stay.sigma"]);
}
